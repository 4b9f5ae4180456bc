import Foundation

/// Files that only their owner may read (mode 0600).
package enum PrivateFile {
  /// What a private file could not be made, read or kept private for.
  package struct Failure: Error, Hashable, Sendable {
    /// A sentence for a person.
    package var message: String
  }

  /// Makes an empty file where there is none. One that is there is not even opened: closing a database's file
  /// would drop the locks that this process holds on it.
  package static func touch(_ path: String) throws {
    let file = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    if file < 0, errno == EEXIST { return }
    guard file >= 0 else { throw Failure(message: "\(path) cannot be made.") }
    close(file)
  }

  /// Replaces the file as a whole: a reader sees the old content or the new, never a part, and nobody else
  /// sees either.
  package static func replace(_ path: String, with bytes: [UInt8]) throws {
    let temporary = try write(bytes, beside: path)
    guard rename(temporary, path) == 0 else {
      unlink(temporary)
      throw Failure(message: "\(path) cannot be written.")
    }
  }

  /// Makes the file with this content. False, and nothing changed, when there is one already.
  package static func create(_ path: String, with bytes: [UInt8]) throws -> Bool {
    let temporary = try write(bytes, beside: path)
    defer { unlink(temporary) }
    // A link, unlike a rename, never replaces what another process has just put there.
    if link(temporary, path) == 0 { return true }
    guard errno == EEXIST else { throw Failure(message: "\(path) cannot be written.") }
    return false
  }

  /// The content, nil when there is no file. A file that others may read is made private first; one that
  /// cannot be, being someone else's, is refused.
  package static func read(_ path: String) throws -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw Failure(message: "\(path) cannot be read.")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Failure(message: "\(path) cannot be read.") }
    if status.st_mode & 0o077 != 0, fchmod(file, 0o600) != 0 {
      throw Failure(message: "\(path) can be read by others, so it is not used.")
    }
    return try content(of: file, path)
  }

  private static func content(of file: Int32, _ path: String) throws -> [UInt8] {
    do {
      return Array(try FileHandle(fileDescriptor: file, closeOnDealloc: false).readToEnd() ?? Data())
    } catch {
      throw Failure(message: "\(path) cannot be read.")
    }
  }

  private static func write(_ bytes: [UInt8], beside path: String) throws -> String {
    let temporary = "\(path).\(UUID().uuidString.lowercased())"
    let file = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure(message: "\(path) cannot be written.") }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
    defer { close(file) }
    do {
      try handle.write(contentsOf: Data(bytes))
      try handle.synchronize()
      return temporary
    } catch {
      unlink(temporary)
      throw Failure(message: "\(path) cannot be written.")
    }
  }
}
