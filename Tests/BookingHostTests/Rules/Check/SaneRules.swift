/// Policies as restaurants have them, written in many manners, and all of them right.
enum SaneRules {
  static let modes: [String] = [
    // Large parties leave a phone number and a note.
    """
    return { access = "public", fields = {
      phone = { required = function(draft) return draft.party >= 6 end },
      notes = { required = function(draft) return draft.party >= 10 end, max_length = 300 } } }
    """,
    // Sunday brunch turns in two hours, everything else in ninety minutes.
    """
    local turns = { sunday = 120, saturday = 105 }
    return { access = "staff", time = { duration_minutes = function(draft, facts)
      local minutes = turns[facts.day.weekday] or 90
      if draft.party > 6 then minutes = minutes + 30 end
      return minutes
    end } }
    """,
    // The bar is for two.
    """
    return { access = "public", fields = { seating = { choices = { "any", "bar", "window" }, default = "any" } },
      check = function(draft, facts)
        if draft.seating == "bar" and draft.party > 2 then
          refuse("bar_for_two", "The bar is for two at most", "seating")
        end
      end }
    """,
    // Valentine's evening.
    """
    return { access = "staff", check = function(draft, facts)
      if facts.start.date:sub(6) == "02-14" and facts.start.time >= "17:00" and draft.party > 2 then
        override("valentines", "Tables for two only tonight", "manager", "party")
      end
    end }
    """,
    // Staff overbook by two, managers by six.
    """
    local function squeeze(issue)
      if issue.over <= 2 then return "warn" end
      if issue.over <= 6 and at_least("manager") then return "warn" end
      return { override = "owner" }
    end
    return { access = "staff", severity = {
      capacity_exceeded = function(draft, facts, issue) return squeeze(issue) end,
      pacing_exceeded = function(_, _, issue) return issue.over < 4 and "allow" or "refuse" end,
    } }
    """,
    // Bank holidays.
    """
    local holidays = { ["2026-12-25"] = "Christmas Day", ["2026-12-26"] = "Boxing Day" }
    return { access = "public", check = function(draft, facts)
      local holiday = holidays[facts.day.date]
      if holiday then refuse("holiday", "We are closed on " .. holiday, "date") end
    end }
    """,
    // Limits per restaurant.
    """
    local largest = { riverside = 20, ["old-town"] = 8 }
    return { access = "staff", party = { max = function(draft, facts)
      return largest[facts.restaurant.slug] or 12
    end } }
    """,
    // Children count half.
    """
    return { access = "staff",
      fields = { children = { type = "integer", label = "Children", min = 0, max = 20 } },
      covers = function(draft) return draft.party - (draft.children or 0) // 2 end,
      check = function(draft)
        if draft.children and draft.children >= draft.party then
          refuse("no_adult", "At least one adult, please", "children")
        end
      end }
    """,
    // No same-day bookings on the web.
    """
    return { access = "public", offered = true, check = function(draft, facts)
      if facts.start.date == facts.now.date then refuse("same_day", "Please ring us for today", "date") end
    end }
    """,
    // Regulars and those who did not turn up.
    """
    local function is_tagged(guest, tag)
      for _, each in ipairs(guest.tags) do
        if each == tag then return true end
      end
      return false
    end
    return { access = "public",
      party = { max = function(draft, facts) return is_tagged(facts.guest, "vip") and 20 or 8 end },
      check = function(draft, facts)
        local guest = facts.guest
        if guest.known and guest.no_shows >= 2 and not guest.verified then
          refuse("no_shows", "Please ring " .. (facts.restaurant.phone or "us"))
        elseif guest.upcoming > 3 then
          warn("many_bookings", ("%d bookings ahead"):format(guest.upcoming))
        end
      end }
    """,
    // The kitchen closes early on Mondays; by service.
    """
    return { access = "staff", time = { last_seating_minutes = function(draft, facts)
      local service = facts.service
      if service.key == "none" then return 0 end
      if facts.start.weekday == "monday" then return 90 end
      return service.closes - service.opens > 180 and 60 or 30
    end } }
    """,
    // Who is full already: looks at the starts.
    """
    return { access = "staff", check = function(draft, facts)
      local busy = 0
      for _, start in ipairs(facts.load.starts) do
        if math.abs(start.minute - facts.day.minute) <= 15 then busy = busy + start.covers end
      end
      if busy + draft.party > 30 then override("kitchen", "The kitchen is at its limit", "manager") end
    end }
    """,
    // Loyalty by the hundred, and what follows later.
    """
    return { access = "staff", effects = function(booking, facts)
      email("confirmation")
      email("reminder", { before_minutes = 24 * 60 })
      local points = 10 * booking.covers
      if facts.guest.points >= 500 then points = points * 2 end
      loyalty(points, "visit")
      if booking.party > 8 then notify("kitchen", booking.party .. " at " .. booking.time) end
      if booking.status == "pending" then skip("email", "not confirmed yet") end
      webhook("booking.created")
    end, on = {
      cancelled = function(booking) if booking.email then email("cancelled") end end,
      no_show = function(booking, facts) loyalty(-50, "no-show") end,
      changed = function(booking, facts)
        if facts.previous.time ~= booking.time or facts.previous.party ~= booking.party then email("changed") end
      end } }
    """,
    // A table put together step by step.
    """
    local mode = { access = "staff", title = "Telephone" }
    mode.party = { min = 1, max = 10 }
    mode.fields = { caller = { label = "Caller", required = true } }
    function mode.check(draft, facts)
      if draft.caller == draft.name then warn("same", "Caller and guest are the same", "caller") end
    end
    mode.severity = {}
    for _, code in ipairs { "outside_hours", "outside_service", "closed_period" } do
      mode.severity[code] = { override = "manager" }
    end
    return mode
    """,
    // Functions that make functions.
    """
    local function from_party(size)
      return function(draft, facts) return draft.party >= size end
    end
    local function by_weekday(busy, quiet)
      return function(_, facts)
        local day = facts.start.weekday
        return (day == "friday" or day == "saturday") and busy or quiet
      end
    end
    return { access = "public",
      fields = { phone = { required = from_party(4) }, email = { required = from_party(1) } },
      party = { max = by_weekday(6, 10) }, time = { horizon_days = by_weekday(14, 60), notice_minutes = by_weekday(240, 60) } }
    """,
    // Pacing by service, with a default.
    """
    local covers = { lunch = 12, dinner = 20 }
    return { access = "staff", pacing = { minutes = 15, max_covers = function(draft, facts)
      return covers[facts.service.key] or 16
    end } }
    """,
    // Guests by role, and a walk-in.
    """
    return { access = "staff", time = { past_grace_minutes = function(draft, facts)
      if facts.action == "walkin" or facts.action == "quote" then return 30 end
      return facts.staff.role == "owner" and 240 or 15
    end },
    check = function(draft, facts)
      local is_guest = facts.staff.role == "none"
      if not is_guest and facts.staff.id == nil then refuse("who", "Sign in again") end
      if facts.hours.closed and facts.hours.label ~= nil then warn("closed", facts.hours.label) end
      for _, closure in pairs(facts.closures) do
        if closure.reason and facts.day.minute + 90 > closure.from then warn("soon_shut", closure.reason) end
      end
    end }
    """,
    // Words of the guest's.
    """
    return { access = "public", check = function(draft, facts)
      local notes = (draft.notes or ""):lower()
      if notes:find("allerg", 1, true) then warn("allergy", "Tell the kitchen: " .. draft.notes) end
      local domain = draft.email and draft.email:match("@(.+)$")
      if domain == "example.com" then refuse("example", "Please give your own address", "email") end
      if #notes > 200 or select("#", notes:byte(1, -1)) > 1000 then warn("long", "Long notes") end
      if tostring(draft.party):len() > 2 then warn("digits", "Over a hundred") end
    end }
    """,
    // Messages and labels that are worked out.
    """
    return { access = "staff",
      label = function(draft) return draft.party > 8 and "Group" or nil end,
      status = function(draft, facts) if facts.load.max_covers and facts.load.covers > facts.load.max_covers // 2 then return "pending" end return "confirmed" end,
      messages = { party_max = function(draft, facts) return "At most {limit}; ring " .. (facts.restaurant.phone or "us") end,
                   closed_date = "Closed that day" } }
    """,
    // Checks that are a list.
    """
    local rules = {
      { code = "late", test = function(draft, facts) return facts.start.minute >= 22 * 60 end, text = "Rather late" },
      { code = "early", test = function(draft, facts) return facts.start.minute < 11 * 60 end, text = "Rather early" },
    }
    return { access = "staff", check = function(draft, facts)
      for _, rule in ipairs(rules) do
        if rule.test(draft, facts) then warn(rule.code, rule.text) end
      end
      local names = {}
      for i = 1, #facts.services do names[#names + 1] = facts.services[i].name end
      if #names > 0 and facts.service.key == "none" then warn("between", "We serve " .. table.concat(names, " and ")) end
    end }
    """,
    // What a rule writes into its own copy, it may read.
    """
    return { access = "staff", check = function(draft, facts)
      draft.is_large = draft.party > 8
      facts.extra = { limit = 3 }
      if draft.is_large and facts.extra.limit < draft.party then warn("large", "A large party") end
    end }
    """,
    // Optional modes in one file.
    """
    local function choose(value, options) return options[value] or options.default end
    return { access = "staff", time = { slot_minutes = function(draft, facts)
      return choose(facts.action, { walkin = 1, change = 5, default = 15 })
    end },
    severity = { past_time = function(draft, facts, issue)
      if issue.minutes <= 60 then return "warn" else return { override = "manager" } end
    end, name_too_short = "warn", email_invalid = "refuse", party_min = "allow" } }
    """,
  ]

  static let library: [String: String] = [
    "lib/house.lua": """
    local house = { largest = 12 }
    house.quiet = { monday = true, tuesday = true }
    function house.is_quiet(facts) return house.quiet[facts.start.weekday] == true end
    function house.free(load)
      if not load.max_covers then return math.huge end
      return load.max_covers - load.covers
    end
    function house.kids(draft) return draft.children or 0 end
    function house.tell(draft, facts)
      if house.free(facts.load) < draft.party then warn("tight", "Nearly full") end
      if house.kids(draft) > 4 then warn("kids", "Many children") end
    end
    local function text(value, draft, facts) return value:len() < 9, "At most 8 letters" end
    house.short = text
    return house
    """
  ]

  static let modesWithLibrary: [String: String] = [
    "phone.lua": """
    local house = require "lib.house"
    return { access = "staff",
      fields = { children = { type = "integer", label = "Children" }, pager = { format = house.short, label = "Pager" } },
      party = { max = function(draft, facts) return house.is_quiet(facts) and 20 or house.largest end },
      check = house.tell }
    """,
    "web.lua": """
    local house = require("lib.house")
    return { access = "public", check = function(draft, facts)
      house.tell(draft, facts)
      if house.special and house.free(facts.load) < 4 then refuse("full", "Full") end
    end }
    """,
  ]
}
