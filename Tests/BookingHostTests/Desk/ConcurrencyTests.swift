import Dispatch
import Testing

@testable import BookingHost

@Suite struct `Many at once` {
  @Test func `never book more than there is room for, over two stores on one file`() async throws {
    let directory = try TemporaryDirectory()
    let first = try House(store: TestStore.create(directory: directory.path))
    let second = try House(store: TestStore.open(directory: directory.path), isNew: false)
    let results = try await withThrowingTaskGroup(of: BookingResult.self) { group in
      for number in 0..<60 {
        let desk = (number.isMultiple(of: 2) ? first : second).desk()
        let caller = Caller.staff(first.host)
        group.addTask {
          return try BookingDesk(
            store: desk.store, rules: desk.rules,
            environment: HostEnvironment(
              now: { House.saturdayEvening }, uuid: HostEnvironment.live.uuid,
              reference: HostEnvironment.live.reference),
            keyedHash: desk.keyedHash
          ).book(
            BookingRequest(restaurant: "anchor", mode: "ops", draft: draft(party: 4)), by: caller)
        }
      }
      var results: [BookingResult] = []
      for try await result in group { results.append(result) }
      return results
    }
    var booked = 0
    for result in results {
      switch result {
      case .booked: booked += 1
      case .refused(let refusal): #expect(refusal.issues.map(\.code) == ["capacity_exceeded"])
      }
    }
    #expect(booked == 10)
    #expect(results.count == 60)
    let board = try first.desk().dashboard(restaurant: "anchor", date: "2026-11-22", by: .staff(first.host))
    #expect(board.totals.covers == 40)
  }

  @Test(.aboutSQLite) func `never book more than there is room for when all of them share one commit`()
    async throws
  {
    let directory = try TemporaryDirectory()
    // However slow the machine, a group goes on for as long as it has writes.
    let house = try House(
      store: Store.create(
        directory: directory.path, busySeconds: Store.defaultBusySeconds,
        bounds: CommitQueue.Bounds(time: .seconds(3600))))
    let (store, desk) = (house.store, house.desk())
    let before = store.commits.count
    let results = try await withThrowingTaskGroup(of: BookingResult?.self) { group in
      let (entered, opened) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
      group.addTask {
        try await onThread {
          try store.write { _ in
            entered.signal()
            opened.wait()
          }
          return nil
        }
      }
      try await onThread { entered.wait() }
      // Each has decided for itself that there is room, before any of them writes.
      for _ in 0..<20 {
        group.addTask {
          try await onThread {
            try desk.book(
              BookingRequest(restaurant: "anchor", mode: "ops", draft: draft(party: 4)),
              by: .staff(house.host))
          }
        }
      }
      while store.commits.waiting < 20 { await Task.yield() }
      opened.signal()
      return try await group.reduce(into: [BookingResult]()) { all, result in
        if let result { all.append(result) }
      }
    }
    let refused = results.compactMap { if case .refused(let refusal) = $0 { refusal } else { nil } }
    #expect(results.count == 20)
    #expect(refused.count == 10)
    #expect(refused.allSatisfy { $0.issues.map(\.code) == ["capacity_exceeded"] })
    #expect(store.commits.count.writes - before.writes == 21)
    #expect(store.commits.count.commits - before.commits == 2, "one for who came first, one for the others")
    let board = try desk.dashboard(restaurant: "anchor", date: "2026-11-22", by: .staff(house.host))
    #expect(board.totals.covers == 40)
    #expect(try store.count("audit", where: "action = 'booking.created'") == 10)
  }
}
