import Foundation

/// The mails that were put into a folder instead of being sent.
package struct MailFolder: Sendable {
  private let directory: String
  private let keyedHash: @Sendable (String) -> [UInt8]

  /// `data` is the data directory, `keyedHash` the store's.
  package init(data: String, keyedHash: @escaping @Sendable (String) -> [UInt8]) {
    directory = data + "/mail"
    self.keyedHash = keyedHash
  }

  /// Deletes the files of some effects. Throws `PrivateFile.Failure` when one is left.
  package func remove(effects: [Int]) throws {
    guard !effects.isEmpty, let files = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      return
    }
    let names = Set(effects.map { MailComposer.name(ofMessage: String($0), keyedHash) + ".eml" })
    for file in files {
      guard let dash = file.lastIndex(of: "-"), names.contains(String(file[file.index(after: dash)...]))
      else {
        continue
      }
      guard unlink("\(directory)/\(file)") == 0 || errno == ENOENT else {
        throw PrivateFile.Failure(message: "A mail in the folder for mail cannot be deleted.")
      }
    }
  }
}
