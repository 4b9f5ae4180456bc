internal import GRDB

/// What opening has made of a store of an earlier version.
package struct StoreUpgrade: Hashable, Sendable {
  /// The schema's version before and after.
  package var from: Int
  package var to: Int
  /// Where the copy from before is; nil for a store that held no booking.
  package var backup: String?

  /// Brings a store up to date. One that holds bookings is copied first into the folder `backups` beside it, and
  /// without a copy that has been verified nothing is changed.
  static func apply(to pool: DatabasePool, directory: String) throws -> StoreUpgrade? {
    var upgrade: StoreUpgrade?
    try Migrations.apply(to: pool) { version in
      // A new store has nothing to lose.
      guard version > 0 else { return }
      upgrade = StoreUpgrade(from: version, to: Migrations.known)
      if try pool.read(StoreCopy.hasBookings) {
        upgrade?.backup = try copy(pool, directory + "/backups", version: version)
      }
    }
    return upgrade
  }

  private static func copy(_ pool: DatabasePool, _ folder: String, version: Int) throws -> String {
    do {
      try PrivateFile.makeDirectory(folder)
      return try StoreCopy.write(
        pool,
        to: { number in
          "\(folder)/before-schema-\(Migrations.known)\(number > 1 ? "-\(number)" : "").sqlite"
        }
      ).path
    } catch {
      let reason = (error as? StoreError)?.message ?? "The copy could not be written."
      throw StoreError.failed(
        "The store is of schema \(version) and must be brought to \(Migrations.known), but the backup that comes "
          + "first failed, so nothing was changed. \(reason)")
    }
  }
}
