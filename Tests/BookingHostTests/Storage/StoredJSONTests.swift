import Testing

@testable import BookingHost

struct StoredJSONTests {
  @Test(arguments: [
    StoredJSON.null, .boolean(true), .boolean(false), .integer(.min), .integer(0), .number(4.0),
    .number(-1e-300), .number(1e300), .text(""), .text("\"\\/\n\r\t\u{0}\u{1f}\u{7f} é 🥜\u{2028}"),
    .array([]), .object([:]),
    .array([.integer(1), .array([.text("]")]), .object(["a": .null, "": .text("}")])]),
  ])
  func whatIsWrittenIsReadBack(_ value: StoredJSON) {
    #expect(StoredJSON.parse(value.encoded) == value)
  }

  @Test(arguments: ["", "{", "[1,", "[1 2]", "{\"a\"}", "\"", "tru", "1 2", "\"\\u12", "[,]", "{,}", "nul"])
  func whatIsNotJSONIsNil(_ text: String) {
    #expect(StoredJSON.parse(text) == nil)
  }

  @Test func spaceBetweenTokensIsSkipped() {
    let expected = StoredJSON.object(["a": .array([.integer(1), .number(2.5)])])
    #expect(StoredJSON.parse(" { \"a\" : [ 1 , 2.5 ] } ") == expected)
  }

  @Test func nestingHasAnEnd() {
    #expect(StoredJSON.parse(String(repeating: "[", count: 100_000)) == nil)
  }
}
