import Foundation
import Testing

@testable import BookingHost

struct StoreFileTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func anAcknowledgedCommitIsOnTheDisk() throws {
    for store in [try Store.create(directory: directory.path), try Store.open(directory: directory.path)] {
      #expect(try store.rows("PRAGMA synchronous") == [["synchronous": "2"]])
      #expect(try store.rows("PRAGMA journal_mode") == [["journal_mode": "wal"]])
      #expect(try store.rows("PRAGMA foreign_keys") == [["foreign_keys": "1"]])
    }
  }

  @Test func aLargeWriteHasAsMuchMemoryForPagesAsItNeedsAndGivesItBack() throws {
    let store = try Store.create(directory: directory.path)
    func pages(_ writer: StoreWriter) throws -> Int? {
      try writer.db.first("SELECT cache_size FROM pragma_cache_size") { $0["cache_size"] }
    }
    #expect(try store.write(pages) == -8192)
    #expect(try store.writeAlone(pages) == -65536)
    #expect(throws: CancellationError.self) { try store.writeAlone { _ in throw CancellationError() } }
    #expect(try store.write(pages) == -8192)
  }

  @Test func daysOfManySizesDoNotLeaveAStatementForEach() throws {
    let store = try StoreFixtures.onDisk(directory)
    func statements() throws -> Int {
      // See https://www.sqlite.org/stmt.html; a sequence of reads goes by one connection.
      try store.read { try $0.db.first("SELECT count(*) FROM sqlite_stmt") { $0[0] } ?? 0 }
    }
    func list() throws -> Int {
      try store.read { try $0.bookings(BookingQuery(restaurantIDs: ["r-anchor"])).count }
    }
    #expect(try list() == 0)
    let before = try statements()
    for number in 1...40 {
      try store.add(StoreFixtures.booking(number))
      #expect(try list() == number)
    }
    #expect(try (before...before + 10).contains(statements()))
  }

  @Test func aWriteHoldsTheLockFromItsBeginning() throws {
    let store = try Store.create(directory: directory.path)
    let second = try Store.open(directory: directory.path, busySeconds: 0.01)
    try store.write { _ in
      #expect(throws: StoreError.busy) { try second.write { _ in } }
    }
    try second.write { _ in }
  }

  @Test func readersAreNotHeldUpByAWriter() throws {
    let store = try StoreFixtures.onDisk(directory)
    let second = try Store.open(directory: directory.path, busySeconds: 0.01)
    try store.write { writer in
      try writer.insert(
        StoreFixtures.booking(1), record: StoreFixtures.record(for: StoreFixtures.booking(1)))
      #expect(try second.read { try $0.booking(id: "b-1") } == nil)
    }
    #expect(try second.read { try $0.booking(id: "b-1") } != nil)
  }

  @Test func storesOnOneFileSeeEachOthersCommits() throws {
    let store = try StoreFixtures.onDisk(directory)
    let second = try Store.open(directory: directory.path)
    try store.add(StoreFixtures.booking(1))
    try second.add(StoreFixtures.booking(2))
    #expect(try store.read { try $0.booking(id: "b-2") } != nil)
    #expect(try second.read { try $0.booking(id: "b-1") } != nil)
  }

  @Test func writersInLineAllGetTheirTurn() throws {
    _ = try StoreFixtures.onDisk(directory)
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      #expect(throws: Never.self) {
        let store = try Store.open(directory: directory.path, busySeconds: 600)
        for number in 0..<25 { try store.add(StoreFixtures.booking(worker * 100 + number)) }
      }
    }
    let store = try Store.open(directory: directory.path)
    #expect(try store.count("bookings") == 100)
    #expect(try store.count("guests") == 100)
  }

  @Test func severalSetupsAtOnceMakeOneStore() throws {
    for round in 0..<10 {
      let path = directory.path + "/data-\(round)"
      DispatchQueue.concurrentPerform(iterations: 6) { _ in
        #expect(throws: Never.self) { _ = try Store.create(directory: path) }
      }
      #expect(try Store.open(directory: path).count("restaurants") == 0)
    }
  }

  @Test func onlyTheOwnerCanReadTheStore() throws {
    let path = directory.path + "/data"
    let store = try Store.create(directory: path)
    try StoreFixtures.fill(store)
    #expect(try mode(path) == 0o700)
    for file in ["booking.sqlite", "booking.sqlite-wal", "booking.sqlite-shm"] {
      #expect(try mode(path + "/" + file) == 0o600)
    }
  }

  @Test func openingNeverMakesAStore() throws {
    let path = directory.path + "/nowhere"
    #expect(throws: StoreError.missing(directory: path)) { try Store.open(directory: path) }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func aSetupThatDiedBeforeItsFirstTableLeavesNoStore() throws {
    try PrivateFile.touch(directory.path + "/booking.sqlite")
    #expect(throws: StoreError.missing(directory: directory.path)) {
      try Store.open(directory: directory.path)
    }
    _ = try Store.create(directory: directory.path)
    _ = try Store.open(directory: directory.path)
  }

  @Test func creatingAgainKeepsWhatIsThere() throws {
    try StoreFixtures.onDisk(directory).add(StoreFixtures.booking(1))
    #expect(try Store.create(directory: directory.path).count("bookings") == 1)
  }

  @Test func aStoreOfALaterVersionIsLeftAlone() throws {
    let store = try StoreFixtures.onDisk(directory)
    try store.execute("INSERT INTO grdb_migrations VALUES ('v99')")
    #expect(throws: StoreError.newer(schema: 99, known: Migrations.known)) {
      try Store.open(directory: directory.path)
    }
    #expect(throws: StoreError.newer(schema: 99, known: Migrations.known)) {
      try Store.create(directory: directory.path)
    }
  }

  @Test func aFileThatIsNoStoreIsSaidToBeNone() throws {
    let text = String(repeating: "Dear diary, today I am not a database. ", count: 100)
    try text.write(toFile: directory.path + "/booking.sqlite", atomically: true, encoding: .utf8)
    #expect(throws: StoreError.unreadable) { try Store.open(directory: directory.path) }
    #expect(throws: StoreError.unreadable) { try Store.create(directory: directory.path) }
  }

  @Test func whatABodyThrowsComesOutAndNothingStays() throws {
    struct Stop: Error {}
    let store = try StoreFixtures.onDisk(directory)
    let before = try store.census()
    #expect(throws: Stop.self) {
      try store.write { writer in
        let booking = StoreFixtures.booking(1)
        try writer.insert(booking, record: StoreFixtures.record(for: booking))
        #expect(try writer.booking(id: "b-1") != nil)
        throw Stop()
      }
    }
    #expect(try store.census() == before)
  }
}
