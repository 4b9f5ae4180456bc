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
    cancelled = function(booking) email("cancelled") loyalty(-booking.points, "cancelled") end,
    changed   = function() email("changed") end,
    confirmed = function() email("confirmation") end,
    no_show   = function(booking) loyalty(-booking.points, "did not come") end,
  },
}
