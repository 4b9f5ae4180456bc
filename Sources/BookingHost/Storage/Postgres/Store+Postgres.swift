#if Postgres
  /// A store in a database that a server keeps.
  extension Store {
    /// Opens the store of a database. Never creates or changes tables. Throws `StoreError`.
    package static func open(
      database url: String, busySeconds: Double = defaultBusySeconds, connections: Int = 16
    ) throws -> Store {
      let pool = try pool(url, busySeconds, connections)
      try StoreError.translatingPostgres {
        let connection = try pool.borrow()
        let version = try PostgresMigrations.version(connection)
        pool.giveBack(connection, isBroken: false)
        guard version > 0 else { throw StoreError.missingDatabase }
        guard version <= PostgresMigrations.known else {
          throw StoreError.newer(schema: version, known: PostgresMigrations.known)
        }
        guard version == PostgresMigrations.known else { throw StoreError.behind(version) }
      }
      return Store(PostgresEngine(pool))
    }

    /// Makes the tables where they are missing and brings older ones up to date, as their owner, and opens the store.
    package static func create(
      database url: String, busySeconds: Double = defaultBusySeconds, connections: Int = 16
    ) throws -> Store {
      try migrate(database: url)
      return try open(database: url, busySeconds: busySeconds, connections: connections)
    }

    /// Brings the tables of a database up to date, as their owner. Returns the version before; 0 where there were none.
    @discardableResult
    package static func migrate(database url: String) throws -> Int {
      try StoreError.translatingPostgres {
        let connection = try PostgresConnection(try PostgresAddress(url), PostgresLimits())
        let before = try PostgresMigrations.version(connection)
        guard before <= PostgresMigrations.known else {
          throw StoreError.newer(schema: before, known: PostgresMigrations.known)
        }
        try PostgresMigrations.apply(connection)
        return before
      }
    }

    private static func pool(_ url: String, _ busySeconds: Double, _ connections: Int) throws -> PostgresPool
    {
      var limits = PostgresLimits(busySeconds: busySeconds)
      limits.connections = connections
      return PostgresPool(try PostgresAddress(url), limits)
    }
  }

  extension StoreError {
    static let missingDatabase = StoreError.failed(
      "There is no booking store in this database. Make one with: host-cli setup --database …")

    static func behind(_ version: Int) -> StoreError {
      .failed(
        "The database is of schema \(version), this program of \(PostgresMigrations.known). "
          + "Bring it up to date, as the owner of its tables, with: host-cli migrate --database …")
    }
  }
#endif
