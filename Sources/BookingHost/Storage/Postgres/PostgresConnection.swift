#if Postgres
  internal import CLibpq

  /// One connection to the server, and the statements that it has prepared.
  ///
  /// One thread at a time may use it. `@unchecked Sendable`, because `PostgresPool`, which alone makes connections and
  /// keeps them, hands each to one borrower and takes it back from the same one; its lock orders what two borrowers do.
  final class PostgresConnection: @unchecked Sendable {
    private struct Prepared {
      var name: String
      var names: [String]
      var columns: [String: Int32]?
    }

    let pointer: OpaquePointer
    /// Counts up whenever a standby takes over; nil where the server does not say.
    let timeline: String?
    private var prepared: [String: Prepared] = [:]
    private var prepares = 0
    private var cursors = 0
    private(set) var changesCount = 0
    /// The first thing in this transaction that says it has to be begun anew, whatever has become of that error since.
    private(set) var conflict: PostgresFailure?

    /// Connects. Throws `PostgresFailure`; what libpq says is left behind, as it may quote the address.
    init(_ address: PostgresAddress, _ limits: PostgresLimits) throws {
      guard let pointer = address.connect() else { throw PostgresFailure.lost }
      guard PQstatus(pointer) == CONNECTION_OK else {
        let code = PostgresConnection.refusal(pointer)
        PQfinish(pointer)
        throw PostgresFailure(code: code, constraint: nil, isConnectionLost: code.isEmpty || code == "57P03")
      }
      timeline = PostgresConnection.timeline(pointer)
      // From here on `deinit` closes it, also when this throws.
      self.pointer = pointer
      // Notices would be written to the standard error stream.
      PQsetNoticeProcessor(pointer, { _, _ in }, nil)
      try simple(limits.settings)
    }

    deinit { PQfinish(pointer) }

    private static func timeline(_ pointer: OpaquePointer) -> String? {
      let result = PQexec(pointer, "SELECT substr(pg_walfile_name(pg_current_wal_lsn()), 1, 8)")
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_TUPLES_OK, PQntuples(result) == 1 else { return nil }
      return PQgetvalue(result, 0, 0).map { String(cString: $0) }
    }

    /// libpq has no code for a connection that was not made, only words; which of a few they are is all that is told.
    private static func refusal(_ pointer: OpaquePointer) -> String {
      let words = PQerrorMessage(pointer).map { String(cString: $0) } ?? ""
      if words.contains("password authentication failed") || words.contains("no password supplied") {
        return "28P01"
      }
      if words.contains("no pg_hba.conf entry") { return "28000" }
      if words.contains("does not exist"), words.contains("database") { return "3D000" }
      if words.contains("too many clients") || words.contains("remaining connection slots") { return "53300" }
      if words.contains("starting up") || words.contains("shutting down") { return "57P03" }
      return ""
    }

    /// Whether it is of no more use: nobody answers, or what was prepared does not fit the tables any more.
    var isBroken: Bool {
      PQstatus(pointer) == CONNECTION_BAD || conflict?.isConnectionLost == true || conflict?.code == "0A000"
    }

    /// Forgets what the last transaction came to.
    func beginAnew() { conflict = nil }

    /// One or more statements without values, in one message. Returns the first value of the last answer.
    @discardableResult
    func simple(_ sql: String) throws -> String? {
      let result = PQexec(pointer, sql)
      defer { PQclear(result) }
      guard [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else { throw failed(result) }
      guard PQntuples(result) > 0, PQgetisnull(result, 0, 0) == 0 else { return nil }
      return PQgetvalue(result, 0, 0).map { String(cString: $0) }
    }

    /// Commits. Throws when the server undid it instead: it does so for a transaction in which anything has failed.
    func commit() throws {
      let result = PQexec(pointer, "COMMIT")
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failed(result) }
      guard PQcmdStatus(result).map({ String(cString: $0) }) == "COMMIT" else {
        throw conflict ?? PostgresFailure(code: "25P02", constraint: nil, isConnectionLost: false)
      }
    }

    private func failed(_ result: OpaquePointer?) -> PostgresFailure {
      let failure = PostgresFailure(result, pointer)
      if failure.isConflict || failure.isConnectionLost, conflict == nil { conflict = failure }
      return failure
    }
  }

  extension PostgresConnection: EngineConnection {
    func each(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Bool) throws {
      let rows = try rows(sql, arguments)
      while rows.row < rows.count {
        let row = rows.row
        guard try body(Row(cells: rows)) else { return }
        rows.row = row + 1
      }
    }

    func stream(_ sql: String, _ arguments: StatementArguments, _ body: (Row) throws -> Void) throws {
      cursors += 1
      let name = "pieces_\(cursors)"
      try run("DECLARE \(name) NO SCROLL CURSOR FOR \(sql)", arguments)
      var isOver = false
      while !isOver {
        let rows = try rows("FETCH 500 FROM \(name)", [])
        isOver = rows.count < 500
        for row in 0..<rows.count {
          rows.row = row
          try body(Row(cells: rows))
        }
      }
      try run("CLOSE \(name)", [])
    }

    func run(_ sql: String, _ arguments: StatementArguments) throws {
      let result = try execute(sql, arguments).result
      changesCount = PQcmdTuples(result).flatMap { Int(String(cString: $0)) } ?? 0
      PQclear(result)
    }

    func insertNumbered(_ sql: String, _ arguments: StatementArguments) throws -> Int {
      let rows = try rows(sql + " RETURNING id", arguments)
      guard rows.count == 1, let number = rows.integer(at: 0) else {
        throw StoreError.failed("A row has got no number.")
      }
      return number
    }

    /// An error leaves a transaction that can be gone back in.
    var isInsideTransaction: Bool {
      [PQTRANS_INTRANS, PQTRANS_INERROR].contains(PQtransactionStatus(pointer))
    }

    func isDuplicate(_ error: any Error, of index: String) -> Bool {
      guard let failure = error as? PostgresFailure, failure.code == "23505", failure.constraint == index
      else {
        return false
      }
      // The caller knows what to do about it.
      if conflict == failure { conflict = nil }
      return true
    }

    var whereSettled: String { "WHERE id < settled_line()" }
    var numbersPerLine: Int { 1 << 16 }
    var skippingTaken: String { "FOR UPDATE SKIP LOCKED" }

    private func rows(_ sql: String, _ arguments: StatementArguments) throws -> PostgresRows {
      let (result, columns) = try execute(sql, arguments)
      return PostgresRows(result, columns: columns)
    }

    private func execute(
      _ sql: String, _ arguments: StatementArguments
    ) throws -> (result: OpaquePointer, columns: [String: Int32]) {
      let statement = try prepared[sql] ?? prepare(sql)
      let parameters = PostgresParameters(arguments, names: statement.names)
      let result = parameters.withPointers { values, lengths, formats in
        PQexecPrepared(pointer, statement.name, parameters.count, values, lengths, formats, 0)
      }
      guard let result, [PGRES_COMMAND_OK, PGRES_TUPLES_OK].contains(PQresultStatus(result)) else {
        defer { PQclear(result) }
        throw failed(result)
      }
      if let columns = statement.columns { return (result, columns) }
      let columns = PostgresRows.columns(of: result)
      prepared[sql]?.columns = columns
      return (result, columns)
    }

    /// The server finds out by itself what each value has to be.
    private func prepare(_ sql: String) throws -> Prepared {
      if prepared.count >= PostgresConnection.mostPrepared {
        try simple("DEALLOCATE ALL")
        prepared = [:]
      }
      let statement = PostgresStatement(sql)
      prepares += 1
      let new = Prepared(name: "s\(prepares)", names: statement.names)
      let result = PQprepare(pointer, new.name, statement.text, 0, nil)
      defer { PQclear(result) }
      guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw failed(result) }
      // Cursors have names of their own, each time.
      if !sql.hasPrefix("DECLARE") { prepared[sql] = new }
      return new
    }

    private static let mostPrepared = 500
  }
#endif
