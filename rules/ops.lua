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
    cancelled = function(booking) email("cancelled") loyalty(-booking.points, "cancelled") end,
    changed   = function() email("changed") end,
    confirmed = function() email("confirmation") end,
    no_show   = function(booking) loyalty(-booking.points, "did not come") end,
  },
}
