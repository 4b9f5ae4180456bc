import Testing

@testable import BookingHost

@Suite struct `What a decision was made from` {
  private func full() -> Facts {
    facts {
      $0.action = .change
      $0.hours = DayHours(opens: 720, closes: 1560, label: "Advent")
      $0.services = [ServicePeriod(key: "dinner", name: "Dinner", opens: 1080, closes: 1380)]
      $0.closures = [ClosedPeriod(from: 800, to: 830, reason: "photo")]
      let start = Instant(seconds: 1_795_000_000)
      $0.load = Load(
        covers: 8, parties: 3, maxCovers: 40, maxParties: nil, seated: 8, seats: 40,
        starts: [StartLoad(minute: 1140, covers: 8, parties: 3)],
        sittings: [Sitting(starts: start, ends: start.adding(minutes: 90), covers: 8)])
      $0.staff = StaffFacts(id: "s1", role: .manager)
      $0.guest = GuestFacts(
        known: true, verified: true, visits: 3, noShows: 1, points: 60, upcoming: 1, tags: ["vip"])
    }
  }

  @Test func `comes back from its bytes as it was, and decides the same`() throws {
    let asked = draft(party: 4)
    let verdict = try Shipped.rules.decide(mode: "ops", draft: asked, facts: full())
    let snapshot = DecisionSnapshot(draft: asked, facts: verdict.facts, hasOverrideReason: false)
    let read = try #require(DecisionSnapshot(bytes: snapshot.bytes))
    #expect(read == snapshot)
    #expect(try Shipped.rules.decide(mode: "ops", draft: read.draft, facts: read.facts) == verdict)
  }

  @Test func `holds no personal text, and its stand-ins are as valid`() throws {
    var asked = draft()
    asked["email"] = "ada@lovelace.example"
    asked["phone"] = "+447700900999"
    asked["notes"] = "allergic to peanuts"
    let verdict = try Shipped.rules.decide(mode: "ops", draft: asked, facts: facts())
    let snapshot = DecisionSnapshot(verdict, draft: asked, overrideReason: nil)
    let text = String(decoding: snapshot.bytes, as: UTF8.self)
    for personal in ["Lovelace", "lovelace", "900999", "peanuts"] { #expect(!text.contains(personal)) }
    let again = try Shipped.rules.decide(mode: "ops", draft: snapshot.draft, facts: snapshot.facts)
    #expect(again.outcome == verdict.outcome)
    #expect(again.codes == verdict.codes)
    #expect(again.effects == verdict.effects)
  }

  @Test func `stands in for wrong contact with wrong contact`() throws {
    var asked = draft()
    asked["email"] = "nope"
    asked["phone"] = "12"
    let verdict = try Shipped.rules.decide(mode: "ops", draft: asked, facts: facts())
    let snapshot = DecisionSnapshot(verdict, draft: asked, overrideReason: nil)
    let again = try Shipped.rules.decide(mode: "ops", draft: snapshot.draft, facts: snapshot.facts)
    #expect(again.codes == verdict.codes)
    #expect(verdict.codes == ["email_invalid", "phone_invalid"])
  }

  @Test func `bytes that are no snapshot are none`() {
    let bytes = DecisionSnapshot(draft: draft(), facts: full(), hasOverrideReason: true).bytes
    for length in stride(from: 0, to: bytes.count, by: 7) {
      #expect(DecisionSnapshot(bytes: Array(bytes.prefix(length))) == nil)
    }
  }
}
