import Foundation

/// The file that keeps the command line signed in: `session.json` in the data directory, for its owner only.
package struct SignInFile: Sendable {
  private let path: String

  package init(directory: String) {
    path = directory + "/session.json"
  }

  /// The token that was saved; nil when nobody is signed in or the file makes no sense. A file that others
  /// may read is made private first.
  package func load() throws -> String? {
    guard let bytes = try PrivateFile.read(path) else { return nil }
    return try? JSONDecoder().decode(Content.self, from: Data(bytes)).token
  }

  /// Keeps a token in place of the last.
  package func save(token: String) throws {
    try PrivateFile.replace(path, with: Array(JSONEncoder().encode(Content(token: token))))
  }

  /// Forgets the token. Removing a file that is not there does no harm.
  package func remove() throws {
    guard unlink(path) == 0 || errno == ENOENT else {
      throw PrivateFile.Failure(message: "\(path) cannot be removed.")
    }
  }

  private struct Content: Codable {
    var token: String
  }
}
