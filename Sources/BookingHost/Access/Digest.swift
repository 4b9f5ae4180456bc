internal import Crypto
import Foundation

/// SHA-256 and its text.
package enum Digest {
  package static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    Array(SHA256.hash(data: Array(bytes)))
  }

  package static func sha256(_ text: String) -> [UInt8] { sha256(text.utf8) }

  /// Lower-case hexadecimal digits, two for each byte.
  package static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }

  /// Base64 with padding.
  package static func base64(_ bytes: [UInt8]) -> String { Data(bytes).base64EncodedString() }

  /// Whether two hashes are equal, in a time that does not depend on where they differ.
  package static func equal(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    return zip(a, b).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}

/// A hash that only who has the store's secret can compute: what is personal can be compared by it, and not
/// be guessed from it.
package struct KeyedHash: Sendable {
  let key: SymmetricKey

  package init(secret: [UInt8]) {
    key = SymmetricKey(data: secret)
  }

  /// HMAC-SHA-256 of the text's UTF-8.
  package func callAsFunction(_ text: String) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key))
  }

  /// Tells this secret from any other, without giving it away.
  package var mark: [UInt8] { self("mark") }
}
