-- What counts as an email address and as a phone number: lib/contact.lua and lib/calling_codes.lua.

local contact = require "lib.contact"

local cases = {}

-- Adds a case for each row of a table.
local function each(rows, make)
  for _, row in ipairs(rows) do cases[#cases + 1] = make(row) end
end

-- Email addresses ----------------------------------------------------------------------------------------

-- 64 letters before the @, and 254 in all.
local mailbox = ("m"):rep(64)
local longest = mailbox .. "@" .. (("d"):rep(61) .. "."):rep(3) .. "org"

each({
  { "ada@example.com", "ada@example.com" },
  { "Ada.L+table@Sub.Example.co.uk", "ada.l+table@sub.example.co.uk" },
  { "ådå@exämple.se", "ådå@exämple.se" },
  { "a@b.c", "a@b.c" },
  -- The longest there are.
  { mailbox .. "@b.de", mailbox .. "@b.de" },
  { longest, longest },
}, function(row)
  return { "an address is taken: " .. row[1], call = contact.email, with = row[1], returns = { true, row[2] } }
end)

each({
  "nope", "a@b", "@b.de", "a@", "a b@c.de", "a@b@c.de", "a@b.de@c",
  "a@.b.de", "a@b..de", "a@b.c..de", "a@b.de.", "a@b.de-", "a@-",
  mailbox .. "m@b.de",
  longest .. "g",
}, function(typed)
  return { "no address: " .. typed, call = contact.email, with = typed, returns = false }
end)

-- Phone numbers ------------------------------------------------------------------------------------------

-- The restaurant is in Britain, and says so by its locale.
each({
  { "07700 900123", "+447700900123" },
  { "7700 900123", "+447700900123" },
  { "+44 7700 900123", "+447700900123" },
  { "(+44) 7700-900.123", "+447700900123" },
  { "0044 7700 900123", "+447700900123" },
  { "+44 (0)7700 900123", "+447700900123" },
  { "(020) 7946/0100", "+442079460100" },
  { "+1 212 555 0123", "+12125550123" },
  -- The shortest and the longest there are.
  { "+12345678", "+12345678" },
  { "+123456789012345", "+123456789012345" },
}, function(row)
  return { "a number is taken: " .. row[1], call = contact.phone, with = row[1], returns = { true, row[2] } }
end)

each({
  "12", "+44", "+1234567", "+1234567890123456", "0000000000", "000000000000", "+012345678",
  "07700+900123", "ring 07700 900123", "07700 900123 x4",
}, function(typed)
  return { "no number: " .. typed, call = contact.phone, with = typed, returns = false }
end)

-- A number as it is dialled in the country, and from abroad.
local at_home = {
  AE = { "050 123 4567", "+971 50 123 4567" }, AR = { "011 1234 5678", "+54 11 1234 5678" },
  AT = { "0660 123456", "+43 660 123456" }, AU = { "0412 345 678", "+61 412 345 678" },
  BE = { "0470 12 34 56", "+32 470 12 34 56" }, BG = { "087 812 3456", "+359 87 812 3456" },
  BR = { "011 91234 5678", "+55 11 91234 5678" }, CA = { "416 555 0123", "+1 416 555 0123" },
  CH = { "078 123 45 67", "+41 78 123 45 67" }, CL = { "2 2123 4567", "+56 2 2123 4567" },
  CN = { "010 1234 5678", "+86 10 1234 5678" }, CO = { "601 234 5678", "+57 601 234 5678" },
  CY = { "96 123456", "+357 96 123456" }, CZ = { "601 123 456", "+420 601 123 456" },
  DE = { "030 123456", "+49 30 123456" }, DK = { "32 12 34 56", "+45 32 12 34 56" },
  EE = { "5123 4567", "+372 5123 4567" }, EG = { "010 0123 4567", "+20 10 0123 4567" },
  ES = { "612 34 56 78", "+34 612 34 56 78" }, FI = { "041 2345678", "+358 41 2345678" },
  FR = { "06 12 34 56 78", "+33 6 12 34 56 78" }, GB = { "07400 123456", "+44 7400 123456" },
  GR = { "21 0123 4567", "+30 21 0123 4567" }, HK = { "5123 4567", "+852 5123 4567" },
  HR = { "092 123 4567", "+385 92 123 4567" }, HU = { "06 20 123 4567", "+36 20 123 4567" },
  ID = { "0812 345 678", "+62 812 345 678" }, IE = { "085 012 3456", "+353 85 012 3456" },
  IL = { "050 234 5678", "+972 50 234 5678" }, IN = { "081234 56789", "+91 81234 56789" },
  IS = { "611 1234", "+354 611 1234" }, IT = { "06 1234 5678", "+39 06 1234 5678" },
  JP = { "090 1234 5678", "+81 90 1234 5678" }, KE = { "0712 123456", "+254 712 123456" },
  KR = { "02 3123 4567", "+82 2 3123 4567" }, LT = { "8 612 34567", "+370 612 34567" },
  LU = { "628 123 456", "+352 628 123 456" }, LV = { "21 234 567", "+371 21 234 567" },
  MA = { "0650 123456", "+212 650 123456" }, MT = { "9696 1234", "+356 9696 1234" },
  MX = { "222 123 4567", "+52 222 123 4567" }, MY = { "012 345 6789", "+60 12 345 6789" },
  NG = { "0802 123 4567", "+234 802 123 4567" }, NL = { "06 12345678", "+31 6 12345678" },
  NO = { "406 12 345", "+47 406 12 345" }, NP = { "984-1234567", "+977 984 1234567" },
  NZ = { "021 123 4567", "+64 21 123 4567" }, PH = { "0905 123 4567", "+63 905 123 4567" },
  PK = { "0301 2345678", "+92 301 2345678" }, PL = { "512 345 678", "+48 512 345 678" },
  PT = { "912 345 678", "+351 912 345 678" }, RO = { "0712 034 567", "+40 712 034 567" },
  RS = { "060 1234567", "+381 60 1234567" }, SA = { "051 234 5678", "+966 51 234 5678" },
  SE = { "070 123 45 67", "+46 70 123 45 67" }, SG = { "8123 4567", "+65 8123 4567" },
  SI = { "031 234 567", "+386 31 234 567" }, SK = { "0912 123 456", "+421 912 123 456" },
  TH = { "081 234 5678", "+66 81 234 5678" }, TR = { "0501 234 56 78", "+90 501 234 56 78" },
  TW = { "0912 345 678", "+886 912 345 678" }, UA = { "050 123 4567", "+380 50 123 4567" },
  US = { "1 212 555 0123", "+1 212 555 0123" }, VN = { "091 234 56 78", "+84 91 234 56 78" },
  ZA = { "071 123 4567", "+27 71 123 4567" },
}

for region, number in pairs(at_home) do
  local kept = number[2]:gsub(" ", "")
  cases[#cases + 1] = {
    "a restaurant in " .. region .. " takes its country's numbers: " .. number[1],
    call = contact.phone, with = number[1], facts = { restaurant = { locale = "en-" .. region } },
    returns = { true, kept },
  }
  cases[#cases + 1] = {
    "so does one whose own number is " .. number[2],
    call = contact.phone, with = number[1], facts = { restaurant = { phone = number[2], locale = "en" } },
    returns = { true, kept },
  }
end

-- Where a number is dialled from abroad just as it is at home, nothing is left out of it.
each({ "CL", "CY", "CZ", "DK", "EE", "ES", "GR", "HK", "IS", "IT", "LU", "LV", "MT", "MX", "NO", "PL", "PT", "SG" },
  function(region)
    local code = at_home[region][2]:match("%d+")
    return {
      "in " .. region .. " a number that begins with 0 keeps it",
      call = contact.phone, with = "0123 4567", facts = { restaurant = { locale = "en-" .. region } },
      returns = { true, "+" .. code .. "01234567" },
    }
  end)

-- Which country a restaurant is in.
cases[#cases + 1] = {
  "its own number says more than its locale", call = contact.phone, with = "0151 123456",
  facts = { restaurant = { phone = " +49 30 123456", locale = "en-GB" } }, returns = { true, "+49151123456" },
}
cases[#cases + 1] = {
  "an own number without a country says nothing", call = contact.phone, with = "07700 900123",
  facts = { restaurant = { phone = "020 7946 0100, from abroad +44 20 7946 0100", locale = "en-GB" } },
  returns = { true, "+447700900123" },
}
cases[#cases + 1] = {
  "a restaurant that does not say asks for the country code", call = contact.phone, with = "07700 900123",
  facts = { restaurant = { locale = "en" } }, returns = { false, "Please give the number with its country code, such as +44" },
}
cases[#cases + 1] = {
  "the region stands at the end of a locale", call = contact.phone, with = "07700 900123",
  facts = { restaurant = { locale = "en-GB-oxendict" } }, returns = false,
}

-- The stricter example ----------------------------------------------------------------------------------

each({ "07700 900123", "+44 7700 900123" }, function(typed)
  return { "a British mobile: " .. typed, call = contact.uk_mobile, with = typed, returns = { true, "+447700900123" } }
end)
each({ "020 7946 0100", "+1 447 700 9001", "07700 90012", "07700 9001234", "12" }, function(typed)
  return { "no British mobile: " .. typed, call = contact.uk_mobile, with = typed, returns = false }
end)

return { now = "2026-11-22 18:00", cases = cases }
