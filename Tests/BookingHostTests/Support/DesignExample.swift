/// A mode that uses nearly every key of the contract.
let fullMode = """
  local contact = require "lib.contact"

  return {
    title   = "Walk-in",
    access  = "staff",
    offered = true,
    source  = "system",
    label   = "Created by System",
    status  = "confirmed",
    fields = {
      name  = { required = true, min_length = 2, max_length = 120 },
      email = { format = contact.email },
      phone = { format = contact.phone, required = function(draft, facts) return draft.party >= 8 end },
      notes = { max_length = 500 },
      seating = { choices = { "any", "indoor", "outdoor", "window", "booth", "bar", "quiet" }, default = "any" },
      children = { type = "integer", label = "Children", min = 0, max = 20, order = 1 },
    },
    party  = { min = 1, max = 12 },
    covers = function(draft, facts) return draft.party - (draft.children or 0) // 2 end,
    time   = { slot_minutes = 15, duration_minutes = function(draft, facts) return draft.party > 6 and 120 or 90 end,
               past_grace_minutes = 15, notice_minutes = 0, horizon_days = 90, last_seating_minutes = 0 },
    pacing = { minutes = 15, max_covers = 12 },
    severity = {
      outside_service   = "warn",
      capacity_exceeded = function(draft, facts, issue) return issue.over <= 2 and "warn" or { override = "manager" } end,
    },
    messages = { party_max = "For more than {limit}, please ring {restaurant.phone}" },
    check = function(draft, facts)
      if facts.start.date:sub(6) == "02-14" and facts.service.key == "dinner" and draft.party > 2 then
        override("valentines", "Tables for two only tonight", "manager", "party")
      end
    end,
    effects = function(booking, facts)
      email("confirmation")
      loyalty(10 + 5 * booking.party)
      notify("floor")
    end,
    on = { cancelled = function(booking, facts) email("cancelled") end },
  }
  """
