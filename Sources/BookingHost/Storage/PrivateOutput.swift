import Foundation

/// A file for its owner only that is written a piece at a time, and has its name only when it is whole.
package final class PrivateOutput {
  private let path: String
  private let temporary: String
  private let handle: FileHandle

  /// Throws `StoreError.fileExists` unless the file may be replaced.
  package init(_ path: String, replacing: Bool) throws {
    if !replacing, PrivateFile.exists(path) { throw StoreError.fileExists(path: path) }
    temporary = "\(path).\(UUID().uuidString.lowercased()).part"
    let file = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw PrivateFile.Failure(message: "\(path) cannot be written.") }
    handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    self.path = path
  }

  package func write(_ text: String) throws {
    do {
      try handle.write(contentsOf: Data(text.utf8))
    } catch {
      throw PrivateFile.Failure(message: "\(path) cannot be written.")
    }
  }

  /// Gives it its name.
  package func finish() throws {
    guard fsync(handle.fileDescriptor) == 0, rename(temporary, path) == 0 else {
      throw PrivateFile.Failure(message: "\(path) cannot be written.")
    }
    try PrivateFile.settle(directoryOf: path)
  }

  // What was not finished is taken away; what was has this name no more.
  deinit { unlink(temporary) }
}
