import Foundation

/// Puts messages into a folder, one file each, as any mail program opens them. Nothing leaves the machine.
///
/// The folder is its owner's only (0700). A file is written under another name and then moved, so that whoever
/// looks into the folder never sees half a message.
package struct FileTransport: MailTransport {
  private let directory: String
  package let isLocal = true

  package init(directory: String) {
    self.directory = directory
  }

  package func send(_ message: MailMessage, isRepeat: Bool) -> DeliveryOutcome {
    do {
      try makeDirectory()
      // What an earlier attempt has put there is not put there twice.
      if isRepeat, try contains(message) { return .delivered }
      try write(message.bytes, as: name(of: message))
      return .delivered
    } catch {
      return .retry(reason: error.reason, after: nil)
    }
  }

  private struct Failure: Error {
    var reason: String
  }

  /// `20261127T193005Z-8f3a….eml`: in the order in which they were sent, and told apart by their identifier.
  private func name(of message: MailMessage) -> String {
    "\(CalendarStamp.utc(message.sentAt))-\(suffix(of: message))"
  }

  private func suffix(of message: MailMessage) -> String {
    message.id.prefix { $0 != "@" }.filter { $0.isASCII && ($0.isLetter || $0.isNumber) } + ".eml"
  }

  private func contains(_ message: MailMessage) throws(Failure) -> Bool {
    guard let files = try? FileManager.default.contentsOfDirectory(atPath: directory) else {
      throw Failure(reason: "the folder for mail cannot be read")
    }
    let suffix = "-" + suffix(of: message)
    return files.contains { $0.hasSuffix(suffix) }
  }

  private func makeDirectory() throws(Failure) {
    if mkdir(directory, 0o700) == 0 { return }
    var status = stat()
    guard errno == EEXIST, stat(directory, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw Failure(reason: "the folder for mail cannot be made")
    }
    if status.st_mode & 0o077 != 0, chmod(directory, 0o700) != 0 {
      throw Failure(reason: "the folder for mail can be read by others, so it is not used")
    }
  }

  private func write(_ bytes: [UInt8], as name: String) throws(Failure) {
    let temporary = "\(directory)/.\(UUID().uuidString.lowercased())"
    let file = open(temporary, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { throw Failure(reason: "the folder for mail cannot be written") }
    let isWritten = FileTransport.writeAll(bytes, to: file) && fsync(file) == 0
    guard close(file) == 0, isWritten, rename(temporary, "\(directory)/\(name)") == 0 else {
      unlink(temporary)
      throw Failure(reason: "the message cannot be written; is the disk full?")
    }
    syncDirectory()
  }

  static func writeAll(_ bytes: [UInt8], to file: Int32) -> Bool {
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { return false }
      left = left.dropFirst(max(0, count))
    }
    return true
  }

  /// That the file is there survives the loss of power.
  private func syncDirectory() {
    let folder = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    fsync(folder)
    close(folder)
  }
}
