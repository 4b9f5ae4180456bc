import Testing

@testable import BookingHost

/// What a case can promise: each expectation holds, and fails, for the right answers.
@Suite struct `A case` {
  private let rules = try! BookingHostTests.rules(
    """
    source = "phone", label = "By phone", offered = true,
    fields = {
      phone = { format = function(value) return true, "+" .. value end },
      seating = { choices = { "bar", "window" }, default = "bar" },
      children = { type = "integer", label = "Children", max = 4 },
    },
    party = { max = 8 },
    covers = function(draft) return draft.party - (draft.children or 0) end,
    time = { duration_minutes = function(draft) return draft.party > 6 and 120 or 90 end },
    messages = { party_max = "At most {limit}" },
    severity = { capacity_exceeded = { override = "manager" } },
    check = function(draft)
      if draft.notes == "warn" then warn("noted", "Staff should know", "notes") end
      if draft.notes == "fail" then error("no such table") end
    end,
    effects = function(booking)
      email("confirmation")
      email("reminder", { before_minutes = 1440 })
      if booking.party > 4 then skip("loyalty", "groups collect none") else loyalty(10) loyalty(5, "first") end
      notify("floor")
      webhook("booking.created")
    end,
    on = { cancelled = function(booking) email("cancelled") notify(booking.source) end },
    """)

  private func result(_ body: String) -> RuleTestResult {
    let report = RuleTests.run(["tests/t.lua": testFile("{ 'x', \(body) },")], rules: rules)
    return report.results[0]
  }

  /// The differences of the case, each as `what: expected | actual`.
  private func differences(_ body: String) -> [String] {
    switch result(body).outcome {
    case .passed: []
    case .failed(let found): found.map { "\($0.what): \($0.expected) | \($0.actual)" }
    case .broken(let message): ["broken: \(message)"]
    }
  }

  @Test(arguments: [
    "expect = 'confirmed'", "issues = {}", "issues_include = {}", "expect = 'confirmed', issues = {}",
    "draft = { party = 9 }, expect = 'refused', issues = { 'party_max' }",
    "draft = { party = 9, name = absent }, issues = { 'party_max', 'name_required' }",
    "draft = { party = 9, name = absent }, issues = { 'name_required', 'party_max' }",
    "draft = { party = 9, name = absent }, issues_include = { 'party_max' }",
    "draft = { party = 9 }, issues = 'party_max'",
    "draft = { party = 9 }, messages = { party_max = 'At most 8' }",
    "messages = { party_max = absent }",
    "draft = { notes = 'warn' }, expect = 'confirmed', issues = { 'noted' }",
    "draft = { notes = 'fail' }, expect = 'error'",
    "draft = { notes = 'fail' }, expect = 'error', issues = { 'rule_failed' }",
    "facts = { load = { covers = 40, max_covers = 40 } }, expect = 'override'",
    "facts = { load = { covers = 40, max_covers = 40 } }, role = 'manager', reason = 'a regular', expect = 'confirmed'",
    "facts = { load = { covers = 40, max_covers = 40 } }, role = 'manager', expect = 'override'",
    "covers = 2", "draft = { children = 1 }, covers = 1", "duration = 90",
    "draft = { party = 7 }, duration = 120",
    "source = 'phone'", "label = 'By phone'", "access = 'staff'", "offered = true",
    "draft = { phone = '0123456789' }, values = { phone = '+0123456789' }",
    "values = { seating = 'bar', phone = absent, children = absent, name = 'Ada Lovelace' }",
    "draft = { children = 2 }, values = { children = 2 }",
    "action = 'walkin', draft = { time = '19:07' }, expect = 'confirmed'",
  ])
  func `passes when it is answered as it expects`(body: String) {
    #expect(differences(body) == [])
  }

  @Test(arguments: [
    ("expect = 'refused'", "expect: refused | confirmed"),
    ("expect = 'pending'", "expect: pending | confirmed"),
    ("expect = 'error'", "expect: error | confirmed"),
    ("draft = { notes = 'fail' }, expect = 'confirmed'", "expect: confirmed | error: no such table"),
    ("draft = { notes = 'fail' }, covers = 2", "expect: a decision | error: no such table"),
    ("draft = { notes = 'fail' }, expect = 'error', issues = {}", "issues: none | rule_failed"),
    ("issues = { 'party_max' }", "issues: party_max | none"),
    ("draft = { party = 9 }, issues = {}", "issues: none | party_max"),
    (
      "draft = { party = 9, name = absent }, issues = { 'party_max' }",
      "issues: party_max | name_required, party_max"
    ),
    ("draft = { party = 9 }, issues_include = { 'party_min' }", "issues_include: party_min | party_max"),
    (
      "draft = { party = 9 }, messages = { party_max = 'Too many' }",
      "messages.party_max: Too many | At most 8"
    ),
    ("messages = { party_max = 'Too many' }", "messages.party_max: Too many | none"),
    ("draft = { nmae = 'A' }, issues = {}", "issues: none | nmae_unknown (did you mean name?)"),
    ("covers = 3", "covers: 3 | 2"), ("duration = 120", "duration: 120 | 90"),
    ("source = 'web'", "source: web | phone"), ("label = absent", "label: none | By phone"),
    ("access = 'public'", "access: public | staff"), ("offered = false", "offered: false | true"),
    ("values = { seating = 'window' }", "values.seating: window | bar"),
    ("values = { seating = absent }", "values.seating: none | bar"),
    (
      "values = { seatng = 'bar' }",
      "values.seatng: bar | the mode has no field `seatng`; did you mean seating?"
    ),
  ])
  func `says in words what is expected and what is answered`(body: String, says: String) {
    #expect(differences(body) == [says])
  }

  @Test(arguments: [
    "email = 'skipped'", "loyalty = { 5, 10 }", "loyalty = { 10, 5 }", "loyalty = 'queued'",
    "notify = 'floor'",
    "notify = { 'floor' }", "webhook = 'booking.created'", "notify = true",
  ])
  func `checks the effects it names`(written: String) {
    #expect(differences("effects = { \(written) }") == [])
  }

  @Test func `checks emails that go out, reminders by their time`() {
    let address = "draft = { email = 'ada@example.com' }, "
    #expect(differences(address + "effects = { email = { 'confirmation', 'reminder' } }") == [])
    #expect(
      differences(address + "effects = { email = { 'confirmation', { 'reminder', before_minutes = 1440 } } }")
        == [])
    #expect(
      differences(address + "effects = { email = { 'confirmation', { 'reminder', before_minutes = 60 } } }")
        == [
          "effects.email: confirmation, reminder 60 minutes before | confirmation, reminder 1440 minutes before"
        ])
    #expect(
      differences(address + "effects = { email = 'confirmation' }")
        == ["effects.email: confirmation | confirmation, reminder 1440 minutes before"])
    #expect(differences(address + "effects = { email = 'queued' }") == [])
  }

  @Test(arguments: [
    (
      "email = 'confirmation'",
      "email: confirmation | skipped (no email address was given), skipped (no email address was given)"
    ),
    (
      "email = false",
      "email: none | skipped (no email address was given), skipped (no email address was given)"
    ),
    ("loyalty = 10", "loyalty: 10 points | 10 points, 5 points"),
    ("loyalty = 'skipped'", "loyalty: skipped | 10 points, 5 points"),
    ("notify = 'kitchen'", "notify: kitchen | floor"), ("webhook = false", "webhook: none | booking.created"),
    ("notify = {}", "notify: none | floor"),
  ])
  func `says which effects there are instead`(written: String, says: String) {
    #expect(differences("effects = { \(written) }") == ["effects." + says])
  }

  @Test func `knows that a booking that is not made has no effects`() {
    #expect(differences("draft = { party = 9 }, effects = { email = false, loyalty = false }") == [])
    #expect(
      differences("draft = { party = 9 }, effects = { loyalty = 10 }")
        == ["effects.loyalty: 10 points | none: the booking is not made"])
    #expect(differences("draft = { party = 6 }, effects = { loyalty = 'skipped' }") == [])
  }

  @Test func `asks what follows when something happens to the booking later`() {
    #expect(
      differences("event = 'cancelled', effects = { email = 'skipped', notify = 'phone', loyalty = false }")
        == [])
    #expect(
      differences("event = 'cancelled', effects = { email = 'cancelled' }")
        == ["effects.email: cancelled | skipped (no email address was given)"])
    #expect(differences("event = 'no_show', effects = { email = false }") == [])
  }

  @Test func `is told in one sentence where there is room for one`() {
    #expect(result("covers = 2").sentence == "x (m) holds")
    #expect(
      result("draft = { party = 9 }, expect = 'confirmed', issues = {}").sentence
        == "x (m): expect is refused and not confirmed; issues is party_max and not none")
    #expect(result("mode = 'n', covers = 2").sentence == "x (n): there is no mode `n`; did you mean m?")
  }

  @Test func `points at the lines that decided`() {
    let refused = result("draft = { party = 9 }, expect = 'confirmed', issues = {}")
    #expect(refused.deciding == [.init(what: "party_max", rule: "m.lua:8")])
    let failed = result("draft = { notes = 'fail' }, expect = 'confirmed'")
    #expect(failed.deciding == [.init(what: "rule_failed", rule: "m.lua:15")])
    let asked = result("effects = { notify = 'kitchen' }")
    #expect(asked.deciding == [.init(what: "notify", rule: "m.lua:21")])
    #expect(result("covers = 2").deciding == [])
  }
}

@Suite struct `A function tested by itself` {
  private let rules = try! BookingHostTests.rules(
    "",
    library: [
      "lib/a.lua": """
      local a = {}
      function a.sum(x, y) return x + y end
      function a.format(value, draft, facts)
        if value == "" then return false, "empty" end
        return true, value .. draft.party .. facts.restaurant.locale
      end
      function a.nothing() end
      function a.table(t) return { t[1], n = #t } end
      function a.level() return at_least("manager") end
      return a
      """
    ])

  private func differences(_ body: String) -> [String] {
    let file = testFile("{ 'x', \(body) },", before: "local a = require 'lib.a'")
    switch RuleTests.run(["tests/t.lua": file], rules: rules).results[0].outcome {
    case .passed: return []
    case .failed(let found): return found.map { "\($0.what): \($0.expected) | \($0.actual)" }
    case .broken(let message): return ["broken: \(message)"]
    }
  }

  @Test(arguments: [
    "call = a.sum, with = { 2, 3 }, returns = 5",
    "call = a.format, with = 'x', returns = { true, 'x2en-GB' }",
    "call = a.format, with = 'x', draft = { party = 4 }, facts = { restaurant = { locale = 'sv' } }, returns = { true, 'x4sv' }",
    "call = a.format, with = 'x', returns = true",
    "call = a.format, with = '', returns = { false, 'empty' }",
    "call = a.nothing, returns = absent", "call = a.nothing, returns = { absent, absent }",
    "call = a.level, role = 'manager', returns = true", "call = a.level, role = 'host', returns = false",
    "call = function(draft) return draft.party end, returns = 2",
    "call = function() return 4 / 2, { 6 / 2 } end, returns = { 2, { 3 } }",
  ])
  func `is given its arguments, then draft and facts`(body: String) {
    #expect(differences(body) == [])
  }

  @Test func `says what it returned instead, or how it failed`() {
    #expect(differences("call = a.sum, with = { 2, 3 }, returns = 6") == ["returns: 6 | 5"])
    #expect(
      differences("call = a.nothing, returns = { 1, absent }") == ["returns: 1, absent | absent, absent"])
    #expect(
      differences("call = a.sum, with = { 2, {} }, returns = 6")
        == ["expect: an answer | error: attempt to perform arithmetic on a table value (local 'y')"])
  }
}
