import Testing

@testable import BookingHost

/// A slip in one of a house's files, as it is made late on a Friday, and what the check says of it.
struct Mistake: Sendable, CustomTestStringConvertible {
  var file: String
  var from: String
  var to: String
  var said: [String]

  init(_ file: String, _ from: String, _ to: String, _ said: String...) {
    self.file = file
    self.from = from
    self.to = to
    self.said = said
  }

  var testDescription: String { "\(file): \(to)" }
}

@Suite struct `A tired operator is told` {
  @Test(arguments: ops + customer + library)
  func `where the slip is, and what to write instead`(mistake: Mistake) throws {
    var texts = HouseFiles.texts
    let text = try #require(texts[mistake.file])
    try #require(text.contains(mistake.from))
    texts[mistake.file] = text.replacing(mistake.from, with: mistake.to)
    #expect(check(texts) == mistake.said)
  }

  @Test func `nothing before the slip`() {
    #expect(check(HouseFiles.texts) == [])
  }

  static let ops: [Mistake] = [
    Mistake(
      "ops.lua", "past_grace_minutes = 15,",
      "past_grace_minuts = 15,",
      "ops.lua:25:5: [contract] unknown key `past_grace_minuts` in `time` -> did you mean past_grace_minutes?"
    ),
    Mistake(
      "ops.lua", "party = { min = 1, max = 12 },",
      "party = { min = 1, max = 12 }",
      "ops.lua:20:32: [syntax] a comma is missing between two entries of the table that begins on line 5, before `time` -> write a comma here"
    ),
    Mistake(
      "ops.lua", "party = { min = 1, max = 12 },",
      "party = { min = 1, max = \"8\" },",
      "ops.lua:20:28: [contract] `party.max` must be a whole number, and is text"),
    Mistake(
      "ops.lua", "party = { min = 1, max = 12 },",
      "party = { min = 13, max = 12 },",
      "ops.lua:20:29: [contract] `party.max` (12) is less than `party.min` (13)"),
    Mistake(
      "ops.lua", "party = { min = 1, max = 12 },",
      "party: { min = 1, max = 12 },",
      "ops.lua:20:10: [syntax] `:` calls a function, and `{` is none of its arguments -> an entry of a table is written `name = value`, with `=`"
    ),
    Mistake(
      "ops.lua", "access = \"staff\"",
      "access = \"stuff\"",
      "ops.lua:7:12: [contract] `access` must be \"public\" or \"staff\", and is \"stuff\" -> did you mean \"staff\"?"
    ),
    Mistake(
      "ops.lua", "access = \"staff\"",
      "acess = \"staff\"",
      "ops.lua:7:3: [contract] unknown key `acess` -> did you mean access?"),
    Mistake(
      "ops.lua", "outside_service = \"warn\",",
      "outside_services = \"warn\",",
      "ops.lua:32:5: [contract] `outside_services` is not a standard issue -> did you mean outside_service?"),
    Mistake(
      "ops.lua", "outside_service = \"warn\",",
      "outside_service = warn,",
      "ops.lua:32:23: [wrong_answer] `severity.outside_service` is the function `warn`, which is none of its values -> write \"warn\" in quotes"
    ),
    Mistake(
      "ops.lua", "outside_service = \"warn\",",
      "outside_service = \"warning\",",
      "ops.lua:32:23: [contract] `severity.outside_service` must be \"refuse\", \"warn\", \"allow\" or { override = role }, and is \"warning\" -> did you mean \"warn\"?"
    ),
    Mistake(
      "ops.lua", "issue.over <= 2",
      "issue.ovr <= 2",
      "ops.lua:35:20: [unknown_key] an issue has no `ovr` -> did you mean `issue.over`?"),
    Mistake(
      "ops.lua", "issue.over <= 2",
      "issue.over =< 2",
      "ops.lua:35:25: [syntax] `=` sets a value and does not compare -> write <="),
    Mistake(
      "ops.lua", "{ override = \"manager\" }",
      "{ override = \"manger\" }",
      "ops.lua:35:57: [unknown_role] there is no role \"manger\" -> did you mean \"manager\"?"),
    Mistake(
      "ops.lua", "{ override = \"manager\" }",
      "override",
      "ops.lua:35:44: [wrong_answer] `override` is a function, and no severity -> write { override = \"manager\" }"
    ),
    Mistake(
      "ops.lua", "draft.party > 6 and",
      "draft.party > \"6\" and",
      "ops.lua:24:47: [cannot_compare] `draft.party` is a number, and cannot be compared with the text \"6\" -> write 6 without quotes"
    ),
    Mistake(
      "ops.lua", "draft.party > 6 and",
      "party > 6 and",
      "ops.lua:24:47: [undefined_global] there is no `party` -> did you mean `draft.party`?"),
    Mistake(
      "ops.lua", "draft.party > 6 and 120 or 90 end",
      "if draft.party > 6 then return 120 end",
      "ops.lua:24:47: [syntax] a value is missing before `if` -> `if` gives no value; write `condition and this or that`"
    ),
    Mistake(
      "ops.lua", "email(\"confirmation\")            --",
      "email(confirmation)            --",
      "ops.lua:44:11: [undefined_global] there is no `confirmation` -> write \"confirmation\" for a text, or `local confirmation = …` before"
    ),
    Mistake(
      "ops.lua", "notify(\"floor\")",
      "if facts.start.weekday == \"saturday\" then notify(\"floor\") end",
      "ops.lua:46:8: [undefined_global] there is no `facts` -> the function is not given it; write `function(booking, facts)`"
    ),
    Mistake(
      "ops.lua", "notify(\"floor\")",
      "notify(\"floor)",
      "ops.lua:46:12: [syntax] the text that begins with \" does not end on this line -> close it with \""),
    Mistake(
      "ops.lua", "notify(\"floor\")",
      "refuse(\"late\", \"Too late\")",
      "ops.lua:46:5: [recorder_misplaced] `refuse` can be called in `check` and `transitions` only, and not in `effects` -> put it into `check = function(draft, facts) … end`"
    ),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "effects = function(booking, facts)\n    if facts.staff.role >= \"manager\" then skip(\"loyalty\", \"staff\") end",
      "ops.lua:44:8: [role_order] roles are texts, and >= compares their letters -> write `at_least(\"manager\")`"
    ),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "effects = function(booking, facts)\n    if facts.staff.role == \"Manager\" then skip(\"loyalty\", \"staff\") end",
      "ops.lua:44:28: [unknown_value] there is no role \"Manager\" -> did you mean \"manager\"?"),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    if facts.start.weekday == \"Fri\" and facts.start.time > 19 then\n      refuse(\"late\", \"Too late on Fridays\", \"tme\")\n    end\n  end,\n\n  effects = function(booking)",
      "ops.lua:44:31: [unknown_value] there is no weekday \"Fri\" -> did you mean \"friday\"?",
      "ops.lua:44:41: [cannot_compare] `facts.start.time` is a time (text such as \"19:30\"), and cannot be compared with the number 19 -> compare minutes: `facts.start.minute > 19 * 60`",
      "ops.lua:45:45: [unknown_field] this mode has no field \"tme\" -> did you mean \"time\"?"),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    if draft.party > 8 and facts.load.covers + draft.party > facts.load.capacity then\n      overide(\"big\", \"Ask a manager\", \"manager\")\n    end\n  end,\n\n  effects = function(booking)",
      "ops.lua:44:73: [unknown_fact] there is no fact `facts.load.capacity` -> did you mean `facts.load.max_covers`?",
      "ops.lua:45:7: [undefined_global] there is no `overide` -> did you mean `override`?"),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    if draft.party > 8 then\n      refuse(\"big\", \"Too many\")\n  end,\n\n  effects = function(booking)",
      "ops.lua:46:6: [syntax] a statement cannot begin with `,` -> the `if` on line 44 seems to have no `end`"
    ),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    count = facts.load.covers\n    if count > 30 then warn(\"busy\", \"Busy: \" .. count) end\n  end,\n\n  effects = function(booking)",
      "ops.lua:44:5: [global_write] `count` is no local, and rules have no globals to set -> write `local count = …`"
    ),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    if draft.notes:find(\"allergy\") then warn(\"allergy\", \"Tell the kitchen\") end\n  end,\n\n  effects = function(booking)",
      "ops.lua:44:14: [rule_fails] fails for a booking without notes: attempt to index a nil value (field 'notes') -> `notes` is nil then; ask with `if` first, or write `(… or 0)`"
    ),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    if draft.seating == \"terrace\" then refuse(\"rain\", \"The terrace is shut\") end\n  end,\n\n  effects = function(booking)",
      "ops.lua:44:25: [unknown_value] there is no seating \"terrace\" -> there are \"any\", \"indoor\", \"outdoor\", \"window\", \"booth\", \"bar\", \"quiet\""
    ),
    Mistake(
      "ops.lua", "effects = function(booking)",
      "check = function(draft, facts)\n    if facts.start.weekday == \"saturday\" or \"sunday\" then warn(\"weekend\", \"It is a weekend\") end\n  end,\n\n  effects = function(booking)",
      "ops.lua:44:45: [always_true] `or \"sunday\"` is always true -> write `or facts.start.weekday == \"sunday\"`"
    ),
    Mistake(
      "ops.lua", "format = contact.phone",
      "format = contact.phome",
      "ops.lua:15:32: [unknown_key] `fields.phone.format` is nil: lib/contact.lua gives no `phome` -> did you mean `contact.phone`?"
    ),
    Mistake(
      "ops.lua", "require \"lib.contact\"",
      "require \"lib.contacts\"",
      "ops.lua:3:25: [missing_file] there is no lib/contacts.lua to require -> did you mean \"lib.contact\"?"),
    Mistake(
      "ops.lua", "require \"lib.contact\"",
      "require \"contact\"",
      "ops.lua:3:25: [missing_file] there is no contact.lua to require -> write \"lib.contact\""),
    Mistake(
      "ops.lua", "local contact = require \"lib.contact\"\n",
      "",
      "ops.lua:13:24: [undefined_global] there is no `contact` -> write `local contact = require \"lib.contact\"` before",
      "ops.lua:14:24: [undefined_global] there is no `contact` -> write `local contact = require \"lib.contact\"` before"
    ),
    Mistake(
      "ops.lua", "cancelled = function() email(\"cancelled\") end",
      "canceled = function() email(\"cancelled\") end",
      "ops.lua:50:5: [contract] unknown key `canceled` in `on` -> did you mean cancelled?"),
    Mistake(
      "ops.lua", "fields = {",
      "fields = {\n    emial = { required = true },",
      "ops.lua:13:5: [contract] unknown field `emial` -> did you mean email? An own field this close needs a `label`"
    ),
    Mistake(
      "ops.lua", "fields = {",
      "fields = {\n    pets = { type = \"bool\", label = \"Pets\" },",
      "ops.lua:13:21: [contract] `fields.pets.type` must be \"text\" or \"integer\" or \"boolean\" or \"date\", and is \"bool\" -> did you mean \"boolean\"?"
    ),
  ]

  static let customer: [Mistake] = [
    Mistake(
      "customer.lua", "notice_minutes = 120,",
      "notice_minutes = \"2 hours\",",
      "customer.lua:25:22: [contract] `time.notice_minutes` must be a whole number, and is text"),
    Mistake(
      "customer.lua", "notice_minutes = 120,",
      "notice_minutes = function(draft, facts) return facts.start.weekday == \"sunday\" and \"240\" or 120 end,",
      "customer.lua:25:88: [wrong_answer] the function of `time.notice_minutes` must return a whole number, and returns the text \"240\" here"
    ),
    Mistake(
      "customer.lua", "{restaurant.name}",
      "{resturant.name}",
      "customer.lua:30:17: [contract] the message has no value for {resturant.name} -> did you mean {restaurant.name}?"
    ),
    Mistake(
      "customer.lua", "terms = { required = true,",
      "terms = { requierd = true,",
      "customer.lua:15:15: [contract] unknown key `requierd` in `fields.terms` -> did you mean required?"),
    Mistake(
      "customer.lua", "offered = true",
      "offered = yes",
      "customer.lua:8:13: [undefined_global] there is no `yes` -> write `true`"),
    Mistake(
      "customer.lua", "loyalty(10 + 5 * booking.party)",
      "loyalty(10 + 5 * booking.guests)",
      "customer.lua:36:30: [unknown_key] a booking has no `guests` in this mode -> did you mean `booking.party`?"
    ),
    Mistake(
      "customer.lua", "loyalty(10 + 5 * booking.party)",
      "loyalty(\"10\")",
      "customer.lua:36:13: [wrong_argument] `loyalty` takes its points as a whole number, and is given the text \"10\" -> write 10 without quotes"
    ),
    Mistake(
      "customer.lua", "draft.party > 6 and 120 or 90 end,",
      "draft.party > 6 ? 120 : 90 end,",
      "customer.lua:24:63: [syntax] `?` means nothing in Lua -> write `condition and this or that`"),
  ]

  static let library: [Mistake] = [
    Mistake(
      "lib/contact.lua", "value:lower()",
      "value:trim():lower()",
      "lib/contact.lua:14:25: [unknown_function] there is no `string.trim` -> answers are trimmed already; else write `text:match(\"^%s*(.-)%s*$\")`"
    ),
    Mistake(
      "lib/contact.lua", "facts.restaurant.phone",
      "facts.resturant.phone",
      "lib/contact.lua:31:21: [unknown_fact] there is no fact `facts.resturant` -> did you mean `facts.restaurant`?"
    ),
    Mistake(
      "lib/contact.lua", "return true, address",
      "print(address)\n  return true, address",
      "lib/contact.lua:25:3: [undefined_global] there is no `print` -> rules print nothing; `host-cli rules explain` shows what ran"
    ),
    Mistake(
      "lib/contact.lua", "return contact\n",
      "",
      "lib/contact.lua:78:4: [returns_nothing] the file ends without a `return`, so that what requires it finds no `email` -> end it with `return contact`"
    ),
    Mistake(
      "lib/contact.lua", "local function home_code(facts)",
      "function home_code(facts)",
      "lib/contact.lua:30:10: [global_write] `home_code` is no local, and rules have no globals to set -> write `local function home_code`"
    ),
    Mistake(
      "lib/contact.lua", "require \"lib.calling_codes\"",
      "require \"lib.contact\"",
      "lib/contact.lua:8:31: [require_cycle] the file requires itself -> take it out"),
    Mistake(
      "lib/contact.lua", "if not mailbox or #mailbox > 64 then",
      "if not mailbox or mailbox > 64 then",
      "lib/contact.lua:19:21: [cannot_compare] `mailbox` is text, and cannot be compared with the number 64"),
  ]
}
