import BookingHost
import Testing

@Suite struct `The shipped rules` {
  let book = Shipped.rules

  @Test func `a walk-in needs only a name`() throws {
    let verdict = try book.decide(mode: "ops", draft: draft(), facts: facts())
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.issues == [])
    #expect(verdict.terms.source == "system")
    #expect(verdict.terms.label == "Created by System")
    #expect(verdict.effects.map(\.action.kind) == ["email", "loyalty", "notify"])
    #expect(verdict.effects[0].skipped == "no email address was given")
    #expect(verdict.effects[0].rule?.hasPrefix("ops.lua:") == true)
  }

  @Test func `a guest gives name, email, phone and terms`() throws {
    let verdict = try book.decide(mode: "customer", draft: draft(name: nil), facts: facts())
    #expect(verdict.outcome == .refused)
    #expect(verdict.codes == ["name_required", "email_required", "phone_required", "terms_required"])
  }
}
