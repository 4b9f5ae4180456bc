import Testing

@testable import BookingHost

@Suite struct `Changes are told in sentences` {
  @Test(
    "each kind of edit in its own words",
    arguments: [
      // Severities.
      (
        "outside_service = \"warn\"", "outside_service = { override = \"manager\" }",
        [
          "between services and outside opening hours: confirmed → override, outside_service (warn → override by manager)"
        ]
      ),
      (
        "issue.over <= 2", "issue.over <= 5",
        ["3 to 5 over capacity: override → confirmed, capacity_exceeded (override by manager → warn)"]
      ),
      // Effects, for every booking and for some.
      (
        "loyalty(10 + 5 * booking.party)", "loyalty(50)",
        ["parties of up to 7: loyalty 15 → 50 … 45 → 50", "parties of 9 or more: loyalty 55 → 50 … 70 → 50"]
      ),
      (
        "notify(\"floor\")", "if booking.party >= 8 then notify(\"floor\") end",
        ["parties of up to 7: no longer notify floor"]
      ),
      (
        "notify(\"floor\")", "notify(\"floor\") email(\"reminder\", { before_minutes = 1440 })",
        ["every booking that passes: also email reminder"]
      ),
      // Fields: asked for from some size on; lengths; choices; a field of one's own.
      (
        "notes = { max_length = 50 }",
        "notes = { max_length = 50, required = function(draft) return draft.party >= 6 end }",
        ["parties of 6 or more, without notes: confirmed → refused, notes_required"]
      ),
      (
        "notes = { max_length = 50 }", "notes = { max_length = 30 }",
        [
          "with notes of 31 to 50 characters: confirmed → refused, notes_too_long",
          "wherever it is said: other words for notes_too_long",
        ]
      ),
      ("\"bar\", \"booth\"", "\"bar\"", ["with seating “booth”: confirmed → refused, seating_invalid"]),
      (
        "notes = {", "children = { type = \"integer\", min = 0, max = 6 }, notes = {",
        [
          "with children 0 to 6: refused → confirmed, no longer children_unknown",
          "with children -1 or 7: same outcome, children_invalid, no longer children_unknown",
        ]
      ),
      // Size, length, status, notice, horizon, slots, last seating.
      (
        "max = 12", "max = 20",
        [
          "parties of 13 to 20: refused → confirmed or override, no longer party_max",
          "wherever it is said: other words for party_max",
        ]
      ),
      (
        "duration_minutes = 90",
        "duration_minutes = function(draft) return draft.party > 4 and 120 or 90 end",
        ["parties of 5 or more: 90 → 120 minutes"]
      ),
      (
        "title = \"Plain\"",
        "status = function(draft) return draft.party > 8 and \"pending\" or \"confirmed\" end",
        ["parties of 9 or more: confirmed → pending", "title: “Plain” → “m”"]
      ),
      (
        "notice_minutes = 0", "notice_minutes = 45",
        ["at the door or booked at most 44 min ahead: confirmed → refused, notice_too_short"]
      ),
      (
        "horizon_days = 90", "horizon_days = 30",
        [
          "booked 31 days to 90 days ahead: confirmed → refused, beyond_horizon",
          "wherever it is said: other words for beyond_horizon",
        ]
      ),
      (
        "slot_minutes = 15", "slot_minutes = 30",
        [
          "at :15 and :45: confirmed → refused, off_slot_grid",
          "wherever it is said: other words for off_slot_grid",
        ]
      ),
      (
        "horizon_days = 90", "horizon_days = 90, last_seating_minutes = 60",
        [
          "from 14:15 to 14:45, from 22:15 to 22:45 and from 23:15 to 00:00: confirmed → refused, last_seating",
          "wherever it is said: other words for last_seating",
        ]
      ),
      (
        "messages", "pacing = { minutes = 15, max_covers = 10 }, messages",
        [
          "parties of 11 or more: confirmed → refused, pacing_exceeded",
          "with 11 or more covers starting then: confirmed → refused, pacing_exceeded",
        ]
      ),
      (
        "choices = { \"any\", \"bar\", \"booth\" }",
        "choices = { \"any\", \"bar\", \"booth\" }, default = \"bar\"",
        ["without seating: seating is kept as “bar”, and was none"]
      ),
      // Words, and what a sweep does not show.
      (
        "function() email(\"cancelled\") end", "function() email(\"sorry\") end",
        ["after “cancelled”: what follows is written differently"]
      ),
    ])
  func edits(_ edit: (old: String, new: String, sentences: [String])) throws {
    #expect(try Edits.plain(edit.old, edit.new).sentences == edit.sentences)
  }

  @Test func `what a rule looks at together is tried together`() throws {
    let body = """
      if facts.day.weekday == "friday" and facts.service.key == "dinner" and draft.party > 6 then
        refuse("groups", "Groups on Friday evenings are the manager's to take")
      end
      """
    let diff = try Edits.plainChecking(body, budget: 14_000)
    #expect(diff.sentences == ["parties of 7 or more at dinner on Fridays: confirmed → refused, groups"])
    let region = try #require(diff.changes.first?.region)
    #expect(region.parties == 7...14 && region.isPartyOpen)
    #expect(region.times?.map(\.from) == [1050] && region.times?.map(\.to) == [1365])
    #expect(region.weekdays == [.friday])
    #expect(region.conditions.map(\.subject) == ["party", "time", "day"])
  }

  @Test func `a rule that asks for everything at once is found`() throws {
    let body = """
      local guest = facts.guest
      if guest.visits > 3 and guest.no_shows > 2 and guest.points > 500 and draft.seating == "bar" and draft.notes then
        warn("all", "All of it")
      end
      """
    let sentences = try Edits.plainChecking(body, budget: 6_000).sentences
    #expect(
      sentences == [
        "for guests with 4 or more visits, for guests with 3 or more no-shows, for guests with 501 or more points, "
          + "with notes as usual, with seating “bar”: still confirmed, warning all"
      ])
  }

  @Test func `times that were not tried are not told`() throws {
    let body =
      "if facts.day.weekday == \"friday\" and facts.day.minute > 1000 then warn(\"late\", \"Late\") end"
    #expect(
      try Edits.plainChecking(body, budget: 6_000).sentences == [
        "from 16:45 on Fridays: still confirmed, warning late"
      ])
    // With room for a few times only, nothing is said of those between them.
    #expect(
      try Edits.plainChecking(body, budget: 1_600).sentences == [
        "from 19:00 on Fridays: still confirmed, warning late"
      ])
  }

  @Test(
    "what a check adds is found, whatever it looks at",
    arguments: [
      (
        "if not draft.email and not draft.phone then refuse(\"contact\", \"One of the two\") end",
        "without email, without phone: confirmed → refused, contact"
      ),
      (
        "if facts.guest.no_shows >= 3 and draft.party > 4 then override(\"risk\", \"Ask\", \"manager\") end",
        "parties of 5 or more, for guests with 3 or more no-shows: confirmed → override, risk (override by manager)"
      ),
      (
        "if facts.service.key == \"brunch\" then warn(\"eggs\", \"No eggs\") end",
        "at brunch: still confirmed, warning eggs"
      ),
      (
        "local late = facts.day.minute >= 21 * 60 if late and not at_least(\"host\") then refuse(\"late\", \"Too late\") end",
        "from 21:00, for a server: confirmed → refused, late"
      ),
      (
        "local most = { lunch = 4 } if draft.party > (most[facts.service.key] or 100) then refuse(\"size\", \"No\") end",
        "parties of 5 or more at lunch: confirmed or override → refused, size"
      ),
      (
        "for _, tag in ipairs(facts.guest.tags) do if tag == \"vip\" then warn(\"vip\", \"Champagne\") end end",
        "tagged vip: still confirmed, warning vip"
      ),
      (
        "if facts.load.covers > 30 then warn(\"busy\", \"Busy\") end",
        "parties of up to 9, with 31 covers booked, taking the last seat or 1 or more over capacity: still confirmed, warning busy"
      ),
      (
        "if facts.start.date:sub(6) == \"12-24\" then refuse(\"eve\", \"Closed early\") end",
        "from 10:45 to 23:45 on 2026-12-24: confirmed → refused, eve"
      ),
      (
        "if draft.notes and draft.notes:find(\"allergy\") then warn(\"allergy\", \"Tell the kitchen\") end",
        "with notes “allergy”: still confirmed, warning allergy"
      ),
      (
        "if facts.now.date == facts.start.date and facts.now.minute >= 17 * 60 then refuse(\"tonight\", \"Ring\") end",
        "asked the same day from 17:00 to 21:00: confirmed → refused, tonight"
      ),
    ])
  func checks(_ rule: (body: String, sentence: String)) throws {
    let sentences = try Edits.plainChecking(rule.body, budget: 8_000).sentences
    #expect(sentences.contains(rule.sentence), "\(sentences)")
  }
}
