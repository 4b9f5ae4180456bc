import Testing

@testable import BookingHost

struct GuestMatchRuleTests {
  private func verdict(_ tables: String, party: Int = 2) throws -> Verdict {
    try rules(tables).decide(mode: "m", draft: draft(party: .integer(party)), facts: facts())
  }

  private func errors(_ body: String) -> [String] {
    do {
      _ = try rules(body)
      return []
    } catch { return (error as? RuleBookError)?.errors.map(\.description) ?? [] }
  }

  @Test func `guests are known by either contact and by name where the mode says nothing`() throws {
    #expect(try verdict("").terms.guests == GuestMatch(.either, sameName: true))
  }

  @Test(arguments: ["either", "email", "phone", "both", "none"])
  func `a mode says by what guests are known`(word: String) throws {
    #expect(try verdict("guests = { match = '\(word)' }").terms.guests.contact.rawValue == word)
  }

  @Test func `both leaves may depend on the booking`() throws {
    let tables = """
      guests = {
        match = function(draft) return draft.party > 6 and 'none' or 'email' end,
        same_name = function(draft) return draft.party < 3 end,
      }
      """
    #expect(try verdict(tables).terms.guests == GuestMatch(.email, sameName: true))
    #expect(try verdict(tables, party: 7).terms.guests == GuestMatch(.none, sameName: false))
  }

  @Test func `a function that returns something else is an error at its line`() throws {
    #expect(throws: RuleError.self) { try verdict("guests = { match = function() return 'mail' end }") }
    #expect(throws: RuleError.self) { try verdict("guests = { same_name = function() return 1 end }") }
  }

  @Test func `a misspelt word or key is named with what was meant`() {
    #expect(errors("guests = { match = 'e-mail' }").first?.contains("did you mean \"email\"?") == true)
    #expect(errors("guests = { mach = 'email' }").first?.contains("did you mean match?") == true)
    #expect(errors("guests = { same_name = 'yes' }").first?.contains("must be true or false") == true)
  }
}
