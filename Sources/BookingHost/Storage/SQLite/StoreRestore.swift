import Foundation

/// What has come of a restore.
package struct StoreRestore: Hashable, Sendable {
  /// What is in place now, as it was in the file.
  package var copy: StoreCopy
  /// Where what was there before has been put; nil when there was nothing.
  package var aside: String?
  /// How many effects wait for deliveries to be released.
  package var effectsHeld: Int
}

extension StoreRestore {
  /// Puts a copy in the place of the store in `directory`, which is made where it is missing.
  ///
  /// The copy is gone through, brought up to date, and made to hold its deliveries and to know nobody's session
  /// before it takes the place. What was there is put aside and never deleted. The file itself is left as it is.
  package static func put(_ path: String, into directory: String, now: Instant) throws -> StoreRestore {
    do {
      try FileManager.default.createDirectory(
        atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let place = Store.path(in: directory)
      guard PrivateFile.exists(path) else { throw StoreError.notRestorable("There is no file \(path).") }
      guard !isSame(path, place) else {
        throw StoreError.notRestorable("\(path) is the store itself; there is nothing to restore.")
      }
      return try StoreLock.holding(place) { isThere in
        try exchange(path, place, directory, isThere: isThere, now)
      }
    } catch let failure as PrivateFile.Failure {
      throw StoreError.failed(failure.message)
    }
  }

  private static func exchange(
    _ path: String, _ place: String, _ directory: String, isThere: Bool, _ now: Instant
  ) throws -> StoreRestore {
    let staging = "\(directory)/restoring-\(UUID().uuidString.lowercased())"
    try PrivateFile.makeDirectory(staging)
    defer { try? FileManager.default.removeItem(atPath: staging) }
    var restore = try prepare(path, staging, now)
    restore.aside = try putAside(directory, isThere: isThere, now)
    try move(Store.path(in: staging), place)
    try PrivateFile.settle(directoryOf: place)
    restore.copy.path = place
    return restore
  }

  /// The copy in a folder of its own, ready to be used.
  private static func prepare(_ path: String, _ staging: String, _ now: Instant) throws -> StoreRestore {
    let place = Store.path(in: staging)
    let copy = try take(path, to: place)
    let store = try Store.open(directory: staging)
    let held = try store.write { writer in
      try writer.holdDeliveries(DeliveryHold(since: now, reason: "The store was restored from a backup."))
      try writer.endAllSessions()
      try writer.audit(
        AuditEntry(at: now, action: "store.restored", detail: ["schema": .integer(copy.schema)]))
      return try writer.effectsDue(now: now)
    }
    try store.settleLog()
    try store.close()
    try PrivateFile.settle(place)
    return StoreRestore(copy: copy, aside: nil, effectsHeld: held)
  }

  /// Copies the file, with the log beside it if it has one, and goes through the copy.
  private static func take(_ path: String, to place: String) throws -> StoreCopy {
    do {
      // Half of a transaction must not be copied. A file that cannot be written to is nobody's store.
      if access(path, W_OK) == 0 {
        try StoreLock.holding(path) { _ in try copyFiles(path, place) }
      } else {
        try copyFiles(path, place)
      }
      return try StoreCopy.examine(place)
    } catch StoreError.unreadable {
      throw StoreError.notRestorable("\(path) is damaged or is not a booking store. Nothing was changed.")
    } catch StoreError.inUse {
      throw StoreError.notRestorable(
        "\(path) is in use by another program. Make a copy of it with: host-cli backup")
    }
  }

  private static func copyFiles(_ path: String, _ place: String) throws {
    for suffix in ["", "-wal"] where PrivateFile.exists(path + suffix) {
      do {
        try FileManager.default.copyItem(atPath: path + suffix, toPath: place + suffix)
      } catch {
        throw StoreError.failed("\(path) cannot be copied into the data directory. Nothing was changed.")
      }
      guard chmod(place + suffix, 0o600) == 0 else {
        throw StoreError.failed("\(place) cannot be kept private. Nothing was changed.")
      }
    }
  }

  /// The file goes first: whatever happens between two of these steps, no log is ever beside a file that it is
  /// not of. Nil when there was nothing; a log without its file counts as something.
  private static func putAside(_ directory: String, isThere: Bool, _ now: Instant) throws -> String? {
    let present = ["", "-wal", "-shm"].filter { PrivateFile.exists(Store.path(in: directory) + $0) }
    guard isThere || !present.isEmpty else { return nil }
    let stamp = Zone.utc.timestamp(now).prefix(19).filter { $0 != ":" }
    var aside = "\(directory)/before-restore-\(stamp)"
    while mkdir(aside, 0o700) != 0 {
      guard errno == EEXIST else { throw StoreError.failed("\(aside) cannot be made. Nothing was changed.") }
      aside += "-"
    }
    for suffix in present {
      try move(Store.path(in: directory) + suffix, Store.path(in: aside) + suffix)
    }
    return aside
  }

  private static func move(_ from: String, _ to: String) throws {
    guard rename(from, to) == 0 else { throw StoreError.failed("\(from) cannot be moved to \(to).") }
  }

  private static func isSame(_ a: String, _ b: String) -> Bool {
    var (first, second) = (stat(), stat())
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_ino == second.st_ino
      && first.st_dev == second.st_dev
  }
}
