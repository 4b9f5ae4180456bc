/// What proves a session: 256 random bits that only the person who signed in has. The store knows its hash.
package struct SessionToken: Hashable, Sendable {
  /// 43 characters of base64url.
  package let text: String

  /// A fresh token.
  package static func random() -> SessionToken {
    SessionToken(text: Base64URL.encoded(RandomBytes.make(32)))
  }

  /// A token as it came back. Any text will do: one that was never given out opens nothing.
  package init(text: String) {
    self.text = text
  }

  /// SHA-256. Enough without a salt: nobody can try out 2^256 tokens.
  package var hash: [UInt8] { Digest.sha256(text) }
}
