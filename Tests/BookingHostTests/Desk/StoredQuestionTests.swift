import Testing

@testable import BookingHost

@Suite struct `Explaining what was decided long ago` {
  private let own = ["id-anchor"]

  private func book(_ house: House, _ asked: Draft, reason: String? = nil, rules: RuleBook? = nil) throws
    -> BookingResult
  {
    let request = BookingRequest(restaurant: "anchor", mode: "ops", draft: asked, overrideReason: reason)
    return try house.desk(rules: rules).book(request, by: .staff(house.manager))
  }

  private func booked(_ house: House, _ asked: Draft, reason: String? = nil, rules: RuleBook? = nil) throws
    -> Booking
  {
    guard case .booked(let booking, _) = try book(house, asked, reason: reason, rules: rules) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  private func question(_ house: House, _ reference: String) throws -> StoredQuestion {
    try #require(try house.store.read { try $0.question(ofBooking: reference, restaurantIDs: own) })
  }

  private func refusal(_ house: House) throws -> StoredQuestion {
    try house.store.read { reader in
      let newest = try #require(reader.refusals(RefusalQuery(restaurantIDs: own, limit: 1)).first)
      return try #require(try reader.question(ofDecision: newest.record.id, restaurantIDs: own))
    }
  }

  /// The shipped rules with another limit, two lines further down.
  private var edited: RuleBook {
    get throws {
      var texts = Shipped.rules.files.texts
      texts["ops.lua"] =
        "-- An edit.\n--\n"
        + texts["ops.lua"]!.replacing("party = { min = 1, max = 12 }", with: "party = { min = 1, max = 3 }")
      return try RuleBook(files: texts)
    }
  }

  private func place(of code: String, in explanation: Explanation) -> String? {
    explanation.issues.first { $0.issue.code == code }?.issue.rule
  }

  @Test func `a booking is explained by the lines of its own revision`() throws {
    let house = try House()
    let asked = draft(time: "19:00", party: 12)
    let booking = try booked(house, asked)
    let old = try #require(booking.effects.first?.effect.rule)
    let found = try question(house, booking.reference.lowercased()).explanation(current: edited)
    #expect(found.outcome == .confirmed && found.remark == nil)
    #expect(found.revision == Shipped.rules.revision && found.effects == booking.effects)
    let line = try #require(RulePlace(old)).line
    #expect(found.files.first?.lines[line - 1].text.contains("email(\"confirmation\")") == true)
    #expect(
      found.files.first?.lines.count
        == Shipped.file("ops.lua").split(separator: "\n", omittingEmptySubsequences: false).count)
  }

  @Test func `a booking's own answers stand where the decision has placeholders`() throws {
    let house = try House()
    var asked = draft(party: 2)
    asked[Field.phone] = "07700 900456"
    asked[Field.notes] = "Window, please"
    let stored = try question(house, try booked(house, asked).reference)
    #expect(stored.question.draft[Field.phone] == "07700 900456")
    #expect(stored.question.draft[Field.name] == "Ada Lovelace")
    #expect(stored.question.draft[Field.notes] == "Window, please")
    let found = try stored.explanation(current: nil)
    #expect(
      found.calls.first { $0.name == "fields.phone.format" }?.results == [
        .boolean(true), .text("+447700900456"),
      ])
  }

  @Test func `an override is explained with the reason it was given`() throws {
    let house = try House()
    for time in ["18:00", "18:15", "20:00"] { _ = try booked(house, draft(time: .text(time), party: 12)) }
    let booking = try booked(house, draft(party: 8), reason: "regulars")
    let found = try question(house, booking.reference).explanation(current: nil)
    #expect(found.outcome == .confirmed && found.remark == nil)
    #expect(found.issues.map(\.issue) == booking.issues)
  }

  @Test func `a refused attempt is explained without knowing who asked`() throws {
    let house = try House()
    var asked = draft(party: 13)
    asked[Field.email] = "ada@lovelace.example"
    asked[Field.phone] = "12"
    _ = try book(house, asked)
    let stored = try refusal(house)
    #expect(stored.booking == nil)
    let found = try stored.explanation(current: Shipped.rules)
    #expect(found.outcome == .refused && found.remark == nil)
    #expect(found.issues.map(\.issue.code) == ["phone_invalid", "party_max"])
    #expect(found.issues.last?.issue.message.contains("For more than 12") == true)
    let text = try WireEncoder.text(ExplanationJSON(found, full: true))
    for personal in ["lovelace", "Lovelace"] { #expect(!text.contains(personal)) }
  }

  @Test func `an attempt that a failing rule refused is explained as that`() throws {
    let house = try House()
    let rules = try RuleBook(files: [
      "ops.lua": "return { access = 'staff', check = function(d)\nerror('oh') end }"
    ])
    _ = try book(house, draft(), rules: rules)
    let found = try refusal(house).explanation(current: rules)
    #expect(found.error?.message == "oh" && found.error?.rule == "ops.lua:2" && found.remark == nil)
  }

  @Test func `what rules were never kept cannot be explained`() throws {
    let house = try House()
    _ = try book(house, draft(party: 13))
    let stored = try refusal(house)
    #expect(throws: HostError.self) { try stored.explanation(current: edited) }
    #expect(throws: HostError.self) { try stored.explanation(current: nil) }
  }

  @Test func `a revision that cannot be loaded any more says so, and what was decided then is told`() throws {
    let house = try House()
    let booking = try booked(house, draft())
    let other = draft(party: 13)
    _ = try book(house, other)
    try house.store.execute(
      "UPDATE rule_files SET content = replace(content, 'past_grace_minutes', 'no_such_key')")
    let found = try question(house, booking.reference).explanation(current: nil)
    #expect(found.outcome == .confirmed && found.effects == booking.effects && found.remark == nil)
    #expect(found.error?.message.contains("cannot be loaded by this program any more: unknown key") == true)
    #expect(found.error?.rule?.hasPrefix("ops.lua:") == true)
    let refused = try refusal(house).explanation(current: nil)
    #expect(refused.outcome == .refused && refused.issues.map(\.issue.code) == ["party_max"])
    #expect(
      refused.files.first?.lines.contains {
        $0.notes.contains { if case .issue = $0 { true } else { false } }
      } == true)
    try house.store.execute("UPDATE rule_revisions SET contract_version = 99")
    let newer = try question(house, booking.reference).explanation(current: nil)
    #expect(newer.error?.message.contains("version 99 of the contract") == true)
  }

  @Test func `what comes out differently today is told as it was decided then`() throws {
    let house = try House()
    let booking = try booked(house, draft(party: 12))
    try house.store.execute("UPDATE rule_files SET content = replace(content, 'max = 12', 'max = 10')")
    let found = try question(house, booking.reference).explanation(current: nil)
    #expect(found.outcome == .confirmed && found.issues.isEmpty && found.alternatives.isEmpty)
    #expect(found.remark?.contains("refused (party_max)") == true)
  }

  @Test func `nothing of another restaurant is explained`() throws {
    let house = try House()
    let booking = try booked(house, draft())
    _ = try book(house, draft(party: 13))
    let id = try refusal(house).decision.id
    let (other, attempt) = try house.store.read { reader in
      (
        try reader.question(ofBooking: booking.reference, restaurantIDs: ["id-other"]),
        try reader.question(ofDecision: id, restaurantIDs: ["id-other"])
      )
    }
    #expect(other == nil && attempt == nil)
  }

  @Test func `refused attempts are listed by the day they were made on, newest first`() throws {
    let house = try House()
    _ = try book(house, draft(party: 13))
    // Half past midnight in London is already the next day.
    house.clock.withLock { $0 = $0.adding(minutes: 390) }
    _ = try book(house, draft(time: "25:00", party: 14))
    let restaurant = try #require(try house.store.read { try $0.restaurant(id: "id-anchor") })
    func parties(_ date: CivilDate?, limit: Int = 9) throws -> [Int?] {
      try house.store.read { try $0.refusedAttempts(at: [restaurant], on: date, limit: limit) }
        .map { $0.asked?[Field.party]?.wholeNumber }
    }
    #expect(try parties(nil) == [14, 13])
    #expect(try parties(nil, limit: 1) == [14])
    #expect(try parties("2026-11-21") == [13])
    #expect(try parties("2026-11-22") == [14])
    #expect(try parties("2026-11-23") == [])
  }
}
