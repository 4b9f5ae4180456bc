import BookingHost
import Testing

@Suite struct `The wizard` {
  private func verdict(_ draft: Draft, mode: String = "ops", _ scope: RuleBook.Scope, reason: String? = nil)
    throws -> Verdict
  {
    try Shipped.rules.decide(mode: mode, draft: draft, facts: facts(), overrideReason: reason, scope: scope)
  }

  /// Says `next` and feeds back what the shipped rules decide.
  private func next(_ wizard: inout Wizard) throws -> Wizard.Action {
    guard case .decide(let draft, let scope) = wizard.advance(.next) else { return .finish }
    return wizard.advance(
      .decided(try verdict(draft, mode: wizard.mode, scope, reason: wizard.overrideReason)))
  }

  @Test(arguments: ["ops", "customer"])
  func `plan, details, review and confirmed follow each other in every mode`(mode: String) throws {
    var wizard = Wizard(mode: mode)
    for (field, answer) in [("date", "2026-11-22"), ("time", "20:15"), ("party", "2")] {
      #expect(wizard.advance(.answer(field, .text(answer))) == .show(.plan))
    }
    #expect(try next(&wizard) == .show(.details))
    _ = wizard.advance(.answer("name", "Ada Lovelace"))
    if mode == "customer" {
      #expect(try next(&wizard) == .show(.details))
      #expect(wizard.issues.map(\.code) == ["email_required", "phone_required", "terms_required"])
      _ = wizard.advance(.answer("email", "ada@example.com"))
      _ = wizard.advance(.answer("phone", "+44 7700 900123"))
      _ = wizard.advance(.answer("terms", true))
    }
    #expect(try next(&wizard) == .show(.review))
    #expect(wizard.advance(.next) == .book(wizard.draft))
    #expect(wizard.advance(.booked) == .finish)
    #expect(wizard.step == .confirmed)
  }

  @Test func `the draft has nothing where nothing was given`() {
    var wizard = Wizard(mode: "ops")
    _ = wizard.advance(.answer("email", "  "))
    _ = wizard.advance(.answer("name", " Ada "))
    #expect(wizard.draft.answers == ["name": "Ada"])
  }

  @Test func `a plan that the rules refuse keeps the wizard at the plan`() throws {
    var wizard = Wizard(mode: "ops", draft: draft(party: 13, name: nil))
    #expect(try next(&wizard) == .show(.plan))
    #expect(wizard.issues.map(\.code) == ["party_max"])
  }

  @Test func `back loses nothing that was typed`() throws {
    var wizard = Wizard(mode: "ops", draft: draft())
    _ = try next(&wizard)
    _ = try next(&wizard)
    #expect(wizard.step == .review)
    #expect(wizard.advance(.back) == .show(.details))
    #expect(wizard.advance(.back) == .show(.plan))
    #expect(wizard.advance(.back) == .show(.plan))
    #expect(wizard.draft == draft())
  }

  @Test func `changing the plan at the review leads through the plan again`() throws {
    var wizard = Wizard(mode: "ops", draft: draft())
    _ = try next(&wizard)
    _ = try next(&wizard)
    #expect(wizard.advance(.answer("party", 4)) == .show(.plan))
    #expect(wizard.step == .plan)
  }

  @Test func `one cannot jump ahead`() {
    var wizard = Wizard(mode: "ops", draft: draft())
    #expect(wizard.advance(.edit(.review)) == .show(.plan))
    #expect(wizard.advance(.booked) == .show(.plan))
  }

  @Test func `a slot that goes at the last moment leads back to the plan with everything kept`() throws {
    var wizard = Wizard(mode: "ops", draft: draft())
    _ = try next(&wizard)
    _ = try next(&wizard)
    _ = wizard.advance(.next)
    let full = Issue(code: "capacity_exceeded", message: "full")
    #expect(wizard.advance(.refused([full])) == .show(.plan))
    #expect(wizard.issues == [full])
    #expect(wizard.draft == draft())
  }

  @Test func `a verdict on another draft is not taken for this one's`() throws {
    var wizard = Wizard(mode: "ops", draft: draft())
    _ = wizard.advance(.next)
    let old = try verdict(draft(), .plan)
    _ = wizard.advance(.answer("party", 13))
    #expect(wizard.advance(.decided(old)) == .show(.plan))
    #expect(wizard.step == .plan)
  }

  @Test func `nothing follows the end`() throws {
    var wizard = Wizard(mode: "ops", draft: draft())
    _ = try next(&wizard)
    _ = try next(&wizard)
    _ = wizard.advance(.next)
    _ = wizard.advance(.booked)
    #expect(wizard.advance(.back) == .finish)
    #expect(wizard.step == .confirmed)
  }
}
