import Foundation

extension RuleDirectory {
  /// Replaces a file's text, all of it or nothing: whoever reads it meanwhile has the old one or the new one.
  /// Throws, and changes nothing, when the file no longer holds `old`.
  package static func replace(
    _ path: String, in directory: String, _ old: String, by new: String
  ) throws(RuleBookError) {
    guard let root = resolved(directory), let real = resolved(root + "/" + path), real.hasPrefix(root + "/"),
      let found = FileManager.default.contents(atPath: real)
    else { throw failure(path, "the file cannot be read") }
    guard found == Data(old.utf8) else { throw failure(path, "the file has changed meanwhile") }
    guard write(Array(new.utf8), inPlaceOf: real) else { throw failure(path, "the file cannot be written") }
  }

  private static func failure(_ path: String, _ sentence: String) -> RuleBookError {
    RuleBookError(errors: [RuleError(kind: .source, message: sentence, rule: path)])
  }

  /// Writes a file beside another, with its permissions, and moves it into the other's place.
  private static func write(_ bytes: [UInt8], inPlaceOf path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else { return false }
    let beside = "\(path).\(getpid()).new"
    let descriptor = open(beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let isWritten =
      writeAll(bytes, to: descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0
      && fsync(descriptor) == 0
    guard close(descriptor) == 0, isWritten, rename(beside, path) == 0 else {
      unlink(beside)
      return false
    }
    return true
  }

  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno != EINTR { return false }
      left = left.dropFirst(max(0, count))
    }
    return true
  }
}
