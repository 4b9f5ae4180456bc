/// Numbers as JSON writes them: `-12`, `4.0`, `1e3`; no leading zero, no sign before a positive one.
enum JSONNumber {
  /// The bytes a number can have.
  static let letters = Set("+-.0123456789eE".utf8)

  /// Nil for what is not a number. A whole number that fits is an integer, anything else a double, which
  /// may be infinite.
  static func read(_ token: ArraySlice<UInt8>) -> JSONValue? {
    var rest = token
    if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    let whole = takeDigits(&rest)
    guard !whole.isEmpty, whole.count == 1 || whole.first != UInt8(ascii: "0") else { return nil }
    let text = String(decoding: token, as: UTF8.self)
    if rest.isEmpty, let value = Int(text) { return .integer(value) }
    guard takeFraction(&rest), takeExponent(&rest), rest.isEmpty else { return nil }
    return Double(text).map { .number($0) }
  }

  private static func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  /// False when there is a point without a digit after it.
  private static func takeFraction(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: ".") else { return true }
    rest.removeFirst()
    return !takeDigits(&rest).isEmpty
  }

  private static func takeExponent(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") else { return true }
    rest.removeFirst()
    if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
    return !takeDigits(&rest).isEmpty
  }
}
