import Foundation

// What a store needs of the machine it is on.

/// Whether files are the owner's alone.
struct FilePrivacy {
  let directory: String

  /// Files that nobody else may read, where they are there.
  private static let files = [
    "booking.sqlite", "booking.sqlite-wal", "booking.sqlite-shm", "secret", "session.json",
  ]

  func finding() -> HealthFinding {
    let folders = [directory, directory + "/backups", directory + "/mail"]
    let open =
      folders.filter { isOpen($0) } + FilePrivacy.files.map { "\(directory)/\($0)" }.filter { isOpen($0) }
    guard let first = open.first else {
      return .ok("permissions", "only the owner can read the data directory")
    }
    let more = open.count > 1 ? " and \(open.count - 1) more" : ""
    return .wrong(
      "permissions", "others may read \(first)\(more)", "chmod -R go-rwx \(directory)")
  }

  private func isOpen(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & 0o077 != 0
  }
}

/// How much room there is for the store to grow.
struct DiskRoom {
  /// In bytes.
  var free: Int
  var store: Int

  /// Nil when it cannot be told.
  init?(directory: String, store: Int) {
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: directory)
    guard let free = attributes?[.systemFreeSize] as? Int else { return nil }
    self.init(free: free, store: store)
  }

  init(free: Int, store: Int) {
    self.free = free
    self.store = store
  }

  func finding() -> HealthFinding {
    let words = "\(DiskRoom.words(free)) free; the store takes \(DiskRoom.words(store))"
    let advice = "Make room: without it no booking can be written. Old copies are in the folder backups."
    if free < 100 << 20 { return .wrong("disk", words, advice) }
    // A backup before a migration takes as much again.
    if free < max(1 << 30, 3 * store) { return .mind("disk", words, advice) }
    return .ok("disk", words)
  }

  static func words(_ bytes: Int) -> String {
    switch bytes {
    case ..<(1 << 20): "\(max(1, bytes >> 10)) KiB"
    case ..<(10 << 30): "\(bytes >> 20) MiB"
    default: "\(bytes >> 30) GiB"
    }
  }
}

/// Programs that are started for deliveries.
enum NeededProgram {
  /// Whether a program, a path or a name that is looked up in a search path, can be started.
  static func isThere(_ program: String, path: String) -> Bool {
    if program.contains("/") { return access(program, X_OK) == 0 }
    return path.split(separator: ":").contains { access("\($0)/\(program)", X_OK) == 0 }
  }

  static func finding(_ program: String, for purpose: String, path: String) -> HealthFinding {
    if isThere(program, path: path) { return .ok("programs", "\(program) is there, for \(purpose)") }
    return .wrong(
      "programs", "\(program) is not there, and is needed for \(purpose)",
      "Install it (apt-get install \(program)), or say where it is.")
  }
}

/// Whether the machine's clock can be right.
enum ClockSanity {
  /// When this was written: no clock is before that.
  static let earliest = Instant(seconds: 1_785_000_000)

  /// `last` is when the store was written to by the clock of then.
  static func finding(now: Instant, last: Instant?) -> HealthFinding {
    let advice = "Set the clock (timedatectl set-ntp true). By a wrong one bookings are past or too early."
    if now < earliest {
      return .wrong("clock", "it shows \(Zone.utc.timestamp(now)), which is long gone", advice)
    }
    if let last, last.seconds > now.seconds + 300 {
      return .wrong(
        "clock",
        "it shows \(Zone.utc.timestamp(now)), but something was booked at \(Zone.utc.timestamp(last))",
        advice)
    }
    return .ok("clock", "it shows \(Zone.utc.timestamp(now))")
  }
}
