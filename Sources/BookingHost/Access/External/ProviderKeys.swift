import Foundation
internal import JWTKit

/// The keys of an external provider. Each is kept alone with its algorithm: a collection of one key has none
/// to fall back to, and no key is tried with an algorithm that it is not for.
actor ProviderKeys {
  /// Why there are no keys to go by.
  struct Unusable: Error {
    var message: String
  }

  private struct Key {
    var algorithm: String
    var collection: JWTKeyCollection
  }

  private let secret: (id: String, key: Key)?
  private let file: String?
  private var published: [String: Key] = [:]
  private var readAt: Date?

  init(_ settings: ExternalTokenSettings) async throws {
    file = settings.keyFile
    secret = try await ProviderKeys.secret(settings)
    guard let file else { return }
    guard let keys = await ProviderKeys.read(file) else {
      throw Unusable(message: "\(file) is not a set of keys (JWKS) with RS256 or ES256 keys.")
    }
    published = keys
    readAt = ProviderKeys.changed(file)
  }

  /// The key that a header names, when its algorithm is the very one that the key is for.
  func key(_ header: TokenHeader) async -> JWTKeyCollection? {
    guard let id = header.keyID else { return nil }
    let key: Key?
    if let secret, secret.id == id { key = secret.key } else { key = await published(id) }
    guard let key, key.algorithm == header.algorithm else { return nil }
    return key.collection
  }

  private func published(_ id: String) async -> Key? {
    guard let file else { return nil }
    let changed = ProviderKeys.changed(file)
    if changed != readAt {
      readAt = changed
      // A file that cannot be read just now leaves the keys that were.
      if let keys = await ProviderKeys.read(file) { published = keys }
    }
    return published[id]
  }

  private static func secret(_ settings: ExternalTokenSettings) async throws -> (id: String, key: Key)? {
    guard let secret = settings.secret else { return nil }
    guard secret.utf8.count >= 32 else { throw Unusable(message: "The secret needs at least 32 bytes.") }
    guard let id = settings.secretKeyID else { throw Unusable(message: "The secret needs its key id.") }
    let collection = JWTKeyCollection()
    await collection.add(hmac: HMACKey(from: secret), digestAlgorithm: .sha256)
    return (id, Key(algorithm: "HS256", collection: collection))
  }

  private static func changed(_ file: String) -> Date? {
    (try? FileManager.default.attributesOfItem(atPath: file))?[.modificationDate] as? Date
  }

  /// The keys of a file that can be used here; nil when there are none.
  private static func read(_ file: String) async -> [String: Key]? {
    guard let data = FileManager.default.contents(atPath: file),
      let set = try? JSONDecoder().decode(KeySet.self, from: data)
    else { return nil }
    var keys: [String: Key] = [:]
    for var jwk in set.keys.compactMap(\.jwk) {
      guard let id = jwk.keyIdentifier, let algorithm = algorithm(of: jwk) else { continue }
      jwk.algorithm = algorithm
      let collection = JWTKeyCollection()
      guard (try? await collection.add(jwk: jwk)) != nil else { continue }
      keys[id.string] = Key(algorithm: algorithm.rawValue, collection: collection)
    }
    return keys.isEmpty ? nil : keys
  }

  /// What a key is for: as it says, else as its type has it. Nil for what is not taken here.
  private static func algorithm(of jwk: JWK) -> JWK.Algorithm? {
    let own: JWK.Algorithm
    switch jwk.keyType {
    case .rsa: own = .rs256
    case .ecdsa where jwk.curve == .ecdsa(.p256): own = .es256
    default: return nil
    }
    return jwk.algorithm == nil || jwk.algorithm == own ? own : nil
  }

  private struct KeySet: Decodable {
    var keys: [Member]
  }

  /// A key of a type that is unknown here is left out, and the rest are read.
  private struct Member: Decodable {
    var jwk: JWK?

    init(from decoder: any Decoder) throws {
      jwk = try? JWK(from: decoder)
    }
  }
}
