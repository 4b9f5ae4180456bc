-- What no edit may change, in any mode: an edit that breaks one of these does not go live.

return {
  guard = true,
  mode = { "customer", "ops" },
  now = "2026-11-22 12:00",
  draft = {
    date = "2026-11-22", time = "19:00", party = 2,
    name = "Ada Lovelace", email = "ada@example.com", phone = "020 7946 0100", terms = true,
  },
  cases = {
    { "a booking with everything is taken", expect = "confirmed", issues = {} },

    { "a name is never optional", draft = { name = absent }, expect = "refused", issues = { "name_required" } },
    { "blanks are no name", draft = { name = "   " }, expect = "refused", issues = { "name_required" } },
    { "a manager's reason does not replace a name", role = "manager", reason = "regular guest",
      draft = { name = absent }, expect = "refused", issues = { "name_required" } },

    { "an email that is given must be plausible", draft = { email = "not an address" },
      expect = "refused", issues = { "email_invalid" } },
    { "a phone number that is given must be plausible", draft = { phone = "12" },
      expect = "refused", issues = { "phone_invalid" } },

    { "a day must exist", draft = { date = "2026-02-30" }, expect = "refused", issues_include = { "date_invalid" } },
    { "a party is at least one", draft = { party = 0 }, expect = "refused", issues_include = { "party_min" } },
  },
}
