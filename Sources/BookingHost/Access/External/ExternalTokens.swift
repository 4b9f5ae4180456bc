import Foundation
internal import JWTKit

/// Believes the tokens of an external provider: signed with a key that is known by its `kid`, by the very
/// algorithm that the key is for, from the right issuer, for this audience, and within their time.
package struct ExternalTokens: Sendable {
  private let settings: ExternalTokenSettings
  private let keys: ProviderKeys
  private let now: @Sendable () -> Instant

  /// Throws when the keys cannot be read.
  package init(_ settings: ExternalTokenSettings, now: @escaping @Sendable () -> Instant) async throws {
    self.settings = settings
    self.now = now
    keys = try await ProviderKeys(settings)
  }

  /// Whether a text has the form of such a token; sessions' own tokens have not.
  package static func looksLikeOne(_ text: String) -> Bool {
    text.utf8.count { $0 == UInt8(ascii: ".") } == 2
  }

  /// Whose token this is; nil for one that is not believed, for whatever reason.
  package func identity(of token: String) async -> ExternalIdentity? {
    guard token.utf8.count <= 8192, let header = TokenHeader(token: token),
      let key = await keys.key(header),
      let claims = try? await key.verify(token, as: Claims.self)
    else { return nil }
    return identity(claims)
  }

  private func identity(_ claims: Claims) -> ExternalIdentity? {
    let now = Double(now().seconds)
    guard claims.iss == settings.issuer, claims.aud.values.contains(settings.audience), !claims.sub.isEmpty,
      claims.exp.isFinite, claims.exp > now, claims.exp < Double(Int32.max) * 4, claims.nbf ?? 0 <= now
    else { return nil }
    return ExternalIdentity(
      issuer: claims.iss, subject: claims.sub, expiresAt: Instant(seconds: Int(claims.exp)))
  }

  /// What a token says. Judged by our own clock, after the signature.
  private struct Claims: JWTPayload {
    var iss: String
    var sub: String
    var aud: Audience
    var exp: Double
    var nbf: Double?

    func verify(using algorithm: some JWTAlgorithm) throws {}
  }

  /// One audience, or several.
  private struct Audience: Codable {
    var values: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      values = try (try? [container.decode(String.self)]) ?? container.decode([String].self)
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(values)
    }
  }
}
