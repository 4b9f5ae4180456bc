#if Postgres
  internal import CLibpq

  /// Why the server did not do something: its code and what is in the way, without its words, which may quote values,
  /// statements and passwords.
  struct PostgresFailure: Error, Hashable {
    /// The SQLSTATE; empty when the connection itself broke.
    var code: String
    /// The constraint or index that was in the way.
    var constraint: String?
    /// Nobody answers any more on this connection, or nobody who may write.
    var isConnectionLost: Bool

    static let lost = PostgresFailure(code: "", constraint: nil, isConnectionLost: true)

    init(code: String, constraint: String?, isConnectionLost: Bool) {
      self.code = code
      self.constraint = constraint
      self.isConnectionLost = isConnectionLost
    }

    init(_ result: OpaquePointer?, _ connection: OpaquePointer) {
      func field(_ name: Int32) -> String? { PQresultErrorField(result, name).map { String(cString: $0) } }
      code = field(67) ?? ""
      constraint = field(110)
      // The server says goodbye, or has become a standby: either way another may answer.
      isConnectionLost =
        PQstatus(connection) == CONNECTION_BAD || code.hasPrefix("57P") || code.hasPrefix("08")
        || code == "25006"
    }

    /// Somebody else was first; from the beginning it may well succeed. A row that is there already counts: what was
    /// read says that it is not, so it was written since.
    var isConflict: Bool { ["40001", "40P01", "23505", "0A000"].contains(code) }
  }

  extension StoreError {
    /// What a failure means to a caller.
    init(_ failure: PostgresFailure) {
      switch failure.code {
      case "40001", "40P01", "55P03", "57014": self = .busy
      case "": self = .unavailable("The database server cannot be reached.")
      case "25006":
        self = .unavailable("The database server takes no writes: it is a standby. Nothing was changed.")
      case "42501":
        self = .unavailable("The database user may not do this; see the roles in docs/postgres.md.")
      case "53100": self = .unavailable("There is no room left on the database server. Nothing was changed.")
      case "3D000": self = .unavailable("There is no such database on the server.")
      case "28P01", "28000": self = .unavailable("The database server does not let this user in.")
      case "42P01", "3F000":
        self = .failed("The database has no booking store, or an older one: host-cli migrate.")
      case let code where code.hasPrefix("53") || code.hasPrefix("57") || code.hasPrefix("08"):
        self = .unavailable("The database server is not available at the moment (\(code)).")
      case let code where code.hasPrefix("23"):
        self = .failed("The store refused a value against its rules (\(code)).")
      case let code: self = .failed("The booking store failed (\(code)).")
      }
    }

    /// Runs `body` so that no error of the database library leaves this folder.
    static func translatingPostgres<T>(_ body: () throws -> T) throws -> T {
      do {
        return try body()
      } catch let failure as PostgresFailure {
        throw StoreError(failure)
      }
    }
  }
#endif
