import Foundation

/// An address that mail can be sent to, and whose it is. There is exactly one in it, whatever it was made from.
package struct MailAddress: Hashable, Sendable {
  /// Shown in front of the address; any text.
  package var name: String?
  /// `ada@example.com`, in ASCII.
  package let address: String

  /// Nil for text that is not one plain address: `Ada <ada@example.com>`, two addresses, quoted or non-ASCII
  /// mailboxes, controls. A domain in another script is taken, and written as DNS has it (`xn--…`).
  package init?(_ text: String, name: String? = nil) {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, MailAddress.isMailbox(parts[0]),
      let domain = MailAddress.domain(String(parts[1])),
      parts[0].utf8.count + domain.utf8.count < 254
    else { return nil }
    address = "\(parts[0])@\(domain)"
    self.name = name.map(HeaderText.clean).flatMap { $0.isEmpty ? nil : $0 }
  }

  /// What follows the @.
  package var domain: String { String(address[address.index(after: address.firstIndex(of: "@")!)...]) }

  /// Atoms with dots between them (RFC 5322, 3.2.3).
  private static func isMailbox(_ text: Substring) -> Bool {
    text.utf8.count <= 64
      && text.split(separator: ".", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(HeaderText.isAtom) }
  }

  /// A domain in ASCII, nil when it is none.
  package static func domain(_ text: String) -> String? {
    let isWordlike = text.unicodeScalars.allSatisfy {
      $0 == "." || $0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil
        || $0.properties.generalCategory == .nonspacingMark
    }
    guard isWordlike else { return nil }
    let isASCII = text.utf8.allSatisfy { $0 < 0x80 }
    let ascii = isASCII ? text : URLComponents(string: "http://\(text)")?.encodedHost
    guard let ascii, ascii.utf8.count <= 253,
      ascii.split(separator: ".", omittingEmptySubsequences: false).allSatisfy(isLabel)
    else { return nil }
    return ascii
  }

  private static func isLabel(_ text: Substring) -> Bool {
    (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }
}
