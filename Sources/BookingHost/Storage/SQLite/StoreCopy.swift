import Foundation
internal import GRDB

/// A store in one file, as it was found when it was opened and gone through.
package struct StoreCopy: Hashable, Sendable {
  package var path: String
  /// The schema's version.
  package var schema: Int
  package var restaurants: Int
  package var bookings: Int
  package var bytes: Int
}

extension Store {
  /// Copies the store as it is at this moment into one file (mode 0600), while others read and write. The file has
  /// been opened and gone through before it gets its name: there is never half of one.
  ///
  /// Throws `StoreError.fileExists` unless it may be replaced.
  package func backup(to path: String, replacing: Bool = false) throws -> StoreCopy {
    try StoreError.translating {
      let database = try sqlite().database
      if replacing { return try StoreCopy.replace(path, with: database) }
      return try StoreCopy.write(database, to: { $0 == 1 ? path : nil })
    }
  }
}

extension StoreCopy {
  /// Opens a file on its own and goes through all of it, changing nothing in it.
  ///
  /// Throws `StoreError.unreadable` for what is damaged or no store of ours, and `StoreError.newer`.
  static func examine(_ path: String) throws -> StoreCopy {
    do {
      return try reading(path) { db, schema in
        guard try damage(in: db).isEmpty else { throw StoreError.unreadable }
        return StoreCopy(
          path: path, schema: schema, restaurants: try count("restaurants", db),
          bookings: try count("bookings", db), bytes: size(of: path))
      }
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }

  /// Opens a store's file on its own, without bringing it up to date, and tells `body` its schema's version.
  ///
  /// Throws `StoreError.unreadable` for what is no store of ours, and `StoreError.newer`.
  static func reading<T>(_ path: String, _ body: (Database, _ schema: Int) throws -> T) throws -> T {
    // Who opens or closes it meanwhile may need it alone for a moment: that is waited for.
    let queue = try DatabaseQueue(path: path, configuration: Store.configuration())
    defer { try? queue.close() }
    return try queue.read { db in
      let applied = try Migrations.all.appliedIdentifiers(db)
      guard !applied.isEmpty, try db.tableExists("bookings") else { throw StoreError.unreadable }
      try Migrations.refuseNewer(db)
      return try body(db, Migrations.version(applied))
    }
  }

  /// What is wrong with the pages and the references of a database, ten sentences at most.
  static func damage(in db: Database) throws -> [String] {
    let pages = try String.fetchAll(db, sql: "PRAGMA integrity_check(10)").filter { $0 != "ok" }
    let references = try GRDB.Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(10).map { row in
      "a row of \(row["table"] as String) refers to one of \(row["parent"] as String) that is not there"
    }
    return Array((pages + references).prefix(10))
  }

  static func hasBookings(_ db: Database) throws -> Bool {
    guard try db.tableExists("bookings") else { return false }
    return try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM bookings)") ?? false
  }

  /// Copies into the first of some names that is free: `name` is asked with 1, 2 and so on until it gives none.
  static func write(_ source: any DatabaseWriter, to name: (Int) -> String?) throws -> StoreCopy {
    guard let first = name(1) else { throw StoreError.failed("There is no name for the copy.") }
    if name(2) == nil, PrivateFile.exists(first) { throw StoreError.fileExists(path: first) }
    var copy = try partial(source, beside: first)
    let temporary = copy.path
    defer { unlink(temporary) }
    var number = 1
    while let path = name(number) {
      // A link, unlike a rename, never replaces what another process has just put there.
      if link(temporary, path) == 0 {
        try PrivateFile.settle(directoryOf: path)
        copy.path = path
        return copy
      }
      guard errno == EEXIST else { throw StoreError.failed("\(path) cannot be written.") }
      number += 1
    }
    throw StoreError.fileExists(path: first)
  }

  static func replace(_ path: String, with source: any DatabaseWriter) throws -> StoreCopy {
    var copy = try partial(source, beside: path)
    guard rename(copy.path, path) == 0 else {
      unlink(copy.path)
      throw StoreError.failed("\(path) cannot be written.")
    }
    try PrivateFile.settle(directoryOf: path)
    copy.path = path
    return copy
  }

  /// A copy under a name of its own, on the disk and gone through.
  private static func partial(_ source: any DatabaseWriter, beside path: String) throws -> StoreCopy {
    let temporary = "\(path).\(UUID().uuidString.lowercased()).part"
    do {
      try PrivateFile.touch(temporary)
      let before = try source.read { try count("bookings", $0) }
      // Unlike a copy of the pages this leaves out what has been deleted.
      try source.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [temporary]) }
      let after = try source.read { try count("bookings", $0) }
      try PrivateFile.settle(temporary)
      let copy = try examine(temporary)
      guard min(before, after)...max(before, after) ~= copy.bookings else {
        throw StoreError.failed("The copy does not hold the bookings of the store, and was thrown away.")
      }
      return copy
    } catch {
      unlink(temporary)
      if let error = error as? PrivateFile.Failure { throw StoreError.failed(error.message) }
      throw error
    }
  }

  private static func count(_ table: String, _ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(table)") ?? 0
  }

  private static func size(of path: String) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.size] as? Int ?? 0
  }
}
