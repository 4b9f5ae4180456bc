/// One header of a message: a name, and words between which its line may be broken.
struct MailHeader {
  var name: String
  var words: [String]

  init(_ name: String, _ words: [String]) {
    self.name = name
    self.words = words
  }

  /// Text that somebody wrote, such as a subject.
  init(_ name: String, text: String) {
    self.init(name, HeaderText.words(text, after: name.utf8.count + 2))
  }

  /// One address, with the name of whose it is.
  init(_ name: String, _ address: MailAddress) {
    let phrase = address.name.map { HeaderText.phrase($0, after: name.utf8.count + 2) } ?? []
    self.init(name, phrase + ["<\(address.address)>"])
  }

  /// A value and its parameters: `text/plain; charset=utf-8`.
  init(_ name: String, _ value: String, _ parameters: [HeaderParameter]) {
    let rest = parameters.flatMap(\.words)
    let parts = [value] + rest
    self.init(name, parts.dropLast().map { $0 + ";" } + parts.suffix(1))
  }

  /// The folded lines, each ended. Lines keep to 76 columns, which is what encoded words allow (RFC 2047, 2).
  var lines: String {
    var text = name + ":"
    var column = text.utf8.count
    for word in words {
      let breaks = column + 1 + word.utf8.count > 76 && column > name.utf8.count + 1
      text += breaks ? "\r\n " + word : " " + word
      column = (breaks ? 1 : column + 1) + word.utf8.count
    }
    return text + "\r\n"
  }
}

/// A parameter of a header, in words of which each is `name=value`. A value that is not plain is written as
/// RFC 2231 has it, in numbered parts where it is long.
struct HeaderParameter {
  var name: String
  var value: String

  init(_ name: String, _ value: String) {
    self.name = name
    self.value = HeaderText.clean(value)
  }

  var words: [String] {
    let isToken = !value.isEmpty && value.utf8.allSatisfy { HeaderText.isAtom($0) && !specials.contains($0) }
    if isToken, value.utf8.count <= 50 { return ["\(name)=\(value)"] }
    let isQuotable =
      value.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }
      && !value.contains("=?")
    if isQuotable, value.utf8.count <= 50 { return ["\(name)=\"\(value)\""] }
    return extended
  }

  private var extended: [String] {
    var pieces = [""]
    for scalar in value.unicodeScalars {
      let piece = String(scalar).utf8.map(percentEncoded).joined()
      if pieces[pieces.count - 1].utf8.count + piece.utf8.count > 48 { pieces.append("") }
      pieces[pieces.count - 1] += piece
    }
    guard pieces.count > 1 else { return ["\(name)*=UTF-8''\(pieces[0])"] }
    return pieces.enumerated().map { "\(name)*\($0)*=\($0 == 0 ? "UTF-8''" : "")\($1)" }
  }

  private func percentEncoded(_ byte: UInt8) -> String {
    let isPlain =
      byte == UInt8(ascii: ".")
      || HeaderText.isAtom(byte) && !specials.contains(byte) && byte != UInt8(ascii: "%")
    return isPlain ? String(UnicodeScalar(byte)) : "%" + HeaderText.hexadecimal(byte)
  }

  /// Of what may stand in an atom, what may not in a parameter (RFC 2045, 5.1, and RFC 2231, 7).
  private let specials = Array("/=?'*".utf8)
}
