import Foundation
internal import GRDB

/// A store's file, looked at without bringing it up to date.
struct StoreHealth: Hashable {
  /// The schema's version.
  var schema: Int
  var bookings: Int
  /// What is wrong with pages and references; empty when all is well.
  var damage: [String]
  /// When the last line of the audit trail was written.
  var lastWritten: Instant?

  /// Whether opening it would change nothing, and it can be read.
  var isUsable: Bool { schema == Migrations.known && damage.isEmpty }

  init(directory: String) throws {
    let path = Store.path(in: directory)
    guard PrivateFile.exists(path) else { throw StoreError.missing(directory: directory) }
    self = try StoreError.translating {
      try StoreCopy.reading(path) { db, schema in
        try StoreHealth(
          schema: schema,
          bookings: Int.fetchOne(db, sql: "SELECT count(*) FROM bookings") ?? 0,
          damage: StoreCopy.damage(in: db),
          lastWritten: Int.fetchOne(db, sql: "SELECT max(at) FROM audit").map(Instant.init(seconds:)))
      }
    }
  }

  private init(schema: Int, bookings: Int, damage: [String], lastWritten: Instant?) {
    self.schema = schema
    self.bookings = bookings
    self.damage = damage
    self.lastWritten = lastWritten
  }

  /// In bytes, with the log; 0 where there is none.
  static func size(directory: String) -> Int {
    ["", "-wal"].reduce(0) { total, suffix in
      let attributes = try? FileManager.default.attributesOfItem(atPath: Store.path(in: directory) + suffix)
      return total + (attributes?[.size] as? Int ?? 0)
    }
  }
}
