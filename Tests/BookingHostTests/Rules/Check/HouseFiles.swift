/// The rule files of a house, much as they are shipped. Kept apart from the shipped ones, so that those can be
/// edited without a change to where slips in them are found.
enum HouseFiles {
  static let texts = [
    "ops.lua": ops, "customer.lua": customer, "lib/contact.lua": contact,
    "lib/calling_codes.lua": callingCodes,
  ]

  private static let ops = #"""
    -- Staff who book for a guest at the door or on the phone.

    local contact = require "lib.contact"

    return {
      title  = "Walk-in",
      access = "staff",
      source = "system",
      label  = "Created by System",

      -- A name is enough. Email and phone may be left out; when they are given, they must be right.
      fields = {
        name  = { required = true, min_length = 2, max_length = 120 },
        email = { format = contact.email },
        phone = { format = contact.phone },
        notes = { max_length = 500 },
        seating = { choices = { "any", "indoor", "outdoor", "window", "booth", "bar", "quiet" }, default = "any" },
      },

      party = { min = 1, max = 12 },

      time = {
        slot_minutes = 15,
        duration_minutes = function(draft) return draft.party > 6 and 120 or 90 end,
        past_grace_minutes = 15,
        notice_minutes = 0,
        horizon_days = 90,
      },

      severity = {
        -- Staff may seat guests between services; they are told that there is none.
        outside_service = "warn",
        -- Two over is the host's to squeeze in; beyond that a manager says why.
        capacity_exceeded = function(draft, facts, issue)
          return issue.over <= 2 and "warn" or { override = "manager" }
        end,
      },

      messages = {
        party_max = "For more than {limit}, please ring {restaurant.phone}",
      },

      effects = function(booking)
        email("confirmation")            -- left out by the host, with the reason, when there is no address
        loyalty(10 + 5 * booking.party)
        notify("floor")
      end,

      on = {
        cancelled = function() email("cancelled") end,
      },
    }

    """#

  private static let customer = #"""
    -- Guests who book for themselves, on the restaurant's page.

    local contact = require "lib.contact"

    return {
      title   = "Online booking",
      access  = "public",
      offered = true,
      source  = "web",

      fields = {
        name  = { required = true, min_length = 2, max_length = 120 },
        email = { required = true, format = contact.email },
        phone = { required = true, format = contact.phone },
        terms = { required = true, label = "I accept the booking terms" },
        notes = { max_length = 500 },
        seating = { choices = { "any", "indoor", "outdoor", "window", "booth", "bar", "quiet" }, default = "any" },
      },

      party = { min = 1, max = 12 },

      time = {
        slot_minutes = 15,
        duration_minutes = function(draft) return draft.party > 6 and 120 or 90 end,
        notice_minutes = 120,
        horizon_days = 60,
      },

      messages = {
        party_max = "For more than {limit}, please ring {restaurant.name}: {restaurant.phone}",
        notice_too_short = "Online bookings close two hours ahead; please ring {restaurant.phone}",
      },

      effects = function(booking)
        email("confirmation")
        loyalty(10 + 5 * booking.party)
        notify("floor")
      end,

      on = {
        cancelled = function() email("cancelled") end,
      },
    }

    """#

  private static let contact = #"""
    -- What an email address and a phone number must look like.
    --
    -- Each function is a field's `format`: it is given what was typed, the draft and the facts, and says
    --   true, and the tidied value      when it will do (the tidied value is kept beside the typed one)
    --   false, and a sentence           when it will not
    -- Change the sentences as you like; guests read them.

    local calling_codes = require "lib.calling_codes"

    local contact = {}

    -- An email address: something, an @, and a domain with a dot in it. Kept in lower case.
    function contact.email(value)
      local address = value:lower()
      if address:find("%s") or #address > 254 then
        return false, "This does not look like an email address"
      end
      local mailbox, domain = address:match("^([^@]+)@([^@]+)$")
      if not mailbox or #mailbox > 64 then
        return false, "This does not look like an email address"
      end
      if not domain:find("^[^.]+%.[^.]") or domain:find("..", 1, true) or domain:find("[.-]$") then
        return false, "The part after the @ does not look like a domain"
      end
      return true, address
    end

    -- The country a number without a country code belongs to: that of the restaurant's own phone,
    -- else the region of its locale ("GB" in "en-GB").
    local function home_code(facts)
      local own = facts.restaurant.phone
      if own and own:find("^%s*%+") then
        return calling_codes.of_number(own:gsub("%D", ""))
      end
      return calling_codes.of_region(facts.restaurant.locale:match("%-(%u%u)$"))
    end

    -- Any plausible phone number, kept in the international form: +447700900123.
    function contact.phone(value, draft, facts)
      local number = value:gsub("%(0%)", "")              -- +44 (0)7700: the 0 is for callers at home
      if number:find("[^%d%s+().%-/]") then
        return false, "A phone number has digits only"
      end
      local digits = number:gsub("%D", "")
      local international = number:find("^%s*%(?%+") or digits:find("^00")
      if number:find("%d.*%+") then
        return false, "This does not look like a phone number"
      end

      if international then
        digits = digits:gsub("^00", "")
      else
        local code = home_code(facts)
        if not code then
          return false, "Please give the number with its country code, such as +44"
        end
        digits = code .. calling_codes.without_trunk_prefix(code, digits)
      end

      -- The longest number there is has 15 digits with its country code (ITU-T E.164).
      if #digits < 8 or #digits > 15 or digits:find("^0") then
        return false, "This does not look like a phone number"
      end
      return true, "+" .. digits
    end

    -- An example of a stricter rule: British mobile numbers only.
    -- To use it, say in a mode file:  phone = { format = contact.uk_mobile }
    function contact.uk_mobile(value, draft, facts)
      local fits, number = contact.phone(value, draft, facts)
      if not fits then
        return false, number
      end
      if not number:find("^%+447%d%d%d%d%d%d%d%d%d$") then
        return false, "Please give a British mobile number, such as 07700 900123"
      end
      return true, number
    end

    return contact

    """#

  private static let callingCodes = #"""
    -- Country calling codes (ITU-T E.164), for numbers that were given without one.

    -- By region, as it stands at the end of a locale: "GB" in "en-GB".
    local by_region = {
      AE = "971", AR = "54", AT = "43", AU = "61", BE = "32", BG = "359", BR = "55", CA = "1", CH = "41",
      CL = "56", CN = "86", CO = "57", CY = "357", CZ = "420", DE = "49", DK = "45", EE = "372", EG = "20",
      ES = "34", FI = "358", FR = "33", GB = "44", GR = "30", HK = "852", HR = "385", HU = "36", ID = "62",
      IE = "353", IL = "972", IN = "91", IS = "354", IT = "39", JP = "81", KE = "254", KR = "82", LT = "370",
      LU = "352", LV = "371", MA = "212", MT = "356", MX = "52", MY = "60", NG = "234", NL = "31", NO = "47",
      NP = "977", NZ = "64", PH = "63", PK = "92", PL = "48", PT = "351", RO = "40", RS = "381", SA = "966",
      SE = "46", SG = "65", SI = "386", SK = "421", TH = "66", TR = "90", TW = "886", UA = "380", US = "1",
      VN = "84", ZA = "27",
    }

    -- What callers at home dial before a number, and callers from abroad leave out. "0" unless it says
    -- otherwise here; false where the whole number is dialled from abroad as well.
    local trunk_prefixes = {
      ["1"] = "1", ["34"] = false, ["39"] = false, ["30"] = false, ["45"] = false, ["47"] = false,
      ["351"] = false, ["352"] = false, ["354"] = false, ["356"] = false, ["357"] = false, ["36"] = "06",
      ["370"] = "8", ["371"] = false, ["372"] = false, ["420"] = false, ["48"] = false, ["52"] = false,
      ["56"] = false, ["65"] = false, ["852"] = false,
    }

    local known = {}
    for _, code in pairs(by_region) do
      known[code] = true
    end

    local calling_codes = {}

    -- The code of a region, or nil.
    function calling_codes.of_region(region)
      return region and by_region[region]
    end

    -- The code that an international number (digits only) begins with, or nil.
    function calling_codes.of_number(digits)
      for length = 1, 3 do
        local code = digits:sub(1, length)
        if known[code] then
          return code
        end
      end
    end

    -- A number as it is dialled from abroad, after the country code.
    function calling_codes.without_trunk_prefix(code, digits)
      local prefix = trunk_prefixes[code]
      if prefix == nil then
        prefix = "0"
      end
      if prefix and digits:sub(1, #prefix) == prefix then
        return digits:sub(#prefix + 1)
      end
      return digits
    end

    return calling_codes

    """#
}
