import Foundation

/// Where a store is: in a directory, or in a database with a directory beside it for what is no row (the secret, the
/// sign-in file, outgoing mail). Never printed as it is: an address may hold a password.
package struct StorePlace: Hashable, Sendable {
  package var directory: String
  /// A URL such as `postgres://user@host/name`; nil for a store in the directory itself.
  package var database: String?

  package init(directory: String, database: String? = nil) {
    self.directory = directory
    self.database = database
  }
}

extension Store {
  /// Opens the store that is there. Never creates one.
  package static func open(_ place: StorePlace) throws -> Store {
    guard let database = place.database else { return try open(directory: place.directory) }
    #if Postgres
      return try open(database: database)
    #else
      _ = database
      throw StoreError.notBuiltIn
    #endif
  }

  /// Makes the store where it is missing, and opens it. Only `setup` calls this.
  package static func create(_ place: StorePlace) throws -> Store {
    guard let database = place.database else { return try create(directory: place.directory) }
    #if Postgres
      try FileManager.default.createDirectory(
        atPath: place.directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      return try create(database: database)
    #else
      _ = database
      throw StoreError.notBuiltIn
    #endif
  }

  /// Brings the store that is there up to date, as the owner of its tables where these are in a database. Returns the
  /// schema's version before and after.
  package static func migrate(_ place: StorePlace) throws -> (from: Int, to: Int) {
    guard let database = place.database else {
      let upgrade = try open(directory: place.directory).upgrade
      return (upgrade?.from ?? Migrations.known, Migrations.known)
    }
    #if Postgres
      return (try migrate(database: database), PostgresMigrations.known)
    #else
      _ = database
      throw StoreError.notBuiltIn
    #endif
  }
}
