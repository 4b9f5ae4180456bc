/// What a browser posted: `application/x-www-form-urlencoded`, as HTML's forms are sent.
struct PostedForm: Sendable {
  /// In the order they came.
  private(set) var pairs: [(name: String, value: String)] = []

  init(_ pairs: [(name: String, value: String)] = []) {
    self.pairs = pairs
  }

  /// Throws `Problem` for a body that is no form.
  init(_ exchange: Exchange) throws {
    let type = exchange.headers["Content-Type"]?.lowercased() ?? ""
    guard type.hasPrefix("application/x-www-form-urlencoded") else {
      throw Problem.malformed("This address takes forms.")
    }
    for pair in exchange.body.split(separator: UInt8(ascii: "&")) {
      let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      pairs.append(
        (try PostedForm.decoded(parts[0]), parts.count == 2 ? try PostedForm.decoded(parts[1]) : ""))
    }
  }

  /// The last of that name; nil where it is empty or not there.
  subscript(name: String) -> String? {
    pairs.last { $0.name == name }.flatMap { $0.value.isEmpty ? nil : $0.value }
  }

  /// Whether there is one of that name, be it empty.
  func has(_ name: String) -> Bool { pairs.contains { $0.name == name } }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  private static func decoded(_ part: ArraySlice<UInt8>) throws -> String {
    guard let text = PercentCode.decoded(part.map { $0 == UInt8(ascii: "+") ? 0x20 : $0 }) else {
      throw Problem.malformed("The form has an escape that is none, or text that is not UTF-8.")
    }
    // A text area sends its line breaks as CR LF.
    return text.replacing("\r\n", with: "\n")
  }
}

extension WebServices {
  /// A form that one of this server's own pages sent. Throws `Problem` for one from another site.
  func form(_ exchange: Exchange) throws -> PostedForm {
    try refuseOtherSites(exchange)
    return try PostedForm(exchange)
  }

  /// Whose form it is, for what only staff may do: as `actingStaff`, with the token in the form.
  func actingStaff(_ exchange: Exchange, _ form: PostedForm) throws -> Visitor {
    let visitor = try staff(exchange)
    guard let token = visitor.csrfToken else { return visitor }
    guard Digest.equal(Array((form["csrf"] ?? "").utf8), Array(token.utf8)) else { throw Problem.staleForm }
    return visitor
  }
}

extension Problem {
  static let staleForm = Problem(
    403, "csrf_token_invalid", "This form belongs to another session. Open the page again.")
}
