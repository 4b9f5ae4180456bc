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
  return by_region[region]
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
