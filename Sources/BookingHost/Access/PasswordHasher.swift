internal import Crypto
internal import CryptoExtras
import Foundation

/// Passwords as scrypt hashes: `scrypt$N$r$p$salt$hash`, salt and hash in base64.
///
/// A hash carries its own parameters, so raising them leaves older hashes valid.
package struct PasswordHasher: Sendable {
  /// What hashing a password costs.
  package struct Parameters: Hashable, Sendable {
    /// N, a power of two: how often the memory is gone through.
    package var rounds: Int
    /// r: memory is 128 × N × r bytes.
    package var blockSize: Int
    /// p: how often the whole is done, in the same memory.
    package var parallelism: Int

    package init(rounds: Int, blockSize: Int, parallelism: Int) {
      self.rounds = rounds
      self.blockSize = blockSize
      self.parallelism = parallelism
    }

    /// A hash in the store that asks for more than this was not written by us.
    fileprivate var isSane: Bool {
      rounds >= 2 && rounds <= 1 << 20 && rounds & (rounds - 1) == 0 && (1...32).contains(blockSize)
        && (1...32).contains(parallelism)
    }
  }

  package let parameters: Parameters

  package init(parameters: Parameters) {
    self.parameters = parameters
  }

  /// For passwords that people choose: one of the settings that OWASP's password storage cheat sheet lists as
  /// equally strong (16 MiB). About 0.3 s; in a debug build, where the C behind it is not optimised, about 2 s.
  package static let standard = PasswordHasher(
    parameters: Parameters(rounds: 1 << 14, blockSize: 8, parallelism: 5))

  /// For passwords that this program made itself: 73 random bits are not guessed, however fast the hash.
  /// About a twentieth of the standard's cost.
  package static let generated = PasswordHasher(
    parameters: Parameters(rounds: 1 << 12, blockSize: 8, parallelism: 1))

  /// Worth nothing and nearly free: for tests.
  package static let forTests = PasswordHasher(
    parameters: Parameters(rounds: 16, blockSize: 1, parallelism: 1))

  /// A hash under a fresh salt.
  package func hash(_ password: String) throws -> String {
    let salt = RandomBytes.make(16)
    let key = try derive(password, salt: salt, parameters)
    return [
      "scrypt", String(parameters.rounds), String(parameters.blockSize), String(parameters.parallelism),
      Data(salt).base64EncodedString(), Data(key).base64EncodedString(),
    ].joined(separator: "$")
  }

  /// Whether this is the password of the hash. Without a hash (no such account, or none set) it is not, and
  /// that answer takes as long as any other: nobody can find out who has an account.
  package func verify(_ password: String, against hash: String?) throws -> Bool {
    guard let stored = hash.flatMap(StoredHash.init) else {
      _ = try derive(password, salt: [UInt8](repeating: 0, count: 16), parameters)
      return false
    }
    return Digest.equal(try derive(password, salt: stored.salt, stored.parameters), stored.key)
  }

  private func derive(_ password: String, salt: [UInt8], _ parameters: Parameters) throws -> [UInt8] {
    // Composed, so that a password typed on another keyboard is the same password.
    let text = Array(password.precomposedStringWithCanonicalMapping.utf8)
    let key = try KDF.Scrypt.deriveKey(
      from: text, salt: salt, outputByteCount: 32, rounds: parameters.rounds,
      blockSize: parameters.blockSize, parallelism: parameters.parallelism)
    return key.withUnsafeBytes { Array($0) }
  }

  private struct StoredHash {
    var parameters: Parameters
    var salt: [UInt8]
    var key: [UInt8]

    init?(_ text: String) {
      let parts = text.split(separator: "$", omittingEmptySubsequences: false)
      guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]),
        let blockSize = Int(parts[2]), let parallelism = Int(parts[3]),
        let salt = Data(base64Encoded: String(parts[4])), let key = Data(base64Encoded: String(parts[5])),
        key.count == 32
      else { return nil }
      parameters = Parameters(rounds: rounds, blockSize: blockSize, parallelism: parallelism)
      self.salt = Array(salt)
      self.key = Array(key)
      guard parameters.isSane else { return nil }
    }
  }
}
