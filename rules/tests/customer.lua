-- Guests who book for themselves: what they can rely on, and what the restaurant asks of them.

-- Text of so many letters.
local function letters(count) return ("x"):rep(count) end

local cases = {
  -- What is asked. Guards: nothing that is done for staff may loosen it.
  { "guests give name, email, phone and accept the terms", guard = true, expect = "confirmed", issues = {} },
  { "all four are asked for", guard = true,
    draft = { name = absent, email = absent, phone = absent, terms = absent },
    expect = "refused", issues = { "name_required", "email_required", "phone_required", "terms_required" } },
  { "an email is asked for", guard = true, draft = { email = absent },
    expect = "refused", issues = { "email_required" } },
  { "a phone number is asked for", guard = true, draft = { phone = absent },
    expect = "refused", issues = { "phone_required" } },
  { "the terms must be accepted", guard = true, draft = { terms = absent },
    expect = "refused", issues = { "terms_required" } },
  { "saying no to the terms is not accepting them", guard = true, draft = { terms = false },
    expect = "refused", issues = { "terms_required" } },
  { "nobody overrides on a guest's behalf", guard = true, role = "owner", reason = "regular guest",
    draft = { party = 13 }, expect = "refused", issues = { "party_max" } },
  { "guests reach it over the web, and it says so", guard = true,
    access = "public", offered = true, source = "web", label = absent },

  -- Party sizes.
  { "one may come alone", guard = true, draft = { party = 1 }, expect = "confirmed" },
  { "twelve may come together", guard = true, draft = { party = 12 }, expect = "confirmed" },
  { "thirteen are asked to ring", guard = true, draft = { party = 13 },
    expect = "refused", issues = { "party_max" },
    messages = { party_max = "For more than 12, please ring The Anchor: +44 20 7946 0100" } },

  -- How far ahead.
  { "two hours ahead is early enough", guard = true, now = "2026-11-22 17:00", expect = "confirmed" },
  { "a minute less is too late", guard = true, now = "2026-11-22 17:01",
    expect = "refused", issues = { "notice_too_short" },
    messages = { notice_too_short = "Online bookings close two hours ahead; please ring +44 20 7946 0100" } },
  { "what has passed cannot be booked", now = "2026-11-22 19:01", expect = "refused", issues = { "past_time" } },
  { "sixty days ahead is the furthest", now = "2026-09-23 12:00", expect = "confirmed" },
  { "sixty-one days are too many", now = "2026-09-22 12:00", expect = "refused", issues = { "beyond_horizon" } },
  { "tables are given every quarter of an hour", draft = { time = "19:15" }, expect = "confirmed" },
  { "and not between", draft = { time = "19:10" }, expect = "refused", issues = { "off_slot_grid" } },

  -- How long.
  { "up to six keep a table for an hour and a half", draft = { party = 6 }, duration = 90 },
  { "seven or more keep it for two hours", draft = { party = 7 }, duration = 120 },

  -- When it is full, it is full.
  { "the last seats can be had", facts = { load = { covers = 38, max_covers = 40 } }, expect = "confirmed" },
  { "not one more", facts = { load = { covers = 39, max_covers = 40 } },
    expect = "refused", issues = { "capacity_exceeded" } },

  -- Answers.
  { "a name has two letters at least", draft = { name = "Al" }, expect = "confirmed" },
  { "one letter is no name", draft = { name = "A" }, expect = "refused", issues = { "name_too_short" } },
  { "a name may be long", draft = { name = letters(120) }, expect = "confirmed" },
  { "but not endless", draft = { name = letters(121) }, expect = "refused", issues = { "name_too_long" } },
  { "there is room for a remark", draft = { notes = letters(500) }, expect = "confirmed" },
  { "but not for a letter", draft = { notes = letters(501) }, expect = "refused", issues = { "notes_too_long" } },
  { "an address without a domain is refused", draft = { email = "ada@example" },
    expect = "refused", issues = { "email_invalid" } },
  { "an address is kept in lower case", draft = { email = "Ada@Example.com" }, values = { email = "ada@example.com" } },
  { "a phone number is kept as it is dialled from abroad", values = { phone = "+442079460100" } },
  { "a number without its country is the restaurant's own country's", facts = { restaurant = { phone = "+33 1 23 45 67 89" } },
    draft = { phone = "01 23 45 67 89" }, values = { phone = "+33123456789" } },
  { "who does not say where to sit sits anywhere", values = { seating = "any" } },
  { "there is no table on the roof", draft = { seating = "roof" }, expect = "refused", issues = { "seating_invalid" } },

  -- What follows.
  { "a booking is confirmed by email, earns points and is told to the floor",
    effects = { email = "confirmation", loyalty = 20, notify = "floor" } },
  { "a larger party earns more", draft = { party = 6 }, effects = { loyalty = 40 } },
  { "cancelling is confirmed by email, and takes the points back", event = "cancelled",
    effects = { email = "cancelled", loyalty = -20, notify = false } },
  { "all points that a larger party was given", event = "cancelled", draft = { party = 6 }, effects = { loyalty = -40 } },
  { "who does not come keeps no points, and is not written to", event = "no_show",
    effects = { email = false, loyalty = -20, notify = false } },
  { "a change is confirmed by email, and changes no points", event = "changed",
    effects = { email = "changed", loyalty = false, notify = false } },
  { "a cancelled booking that lives again is confirmed again", event = "confirmed",
    effects = { email = "confirmation", loyalty = false, notify = false } },
}

for _, place in ipairs { "any", "indoor", "outdoor", "window", "booth", "bar", "quiet" } do
  cases[#cases + 1] = {
    "guests may ask to sit: " .. place,
    draft = { seating = place }, expect = "confirmed", values = { seating = place },
  }
end

return {
  mode = "customer",
  now = "2026-11-22 12:00",
  draft = {
    date = "2026-11-22", time = "19:00", party = 2,
    name = "Ada Lovelace", email = "ada@example.com", phone = "020 7946 0100", terms = true,
  },
  facts = { restaurant = { name = "The Anchor", phone = "+44 20 7946 0100" } },
  cases = cases,
}
