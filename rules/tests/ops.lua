-- Staff who book for a guest at the door or on the phone.

-- Text of so many letters.
local function letters(count) return ("x"):rep(count) end

local dinner = { { key = "dinner", name = "Dinner", opens = 1050, closes = 1380 } }

local cases = {
  -- A name is enough.
  { "a walk-in needs only a name", expect = "confirmed", issues = {} },
  { "it is marked as the system's, for staff only",
    access = "staff", offered = false, source = "system", label = "Created by System" },
  { "neither email nor phone is asked for, nor invented", values = { email = absent, phone = absent } },
  { "what is given must be right all the same: email", draft = { email = "ada@example" },
    expect = "refused", issues = { "email_invalid" } },
  { "what is given must be right all the same: phone", draft = { phone = "0000 000 0000" },
    expect = "refused", issues = { "phone_invalid" } },
  { "a name has two letters at least", draft = { name = "Al" }, expect = "confirmed" },
  { "one letter is no name", draft = { name = "A" }, expect = "refused", issues = { "name_too_short" } },
  { "a name may be long", draft = { name = letters(120) }, expect = "confirmed" },
  { "but not endless", draft = { name = letters(121) }, expect = "refused", issues = { "name_too_long" } },
  { "there is room for a remark", draft = { notes = letters(500) }, expect = "confirmed" },
  { "but not for a letter", draft = { notes = letters(501) }, expect = "refused", issues = { "notes_too_long" } },
  { "who does not say where to sit sits anywhere", values = { seating = "any" } },
  { "there is no table on the roof", draft = { seating = "roof" }, expect = "refused", issues = { "seating_invalid" } },

  -- Party sizes.
  { "one may come alone", draft = { party = 1 }, expect = "confirmed" },
  { "twelve may come together", draft = { party = 12 }, expect = "confirmed" },
  { "thirteen are too many, whoever asks", role = "owner", reason = "regular guest", draft = { party = 13 },
    expect = "refused", issues = { "party_max" },
    messages = { party_max = "For more than 12, please ring +44 20 7946 0100" } },

  -- When.
  { "a start this very minute is soon enough", draft = { time = "18:00" }, expect = "confirmed" },
  { "who came a quarter of an hour ago can still be entered", draft = { time = "17:45" }, expect = "confirmed" },
  { "a minute later they cannot", now = "2026-11-22 18:01", draft = { time = "17:45" },
    expect = "refused", issues = { "past_time" } },
  { "ninety days ahead is the furthest", now = "2026-08-24 18:00", expect = "confirmed" },
  { "ninety-one days are too many", now = "2026-08-23 18:00", expect = "refused", issues = { "beyond_horizon" } },
  { "bookings start every quarter of an hour", draft = { time = "19:15" }, expect = "confirmed" },
  { "and not between", draft = { time = "19:10" }, expect = "refused", issues = { "off_slot_grid" } },
  { "unless the guests stand at the door", action = "walkin", now = "2026-11-22 19:10", draft = { time = "19:10" },
    expect = "confirmed", issues = {} },
  { "between services staff are told, and may", facts = { services = dinner }, draft = { time = "16:00" }, now = "2026-11-22 12:00",
    expect = "confirmed", issues = { "outside_service" } },

  -- How long.
  { "up to six keep a table for an hour and a half", draft = { party = 6 }, duration = 90 },
  { "seven or more keep it for two hours", draft = { party = 7 }, duration = 120 },

  -- When it is full.
  { "the last seats can be had", facts = { load = { covers = 38 } }, expect = "confirmed", issues = {} },
  { "one over is the host's to squeeze in", facts = { load = { covers = 39 } },
    expect = "confirmed", issues = { "capacity_exceeded" } },
  { "and so are two", facts = { load = { covers = 40 } }, expect = "confirmed", issues = { "capacity_exceeded" } },
  { "three over need a manager", facts = { load = { covers = 41 } }, expect = "override", issues = { "capacity_exceeded" } },
  { "a host's reason is not enough", facts = { load = { covers = 41 } }, reason = "regular guest",
    expect = "override", issues = { "capacity_exceeded" } },
  { "a manager gives one", facts = { load = { covers = 41 } }, role = "manager", reason = "regular guest",
    expect = "confirmed", issues = { "capacity_exceeded" } },

  -- What follows.
  { "without an address there is no confirmation, and the rest follows",
    effects = { email = "skipped", loyalty = 20, notify = "floor" } },
  { "with one there is", draft = { email = "ada@example.com" }, effects = { email = "confirmation" } },
  { "a larger party earns more", draft = { party = 6 }, effects = { loyalty = 40 } },
  { "cancelling is confirmed by email, and takes the points back", draft = { email = "ada@example.com" }, event = "cancelled",
    effects = { email = "cancelled", loyalty = -20, notify = false } },
  { "without an address nobody is written to", event = "cancelled", effects = { email = "skipped", loyalty = -20 } },
  { "who does not come keeps no points, and is not written to", draft = { email = "ada@example.com", party = 6 }, event = "no_show",
    effects = { email = false, loyalty = -40, notify = false } },
  { "a change is confirmed by email, and changes no points", draft = { email = "ada@example.com" }, event = "changed",
    effects = { email = "changed", loyalty = false, notify = false } },
  { "a cancelled booking that lives again is confirmed again", draft = { email = "ada@example.com" }, event = "confirmed",
    effects = { email = "confirmation", loyalty = false, notify = false } },
}

for _, place in ipairs { "any", "indoor", "outdoor", "window", "booth", "bar", "quiet" } do
  cases[#cases + 1] = {
    "staff may seat guests: " .. place,
    draft = { seating = place }, expect = "confirmed", values = { seating = place },
  }
end

return {
  mode = "ops",
  now = "2026-11-22 18:00",
  draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
  facts = { load = { max_covers = 40 }, restaurant = { phone = "+44 20 7946 0100" } },
  cases = cases,
}
