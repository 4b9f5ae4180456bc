import Dispatch
internal import GRDB

/// One write on its way into the store: what is to be run, and where its caller waits for it.
///
/// It goes to whoever leads its group, and may be run on that thread.
///
/// `@unchecked Sendable`, because its caller does nothing from handing it to `CommitQueue` until `turn` is signalled.
/// Before that only one thread has it: a `PendingWrite` is in the queue's list, which a lock guards, until the leader
/// takes it out; and the leader signals last of all. Lock and semaphore order what the two threads do.
final class PendingWrite: @unchecked Sendable {
  /// Whether it is to have a commit to itself: it takes long, and others are not to wait for it.
  let isAlone: Bool
  private var body: ((Database) throws -> Void)?
  private var outcome: Result<Void, any Error>?
  private let turn = DispatchSemaphore(value: 0)

  init(isAlone: Bool, _ body: @escaping (Database) throws -> Void) {
    self.isAlone = isAlone
    self.body = body
  }

  /// Runs the body, which happens once at most, and lets go of it.
  func run(_ db: Database) throws {
    let body = body.take()
    try body?(db)
  }

  /// What the body has thrown, whose work was undone. The commit's own failure replaces it.
  func fail(_ error: any Error) { outcome = .failure(error) }

  /// Wakes the caller after the commit, or after its failure: then nothing of this write is in the store, and what
  /// the body made of the rest of the group counts for nothing either.
  func settle(_ failure: (any Error)?) {
    body = nil
    if let failure { outcome = .failure(failure) } else if outcome == nil { outcome = .success(()) }
    turn.signal()
  }

  /// Wakes the caller to lead the next group.
  func promote() { turn.signal() }

  /// Waits to be settled, or promoted: then there is no outcome yet.
  func wait() -> Result<Void, any Error>? {
    turn.wait()
    return outcome
  }
}
