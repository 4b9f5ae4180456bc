import Testing

@testable import BookingHost

@Suite("Thousands of operations, and a model that says what each comes to") struct RandomOperationsTests {
  private static let rules = """
    return {
      access = "staff",
      status = function(draft) return draft.party == 7 and "pending" or "confirmed" end,
      severity = {
        capacity_exceeded = function(draft, facts, issue)
          return issue.over <= 2 and "warn" or { override = "manager" }
        end,
      },
      effects = function(booking) loyalty(booking.party) end,
      on = { cancelled = function(booking) loyalty(-booking.points) end },
    }
    """

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `every answer is the model's, every booking is as it should be, and nobody is let in unseen`(
    seed: UInt64
  )
    throws
  {
    var evening = try Evening(rules: RuleBook(files: ["m.lua": Self.rules]), seed: seed)
    for _ in 0..<700 { try evening.doSomething() }
    try evening.compareAll()
    // All of it was tried, not the easy part alone.
    for kind in ["made", "noted", "refused", "overridable", "notThere", "conflict"] {
      #expect(evening.seen[kind, default: 0] > 0, "\(kind)")
    }
  }
}

/// A house, and the model that goes along with it.
private struct Evening {
  let house: House
  var model = EveningModel()
  var random: SmallRandom
  /// How often each kind of answer came.
  var seen: [String: Int] = [:]
  private var references: [String] = []

  init(rules: RuleBook, seed: UInt64) throws {
    house = try House(rules: rules)
    random = SmallRandom(seed: seed)
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[random.next(elements.count)]
  }

  mutating func doSomething() throws {
    let house = house
    let (account, restaurant, isManager) = pick([
      (house.host, "anchor", false), (house.host, "anchor", false), (house.manager, "anchor", true),
      (house.stranger, "other", true),
    ])
    let actor = EveningModel.Actor(
      restaurant: restaurant, isManager: isManager, givesReason: random.next(2) == 0)
    switch references.isEmpty ? 0 : random.next(10) {
    case 0...1: try book(account, actor)
    case 2...4: try change(account, actor)
    default: try step(account, actor)
    }
  }

  private mutating func book(_ account: StaffAccount, _ actor: EveningModel.Actor) throws {
    let (party, restaurant) = (1 + random.next(9), pick(["anchor", "anchor", "anchor", "other"]))
    let expected = model.booking(party, at: restaurant, by: actor)
    let time: BookingHost.Answer = pick(["19:00", "19:15", "19:30"])
    let request = BookingRequest(
      restaurant: restaurant, mode: "m", draft: draft(time: time, party: .integer(party)),
      overrideReason: actor.givesReason ? "regular guest" : nil)
    var made: Booking?
    let answer = try answered {
      switch try house.desk().book(request, by: .staff(account)) {
      case .booked(let booking, _):
        made = booking
        return .made(noted: booking.issues.contains { $0.code == "capacity_exceeded" })
      case .refused(let refusal): return refusal.answer
      }
    }
    check(answer, expected, "booking \(party) at \(restaurant)")
    guard let made else { return }
    model.book(made.reference, party, at: restaurant)
    references.append(made.reference)
    check(made)
  }

  private mutating func change(_ account: StaffAccount, _ actor: EveningModel.Actor) throws {
    let (reference, party) = (someReference(), 1 + random.next(9))
    guard party != model.entries[reference]?.party else { return }
    let version = someVersion(reference)
    let expected = model.changing(reference, to: party, seen: version, by: actor)
    var request = ChangeRequest(reference: reference, answers: ["party": .integer(party)], version: version)
    request.overrideReason = actor.givesReason ? "regular guest" : nil
    let result = try settle(expected, "changing \(reference) to \(party)") { [house] in
      try house.desk().change(request, by: .staff(account))
    }
    guard let booking = result?.booking else { return }
    model.change(reference, to: party)
    check(booking)
  }

  private mutating func step(_ account: StaffAccount, _ actor: EveningModel.Actor) throws {
    let reference = someReference()
    let steps = BookingStatus.allCases.filter { $0 != .pending }.map { BookingStep.to($0) } + [.undo, .undo]
    let step = pick(steps)
    let seen = someVersion(reference)
    let expected = model.stepping(reference, step, seen: seen, by: actor)
    let request = StepRequest(
      reference: reference, step: step, overrideReason: actor.givesReason ? "regular guest" : nil,
      version: seen)
    let result = try settle(
      expected, "\(step) of \(reference), \(String(describing: model.entries[reference]?.status))"
    ) { [house] in
      try house.desk().take(request, by: .staff(account))
    }
    guard let booking = result?.booking else { return }
    model.step(reference, step)
    check(booking)
  }

  private mutating func someReference() -> String { references[random.next(references.count)] }

  /// The version that staff have seen: often none, mostly the one there is, at times an old one.
  private mutating func someVersion(_ reference: String) -> Int? {
    let current = model.entries[reference]?.version ?? 1
    return pick([nil, nil, current, current, current - 1])
  }

  private mutating func settle(
    _ expected: EveningModel.Answer, _ what: String, _ body: () throws -> StepResult
  ) throws -> StepResult? {
    var result: StepResult?
    let before = try transitionIssues()
    let answer = try answered {
      result = try body()
      switch result! {
      case .refused(let refusal): return refusal.answer
      case .made(let booking, let warnings):
        let isNew =
          booking.issues.contains { $0.code == "capacity_exceeded" } && expected == .made(noted: true)
        let noted = try transitionIssues() > before || warnings.contains { $0.code == "capacity_exceeded" }
        return .made(noted: isNew || noted)
      }
    }
    check(answer, expected, what)
    return result
  }

  /// How many steps were let pass without room.
  private func transitionIssues() throws -> Int {
    try Int(
      house.store.rows(
        "SELECT count(*) AS n FROM booking_transitions WHERE issues LIKE '%capacity_exceeded%'")[0]["n"] ?? ""
    ) ?? 0
  }

  private func answered(_ body: () throws -> EveningModel.Answer) throws -> EveningModel.Answer {
    do {
      return try body()
    } catch let error as HostError where [.notFound, .notAllowed].contains(error.code) {
      return .notThere
    } catch is VersionConflict {
      return .conflict
    }
  }

  private mutating func check(_ answer: EveningModel.Answer, _ expected: EveningModel.Answer, _ what: String)
  {
    #expect(answer == expected, "\(what)")
    switch answer {
    case .made(let noted): seen[noted ? "noted" : "made", default: 0] += 1
    case .refused: seen["refused", default: 0] += 1
    case .overridable: seen["overridable", default: 0] += 1
    case .notThere: seen["notThere", default: 0] += 1
    case .conflict: seen["conflict", default: 0] += 1
    }
  }

  private func check(_ booking: Booking) {
    #expect(EveningModel.Entry(booking) == model.entries[booking.reference])
  }

  /// Every booking that is stored, and no other.
  func compareAll() throws {
    let stored = try house.store.read { reader in
      try references.compactMap {
        try reader.booking(reference: $0, restaurantIDs: ["id-anchor", "id-other"])
      }
    }
    #expect(stored.count == model.entries.count)
    #expect(try house.rowCounts()["bookings"] == model.entries.count)
    for booking in stored { check(booking) }
    for restaurant in ["anchor", "other"] {
      let covers = stored.filter { $0.restaurant.slug == restaurant && $0.status.countsForCapacity }
        .reduce(0) { $0 + $1.covers }
      #expect(covers == model.covers(at: restaurant))
    }
  }
}

extension EveningModel.Entry {
  fileprivate init(_ booking: Booking) {
    self.init(
      restaurant: booking.restaurant.slug, party: booking.party, status: booking.status,
      version: booking.version)
  }
}

extension Refusal {
  fileprivate var answer: EveningModel.Answer {
    isOverridable ? .overridable : .refused(issues.first?.code ?? "")
  }
}
