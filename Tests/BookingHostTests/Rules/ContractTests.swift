import BookingHost
import Testing

@Suite struct `What a rule file gets wrong is said with its line` {
  private func errors(_ files: [String: String]) -> [String] {
    do throws(RuleBookError) {
      _ = try RuleBook(files: files)
      return []
    } catch {
      return error.errors.map(\.description)
    }
  }

  private func errors(_ body: String) -> [String] {
    errors(["ops.lua": "return {\n  access = \"staff\",\n\(body)\n}"])
  }

  @Test func `a misspelt key is named with what was meant`() {
    #expect(
      errors("  fields = {\n    name = { requird = true },\n  },") == [
        "ops.lua:4: unknown key `requird` in `fields.name`; did you mean required?"
      ])
    #expect(errors("feilds = {}") == ["ops.lua:3: unknown key `feilds`; did you mean fields?"])
    #expect(
      errors("severity = { party_mx = 'warn' }") == [
        "ops.lua:3: `party_mx` is not a standard issue; did you mean party_max?"
      ])
  }

  @Test func `everything wrong is said at once`() {
    let found = errors("party = { max = 'lots' },\ntime = { slot_minutes = 0 },\nstatus = 'confirmd',")
    #expect(
      found == [
        "ops.lua:5: `status` must be \"confirmed\" or \"pending\", and is \"confirmd\"; did you mean \"confirmed\"?",
        "ops.lua:3: `party.max` must be a whole number, and is text",
        "ops.lua:4: `time.slot_minutes` must be from 1 to 1440, and is 0",
      ])
  }

  @Test func `a mode says who may use it`() {
    #expect(errors(["ops.lua": "return {}"]).first?.contains("`access` is missing") == true)
    #expect(
      errors(["ops.lua": "return { access = 'staf' }"]) == [
        "ops.lua:1: `access` must be \"public\" or \"staff\", and is \"staf\"; did you mean \"staff\"?"
      ])
  }

  @Test(arguments: ["hold_minutes"])
  func `a reserved key is refused`(key: String) {
    #expect(errors("\(key) = {}").first?.contains("reserved for a later version") == true)
  }

  @Test func `the plan and core fields cannot be made something else`() {
    #expect(errors("fields = { party = {} }").first?.contains("part of the plan") == true)
    #expect(
      errors("fields = { email = { type = 'integer' } }").first?.contains("cannot be made another type")
        == true)
    #expect(errors("fields = { covers = { label = 'x' } }").first?.contains("is taken") == true)
    #expect(errors("fields = { emial = { required = true } }").first?.contains("did you mean email?") == true)
  }

  @Test func `bounds that cross are noticed`() {
    #expect(errors("party = { min = 5, max = 4 }").count == 1)
    #expect(errors("fields = { name = { min_length = 5, max_length = 4 } }").count == 1)
  }

  @Test func `a message may only use values there are`() {
    #expect(
      errors("messages = { party_max = 'at most {limt}' }") == [
        "ops.lua:3: the message has no value for {limt}; did you mean {limit}?"
      ])
  }

  @Test func `a syntax error names file and line`() {
    #expect(errors("fields = {").first?.hasPrefix("ops.lua:") == true)
    #expect(
      errors(["ops.lua": "return { access = 'staff' }", "lib/a.lua": "x ="]).first?.hasPrefix("lib/a.lua:1")
        == true)
  }

  @Test func `a broken library file is reported once, not by every mode`() {
    let mode = "return { access = 'staff' }"
    #expect(errors(["a.lua": mode, "b.lua": mode, "lib/x.lua": "error('no')"]).count == 1)
  }

  @Test func `files that are no modes are ignored with a warning`() throws {
    let book = try RuleBook(files: ["ops.lua": "return { access = 'staff' }", "Old-Ops.lua": "nonsense"])
    #expect(book.modeNames == ["ops"])
    #expect(book.warnings.count == 1)
  }

  @Test func `a new file is a new mode, with a field of its own, and no Swift changes`() throws {
    let book = try RuleBook(files: [
      "phone.lua":
        "return { access = 'staff', source = 'phone', fields = { caller_id = { required = true } } }"
    ])
    #expect(try book.decide(mode: "phone", draft: draft(), facts: facts()).codes == ["caller_id_required"])
    var asked = draft()
    asked["caller_id"] = "Line 2"
    let verdict = try book.decide(mode: "phone", draft: asked, facts: facts())
    #expect(verdict.outcome == .confirmed)
    #expect(verdict.values.own == ["caller_id": "Line 2"])
    #expect(verdict.terms.source == "phone")
  }

  @Test func `an unknown mode is an error that guesses what was meant`() throws {
    let book = try RuleBook(files: ["ops.lua": "return { access = 'staff' }"])
    let error = #expect(throws: RuleError.self) {
      try book.decide(mode: "opps", draft: draft(), facts: facts())
    }
    #expect(error?.message == "there is no mode `opps`; did you mean ops?")
  }
}

@Suite struct `A rule that answers wrongly fails at its line` {
  private func error(_ body: String, _ draft: Draft = draft(), _ change: (inout Facts) -> Void = { _ in })
    -> String?
  {
    do {
      let verdict = try rules("\n" + body).decide(mode: "m", draft: draft, facts: facts(change))
      return "verdict \(verdict.outcome) \(verdict.codes)"
    } catch let error as RuleError {
      return error.description
    } catch {
      return "\(error)"
    }
  }

  @Test func `a number function that returns nothing is no default`() {
    #expect(
      error("party = { max = function() end }")
        == "m.lua:3: the function must return a whole number from 0 to 1000000, and returned nil")
    #expect(error("party = { max = function() return 'x' end }")?.contains("returned \"x\"") == true)
    #expect(error("party = { max = function() return 0/0 end }")?.hasPrefix("m.lua:3:") == true)
    #expect(error("party = { max = function() return 4.0 end }") == "verdict confirmed []")
  }

  @Test func `a severity function that returns nothing is an error`() {
    let load: (inout Facts) -> Void = { $0.load = Load(covers: 9, maxCovers: 9) }
    #expect(
      error("severity = { capacity_exceeded = function() end }", draft(), load)?.hasPrefix("m.lua:3:") == true
    )
    #expect(
      error("severity = { capacity_exceeded = function() return { override = 'boss' } end }", draft(), load)?
        .contains("must name a role") == true)
  }

  @Test func `a choice function that returns something else is an error`() {
    #expect(
      error("fields = { seating = { choices = function() return 'bar' end, default = 'bar' } }")?
        .contains("a list of texts") == true)
    #expect(
      error("status = function() return 'seated' end")?.contains("\"confirmed\" or \"pending\"") == true)
  }

  @Test func `recording takes what the contract says and nothing else`() {
    #expect(error("check = function() refuse('Bad Code', 'no') end")?.contains("lower-case letters") == true)
    #expect(error("check = function() refuse('code') end")?.contains("message") == true)
    #expect(
      error("check = function() override('code', 'why', 'boss') end")?.contains("must name a role") == true)
    #expect(
      error("check = function() warn('code', 'why', 'nmae') end")?.contains("did you mean \"name\"") == true)
    #expect(error("effects = function() loyalty('many') end")?.contains("whole number") == true)
    #expect(
      error("effects = function() email('x', { befor_minutes = 5 }) end")?.contains("before_minutes") == true)
    #expect(error("effects = function() skip('fax', 'old') end")?.contains("kinds") == true)
    #expect(error("check = function() email('x') end")?.contains("can only be called in") == true)
    #expect(error("effects = function() refuse('a', 'b') end")?.contains("can only be called in") == true)
  }

  @Test func `repeats of an effect collapse, and there are at most 32`() throws {
    let book = try rules("effects = function() for i = 1, 50 do notify('floor') end end")
    #expect(try book.decide(mode: "m", draft: draft(), facts: facts()).effects.count == 1)
    #expect(error("effects = function() for i = 1, 32 do loyalty(i) end end") == "verdict confirmed []")
    #expect(
      error("effects = function() for i = 1, 33 do loyalty(i) end end")?.contains("more than 32") == true)
  }

  @Test func `a runtime error names the line it happened on`() {
    #expect(
      error("check = function(draft, facts)\n  local x = facts.lod.covers\nend")?.hasPrefix("m.lua:4:")
        == true)
    #expect(
      error("check = function()\n error('closed for a wedding')\nend") == "m.lua:4: closed for a wedding")
  }

  @Test func `what a rule is handed is a copy, for each function anew`() throws {
    let book = try rules(
      """
      party = { max = function(draft, facts) draft.party = 99; facts.load.covers = 99; facts.guest = nil; return 12 end },
      check = function(draft, facts)
        if draft.party ~= 2 or facts.load.covers ~= 0 or facts.guest.known then refuse("tampered", "seen") end
      end
      """)
    #expect(try book.decide(mode: "m", draft: draft(), facts: facts()).codes == [])
  }

  @Test func `a rule cannot remember`() throws {
    let book = try rules(
      """
      check = function() count = nil; seen[1] = (seen[1] or 0) + 1; n = nil end
      """, before: "local seen = {}")
    #expect(throws: RuleError.self) { try book.decide(mode: "m", draft: draft(), facts: facts()) }
    let counting = try rules(
      """
      check = function() seen.n = seen.n + 1; calls = calls + 1
        if seen.n > 1 or calls > 1 then refuse("remembered", "x") end end
      """, before: "local seen, calls = { n = 0 }, 0")
    for _ in 1...5 {
      #expect(try counting.decide(mode: "m", draft: draft(), facts: facts()).codes == [])
    }
  }

  @Test func `writing a global says to write local`() {
    #expect(error("check = function() total = 1 end")?.contains("local total") == true)
  }
}
