import Testing

@testable import BookingHost

@Suite struct `What happens to a booking` {
  private static let body = """
    effects = function(booking) loyalty(10 * booking.party) end,
    on = {
      cancelled = function(booking) loyalty(-booking.points, "was " .. booking.status) end,
      changed = function(booking, facts) if booking.party ~= facts.previous.party then notify("floor") end end,
    },
    transitions = {
      cancelled = function(booking, facts)
        if facts.start.notice_minutes < 120 then override("late_cancel", "Too late for that", "manager") end
        warn("told", "Tell the kitchen")
      end,
      no_show = function(booking) refuse("never", booking.status .. " stays") end,
    },
    """

  private func booking(
    access: String = "staff", role: Role = .host, now: LocalDateTime = "2026-11-22 18:00"
  ) throws -> (RuleBook, StandingBooking) {
    let rules = try rules(Self.body, access: access)
    let facts = facts {
      $0.now = now
      $0.staff = StaffFacts(id: "s", role: role)
    }
    let verdict = try rules.decide(mode: "m", draft: draft(), facts: facts)
    return (rules, StandingBooking(verdict))
  }

  @Test func `takes back exactly the points that it was given`() throws {
    let (rules, booking) = try booking()
    #expect(booking.points == 20)
    let effects = try rules.effects(of: "cancelled", mode: "m", of: booking.after("cancelled"))
    #expect(effects.map(\.action) == [.loyalty(points: -20, reason: "was cancelled")])
  }

  @Test func `where there are no points, nothing is taken back and nothing is said`() throws {
    var (rules, booking) = try booking()
    booking.points = 0
    #expect(try rules.effects(of: "cancelled", mode: "m", of: booking) == [])
  }

  @Test func `what a mode does not mention, nothing follows`() throws {
    let (rules, booking) = try booking()
    #expect(try rules.effects(of: "completed", mode: "m", of: booking) == [])
    #expect(try rules.effects(of: "completed", mode: "gone", of: booking) == [])
  }

  @Test func `rules may see what was before a change`() throws {
    var (rules, booking) = try booking()
    booking.facts.previous = draft(party: 3)
    #expect(try rules.effects(of: "changed", mode: "m", of: booking).count == 1)
  }

  @Test func `rules may warn, and refuse with the status that it has`() throws {
    let (rules, booking) = try booking()
    let cancelling = try rules.decide("cancelled", mode: "m", of: booking, overrideReason: nil)
    #expect(!cancelling.isGiven && cancelling.isOverridable)
    #expect(cancelling.warnings.map(\.code) == ["told"])
    let absence = try rules.decide("no_show", mode: "m", of: booking, overrideReason: "really gone")
    #expect(!absence.isGiven && !absence.isOverridable)
    #expect(absence.issues.map(\.message) == ["confirmed stays"])
    #expect(absence.issues.map(\.rule) == ["m.lua:12"])
  }

  @Test func `what a rule does not mind is given`() throws {
    let (rules, booking) = try booking(now: "2026-11-22 12:00")
    let permission = try rules.decide("cancelled", mode: "m", of: booking, overrideReason: nil)
    #expect(permission.isGiven)
    #expect(try rules.decide("completed", mode: "m", of: booking, overrideReason: nil) == Permission())
  }

  @Test(arguments: ["staff", "public"])
  func `a manager overrides with a reason, whoever the mode is for`(access: String) throws {
    let (rules, booking) = try booking(access: access, role: .manager, now: "2026-11-22 18:00")
    func decide(_ reason: String?) throws -> Permission {
      try rules.decide("cancelled", mode: "m", of: booking, overrideReason: reason)
    }
    #expect(try !decide(nil).isGiven)
    #expect(try decide("no").issues.map(\.code).contains("override_reason_invalid"))
    let given = try decide("the guest is ill")
    #expect(given.isGiven && given.overriddenAs == .manager)
    #expect(given.issues.map(\.code) == ["late_cancel", "told"])
  }

  @Test func `a host's reason does not override for a manager`() throws {
    let (rules, booking) = try booking()
    let permission = try rules.decide("cancelled", mode: "m", of: booking, overrideReason: "the guest is ill")
    #expect(!permission.isGiven && permission.isOverridable)
  }

  @Test func `a rule that fails says where`() throws {
    let (_, booking) = try booking()
    let broken = try rules("transitions = { cancelled = function(booking) return booking.nobody.x end }")
    let error = #expect(throws: RuleError.self) {
      try broken.decide("cancelled", mode: "m", of: booking, overrideReason: nil)
    }
    #expect(error?.rule == "m.lua:2")
  }

  @Test func `rules check reads what is written there, and tries it`() {
    let said = check(
      mode: """
        transitions = {
          cancelled = function(booking) if booking.prty > 2 then refuse("no", "No") end email("x") end,
          no_show = function(booking) refuse("no", booking.notes .. "!") end,
        }
        """)
    #expect(said.contains { $0.contains("[unknown_key] a booking has no `prty`") })
    #expect(said.contains { $0.contains("`email` can be called in `effects` and `on` only") })
    let tried = check(
      mode: #"transitions = { no_show = function(booking) refuse("no", booking.notes .. "!") end }"#)
    #expect(tried.contains { $0.contains("[rule_fails]") && $0.contains("without notes") }, "\(tried)")
  }

  @Test func `only what can happen may be named`() {
    #expect(throws: RuleBookError.self) { try rules("transitions = { changed = function() end }") }
    #expect(throws: RuleBookError.self) { try rules("transitions = { canceled = function() end }") }
    #expect(throws: RuleBookError.self) { try rules(#"transitions = { cancelled = "refuse" }"#) }
  }
}
