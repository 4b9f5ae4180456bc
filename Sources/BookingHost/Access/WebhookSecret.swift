internal import Crypto
import Foundation

/// What a receiver proves a webhook to be ours by, as the Standard Webhooks specification has it.
package struct WebhookSecret: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Nil when it has fewer than 24 or more than 64 bytes.
  package init?(bytes: [UInt8]) {
    guard (24...64).contains(bytes.count) else { return nil }
    self.bytes = bytes
  }

  /// Reads what `text` writes.
  package init?(_ text: String) {
    guard text.hasPrefix(WebhookSecret.prefix),
      let bytes = Data(base64Encoded: String(text.dropFirst(WebhookSecret.prefix.count)))
    else { return nil }
    self.init(bytes: Array(bytes))
  }

  /// One that nobody can guess.
  package static func random() -> WebhookSecret { WebhookSecret(bytes: RandomBytes.make(32))! }

  /// `whsec_` and the bytes in base64.
  package var text: String { WebhookSecret.prefix + Digest.base64(bytes) }

  /// `v1,` and the signature in base64. `timestamp` is in seconds since 1970.
  package func signature(id: String, timestamp: Int, body: [UInt8]) -> String {
    let signed = Array("\(id).\(timestamp).".utf8) + body
    let code = HMAC<SHA256>.authenticationCode(for: signed, using: SymmetricKey(data: bytes))
    return "v1," + Digest.base64(Array(code))
  }

  /// What they are sealed for in the store.
  package static let purpose = "webhook secrets"

  private static let prefix = "whsec_"
}
