import Testing

@testable import BookingHost

@Suite struct `What rules read, compare and call is followed` {
  @Test func `and let go again, with every function that holds what is around it`() throws {
    weak var frame: Frame?
    do {
      let source = """
        local limit = function(draft, facts) return facts.load.covers end
        return { access = "staff", party = { max = function(draft, facts) return limit(draft, facts) end } }
        """
      let files = RuleFiles(texts: ["ops.lua": source])
      let parsed = ParsedFiles(files.texts)
      let loaded = LoadedModes(files, parsed, isWhole: true, .standard)
      let inspection = Inspection(
        files: parsed.files, modes: loaded.outlines, paths: ["ops.lua"], mail: nil)
      _ = inspection.run()
      frame = inspection.frame(of: "ops.lua")
      #expect(frame != nil)
    }
    #expect(frame == nil)
  }

  @Test(arguments: cases)
  func `and what cannot be meant is said`(rule: String, said: [String]) {
    #expect(check(mode: rule) == said)
  }

  /// Rules in a staff mode, on the third line of their file.
  static let cases: [(String, [String])] = [
    (
      "check = function(draft, facts) if facts.lod.covers > 3 then refuse('a', 'b') end end",
      ["m.lua:3:41: [unknown_fact] there is no fact `facts.lod` -> did you mean `facts.load`?"]
    ),
    (
      "check = function(d, f) local load = f.load if load.covrs > 3 then refuse('a', 'b') end end",
      ["m.lua:3:52: [unknown_fact] there is no fact `facts.load.covrs` -> did you mean `load.covers`?"]
    ),
    (
      "check = function(draft, facts) if facts.start.weekday == 'Saturday' then refuse('a', 'b') end end",
      ["m.lua:3:58: [unknown_value] there is no weekday \"Saturday\" -> did you mean \"saturday\"?"]
    ),
    (
      "check = function(draft, facts) if facts.start.weekday == 6 then refuse('a', 'b') end end",
      [
        "m.lua:3:35: [never_equal] `facts.start.weekday` is a weekday (text), and never equals the number 6 -> weekdays are texts: \"monday\", \"tuesday\", \"wednesday\", \"thursday\", \"friday\", \"saturday\", \"sunday\""
      ]
    ),
    (
      "check = function(draft, facts) if facts.start.time > 19 then refuse('a', 'b') end end",
      [
        "m.lua:3:35: [cannot_compare] `facts.start.time` is a time (text such as \"19:30\"), and cannot be compared with the number 19 -> compare minutes: `facts.start.minute > 19 * 60`"
      ]
    ),
    (
      "check = function(draft, facts) if facts.start.time > '9:30' then refuse('a', 'b') end end",
      ["m.lua:3:54: [unknown_value] \"9:30\" is no time as `facts.start.time` has it -> write \"09:30\""]
    ),
    (
      "check = function(draft, facts) if facts.start.date == '12-24' then refuse('a', 'b') end end",
      [
        "m.lua:3:55: [unknown_value] \"12-24\" is no date as `facts.start.date` has it -> compare month and day: `facts.start.date:sub(6) == \"12-24\"`"
      ]
    ),
    (
      "check = function(draft, facts) if facts.staff.role == 'admin' then refuse('a', 'b') end end",
      [
        "m.lua:3:55: [unknown_value] there is no role \"admin\" -> there are \"none\", \"server\", \"host\", \"manager\", \"owner\""
      ]
    ),
    (
      "check = function(draft, facts) if facts.staff.role >= 'manager' then refuse('a', 'b') end end",
      [
        "m.lua:3:35: [role_order] roles are texts, and >= compares their letters -> write `at_least(\"manager\")`"
      ]
    ),
    (
      "check = function(draft, facts) if facts.staff == 'manager' then refuse('a', 'b') end end",
      [
        "m.lua:3:35: [never_equal] `facts.staff` is a table, and never equals the text \"manager\" -> did you mean `facts.staff.role`?"
      ]
    ),
    (
      "check = function(draft, facts) if facts.action == 'walk-in' then refuse('a', 'b') end end",
      ["m.lua:3:51: [unknown_value] there is no action \"walk-in\" -> did you mean \"walkin\"?"]
    ),
    (
      "check = function(draft, facts) if draft.party > '8' then refuse('a', 'b') end end",
      [
        "m.lua:3:35: [cannot_compare] `draft.party` is a number, and cannot be compared with the text \"8\" -> write 8 without quotes"
      ]
    ),
    (
      "check = function(draft, facts) if draft.emial then refuse('a', 'b') end end",
      ["m.lua:3:41: [unknown_key] a draft has no `emial` in this mode -> did you mean `draft.email`?"]
    ),
    (
      "check = function(draft, facts) if draft.guests > 3 then refuse('a', 'b') end end",
      ["m.lua:3:41: [unknown_key] a draft has no `guests` in this mode -> did you mean `draft.party`?"]
    ),
    (
      "check = function(draft, facts) if draft.weekday == 'friday' then refuse('a', 'b') end end",
      [
        "m.lua:3:41: [unknown_key] a draft has no `weekday` in this mode -> did you mean `facts.start.weekday`?"
      ]
    ),
    (
      "check = function(draft, facts) if facts.guest.tags.vip then refuse('a', 'b') end end",
      [
        "m.lua:3:52: [not_a_table] `facts.guest.tags` is a list, and has no `vip` -> look through it: `for _, value in ipairs(facts.guest.tags) do … end`"
      ]
    ),
    (
      "check = function(draft, facts) for _, t in ipairs(facts.guest.tags) do if t == 'vip' then warn('vip', 'VIP') end end end",
      []
    ),
    (
      "check = function(draft, facts) if draft.notes:contains('x') then refuse('a', 'b') end end",
      ["m.lua:3:47: [unknown_function] there is no `string.contains` -> write `text:find(\"word\", 1, true)`"]
    ),
    (
      "check = function(draft, facts) print(draft.name) end",
      [
        "m.lua:3:32: [undefined_global] there is no `print` -> rules print nothing; `host-cli rules explain` shows what ran"
      ]
    ),
    (
      "check = function(draft, facts) if os.time() > 3 then refuse('a', 'b') end end",
      ["m.lua:3:35: [undefined_global] there is no `os` -> rules have no clock but `facts.now`, and no files"]
    ),
    (
      "check = function(draft, facts) total = draft.party + 1 end",
      [
        "m.lua:3:32: [global_write] `total` is no local, and rules have no globals to set -> write `local total = …`"
      ]
    ),
    (
      "check = function(draft, facts) refuse('a') end",
      [
        "m.lua:3:32: [wrong_argument] `refuse` needs its message (text) -> write as in refuse(code, message, field?)"
      ]
    ),
    (
      "check = function(draft, facts) override('a', 'b') end",
      [
        "m.lua:3:32: [wrong_argument] `override` needs its role (\"server\", \"host\", \"manager\", \"owner\") -> write as in override(code, message, role, field?)"
      ]
    ),
    (
      "check = function(draft, facts) override('a', 'b', 'manger') end",
      ["m.lua:3:51: [unknown_role] there is no role \"manger\" -> did you mean \"manager\"?"]
    ),
    (
      "check = function(draft, facts) override('a', 'b', 'party') end",
      ["m.lua:3:51: [unknown_role] there is no role \"party\" -> there are server, host, manager, owner"]
    ),
    (
      "check = function(draft, facts) refuse('Too Many', 'b', 'partyy') end",
      [
        "m.lua:3:39: [wrong_argument] a code is made of lower-case letters, digits and _ -> write \"too_many\"",
        "m.lua:3:56: [unknown_field] this mode has no field \"partyy\" -> did you mean \"party\"?",
      ]
    ),
    (
      "check = function(draft, facts) email('x') end",
      [
        "m.lua:3:32: [recorder_misplaced] `email` can be called in `effects` and `on` only, and not in `check` -> put it into `effects = function(booking, facts) … end`"
      ]
    ),
    (
      "effects = function(booking) refuse('x', 'y') end",
      [
        "m.lua:3:29: [recorder_misplaced] `refuse` can be called in `check` and `transitions` only, and not in `effects` -> put it into `check = function(draft, facts) … end`"
      ]
    ),
    (
      "effects = function(booking) email('confirmation', { before = 30 }) loyalty('10') notify() end",
      [
        "m.lua:3:53: [wrong_argument] `email` has no option `before` -> did you mean `before_minutes`?",
        "m.lua:3:76: [wrong_argument] `loyalty` takes its points as a whole number, and is given the text \"10\" -> write 10 without quotes",
        "m.lua:3:82: [wrong_argument] `notify` needs its channel (text of lower-case letters, digits and _) -> write as in notify(channel, message?)",
      ]
    ),
    (
      "severity = { capacity_exceeded = function(draft, facts, issue) return issue.ovr <= 2 and 'warn' or { override = 'manger' } end }",
      [
        "m.lua:3:77: [unknown_key] an issue has no `ovr` -> did you mean `issue.over`?",
        "m.lua:3:113: [unknown_role] there is no role \"manger\" -> did you mean \"manager\"?",
      ]
    ),
    (
      "severity = { party_max = function(draft, facts, issue) return issue.over <= 2 and 'warm' or { overide = 'manager' } end }",
      [
        "m.lua:3:83: [wrong_answer] there is no severity \"warm\" -> did you mean \"warn\"?",
        "m.lua:3:95: [wrong_answer] a severity has no `overide` -> write { override = \"manager\" }",
      ]
    ),
    (
      "severity = { outside_service = function(draft, facts, issue) return issue.over <= 2 and 'warn' or 'refuse' end }",
      [
        "m.lua:3:75: [unknown_key] an issue `outside_service` carries no `over` -> it has code, field and minutes"
      ]
    ),
    (
      "party = { max = function(draft, facts) return facts.load.max_covers - facts.load.covers end }",
      [
        "m.lua:3: [rule_fails] fails when the service is full: the function must return a whole number from 0 to 1000000, and returned -4",
        "m.lua:3:58: warning [rule_fails] fails where nothing limits the load: attempt to perform arithmetic on a nil value (field 'max_covers') -> `max_covers` is nil then; ask with `if` first, or write `(… or 0)`",
      ]
    ),
    (
      "check = function(draft, facts) if draft.phone:find('^07') then warn('uk', 'x') end end",
      [
        "m.lua:3:41: [rule_fails] fails for a guest without a phone: attempt to index a nil value (field 'phone') -> `phone` is nil then; ask with `if` first, or write `(… or 0)`"
      ]
    ),
    (
      "check = function(draft, facts) if facts.start.weekday == 'saturday' or 'sunday' then warn('we', 'x') end end",
      ["m.lua:3:72: [always_true] `or 'sunday'` is always true -> write `or facts.start.weekday == 'sunday'`"]
    ),
    (
      "check = function(draft, facts) if not draft.party == 2 then warn('we', 'x') end end",
      [
        "m.lua:3:35: [never_equal] `not draft.party` is true or false, and never equals the number 2 -> write `draft.party ~= 2`; `not` binds to what stands right after it"
      ]
    ),
    (
      "check = function(draft, facts) if draft.terms == false then warn('we', 'x') end end",
      ["m.lua:3:50: [never_equal] `draft.terms` is true or nil, and never false -> write `not draft.terms`"]
    ),
    (
      "check = function(draft, facts) warn('we', 'Party of ' .. draft.party .. facts.load) end",
      ["m.lua:3:73: [wrong_operand] `facts.load` is a table, and cannot be joined to a text"]
    ),
    (
      "check = function(draft, facts) local caps = { Saturday = 20, sunday = 10 } local cap = caps[facts.start.weekday] if cap and draft.party > cap then refuse('cap', 'x') end end",
      [
        "m.lua:3:47: warning [unknown_value] there is no weekday \"Saturday\", so this entry is never found -> did you mean saturday?"
      ]
    ),
    (
      "fields = { seating = { choices = { 'any', 'window' } } }, check = function(draft, facts) if draft.seating == 'windw' then refuse('cap', 'x') end end",
      ["m.lua:3:110: [unknown_value] there is no seating \"windw\" -> did you mean \"window\"?"]
    ),
    (
      "fields = { email = { required = function(draft) return 'yes' end } }",
      [
        "m.lua:3:56: [wrong_answer] the function of `fields.email.required` must return true or false, and returns the text \"yes\" here"
      ]
    ),
    (
      "check = function(draft, facts) if at_least('boss') then refuse('cap', 'x') end end",
      ["m.lua:3:44: [unknown_role] there is no role \"boss\" -> there are server, host, manager, owner"]
    ),
    (
      "check = function(draft, facts) draft.party = 3 end",
      [
        "m.lua:3:32: warning [write_without_effect] `draft.party` is a copy: setting it changes nothing outside this function"
      ]
    ),
    (
      "party = { max = function(draft, facts) if draft.party > 3 then refuse('x', 'y') end return 8 end }",
      [
        "m.lua:3:64: [recorder_misplaced] `refuse` can be called in `check` and `transitions` only, and not in the function of `party.max`"
      ]
    ),
    (
      "check = function(draft, facts) helper(draft) end",
      [
        "m.lua:3:32: [undefined_global] there is no `helper` -> write `local function helper(…) … end` before, or `require` the file that has it"
      ]
    ),
    (
      "check = function(draft, facts) if facts.service.key == dinner then refuse('x', 'y') end end",
      [
        "m.lua:3:56: [undefined_global] there is no `dinner` -> write \"dinner\" for a text, or `local dinner = …` before"
      ]
    ),
    (
      "check = function(draft, facts) if facts.start.hour >= 19 then refuse('x', 'y') end end",
      [
        "m.lua:3:47: [unknown_fact] there is no fact `facts.start.hour` -> did you mean `facts.start.minute // 60`?"
      ]
    ),
    (
      "check = function(draft, facts) if #draft.party > 8 then refuse('x', 'y') end end",
      ["m.lua:3:36: [wrong_operand] `draft.party` is a number, and has no length"]
    ),
    (
      "check = function(draft, facts) if facts.start() then refuse('x', 'y') end end",
      ["m.lua:3:35: [not_a_function] `facts.start` is a table, and cannot be called"]
    ),
    (
      "on = { cancelled = function(booking, facts) email('cancelled') refuse('x', 'y') if booking.emial then notify('floor') end end }",
      [
        "m.lua:3:64: [recorder_misplaced] `refuse` can be called in `check` and `transitions` only, and not in `on.cancelled` -> put it into `check = function(draft, facts) … end`",
        "m.lua:3:92: [unknown_key] a booking has no `emial` in this mode -> did you mean `booking.email`?",
      ]
    ),
    (
      "check = function(draft, facts) if draft.email == \"\" then warn('x', 'y') end end",
      [
        "m.lua:3:50: [never_equal] `draft.email` is nil when it is not answered, and never an empty text -> write `not draft.email`"
      ]
    ),
    (
      "check = function(draft, facts) if draft.date == facts.now then warn('x', 'y') end end",
      [
        "m.lua:3:35: [never_equal] `draft.date` is a date (text such as \"2026-11-22\"), and never equals a table -> did you mean `facts.now.date`?"
      ]
    ),
    (
      "check = function(draft, facts) if facts.services.dinner then warn('x', 'y') end end",
      [
        "m.lua:3:50: [not_a_table] `facts.services` is a list, and has no `dinner` -> look through it: `for _, value in ipairs(facts.services) do … end`"
      ]
    ),
    (
      "check = function(draft, facts) if facts.load > 40 then warn('x', 'y') end end",
      [
        "m.lua:3:35: [cannot_compare] `facts.load` is a table, and cannot be compared with the number 40 -> did you mean `facts.load.covers`?"
      ]
    ),
    (
      "check = function(draft, facts) if facts.previous.emial then warn('x', 'y') end end",
      [
        "m.lua:3:50: warning [unknown_key] `facts.previous` may have no `emial` -> did you mean `facts.previous.email`?"
      ]
    ),
    (
      "check = function(draft, facts) if facts.start.weekday > 'friday' then warn('x', 'y') end end",
      ["m.lua:3:35: [text_order] weekdays are texts, and > compares their letters"]
    ),
    (
      "check = function(draft, facts) warn('x', 'Known: ' .. facts.guest.known) end",
      [
        "m.lua:3:55: [wrong_operand] `facts.guest.known` is true or false, and cannot be joined to a text -> write `tostring(facts.guest.known)`"
      ]
    ),
    (
      "check = function(draft, facts) local later = facts.start.time + 30 end",
      [
        "m.lua:3:46: [wrong_operand] `facts.start.time` is a time (text such as \"19:30\"), and + takes numbers -> reckon with `facts.start.minute`"
      ]
    ),
    (
      "check = function(draft, facts) if facts.guest.known == 'yes' then warn('x', 'y') end end",
      [
        "m.lua:3:35: [never_equal] `facts.guest.known` is true or false, and never equals the text \"yes\" -> write `facts.guest.known` or `not facts.guest.known` alone"
      ]
    ),
    (
      "check = function(draft, facts) if draft.date < '1.12.2026' then warn('x', 'y') end end",
      [
        "m.lua:3:48: [unknown_value] \"1.12.2026\" is no date as `draft.date` has it -> write year, month and day, as in \"2026-12-24\""
      ]
    ),
    (
      "check = function(draft, facts) if facts.mode == 'opps' then warn('x', 'y') end end",
      ["m.lua:3:49: [unknown_value] there is no mode \"opps\" -> there are \"m\""]
    ),
    (
      "check = function(draft, facts) local s = string if s.trim(draft.name) then warn('x', 'y') end end",
      [
        "m.lua:3:54: [unknown_function] there is no `string.trim` -> answers are trimmed already; else write `text:match(\"^%s*(.-)%s*$\")`"
      ]
    ),
    (
      "check = function(draft, facts) string.trim = nil end",
      ["m.lua:3:39: [library_write] the library is read-only: `string.trim` cannot be set"]
    ),
    (
      "check = function(draft) if facts.load.covers > 3 then warn('x', 'y') end end",
      [
        "m.lua:3:28: [undefined_global] there is no `facts` -> the function is not given it; write `function(draft, facts)`"
      ]
    ),
    (
      "check = function(draft, facts) skip('mail', 'why') end",
      [
        "m.lua:3:32: [recorder_misplaced] `skip` can be called in `effects` and `on` only, and not in `check` -> put it into `effects = function(booking, facts) … end`",
        "m.lua:3:37: [wrong_argument] there is no kind of effect \"mail\" -> did you mean \"email\"?",
      ]
    ),
    (
      "effects = function(booking) skip('mail', 'why') webhook() email('Confirmation Mail') end",
      [
        "m.lua:3:34: [wrong_argument] there is no kind of effect \"mail\" -> did you mean \"email\"?",
        "m.lua:3:49: [wrong_argument] `webhook` needs its event (text) -> write as in webhook(event)",
        "m.lua:3:65: [wrong_argument] a template is made of lower-case letters, digits and _ -> write \"confirmation_mail\"",
      ]
    ),
    (
      "check = function(draft, facts) warn('a', 'b', 'party', 'c') end",
      [
        "m.lua:3:56: [wrong_argument] `warn` takes at most 3 arguments -> write as in warn(code, message, field?)"
      ]
    ),
    (
      "check = function(draft, facts) if type(draft.notes) == 'text' then warn('x', 'y') end end",
      ["m.lua:3:56: [unknown_value] there is no type \"text\" -> did you mean \"string\"?"]
    ),
    (
      "check = function(draft, facts) for _, s in ipairs(facts.services) do if s.kye == 'dinner' then warn('x', 'y') end end end",
      ["m.lua:3:75: [unknown_key] one of `facts.services` has no `kye` -> did you mean `s.key`?"]
    ),
    (
      "check = function(draft, facts) for _, s in ipairs(facts.load.starts) do if s.covrs > 2 then warn('x', 'y') end end end",
      ["m.lua:3:78: [unknown_key] one of `facts.load.starts` has no `covrs` -> did you mean `s.covers`?"]
    ),
    (
      "covers = function(draft) return 'two' end",
      [
        "m.lua:3:33: [wrong_answer] the function of `covers` must return a whole number, and returns the text \"two\" here"
      ]
    ),
    (
      "status = function(draft, facts) return draft.party > 8 and 'waiting' or 'confirmed' end",
      [
        "m.lua:3:60: [wrong_answer] the function of `status` must return \"confirmed\" or \"pending\", and returns the text \"waiting\" here"
      ]
    ),
    (
      "fields = { phone = { format = function(value, draft, facts) if value:len() < 3 then return nil end return true, value:Upper() end } }",
      [
        "m.lua:3:92: [wrong_answer] the function of `fields.phone.format` must return true, or false and a sentence, and returns nil here",
        "m.lua:3:119: [unknown_function] there is no `string.Upper` -> did you mean `string.upper`?",
      ]
    ),
    (
      "fields = { age = { type = 'integer', label = 'Age', format = function(value) return value:find('1') ~= nil end } }",
      ["m.lua:3:91: [not_a_table] `value` is a number, and has no `find` -> write `tostring(value):find(…)`"]
    ),
    (
      "severity = { outside_service = function(draft, facts, issue) if issue.code == 'outside_servce' then return 'allow' end return 'refuse' end }",
      [
        "m.lua:3:79: [unknown_value] there is no standard issue \"outside_servce\" -> did you mean \"outside_service\"?"
      ]
    ),
    (
      "time = { slot_minutes = function(draft, facts) while true do end end }",
      [
        "m.lua:3: [limit_work] fails for an ordinary booking: the rule takes too long: its budget of work is spent"
      ]
    ),
    (
      "messages = { party_max = function(draft, facts) return nil end }",
      [
        "m.lua:3:56: [wrong_answer] the function of `messages.party_max` must return text, and returns nil here"
      ]
    ),
  ]
}
