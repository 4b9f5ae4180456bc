/// An account at an external provider, as a verified token names it.
package struct ExternalIdentity: Hashable, Sendable {
  package var issuer: String
  /// The provider's own id of the account.
  package var subject: String
  /// When the token ends.
  package var expiresAt: Instant

  package init(issuer: String, subject: String, expiresAt: Instant) {
    self.issuer = issuer
    self.subject = subject
    self.expiresAt = expiresAt
  }
}

/// Which tokens of an external provider are believed.
package struct ExternalTokenSettings: Hashable, Sendable {
  package var issuer: String
  package var audience: String
  /// The shared secret for HS256, and the `kid` of its tokens; nil when the provider signs with a pair of keys.
  package var secret: String?
  package var secretKeyID: String?
  /// A file with the provider's public keys (a JWKS), read again when it changes.
  package var keyFile: String?

  package init(
    issuer: String, audience: String, secret: String? = nil, secretKeyID: String? = nil,
    keyFile: String? = nil
  ) {
    self.issuer = issuer
    self.audience = audience
    self.secret = secret
    self.secretKeyID = secretKeyID
    self.keyFile = keyFile
  }
}
