import Testing

@testable import BookingHost

@Suite struct `Many at once` {
  @Test func `never book more than there is room for, over two stores on one file`() async throws {
    let directory = try TemporaryDirectory()
    let first = try House(store: Store.create(directory: directory.path))
    let second = try House(store: Store.open(directory: directory.path), isNew: false)
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
}
