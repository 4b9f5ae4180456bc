import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite struct `While staff book at full speed` {
  /// A rule set whose two files name the same number; the label of a booking shows both.
  private func write(_ number: Int, _ folder: RuleFolder, broken: Bool = false) throws {
    try folder.write("lib/number.lua", broken ? "return {" : "return \(number)")
    try folder.write(
      "m.lua",
      """
      local number = require "lib.number"
      return {
        access = "staff", label = "\(number) " .. number, severity = { capacity_exceeded = "allow" },
      }
      """)
  }

  @Test func `edits and broken edits lose no booking, and none is decided by half an edit`() throws {
    let folder = try RuleFolder()
    try write(0, folder)
    try #require(folder.intake.takeUp().isAdopted)
    let desks = [try folder.desk(), try folder.desk()]
    let watch = RuleWatch(directory: folder.path, intake: folder.intake, live: desks[0].live)
    let labels = Mutex<[String]>([])
    let isOver = Mutex(false)
    let staff = DispatchGroup()
    for desk in desks {
      // Threads of their own: the pool has no more than the machine has cores.
      staff.enter()
      Thread.detachNewThread {
        repeat {
          let result = Result { try desk.book(folder.request(party: 1), by: .staff(folder.house.host)) }
          labels.withLock { $0.append((try? result.get())?.booking?.label ?? "lost") }
        } while !isOver.withLock { $0 }
        staff.leave()
      }
    }
    for number in 1...12 {
      try write(number, folder, broken: number.isMultiple(of: 3))
      _ = try watch.look()
      _ = try watch.look()
    }
    isOver.withLock { $0 = true }
    staff.wait()
    let seen = labels.withLock { $0 }
    for label in seen {
      let halves = label.split(separator: " ")
      #expect(halves.count == 2 && halves[0] == halves[1], "\(label)")
    }
    #expect(folder.live?.number == 9)
    #expect(try folder.house.store.rows("SELECT count(*) AS n FROM bookings")[0]["n"] == "\(seen.count)")
    #expect(try RuleStatus(store: folder.house.store, directory: folder.path).disk == .rejected)
  }
}
