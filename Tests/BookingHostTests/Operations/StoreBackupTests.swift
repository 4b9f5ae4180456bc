import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite struct `A backup` {
  let directory: TemporaryDirectory
  let store: Store

  init() throws {
    directory = try TemporaryDirectory()
    store = try Store.create(directory: directory.path + "/data")
    try StoreFixtures.fill(store)
    for number in 1...3 { try store.add(StoreFixtures.booking(number)) }
  }

  private var file: String { directory.path + "/copy.sqlite" }

  @Test func `holds every booking in one private file`() throws {
    let copy = try store.backup(to: file)
    #expect(copy.bookings == 3 && copy.restaurants == 2 && copy.schema == Migrations.known)
    #expect(copy.path == file && copy.bytes > 0)
    #expect(try StoreCopy.examine(file) == copy)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted() == ["copy.sqlite", "data"])
  }

  @Test func `replaces a file only when told to`() throws {
    try Data("mine".utf8).write(to: URL(fileURLWithPath: file))
    #expect(throws: StoreError.fileExists(path: file)) { try store.backup(to: file) }
    #expect(try String(contentsOfFile: file, encoding: .utf8) == "mine")
    #expect(try store.backup(to: file, replacing: true).bookings == 3)
    #expect(try StoreCopy.examine(file).bookings == 3)
  }

  @Test func `that cannot be made leaves nothing behind`() throws {
    #expect(throws: StoreError.self) { try store.backup(to: directory.path + "/nowhere/copy.sqlite") }
    // A store that is damaged makes no backup that looks like one.
    try store.execute("PRAGMA foreign_keys = OFF; DELETE FROM restaurants; PRAGMA foreign_keys = ON")
    #expect(throws: StoreError.unreadable) { try store.backup(to: file) }
    #expect(throws: StoreError.unreadable) { try store.backup(to: file, replacing: true) }
    #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path) == ["data"])
  }

  @Test func `is gone through as soon as who has the file to themselves lets go of it`() throws {
    let copy = try store.backup(to: file)
    let found = Mutex<Result<StoreCopy, any Error>?>(nil)
    let done = DispatchSemaphore(value: 0)
    let isWaiting = try StoreLock.holding(file) { _ in
      Thread.detachNewThread { [file] in
        found.withLock { $0 = Result { try StoreCopy.examine(file) } }
        done.signal()
      }
      return done.wait(timeout: .now() + 0.3) == .timedOut
    }
    #expect(isWaiting)
    if isWaiting { done.wait() }
    #expect(try found.withLock { try $0?.get() } == copy)
  }

  @Test func `is whole while others write`() throws {
    let writer = try Store.open(directory: directory.path + "/data")
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      for number in 100..<160 { _ = try? writer.add(StoreFixtures.booking(number)) }
    }
    for number in 0..<4 {
      let copy = try store.backup(to: "\(file)\(number)")
      #expect((3...63).contains(copy.bookings))
    }
    group.wait()
    #expect(try store.count("bookings") == 63)
  }

  @Test func `leaves out what has been deleted`() throws {
    try store.execute("CREATE TABLE scratch (text TEXT); INSERT INTO scratch VALUES ('Grace Secret-Hopper')")
    try store.execute("DELETE FROM scratch; DROP TABLE scratch")
    _ = try store.backup(to: file)
    let bytes = try #require(FileManager.default.contents(atPath: file))
    #expect(bytes.range(of: Data("Secret-Hopper".utf8)) == nil)
  }
}
