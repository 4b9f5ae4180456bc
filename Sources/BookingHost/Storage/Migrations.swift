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
    migrator.registerMigration("v8") { try $0.execute(sql: SchemaV8.sql) }
    return migrator
  }()

  /// Brings a store up to date. Only a store that is behind is written to.
  static func apply(to writer: some DatabaseWriter) throws {
    while try !isCurrent(writer) {
      let before = try writer.read(all.appliedIdentifiers).count
      do {
        try all.migrate(writer)
      } catch {
        // Two processes may have started the same migration; the one that came second finds it done, and goes on
        // with those after it.
        guard let after = try? writer.read(all.appliedIdentifiers).count, after > before else { throw error }
      }
    }
  }

  private static func isCurrent(_ reader: some DatabaseReader) throws -> Bool {
    try reader.read { db in
      if try all.hasBeenSuperseded(db) { throw StoreError.newer }
      return try all.hasCompletedMigrations(db)
    }
  }
}
