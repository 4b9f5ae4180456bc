/// Where a webhook goes.
///
/// It is read strictly and handed on in one notation only: a URL that two programs read differently is how one
/// host is checked and another connected to.
package struct WebhookURL: Hashable, Sendable, CustomStringConvertible {
  package let isSecure: Bool
  /// A name in lower case, or an address.
  package let host: String
  /// The host, where it is an address.
  package let address: InternetAddress?
  package let port: Int
  /// The path with the query: `/hooks?from=anchor`.
  package let target: String

  /// Why a text is no URL that a webhook can go to.
  package struct Mistake: Error, Hashable, Sendable {
    /// A sentence for a person.
    package var message: String
  }

  package init(_ text: String) throws(Mistake) {
    guard text.utf8.count <= 2000 else { throw Mistake(message: "A URL can have at most 2000 characters.") }
    try WebhookURL.checkCharacters(text)
    let rest: Substring
    (isSecure, rest) = try WebhookURL.scheme(of: text)
    let end = rest.firstIndex { "/?".contains($0) } ?? rest.endIndex
    let place = try URLAuthority(rest[..<end])
    (host, address, port) = (place.host, place.address, place.port ?? (isSecure ? 443 : 80))
    let target = String(rest[end...])
    guard !target.contains(where: { "[]".contains($0) }) else {
      throw Mistake(message: "Brackets in a URL's path must be written as %5B and %5D.")
    }
    self.target = target.hasPrefix("/") ? target : "/" + target
  }

  package var description: String { "\(isSecure ? "https" : "http")://\(authority)\(target)" }

  /// The host for sentences, with the port where it is an unusual one. The path may hold a secret.
  package var authority: String { hostText + (port == (isSecure ? 443 : 80) ? "" : ":\(port)") }

  /// The host as it stands in a URL.
  package var hostText: String { host.contains(":") ? "[\(host)]" : host }

  private static func scheme(of text: String) throws(Mistake) -> (isSecure: Bool, rest: Substring) {
    for (scheme, isSecure) in [("https://", true), ("http://", false)]
    where text.prefix(scheme.count).lowercased() == scheme {
      return (isSecure, text.dropFirst(scheme.count))
    }
    throw Mistake(message: "A webhook's URL must begin with https://.")
  }

  /// Only what RFC 3986 lets stand in a URL, and no fragment.
  private static func checkCharacters(_ text: String) throws(Mistake) {
    if text.contains("#") { throw Mistake(message: "A webhook's URL can have no part after a #.") }
    let marks = "-._~:/?[]@!$&'()*+,;=%".utf8
    for byte in text.utf8 {
      let isLetterOrDigit = byte < 128 && Character(Unicode.Scalar(byte)).isLetter || (48...57).contains(byte)
      if !isLetterOrDigit && !marks.contains(byte) {
        throw Mistake(
          message: "A URL is plain letters, digits and -._~:/?@!$&'()*+,;=; write others with % or, in the "
            + "host, as xn--.")
      }
    }
    for part in text.split(separator: "%", omittingEmptySubsequences: false).dropFirst()
    where part.prefix(2).filter(\.isHexDigit).count != 2 {
      throw Mistake(message: "In a URL, % is followed by two hexadecimal digits.")
    }
  }
}

/// The part of a URL that says which host, and where on it.
private struct URLAuthority {
  var host: String
  var address: InternetAddress?
  var port: Int?

  typealias Mistake = WebhookURL.Mistake

  init(_ text: Substring) throws(Mistake) {
    guard !text.contains("@") else {
      throw Mistake(message: "A webhook's URL can have no user name or password in it.")
    }
    let name: Substring
    (name, port) = try URLAuthority.split(text)
    if name.hasPrefix("[") {
      guard name.hasSuffix("]"), let address = InternetAddress(name.dropFirst().dropLast()) else {
        throw Mistake(message: "In brackets there must be an IPv6 address, without a zone.")
      }
      (host, self.address) = (address.description, address)
    } else {
      host = name.lowercased()
      address = InternetAddress(host)
      try check()
    }
  }

  private static func split(_ text: Substring) throws(Mistake) -> (name: Substring, port: Int?) {
    let end = text.lastIndex(of: "]") ?? text.startIndex
    guard let colon = text[end...].firstIndex(of: ":") else { return (text, nil) }
    guard let port = digits(text[text.index(after: colon)...]), (1...65535).contains(port) else {
      throw Mistake(message: "A URL's port is a number from 1 to 65535.")
    }
    return (text[..<colon], port)
  }

  /// A name as DNS has it; or an address in the usual notation, as some programs take `0x7f.1`, `2130706433` and
  /// `017700000001` for 127.0.0.1.
  private func check() throws(Mistake) {
    if address != nil { return }
    let labels = host.split(separator: ".", omittingEmptySubsequences: false)
    let isName = labels.allSatisfy { label in
      (1...63).contains(label.utf8.count)
        && label.utf8.allSatisfy { $0 != UInt8(ascii: "%") && ("-_".utf8.contains($0) || isWordByte($0)) }
    }
    guard isName, host.utf8.count <= 253, let last = labels.last else {
      throw Mistake(message: "A URL's host is a name such as hooks.example.com, without a dot at its end.")
    }
    if last.first!.isNumber {
      throw Mistake(message: "An IPv4 address is written as four decimal numbers: 198.51.100.7.")
    }
  }

  private func isWordByte(_ byte: UInt8) -> Bool { (97...122).contains(byte) || (48...57).contains(byte) }
}
