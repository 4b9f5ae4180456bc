import Testing

@testable import BookingHost

@Suite struct `What an edit changes` {
  private func ops(_ edited: RuleBook) -> ModeDiff { RuleDiff(Shipped.rules, edited).mode("ops") }

  @Test func `a party limit from 12 to 8 refuses parties of 9 to 12, and leaves customers alone`() throws {
    let diff = RuleDiff(Shipped.rules, try Edits.ops(Edits.partyOf8.0, Edits.partyOf8.1))
    let customer = diff.mode("customer")
    #expect(customer.status == .unchanged)
    #expect(customer.isSameSource)
    let change = try #require(diff.mode("ops").changes.first)
    #expect(change.sentence == "parties of 9 to 12: confirmed or override → refused, party_max")
    #expect(change.region?.parties == 9...12)
    #expect(change.region?.times == nil)
    #expect(change.ruleBefore == "ops.lua:20")
    #expect(change.ruleAfter == "ops.lua:20")
    #expect(change.before.verdict?.outcome == .confirmed)
    #expect(change.after.verdict?.issues.map(\.code) == ["party_max"])
    #expect(diff.mode("ops").changes.dropFirst().map(\.kind) == [.words])
  }

  @Test func `the grid shows party sizes in rows and times in columns`() throws {
    let grid = try #require(ops(Edits.ops(Edits.partyOf8.0, Edits.partyOf8.1)).grid)
    #expect(grid.parties == [1...8, 9...12, 13...14])
    let letters = grid.rows.map { String($0.map(\.letter)) }
    #expect(Set(letters[0]) == ["·", "-"])
    #expect(Set(letters[1]) == ["R", "-"])
    #expect(Set(letters[2]) == ["-"])
    // The night is refused before and after.
    #expect(grid.times.first == 600 && letters[1].hasPrefix("-"))
  }

  @Test func `moving lines and rewording comments changes nothing`() throws {
    let diff = ops(
      try Edits.ops("-- A name is enough.", "-- A name will do.\n\n\n  -- Really: a name will do."))
    #expect(diff.status == .unchanged)
    #expect(!diff.isSameSource)
    #expect(diff.cases > 1_000)
    #expect(diff.changes.isEmpty && diff.grid == nil)
  }

  @Test func `an edit of shared code leaves the modes unchanged that do not depend on it`() throws {
    let diff = RuleDiff(
      Shipped.rules, try Edits.rules(("lib/contact.lua", "-- Any plausible phone number", "-- Any phone number")))
    #expect(diff.modes.map(\.status) == [.unchanged, .unchanged])
    #expect(diff.modes.allSatisfy { !$0.isSameSource && $0.cases > 1_000 })
    #expect(!diff.hasChanges)
  }

  @Test func `a mode that only one side has is said to be added or removed`() throws {
    var files = Shipped.rules.files.texts
    files["phone.lua"] = files["ops.lua"]
    let more = try RuleBook(files: files)
    #expect(RuleDiff(Shipped.rules, more).mode("phone").status == .added)
    #expect(RuleDiff(more, Shipped.rules).mode("phone").status == .removed)
    #expect(RuleDiff(more, Shipped.rules).hasChanges)
    #expect(RuleDiff(more, Shipped.rules, modes: ["ops"]).modes.map(\.mode) == ["ops"])
  }

  @Test func `two modes of one rule set are compared, guests with staff`() throws {
    let diff = RuleDiff(Shipped.rules, mode: "customer", Shipped.rules, mode: "ops")
    let mode = try #require(diff.modes.first)
    #expect(mode.mode == "customer" && mode.otherMode == "ops")
    #expect(mode.sentences.contains("without phone: refused → confirmed, no longer phone_required"))
    #expect(mode.sentences.contains("without email: refused → confirmed, no longer email_required"))
    #expect(
      mode.sentences.contains(
        "every booking that passes: source “web” → “system”, label none → “Created by System”"))
    #expect(mode.sentences.contains("access: public → staff"))
  }

  @Test func `a mode compared with itself is unchanged`() throws {
    let diff = RuleDiff(Shipped.rules, mode: "ops", Shipped.rules, mode: "ops")
    #expect(diff.modes.map(\.status) == [.unchanged])
  }

  @Test(
    "each kind of edit is told in a sentence",
    arguments: [
      // A severity.
      ("outside_service = \"warn\"", "outside_service = { override = \"manager\" }",
        ["between services and outside opening hours: confirmed → override, outside_service (warn → override by manager)"]),
      // An effect, for every booking and for some.
      ("loyalty(10 + 5 * booking.party)", "loyalty(10 + 6 * booking.party)",
        ["every booking that passes: loyalty 15 → 16 … 70 → 82"]),
      ("notify(\"floor\")", "if booking.party >= 8 then notify(\"floor\") end",
        ["parties of up to 7: no longer notify floor"]),
      ("email(\"confirmation\") ", "email(\"confirmation\") email(\"reminder\", { before_minutes = 1440 }) ",
        ["every booking that passes: also email reminder"]),
      // A field that is asked for from some size on; lengths; choices.
      ("phone = { format = contact.phone },",
        "phone = { format = contact.phone, required = function(draft) return draft.party >= 6 end },",
        ["parties of 6 or more, without phone: confirmed → refused, phone_required"]),
      ("notes = { max_length = 500 }", "notes = { max_length = 300 }",
        ["with notes of 301 to 500 characters: confirmed → refused, notes_too_long",
          "wherever it is said: other words for notes_too_long"]),
      ("\"booth\", \"bar\"", "\"booth\"",
        ["with seating “bar”: confirmed → refused, seating_invalid"]),
      // Lengths of stay, status, notice, horizon, slots.
      ("draft.party > 6 and 120 or 90", "draft.party > 4 and 120 or 90",
        ["parties of 5 to 6: 90 → 120 minutes"]),
      ("access = \"staff\",",
        "access = \"staff\",\n  status = function(draft) return draft.party > 8 and \"pending\" or \"confirmed\" end,",
        ["parties of 9 or more: confirmed → pending"]),
      ("notice_minutes = 0", "notice_minutes = 45",
        ["at the door or booked at most 44 min ahead: confirmed → refused, notice_too_short"]),
      ("past_grace_minutes = 15", "past_grace_minutes = 5",
        ["6 min to 15 min past: confirmed → refused, past_time"]),
      ("horizon_days = 90", "horizon_days = 30",
        ["booked 31 days to 90 days ahead: confirmed → refused, beyond_horizon",
          "wherever it is said: other words for beyond_horizon"]),
      ("slot_minutes = 15", "slot_minutes = 30",
        ["at :15 and :45: confirmed → refused, off_slot_grid", "wherever it is said: other words for off_slot_grid"]),
      ("time = {", "time = {\n    last_seating_minutes = 60,",
        ["from 22:15 to 22:45 and from 23:15: confirmed → refused, last_seating"]),
      // Capacity.
      ("issue.over <= 2", "issue.over <= 5",
        ["3 to 5 over capacity: override → confirmed, capacity_exceeded (override by manager → warn)"]),
      ("capacity_exceeded = function(draft, facts, issue)\n      return issue.over <= 2 and \"warn\" or { override = \"manager\" }\n    end",
        "capacity_exceeded = \"refuse\"",
        ["3 or more over capacity: override or confirmed → refused, capacity_exceeded (override by manager → refuse)",
          "1 to 2 over capacity: confirmed → refused, capacity_exceeded (warn → refuse)"]),
      // Words and later events.
      ("For more than {limit}, please ring", "More than {limit}? Please ring",
        ["wherever it is said: other words for party_max"]),
      ("cancelled = function() email(\"cancelled\") end", "cancelled = function() end",
        ["after “cancelled”: what follows is written differently"]),
      ("title  = \"Walk-in\"", "title  = \"At the door\"", ["title: “Walk-in” → “At the door”"]),
    ])
  func sentences(_ edit: (old: String, new: String, sentences: [String])) throws {
    #expect(ops(try Edits.ops(edit.old, edit.new)).sentences == edit.sentences)
  }

  @Test(
    "what a check adds is found, whatever it looks at",
    arguments: [
      ("if facts.day.weekday == \"friday\" and facts.service.key == \"dinner\" and draft.party > 6 then refuse(\"groups\", \"No\") end",
        "parties of 7 or more at dinner on Fridays: confirmed → refused, groups"),
      ("if not draft.email and not draft.phone then refuse(\"contact\", \"One of the two\") end",
        "without email, without phone: confirmed → refused, contact"),
      ("if facts.guest.no_shows >= 3 and draft.party > 4 then override(\"risk\", \"Ask\", \"manager\") end",
        "parties of 5 or more, for guests with 3 or more no-shows, unless a manager or an owner gives a reason: confirmed → override, risk (override by manager)"),
      ("if facts.service.key == \"brunch\" then warn(\"eggs\", \"No eggs\") end",
        "at brunch: still confirmed, warning eggs"),
      ("local late = facts.day.minute >= 21 * 60 if late and not at_least(\"host\") then refuse(\"late\", \"Too late\") end",
        "from 21:00, for a server: confirmed → refused, late"),
      ("local most = { lunch = 4, dinner = 6 } if draft.party > (most[facts.service.key] or 100) then refuse(\"size\", \"Too many\") end",
        "parties of 7 or more at dinner: confirmed → refused, size"),
      ("for _, tag in ipairs(facts.guest.tags) do if tag == \"vip\" then warn(\"vip\", \"Champagne\") end end",
        "tagged vip: still confirmed, warning vip"),
      ("if facts.load.covers / facts.load.max_covers > 0.8 then warn(\"busy\", \"Busy\") end",
        "with 33 covers booked or leaving 0 to 1 of 40 seats: still confirmed, warning busy"),
      ("if facts.restaurant.slug == \"harbor-house\" and draft.party > 4 then refuse(\"small\", \"Small\") end",
        "parties of 5 or more, at harbor-house: confirmed → refused, small"),
      ("if facts.start.date:sub(6) == \"12-24\" then refuse(\"eve\", \"Closed early\") end",
        "up to 23:45 on 2026-12-24: confirmed → refused, eve"),
      ("if draft.notes and draft.notes:find(\"allergy\") then warn(\"allergy\", \"Tell the kitchen\") end",
        "with notes “allergy”: still confirmed, warning allergy"),
      ("if facts.now.minute > 1080 and facts.start.notice_minutes < 240 then refuse(\"tonight\", \"Ring us\") end",
        "booked"),
    ])
  func checks(_ rule: (body: String, sentence: String)) throws {
    let sentences = ops(try Edits.checking(rule.body)).sentences
    #expect(sentences.contains { $0.hasPrefix(rule.sentence) }, "\(sentences)")
  }

  @Test func `a rule that begins to fail is told with its line`() throws {
    let diff = ops(try Edits.ops("draft.party > 6 and 120 or 90", "draft.party > 6 and draft.table + 1 or 90"))
    #expect(diff.changes.count == 1)
    let change = try #require(diff.changes.first)
    #expect(change.kind == .failure)
    #expect(change.sentence.hasPrefix("parties of 7 or more: "))
    #expect(change.sentence.contains("a rule fails (ops.lua:24: attempt to perform arithmetic on a nil value"))
    #expect(change.ruleBefore == nil && change.ruleAfter == "ops.lua:24")
    #expect(change.after.failure?.kind == .runtime)
  }

  @Test func `the same rules give the same answer every time`() throws {
    let edited = try Edits.checking("if facts.day.weekday == \"friday\" then warn(\"x\", \"y\") end")
    let first = ops(edited), second = ops(edited)
    #expect(first.sentences == second.sentences)
    #expect(first.cases == second.cases)
    #expect(first.grid?.rows == second.grid?.rows)
  }

  @Test func `a sweep is bounded, and says what it did not try together`() throws {
    let everything = """
      local n = 0
      for i = 1, 60 do if draft.party == i or facts.guest.visits == i * 2 then n = n + 1 end end
      if facts.guest.visits > 3 and facts.guest.no_shows > 2 and facts.guest.points > 500
        and facts.guest.upcoming > 1 and facts.guest.known and facts.load.covers > 20 and at_least("manager")
        and facts.day.weekday ~= "monday" and facts.start.notice_minutes > 90 and facts.day.minute > 1000
        and draft.seating == "bar" and draft.notes then refuse("all", "All of it") end
      """
    let diff = RuleDiff(Shipped.rules, try Edits.checking(everything), budget: 4_000).mode("ops")
    #expect(diff.cases <= 4_000)
    #expect(diff.cases > 500)
    #expect(!diff.notCrossed.isEmpty)
    #expect(diff.notCrossed.contains { $0.contains("visits") && $0.contains("no-shows") })
  }
}
