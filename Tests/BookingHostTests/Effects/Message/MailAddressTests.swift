import Testing

@testable import BookingHost

@Suite("Addresses")
struct MailAddressTests {
  @Test(arguments: [
    "ada@example.com", "a@b", "ada.lovelace+table@mail.example.co.uk", "o'neil@example.com",
    "-oQ@example.com",
    "a!#$%&'*/=?^_`{|}~b@example.com", "123@456.example",
  ])
  func `an ordinary address is taken as it is`(text: String) {
    #expect(MailAddress(text)?.address == text)
  }

  @Test func `a domain in another script is written as DNS has it`() {
    #expect(MailAddress("ada@bücher.example")?.address == "ada@xn--bcher-kva.example")
  }

  @Test(arguments: [
    "", "ada", "@example.com", "ada@", "a@b@c", "Ada <ada@example.com>", "<ada@example.com>",
    "ada@example.com, eve@example.com", "ada@example.com eve@example.com",
    "ada@example.com\r\nBcc: eve@x.example",
    "ada@example.com\n", "ada\u{0}@example.com", "ada @example.com", "ada@exa mple.com",
    "\"ada b\"@example.com",
    "ada@[127.0.0.1]", "ada@example..com", "ada@.example", "ada@example.", "ada@-example.com",
    "ada@example-.com",
    "ada..b@example.com", ".ada@example.com", "ada.@example.com", "zoë@example.com", "ada(x)@example.com",
    "ada@example.com(x)", "ada@exam_ple.com", "ada@bücher.example:25", "ada@bücher.example/x",
    "ada;eve@example.com",
    "ada@example.com;eve@example.com", "a\u{FF20}b@example.com", "ada@\u{301}example.com",
    String(repeating: "a", count: 65) + "@example.com",
    "a@" + Array(repeating: "abcdefgh", count: 30).joined(separator: "."), "ada@bücher.example\r\nX: y",
  ])
  func `what is not exactly one plain address is none`(text: String) {
    #expect(MailAddress(text) == nil)
  }

  @Test func `whatever name is put before it, there is one recipient`() throws {
    for name in HostileTexts.all {
      let address = try #require(MailAddress("ada@example.com", name: name))
      let line = MailDecoding.unfolded(MailHeader("To", address).lines)
      #expect(line.hasSuffix("<ada@example.com>"))
      // Outside quotes there is no comma, colon or bracket but those of the address.
      let bare = line.dropFirst(4).replacing(/"(\\.|[^"\\])*"/, with: "").dropLast("<ada@example.com>".count)
      #expect(!bare.contains { ",;:<>()@".contains($0) }, "\(line)")
    }
  }
}
