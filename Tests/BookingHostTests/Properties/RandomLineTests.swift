import Testing

@testable import BookingHost

/// What parties in a line should be after anything that staff did, as simply as it can be said.
private struct LineModel {
  struct Party: Equatable {
    var state = WaitlistState.waiting
    var version = 1
    var hasReturned = false
  }

  var parties: [Party] = []

  /// Whether a step is made.
  mutating func step(_ step: WaitlistStep, _ index: Int) -> Bool {
    let party = parties[index]
    switch (step, party.state) {
    case (.call, .waiting): parties[index].state = .called
    case (.back, .called) where !party.hasReturned:
      parties[index].state = .waiting
      parties[index].hasReturned = true
    case (.seat, .waiting), (.seat, .called): parties[index].state = .seated
    case (.leave, .waiting), (.leave, .called): parties[index].state = .left
    default: return false
    }
    parties[index].version += 1
    return true
  }

  var line: [Int] { parties.indices.filter { parties[$0].state.isOpen } }
}

@Suite("Hundreds of steps in a line, and a model that says what each comes to") struct RandomLineTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every answer is the model's, the line is in order, and one party is one booking`(seed: UInt64) throws
  {
    // Room for everybody: whether there is some is another model's.
    let house = try WaitHouse(seats: 5000)
    try house.house.store.execute("UPDATE services SET max_covers = NULL")
    var random = SmallRandom(seed: seed)
    var model = LineModel()
    var entries: [WaitlistEntry] = []
    for _ in 0..<300 {
      if entries.isEmpty || random.next(5) == 0 {
        entries.append(try house.added(1 + random.next(6)))
        model.parties.append(.init())
        continue
      }
      // Mostly those who came last, so that not all have gone.
      let index = max(0, entries.count - 1 - random.next(6))
      let step = WaitlistStep.allCases[random.next(WaitlistStep.allCases.count)]
      let current = model.parties[index].version
      let seen = [nil, nil, current, current - 1][random.next(4)]
      let caller = [house.host, house.manager, .staff(house.house.stranger)][random.next(3)]
      let isTheirs = caller != .staff(house.house.stranger)
      do {
        let result = try house.take(step, entries[index], by: caller, version: seen)
        #expect(isTheirs && seen != current - 1)
        #expect((result.entry != nil) == model.step(step, index), "\(step) of \(entries[index].code)")
        #expect((result.booking != nil) == (step == .seat && result.entry != nil))
      } catch is VersionConflict {
        #expect(isTheirs && seen == current - 1)
      } catch let error as HostError {
        #expect(!isTheirs && error.code == .notFound)
      }
    }
    let stored = try house.house.store.read { reader in
      try entries.map { try #require(try reader.waitlistEntry(id: $0.id)) }
    }
    #expect(
      stored.map { LineModel.Party(state: $0.state, version: $0.version, hasReturned: $0.hasReturned) }
        == model.parties)
    #expect(
      try house.line()
        == model.line.enumerated().map {
          "\($0.offset + 1) \(entries[$0.element].code) \(model.parties[$0.element].state.rawValue)"
        })
    let seated = stored.filter { $0.state == .seated }
    #expect(Set(seated.compactMap(\.booking)).count == seated.count && !seated.isEmpty)
    #expect(try house.house.store.count("bookings") == seated.count)
    #expect(
      try house.house.store.count("audit", where: "waitlist_id IS NOT NULL")
        == stored.reduce(0) { $0 + $1.version })
  }
}
