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
  local international = number:find("%+") or digits:find("^00")
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
  if number:sub(1, 4) ~= "+447" or #number ~= 13 then
    return false, "Please give a British mobile number, such as 07700 900123"
  end
  return true, number
end

return contact
