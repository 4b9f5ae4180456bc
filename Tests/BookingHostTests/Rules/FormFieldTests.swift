import Testing

@testable import BookingHost

@Suite("The form of a mode")
struct FormFieldTests {
  private let rules = try! RuleBook(files: [
    "ops.lua": """
    return {
      title = "Walk-in", access = "staff", source = "system",
      fields = {
        name = { required = true },
        phone = { required = function(draft) return draft.party >= 8 end },
        seating = { choices = function(draft) return { "any", "booth" } end, default = "any" },
        children = { type = "integer", label = "Children", help = "Under twelve", order = 1 },
        vip = { type = "boolean", set_by = "staff" },
      },
    }
    """
  ])

  private func form(party: Answer, role: Role? = nil) throws -> [FormField] {
    var facts = Facts.standard(now: "2026-11-22 18:00")
    facts.staff.role = role
    return try rules.form(
      mode: "ops", draft: Draft(date: "2026-11-22", time: "19:00", party: party), facts: facts)
  }

  @Test("lists what the file lists, core fields first")
  func order() throws {
    #expect(try form(party: 2).map(\.name) == ["name", "phone", "seating", "vip", "children"])
  }

  @Test("asks the rules' functions about this very draft")
  func functions() throws {
    #expect(try form(party: 2).first { $0.name == "phone" }?.isRequired == false)
    #expect(try form(party: 8).first { $0.name == "phone" }?.isRequired == true)
    let seating = try form(party: 2).first { $0.name == "seating" }
    #expect(seating?.choices == ["any", "booth"])
    #expect(seating?.fallback == "any")
  }

  @Test("leaves out for guests what only staff may set")
  func staffOnly() throws {
    #expect(try !form(party: 2, role: Role.none).contains { $0.name == "vip" })
  }

  @Test("of a mode that is not there is empty")
  func unknownMode() throws {
    #expect(try rules.form(mode: "phone", draft: Draft(), facts: .standard(now: "2026-11-22 18:00")).isEmpty)
  }
}
