-- The shipped ops rules as one would write them for Redis: a script that is sent once and called by its hash. What
-- is known of the day comes along with the draft. The answer: an outcome, the issues ("!" after those that block),
-- what follows, and for how long: "confirmed outside_service;email loyalty:20 notify;90".
local minute, notice = tonumber(ARGV[1]), tonumber(ARGV[2])
local party, name, email, phone = tonumber(ARGV[3]), ARGV[4], ARGV[5], ARGV[6]
local notes, seating = ARGV[7], ARGV[8]
local opens, closes = tonumber(ARGV[9]), tonumber(ARGV[10])
local service_opens, service_closes = tonumber(ARGV[11]), tonumber(ARGV[12])
local covers, most_covers, role = tonumber(ARGV[13]), tonumber(ARGV[14]), ARGV[15]
local may_override = role == "manager" or role == "owner"

local issues, blocks = {}, false
local function find(code, passes)
  issues[#issues + 1] = passes and code or code .. "!"
  blocks = blocks or not passes
end

local function is_email(value)
  local address = value:lower()
  if address:find("%s") or #address > 254 then return false end
  local mailbox, domain = address:match("^([^@]+)@([^@]+)$")
  if not mailbox or #mailbox > 64 then return false end
  return domain:find("^[^.]+%.[^.]") and not domain:find("..", 1, true) and not domain:find("[.-]$")
end

-- Numbers without a country code are British: the shipped rules look that up.
local function is_phone(value)
  local number = value:gsub("%(0%)", "")
  if number:find("[^%d%s+().%-/]") or number:find("%d.*%+") then return false end
  local digits = number:gsub("%D", "")
  if number:find("%+") or digits:find("^00") then
    digits = digits:gsub("^00", "")
  else
    digits = "44" .. digits:gsub("^0", "")
  end
  return #digits >= 8 and #digits <= 15 and not digits:find("^0")
end

if name == "" then find("name_required") elseif #name < 2 then find("name_too_short")
elseif #name > 120 then find("name_too_long") end
if email ~= "" and not is_email(email) then find("email_invalid") end
if phone ~= "" and not is_phone(phone) then find("phone_invalid") end
if #notes > 500 then find("notes_too_long") end
local seatings = { any = 1, indoor = 1, outdoor = 1, window = 1, booth = 1, bar = 1, quiet = 1 }
if not seatings[seating ~= "" and seating or "any"] then find("seating_invalid") end

if party < 1 then find("party_min") elseif party > 12 then find("party_max") end
if notice < -15 then find("past_time") end
if notice > 90 * 1440 then find("beyond_horizon") end
local in_service = minute >= service_opens and minute < service_closes
local duration = party > 6 and 120 or 90
if minute < opens or minute >= closes then
  find("outside_hours")
else
  if (minute - (in_service and service_opens or opens)) % 15 ~= 0 then find("off_slot_grid") end
  if not in_service then find("outside_service", true) end
end
local over = covers + party - most_covers
local reason = ARGV[16]
if over > 0 then find("capacity_exceeded", over <= 2 or (may_override and reason ~= "")) end

local effects = ""
if not blocks then
  effects = (email ~= "" and "email" or "email:skipped") .. " loyalty:" .. (10 + 5 * party) .. " notify"
end
local outcome = "confirmed"
if blocks then outcome = (#issues == 1 and over > 2) and "override" or "refused" end
return outcome .. " " .. table.concat(issues, " ") .. ";" .. effects .. ";" .. duration
