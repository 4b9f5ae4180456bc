/// The test file that the contract shows, as it stands there.
let shownTestFile = """
  return {
    mode = "ops", now = "2026-11-22 18:00", role = "host",
    draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
    facts = { load = { covers = 10, max_covers = 40 } },
    cases = {
      { "a walk-in needs only a name", expect = "confirmed", effects = { email = "skipped", loyalty = 20 } },
      { "a name is never optional", draft = { name = absent }, expect = "refused", issues = { "name_required" } },
      { "far over capacity needs a manager", facts = { load = { covers = 40 } }, draft = { party = 6 }, expect = "override", issues = { "capacity_exceeded" } },
      { "and a manager may", role = "manager", reason = "regular guest", facts = { load = { covers = 40 } }, draft = { party = 6 }, expect = "confirmed", issues = { "capacity_exceeded" } },
    },
  }
  """

/// A test file of the mode `m`, from the inside of its list of cases.
func testFile(_ cases: String, before: String = "", common: String = "") -> String {
  """
  \(before)
  return { mode = "m", now = "2026-11-21 18:00", \(common)
    draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
    cases = {
  \(cases)
    } }
  """
}
