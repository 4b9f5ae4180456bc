import Testing

@testable import BookingHost

@Suite struct `Two at one booking` {
  private struct Pair {
    let first: LifeHouse
    let second: LifeHouse
    let directory: TemporaryDirectory

    /// Two programs on one file.
    init() throws {
      directory = try TemporaryDirectory()
      first = try LifeHouse(store: TestStore.create(directory: directory.path))
      second = try LifeHouse(store: TestStore.open(directory: directory.path), isNew: false)
    }

    func together<Result: Sendable>(
      _ count: Int, _ body: @escaping @Sendable (LifeHouse) throws -> Result
    ) async throws -> [Result] {
      try await withThrowingTaskGroup(of: Result.self) { group in
        for number in 0..<count {
          let life = number.isMultiple(of: 2) ? first : second
          group.addTask { try body(life) }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
    }
  }

  @Test func `who cancel it at once: one does, the others are told that it is`() async throws {
    let pair = try Pair()
    for _ in 0..<5 {
      let booking = try pair.first.book(["party": 1])
      let results = try await pair.together(8) { try $0.take(.to(.cancelled), booking) }
      #expect(results.count { $0.booking != nil } == 1)
      #expect(results.count { $0.codes == ["transition_invalid"] } == 7)
      try pair.first.deliver()
      #expect(try pair.first.points(booking) == [10, -10])
      #expect(try pair.first.current(booking).version == 2)
    }
  }

  @Test func `of whom one seats and one gives up: the booking tells one story`() async throws {
    let pair = try Pair()
    for _ in 0..<5 {
      let booking = try pair.first.book(["party": 1])
      let steps = [BookingStatus.checkedIn, .noShow, .cancelled]
      _ = try await pair.together(6) { life in
        try steps.map { try life.take(.to($0), booking).booking?.status }
      }
      let history = try pair.first.house.store.read { try $0.history(ofBooking: booking.id) }
      for (before, after) in zip(history, history.dropFirst()) { #expect(before.to == after.from) }
      #expect(history.last?.to == (try pair.first.current(booking).status))
      #expect(try pair.first.current(booking).version == history.count)
    }
  }

  @Test func `who change it having seen the same: one does, the others are told what it is now`() async throws
  {
    let pair = try Pair()
    let booking = try pair.first.book()
    let results = try await pair.together(6) { life -> Bool in
      do {
        return try life.change(booking, ["party": 3], version: 1).booking != nil
      } catch let conflict as VersionConflict {
        #expect(conflict == VersionConflict(expected: 1, current: 2))
        return false
      }
    }
    #expect(results.count { $0 } == 1)
  }

  @Test func `bookings moved to the last place: one gets it`() async throws {
    let pair = try Pair()
    _ = try pair.first.book(["party": 30])
    _ = try pair.first.book(["party": 6, "name": "Grace Hopper"])
    let bookings = try (0..<6).map {
      try pair.first.book(["party": 4, "date": "2026-11-23", "name": .text("Guest \($0)")])
    }
    let results = try await withThrowingTaskGroup(of: StepResult.self) { group in
      for (number, booking) in bookings.enumerated() {
        let life = number.isMultiple(of: 2) ? pair.first : pair.second
        group.addTask { try life.change(booking, ["date": "2026-11-22"]) }
      }
      return try await group.reduce(into: [StepResult]()) { $0.append($1) }
    }
    #expect(results.count { $0.booking != nil } == 1)
    #expect(results.count { $0.codes == ["capacity_exceeded"] } == 5)
  }
}
