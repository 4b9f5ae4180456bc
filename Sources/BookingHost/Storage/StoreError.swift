/// Why the store could not do what it was asked. The sentences hold no statement and no value: what a
/// database says about its arguments may be personal.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store in this directory; only `setup` makes one.
  case missing(directory: String)
  /// Another process held the store for longer than the caller may wait. Trying again is safe.
  case busy
  /// The store was written by a later version of this program: its schema's version, and the latest known here.
  case newer(schema: Int, known: Int)
  /// What is in the file is not a booking store, or is damaged.
  case unreadable
  /// Another booking has this reference already; nothing was written.
  case referenceTaken
  /// A booking was made under this idempotency key already; nothing was written.
  case idempotencyKeyTaken
  /// A file is in the way that must not be replaced.
  case fileExists(path: String)
  /// Other programs work with the store; one of them by its number, where that can be told.
  case inUse(process: Int?)
  /// A file cannot take the place of a store, as a sentence for a person.
  case notRestorable(String)
  /// The disk does not do its part at the moment, as a sentence for a person: it is full, broken or read-only. Once it
  /// is put right, trying again works.
  case unavailable(String)
  /// This program was built without what the address of a database needs.
  case notBuiltIn
  /// What is asked for is for a store in a file of its own.
  case filesOnly
  /// This host's secret is not that of the store's other hosts.
  case otherSecret
  /// The connection broke while the write was being committed, and nobody can say whether it was.
  case uncertain
  /// Anything else, as a sentence for a person.
  case failed(String)

  /// Stable, in snake case.
  public var code: String {
    switch self {
    case .missing: "store_missing"
    case .busy: "busy"
    case .newer: "store_newer"
    case .unreadable: "store_unreadable"
    case .referenceTaken: "reference_taken"
    case .idempotencyKeyTaken: "idempotency_key_taken"
    case .fileExists: "file_exists"
    case .inUse: "store_in_use"
    case .notRestorable: "not_restorable"
    case .unavailable: "store_unavailable"
    case .notBuiltIn: "not_built_in"
    case .filesOnly: "files_only"
    case .otherSecret: "other_secret"
    case .uncertain: "outcome_unknown"
    case .failed: "store_failed"
    }
  }

  /// A sentence for a person.
  public var message: String {
    switch self {
    case .missing(let directory): "There is no booking store in \(directory). Make one with: host-cli setup"
    case .busy: "The booking store is busy. Nothing was changed; please try again."
    case .newer(let schema, let known):
      "This store was made by a newer host-cli (schema \(schema)); this one knows up to \(known). "
        + "Please update host-cli."
    case .unreadable: "The file booking.sqlite is damaged or is not a booking store."
    case .referenceTaken: "Another booking has this reference already."
    case .idempotencyKeyTaken: "A booking was made under this idempotency key already."
    case .fileExists(let path): "There is a file \(path) already."
    case .inUse(let process):
      "The store is in use" + (process.map { " (by process \($0))" } ?? "")
        + ". Stop the server and other commands first. Nothing was changed."
    case .notRestorable(let sentence): sentence
    case .notBuiltIn:
      "This host-cli was built without PostgreSQL, so it takes no --database. Build it with: "
        + "swift build --traits Postgres"
    case .filesOnly:
      "The store is in a database, not in a file of its own: this is for the server's own tools, see docs/postgres.md."
    case .otherSecret:
      "The secret in the data directory is not the one that the other hosts of this database work with. Copy the file "
        + "secret from one of them, see docs/postgres.md. Nothing was changed."
    case .uncertain:
      "The connection to the database broke while this was being written: it may have been done or not. "
        + "Please look before you try again."
    case .unavailable(let sentence), .failed(let sentence): sentence
    }
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String { message }
}
