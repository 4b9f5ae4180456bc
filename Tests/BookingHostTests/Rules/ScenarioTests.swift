import Testing

@testable import BookingHost

@Suite struct `A scenario written by hand` {
  private func scenario(
    _ draft: String, _ facts: String = "{}", role: Role? = nil, mode: String = "ops", reason: String? = nil
  ) throws -> Scenario {
    try Scenario(
      mode: mode, now: "2026-11-22 18:00", role: role, overrideReason: reason,
      draft: #require(PackedValue(json: draft)), facts: #require(PackedValue(json: facts)))
  }

  private let ada = #"{"date":"2026-11-22","time":"19:00","party":2,"name":"Ada Lovelace"}"#

  private func problem(_ draft: String, _ facts: String = "{}") throws -> String? {
    do throws(Scenario.Problem) {
      _ = try Scenario(
        mode: "ops", now: "2026-11-22 18:00", draft: PackedValue(json: draft) ?? .none,
        facts: PackedValue(json: facts) ?? .none)
      return nil
    } catch { return error.message }
  }

  @Test func `is decided under the standard facts`() throws {
    let verdict = try scenario(ada).verdict(by: Shipped.rules)
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.facts.staff.role == .host)
    #expect(verdict.facts.start?.noticeMinutes == 60)
    #expect(try scenario(ada, mode: "customer").verdict(by: Shipped.rules).facts.staff.role == Role.none)
  }

  @Test func `takes keys in either spelling, own fields flat or under answers`() throws {
    let flat = try scenario(
      #"{"bookingType":"birthday","marketing_opt_in":true,"answers":{"room":2},"floor":1}"#)
    #expect(
      flat.draft.answers == ["booking_type": "birthday", "marketing_opt_in": true, "room": 2, "floor": 1])
    #expect(try scenario(ada, #"{"load":{"maxCovers":40}}"#).facts.load.maxCovers == 40)
    #expect(try scenario(ada, #"{"load":{"max_covers":40}}"#).facts.load.maxCovers == 40)
  }

  @Test func `merges facts deeply, replaces lists, and null takes a fact away`() throws {
    let facts = try scenario(
      ada,
      """
      {"load":{"covers":10,"maxCovers":40},"restaurant":{"phone":"+1 212 555 0123"},"guest":{"tags":["vip"]},
       "services":[{"key":"dinner","name":"Dinner","opens":1080,"closes":1380}],"hours":{"label":null}}
      """
    ).facts
    #expect(facts.load.covers == 10 && facts.load.maxCovers == 40 && facts.load.parties == 0)
    #expect(facts.restaurant.phone == "+1 212 555 0123" && facts.restaurant.id == "example")
    #expect(facts.guest.tags == ["vip"])
    #expect(facts.services.map(\.key) == ["dinner"])
  }

  @Test func `the service, the day and the start can be said outright`() throws {
    let verdict = try scenario(
      ada, #"{"service":{"key":"late"},"day":{"minute":1530},"start":{"notice_minutes":5}}"#
    )
    .verdict(by: Shipped.rules)
    #expect(verdict.facts.service?.key == "late")
    #expect(verdict.facts.day?.minute == 1530)
    #expect(verdict.facts.start?.noticeMinutes == 5)
  }

  @Test func `a role and a reason make an override pass`() throws {
    let full = #"{"load":{"covers":40,"maxCovers":40}}"#
    let six = ada.replacing("\"party\":2", with: "\"party\":6")
    #expect(try scenario(six, full).verdict(by: Shipped.rules).outcome == .override)
    #expect(
      try scenario(six, full, role: .manager, reason: "regular guest").verdict(by: Shipped.rules).outcome
        == .confirmed)
  }

  @Test func `a fact that does not exist is an error that guesses what was meant`() throws {
    #expect(try problem(ada, #"{"lod":{}}"#) == "there is no fact `facts.lod`; did you mean load?")
    #expect(
      try problem(ada, #"{"load":{"cover":1}}"#)
        == "there is no fact `facts.load.cover`; did you mean covers?")
    #expect(try problem(ada, #"{"load":{"covers":"ten"}}"#) == "a fact has a value of the wrong kind")
    #expect(try problem("[1]") == "the draft must be a table of names")
    #expect(try problem(#"{"name":{"first":"Ada"}}"#)?.contains("`name`") == true)
  }

  @Test func `JSON numbers keep their kind`() {
    #expect(
      PackedValue(json: #"[4, 4.5, true, null, "4"]"#)
        == .list([.integer(4), .number(4.5), .boolean(true), .none, .text("4")]))
    #expect(PackedValue(json: "{") == nil)
  }
}
