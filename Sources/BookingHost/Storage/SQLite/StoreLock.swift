import Foundation

/// Tells whether other programs have a store open, and keeps them out for a while.
///
/// It asks for the locks that SQLite itself would ask for: every connection in WAL mode holds a shared one for as
/// long as it is open. So it works for a file that is damaged, too.
enum StoreLock {
  /// Runs `body` while nobody else has the file; `body` is told whether there is one. Throws `StoreError.inUse`
  /// when somebody has it.
  static func holding<T>(_ path: String, _ body: (_ isThere: Bool) throws -> T) throws -> T {
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return try body(false) }
      throw StoreError.failed("\(path) cannot be opened for writing. Nothing was changed.")
    }
    defer { close(file) }
    var lock = exclusive
    guard fcntl(file, set, &lock) == 0 else {
      var other = exclusive
      let isTold = fcntl(file, get, &other) == 0 && other.l_pid > 0
      throw StoreError.inUse(process: isTold ? Int(other.l_pid) : nil)
    }
    return try body(true)
  }

  /// Runs `body`, which makes a store, while nobody else makes one in the same directory. Of two that put a new file
  /// into WAL mode at once SQLite refuses one without waiting: both have read it, and neither can go on while the other
  /// does.
  static func making<T>(in directory: String, _ body: () throws -> T) throws -> T {
    let place = open(directory, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0 else { throw StoreError.failed("The directory \(directory) cannot be opened.") }
    defer { close(place) }
    // Where the file system has no such locks it is made all the same.
    while flock(place, LOCK_EX) != 0, errno == EINTR {}
    return try body()
  }

  /// The bytes that SQLite locks (pending, reserved and shared), from the description of its file format.
  private static var exclusive: flock {
    flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: 0x4000_0000, l_len: 512, l_pid: 0)
  }

  // Of the open file rather than of the process, so that they hold against this process, too: Linux's F_OFD_GETLK
  // and F_OFD_SETLK, which Glibc's module does not show.
  private static let get: Int32 = 36
  private static let set: Int32 = 37
}
