import BookingHost
import Testing

@Suite struct `The floor that no rule can lower` {
  /// Every issue that can be allowed is allowed.
  private let lax = """
    fields = { name = { required = false }, email = {}, phone = {} }, party = { min = 0 },
    severity = {
      name_required = "allow", email_invalid = "allow", phone_invalid = "allow", party_min = "allow",
      party_invalid = "allow", date_invalid = "allow", time_invalid = "allow",
    }
    """

  private func codes(_ draft: Draft) throws -> [String] {
    let verdict = try rules(lax).decide(mode: "m", draft: draft, facts: facts())
    #expect(verdict.outcome == .refused)
    return verdict.codes
  }

  @Test(arguments: [nil, "", "  ", "\u{200B}\u{FEFF}", "\u{3164}", "\t\r\n", "\u{2800}"] as [String?])
  func `a name is not blank`(name: String?) throws {
    #expect(try codes(draft(name: name.map { .text($0) })) == ["name_required"])
  }

  @Test(arguments: ["nope", "@example.com", "ada@", "a@b@c", "ada lovelace@example.com"])
  func `an email that is given has a plausible form`(email: String) throws {
    var asked = draft()
    asked["email"] = .text(email)
    #expect(try codes(asked) == ["email_invalid"])
  }

  @Test(arguments: ["12", "123456", "1234567890123456", "ring me"])
  func `a phone that is given has 7 to 15 digits`(phone: String) throws {
    var asked = draft()
    asked["phone"] = .text(phone)
    #expect(try codes(asked) == ["phone_invalid"])
  }

  @Test func `date, time and party are real`() throws {
    #expect(try codes(draft(date: "2026-02-30")) == ["date_invalid"])
    #expect(try codes(draft(time: "24:00")) == ["time_invalid"])
    #expect(try codes(draft(party: "two")) == ["party_invalid"])
    #expect(try codes(draft(party: 0)) == ["party_min"])
  }

  @Test func `no email without an address, whatever the rule says`() throws {
    let book = try rules("effects = function(b) b.email = 'noemail@example.com' email('confirmation') end")
    let verdict = try book.decide(mode: "m", draft: draft(), facts: facts())
    #expect(verdict.effects.map(\.skipped) == ["no email address was given"])
    #expect(verdict.values.email == nil)
  }

  @Test func `omitted contact is nil, never an empty string`() throws {
    var asked = draft()
    asked["email"] = "   "
    asked["phone"] = ""
    let verdict = try Shipped.rules.decide(mode: "ops", draft: asked, facts: facts())
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.values.email == nil)
    #expect(verdict.values.phone == nil)
    #expect(verdict.values.normalised == [:])
  }

  @Test func `in a public mode nobody overrides`() throws {
    var asked = facts { $0.load = Load(covers: 40, maxCovers: 40) }
    asked.staff = StaffFacts(id: "s", role: .owner)
    let book = try rules("severity = { capacity_exceeded = { override = 'host' } }", access: "public")
    let verdict = try book.decide(mode: "m", draft: draft(), facts: asked, overrideReason: "because I can")
    #expect(verdict.outcome == .refused)
  }
}
