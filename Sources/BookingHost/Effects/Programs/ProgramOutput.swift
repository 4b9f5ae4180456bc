import Foundation
import Synchronization
internal import SystemPackage

/// Where a program writes: to us, who read the beginning, or nowhere.
///
/// Our end is closed when enough has been read. The program then cannot go on writing, however much there is.
final class ProgramOutput: Sendable {
  private let most: Int
  /// Nil where nothing is read.
  private let reading: Int32?
  private let writing: Mutex<Int32?>
  let descriptor: FileDescriptor

  /// Takes at most so many bytes; with 0 nothing is read, and the program may write what it likes. Nil when the
  /// process has too many files open.
  init?(most: Int) {
    var ends: [Int32] = [-1, -1]
    if most == 0 {
      ends[1] = open("/dev/null", O_WRONLY | O_CLOEXEC)
      reading = nil
    } else {
      // Rather than a pipe, which could be inherited by whatever else is started at this moment, and kept open.
      let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
      guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { return nil }
      reading = ends[0]
    }
    guard ends[1] >= 0 else { return nil }
    self.most = most
    writing = Mutex(ends[1])
    descriptor = FileDescriptor(rawValue: ends[1])
  }

  /// To be called once the program has the descriptor, or never will: only then does reading end.
  func release() {
    writing.withLock { file in
      if let file { close(file) }
      file = nil
    }
  }

  /// Reads until there is no more, or enough. To be called once. The thread is its own, as it waits.
  func head() async -> [UInt8] {
    guard let reading else { return [] }
    let most = most
    return await PlainThread.run {
      var bytes: [UInt8] = []
      var buffer = [UInt8](repeating: 0, count: 16 * 1024)
      while bytes.count < most {
        let count = read(reading, &buffer, min(buffer.count, most - bytes.count))
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { break }
        bytes += buffer.prefix(count)
      }
      close(reading)
      return bytes
    }
  }
}
