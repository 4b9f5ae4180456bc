internal import GRDB

extension StoreError {
  /// What an SQLite error means to a caller. Its text is left behind: it may quote statements.
  init(_ error: DatabaseError) {
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .unreadable
    case .SQLITE_READONLY, .SQLITE_PERM:
      self = .unavailable("The booking store can be read but not written. Nothing was changed.")
    case .SQLITE_CANTOPEN, .SQLITE_AUTH: self = .unavailable("The booking store cannot be opened.")
    case .SQLITE_FULL:
      self = .unavailable("There is no room left for the booking store. Nothing was changed.")
    case .SQLITE_IOERR:
      self = .unavailable(
        "The disk under the booking store fails (SQLite \(error.extendedResultCode.rawValue)); "
          + "host-cli doctor looks at it.")
    case .SQLITE_CONSTRAINT:
      self = .failed("The store refused a value against its rules (\(error.extendedResultCode.rawValue)).")
    default:
      self = .failed("The booking store failed (\(error.extendedResultCode.rawValue)).")
    }
  }

  /// Runs `body` so that no error of the database library leaves this folder.
  static func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error)
    }
  }
}
