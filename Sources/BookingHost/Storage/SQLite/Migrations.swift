internal import GRDB

/// The schema's versions, in order. A migration is never changed once it has shipped: a correction is a
/// new migration.
enum Migrations {
  static let all: DatabaseMigrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { try $0.execute(sql: SchemaV1.sql) }
    migrator.registerMigration("v2") { try $0.execute(sql: SchemaV2.sql) }
    migrator.registerMigration("v3") { try $0.execute(sql: SchemaV3.sql) }
    migrator.registerMigration("v4") { try $0.execute(sql: SchemaV4.sql) }
    migrator.registerMigration("v5") { try $0.execute(sql: SchemaV5.sql) }
    migrator.registerMigration("v6") { try $0.execute(sql: SchemaV6.sql) }
    migrator.registerMigration("v7") { try $0.execute(sql: SchemaV7.sql) }
    migrator.registerMigration("v8") { try $0.execute(sql: SchemaV8.sql) }
    migrator.registerMigration("v9") { try $0.execute(sql: SchemaV9.sql) }
    migrator.registerMigration("v10") { try $0.execute(sql: SchemaV10.sql) }
    migrator.registerMigration("v11") { try $0.execute(sql: SchemaV11.sql) }
    return migrator
  }()

  /// The latest version that this program knows.
  static var known: Int { version(all.migrations) }

  /// The version of a store with these migrations: their highest number, 0 for none.
  static func version(_ identifiers: some Sequence<String>) -> Int {
    identifiers.compactMap { $0.hasPrefix("v") ? digits($0.dropFirst()) : nil }.max() ?? 0
  }

  /// Brings a store up to date. Only a store that is behind is written to, and `first` is called with its version
  /// before that.
  static func apply(
    to writer: some DatabaseWriter, first: (_ version: Int) throws -> Void = { _ in }
  ) throws {
    var isPrepared = false
    while try !isCurrent(writer) {
      let before = try writer.read(all.appliedIdentifiers)
      if !isPrepared { try first(version(before)) }
      isPrepared = true
      do {
        try all.migrate(writer)
      } catch {
        // Two processes may have started the same migration; the one that came second finds it done, and goes on
        // with those after it.
        guard let after = try? writer.read(all.appliedIdentifiers).count, after > before.count else {
          throw error
        }
      }
    }
  }

  private static func isCurrent(_ reader: some DatabaseReader) throws -> Bool {
    try reader.read { db in
      try refuseNewer(db)
      return try all.hasCompletedMigrations(db)
    }
  }

  /// Throws for a store that a later program has written.
  static func refuseNewer(_ db: Database) throws {
    guard try all.hasBeenSuperseded(db) else { return }
    throw StoreError.newer(schema: version(try all.appliedIdentifiers(db)), known: known)
  }
}
