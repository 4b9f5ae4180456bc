import Dispatch
import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite("Writes that wait for one another")
struct CommitQueueTests {
  private struct Mishap: Error {}

  /// What several threads have found out, by number.
  private final class Findings<Value: Sendable>: Sendable {
    private let values = Mutex<[Int: Value]>([:])
    var all: [Int: Value] { values.withLock { $0 } }
    subscript(number: Int) -> Value? { all[number] }
    func note(_ number: Int, _ value: Value) { values.withLock { $0[number] = value } }
    /// Under the next number that is free.
    func append(_ value: Value) { values.withLock { $0[$0.count] = value } }
  }

  private let directory: TemporaryDirectory
  private let store: Store

  init() throws {
    directory = try TemporaryDirectory()
    // However slow the machine, a group goes on for as long as it has writes.
    store = try Store.create(
      directory: directory.path, busySeconds: 0.2, bounds: CommitQueue.Bounds(time: .seconds(3600)))
  }

  private func emails(_ store: Store) throws -> Set<String> {
    try store.read { reader in
      Set(try (0..<40).compactMap { try reader.staff(email: "p\($0)@example.com")?.email })
    }
  }

  private static func add(_ number: Int, _ writer: StoreWriter) throws {
    try writer.insertStaff(
      StaffAccount(id: "s\(number)", email: "p\(number)@example.com"), passwordHash: nil,
      now: StoreFixtures.now)
  }

  /// Holds one write open until `others` wait behind it, so that these are one group, then lets go.
  private func together(
    _ others: Int, in other: Store? = nil, _ body: @escaping @Sendable (Int, StoreWriter) throws -> Void
  ) async throws -> [Result<Void, any Error>] {
    let store = other ?? store
    let results = Findings<Result<Void, any Error>>()
    try await withThrowingTaskGroup(of: Void.self) { group in
      let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      group.addTask {
        try await onThread {
          try store.write { _ in
            entered.signal()
            opened.wait()
          }
        }
      }
      try await onThread { entered.wait() }
      for number in 0..<others {
        group.addTask {
          try await onThread {
            let result = Result { try store.write { try body(number, $0) } }
            results.note(number, result)
          }
        }
        // One after the other, so that their order is known.
        while store.commits.waiting <= number { await Task.yield() }
      }
      opened.signal()
      try await group.waitForAll()
    }
    return (0..<others).compactMap { results[$0] }
  }

  @Test func `share a commit`() async throws {
    let before = store.commits.count
    let results = try await together(20) { try CommitQueueTests.add($0, $1) }
    #expect(results.allSatisfy { (try? $0.get()) != nil })
    #expect(try emails(store).count == 20)
    #expect(store.commits.count.writes - before.writes == 21)
    // The one that was held up had begun its group alone.
    #expect(store.commits.count.commits - before.commits == 2)
  }

  @Test func `one that throws undoes itself and nothing else`() async throws {
    let results = try await together(9) { number, writer in
      try CommitQueueTests.add(number, writer)
      if number % 3 == 1 { throw Mishap() }
    }
    for (number, result) in results.enumerated() {
      #expect((result.failure is Mishap) == (number % 3 == 1), "\(number)")
    }
    #expect(try emails(store) == Set([0, 2, 3, 5, 6, 8].map { "p\($0)@example.com" }))
  }

  @Test func `see what those before them have written`() async throws {
    let seen = Findings<Int>()
    _ = try await together(8) { number, writer in
      let before = try (0..<8).count { try writer.staff(email: "p\($0)@example.com") != nil }
      seen.note(number, before)
      try CommitQueueTests.add(number, writer)
    }
    #expect(seen.all == Dictionary(uniqueKeysWithValues: (0..<8).map { ($0, $0) }))
  }

  @Test func `are seen by nobody before all are committed`() async throws {
    let other = try Store.open(directory: directory.path)
    let early = Findings<Int>()
    _ = try await together(4) { number, writer in
      try CommitQueueTests.add(number, writer)
      let visible = try other.read { reader in
        try (0..<4).count { try reader.staff(email: "p\($0)@example.com") != nil }
      }
      early.note(number, visible)
    }
    #expect(early.all.values.reduce(0, +) == 0)
    #expect(try emails(other).count == 4)
  }

  @Test func `a transaction that the engine has undone has failed for all of its writes`() async throws {
    let results = try await together(5) { number, writer in
      try CommitQueueTests.add(number, writer)
      // As a full disk does: the engine ends the transaction by itself.
      if number == 3 { try writer.connection.db.run("ROLLBACK") }
    }
    for number in 0...3 { #expect(results[number].failure != nil, "\(number)") }
    // Who was still waiting is in the next group.
    #expect(results[4].failure == nil)
    #expect(try emails(store) == ["p4@example.com"])
  }

  @Test func `who cannot have the lock is told that the store is busy, and so is who waited with them`()
    async throws
  {
    let other = try Store.open(directory: directory.path)
    let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        try await onThread {
          try other.write { _ in
            entered.signal()
            opened.wait()
          }
        }
      }
      try await onThread { entered.wait() }
      let failures = Findings<StoreError?>()
      try await withThrowingTaskGroup(of: Void.self) { waiting in
        for number in 0..<3 {
          waiting.addTask {
            try await onThread {
              let result = Result { try store.write { try CommitQueueTests.add(number, $0) } }
              failures.note(number, result.failure as? StoreError)
            }
          }
        }
        try await waiting.waitForAll()
      }
      #expect(failures.all.values.allSatisfy { $0 == .busy })
      opened.signal()
      try await group.waitForAll()
    }
    try store.write { try CommitQueueTests.add(7, $0) }
    #expect(try emails(store) == ["p7@example.com"])
  }

  @Test func `when the commit fails, all have failed, also who had failed already or only looked`()
    async throws
  {
    // A broken reference that is looked for at the end: the commit itself is refused.
    try store.execute(
      """
      CREATE TABLE parents (id INTEGER PRIMARY KEY);
      CREATE TABLE children (parent INTEGER REFERENCES parents (id) DEFERRABLE INITIALLY DEFERRED);
      """)
    let results = try await together(4) { number, writer in
      switch number {
      case 1: try writer.connection.db.run("INSERT INTO children VALUES (7)")
      case 2: throw Mishap()
      case 3: _ = try writer.staff(email: "p0@example.com")
      default: try CommitQueueTests.add(number, writer)
      }
    }
    for (number, result) in results.enumerated() { #expect(result.failure is StoreError, "\(number)") }
    #expect(try emails(store).isEmpty)
    #expect(try store.count("children") == 0)
    try store.write { try CommitQueueTests.add(9, $0) }
    #expect(try emails(store) == ["p9@example.com"])
  }

  @Test func `one that wants a commit to itself has it, and the order stays`() async throws {
    let before = store.commits.count
    let seen = Findings<Int>()
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      group.addTask {
        try await onThread {
          try store.write { _ in
            entered.signal()
            opened.wait()
          }
        }
      }
      try await onThread { entered.wait() }
      for number in 0..<5 {
        group.addTask {
          try await onThread {
            let body: (StoreWriter) throws -> Void = { writer in
              try CommitQueueTests.add(number, writer)
              seen.append(number)
            }
            if number == 2 { try store.writeAlone(body) } else { try store.write(body) }
          }
        }
        while store.commits.waiting <= number { await Task.yield() }
      }
      opened.signal()
      try await group.waitForAll()
    }
    #expect((0..<5).map { seen[$0] } == [0, 1, 2, 3, 4])
    // The one that was held up, two together, the one alone, two together.
    #expect(store.commits.count.commits - before.commits == 4)
  }

  @Test func `a group that has taken its time takes in nobody else`() async throws {
    let store = try Store.create(
      directory: directory.path, busySeconds: 0.2, bounds: CommitQueue.Bounds(time: .zero))
    let before = store.commits.count
    let results = try await together(5, in: store) { try CommitQueueTests.add($0, $1) }
    #expect(results.allSatisfy { $0.failure == nil })
    #expect(store.commits.count.commits - before.commits == 6)
  }

  @Test func `a group is bounded, and those beyond it are in the next`() async throws {
    let before = store.commits.count
    let results = try await together(CommitQueue.Bounds().writes + 5) { number, writer in
      if number < 40 { try CommitQueueTests.add(number, writer) }
    }
    #expect(results.allSatisfy { $0.failure == nil })
    // The one that was held up, as many as may be, and the rest.
    #expect(store.commits.count.commits - before.commits == 3)
    #expect(try emails(store).count == 40)
  }

  @Test func `a write inside a write is refused, not waited for, and the outer one goes on`() throws {
    try store.write { writer in
      #expect(throws: StoreError.self) { try store.write { try CommitQueueTests.add(1, $0) } }
      try CommitQueueTests.add(2, writer)
    }
    #expect(try emails(store) == ["p2@example.com"])
  }

  @Test func `what was undone within a group leaves room for the same again`() async throws {
    let results = try await together(3) { number, writer in
      // All the same account: the second finds the first's, the third as well.
      try CommitQueueTests.add(1, writer)
    }
    #expect(results.map { $0.failure == nil } == [true, false, false])
    #expect(try emails(store) == ["p1@example.com"])
  }

  @Test func `from many threads, each is done once`() async throws {
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<40 {
        group.addTask { try await onThread { try store.write { try CommitQueueTests.add(number, $0) } } }
      }
      try await group.waitForAll()
    }
    #expect(try emails(store).count == 40)
    #expect(store.commits.waiting == 0)
  }
}

extension Result where Failure == any Error {
  fileprivate var failure: (any Error)? {
    if case .failure(let error) = self { error } else { nil }
  }
}
