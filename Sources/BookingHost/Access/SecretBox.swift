internal import Crypto
import Foundation

/// Seals what must be kept and shown to nobody: who has the file of the store alone learns nothing from it.
package struct SecretBox: Sendable {
  fileprivate let key: SymmetricKey
  fileprivate static let keyBytes = 32

  /// What has been sealed for `owner` can be opened for it only: it cannot be moved into another's place.
  package func seal(_ bytes: [UInt8], for owner: String) throws -> [UInt8] {
    Array(try ChaChaPoly.seal(bytes, using: key, authenticating: Array(owner.utf8)).combined)
  }

  /// Nil for what was sealed with another key or for another owner, or has been changed since.
  package func open(_ sealed: [UInt8], for owner: String) -> [UInt8]? {
    guard let box = try? ChaChaPoly.SealedBox(combined: sealed) else { return nil }
    return (try? ChaChaPoly.open(box, using: key, authenticating: Array(owner.utf8))).map { Array($0) }
  }
}

extension KeyedHash {
  /// A box that only who has the store's secret can open. What is sealed for one purpose cannot be opened for
  /// another.
  package func box(for purpose: String) -> SecretBox {
    SecretBox(
      key: HKDF<SHA256>.deriveKey(
        inputKeyMaterial: key, info: Array(purpose.utf8), outputByteCount: SecretBox.keyBytes))
  }
}
