import Foundation

/// The header of a token, read before anything about it is believed.
struct TokenHeader: Hashable, Sendable {
  var algorithm: String
  var keyID: String?

  /// Nil for what has no such header. A header that says what must be understood (`crit`) is not understood.
  init?(token: String) {
    let parts = token.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 3, let bytes = Base64URL.decoded(parts[0]),
      let content = try? JSONDecoder().decode(Content.self, from: Data(bytes)), content.crit == nil
    else { return nil }
    algorithm = content.alg
    keyID = content.kid
  }

  private struct Content: Decodable {
    var alg: String
    var kid: String?
    var crit: [String]?
  }
}
