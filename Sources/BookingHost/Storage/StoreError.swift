/// Why the store could not do what it was asked. The sentences hold no statement and no value: what a
/// database says about its arguments may be personal.
public enum StoreError: Error, Hashable, Sendable {
  /// There is no store in this directory; only `setup` makes one.
  case missing(directory: String)
  /// Another process held the store for longer than the caller may wait. Trying again is safe.
  case busy
  /// The store was written by a later version of this program.
  case newer
  /// What is in the file is not a booking store, or is damaged.
  case unreadable
  /// Another booking has this reference already; nothing was written.
  case referenceTaken
  /// A booking was made under this idempotency key already; nothing was written.
  case idempotencyKeyTaken
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
    case .failed: "store_failed"
    }
  }

  /// A sentence for a person.
  public var message: String {
    switch self {
    case .missing(let directory): "There is no booking store in \(directory). Make one with: host-cli setup"
    case .busy: "The booking store is busy. Nothing was changed; please try again."
    case .newer: "The booking store was written by a later version of this program. Please update it."
    case .unreadable: "The file booking.sqlite is damaged or is not a booking store."
    case .referenceTaken: "Another booking has this reference already."
    case .idempotencyKeyTaken: "A booking was made under this idempotency key already."
    case .failed(let sentence): sentence
    }
  }
}

extension StoreError: CustomStringConvertible {
  public var description: String { message }
}
