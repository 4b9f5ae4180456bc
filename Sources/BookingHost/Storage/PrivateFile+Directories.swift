import Foundation

// What it takes for files to be there after the power has failed.
extension PrivateFile {
  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// Makes a directory that only its owner may enter (mode 0700), unless there is one.
  static func makeDirectory(_ path: String) throws {
    if mkdir(path, 0o700) == 0 || errno == EEXIST { return }
    throw Failure(message: "\(path) cannot be made.")
  }

  /// Returns when what was written to a file is on the disk.
  static func settle(_ path: String) throws {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Failure(message: "\(path) cannot be read.") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw Failure(message: "\(path) cannot be brought to the disk.") }
  }

  /// Returns when the names in the directory of a file are on the disk.
  static func settle(directoryOf path: String) throws {
    let directory = (path as NSString).deletingLastPathComponent
    try settle(directory.isEmpty ? "." : directory)
  }
}
