/// The store's own secret, 32 random bytes in the file `secret` beside it, for its owner only. Whoever has it
/// can compute the store's keyed hashes.
package struct SecretFile: Sendable {
  private let path: String

  package init(directory: String) {
    path = directory + "/secret"
  }

  /// Makes the secret unless there is one, and loads it. `setup` calls this.
  package func create() throws -> KeyedHash {
    _ = try PrivateFile.create(path, with: RandomBytes.make(SecretFile.length))
    return try load()
  }

  /// Throws `PrivateFile.Failure` when there is no secret, or what is there is none.
  package func load() throws -> KeyedHash {
    guard let bytes = try PrivateFile.read(path), bytes.count == SecretFile.length else {
      throw PrivateFile.Failure(message: "\(path) is missing or damaged. Make one with: host-cli setup")
    }
    return KeyedHash(secret: bytes)
  }

  /// Takes over the secret of another directory, unless there is one.
  package func copy(from directory: String) throws {
    let other = directory + "/secret"
    guard let bytes = try PrivateFile.read(other), bytes.count == SecretFile.length else {
      throw PrivateFile.Failure(message: "\(other) is missing or damaged.")
    }
    _ = try PrivateFile.create(path, with: bytes)
  }

  private static let length = 32
}
