@testable import BookingHost

/// Edits of the shipped rules, as an operator would make them.
enum Edits {
  /// The shipped rules with some text of some files replaced.
  static func rules(_ edits: (path: String, old: String, new: String)...) throws -> RuleBook {
    var files = Shipped.rules.files.texts
    for edit in edits {
      precondition(files[edit.path]!.contains(edit.old), "\(edit.path) has no \(edit.old)")
      files[edit.path] = files[edit.path]!.replacing(edit.old, with: edit.new)
    }
    return try RuleBook(files: files)
  }

  static func ops(_ old: String, _ new: String) throws -> RuleBook { try rules(("ops.lua", old, new)) }

  /// A mode with a little of everything, quick to decide.
  static let plain = """
    return {
      access = "staff", source = "system", title = "Plain",
      fields = {
        notes = { max_length = 50 },
        seating = { choices = { "any", "bar", "booth" } },
        email = { format = function(value) return value:find("%.") ~= nil end },
      },
      party = { min = 1, max = 12 },
      time = { slot_minutes = 15, duration_minutes = 90, past_grace_minutes = 15, notice_minutes = 0,
        horizon_days = 90 },
      severity = {
        outside_service = "warn",
        capacity_exceeded = function(draft, facts, issue)
          return issue.over <= 2 and "warn" or { override = "manager" }
        end,
      },
      messages = { party_max = "At most {limit}" },
      effects = function(booking)
        email("confirmation")
        loyalty(10 + 5 * booking.party)
        notify("floor")
      end,
      on = { cancelled = function() email("cancelled") end },
    }
    """

  /// The plain mode before and after an edit of it.
  static func plain(_ old: String, _ new: String, budget: Int = 4_000) throws -> ModeDiff {
    precondition(plain.contains(old), old)
    let before = try RuleBook(files: ["m.lua": plain])
    let after = try RuleBook(files: ["m.lua": plain.replacing(old, with: new)])
    return RuleDiff(before, after, budget: budget).mode("m")
  }

  /// The plain mode without and with a check.
  static func plainChecking(_ body: String, budget: Int = 4_000) throws -> ModeDiff {
    try plain(
      "  effects = function", "  check = function(draft, facts)\n\(body)\n end,\n  effects = function",
      budget: budget)
  }

  static let partyOf8 = ("party = { min = 1, max = 12 }", "party = { min = 1, max = 8 }")
}

extension RuleDiff {
  func mode(_ name: String) -> ModeDiff { modes.first { $0.mode == name }! }
}

extension ModeDiff {
  var sentences: [String] { changes.map(\.sentence) }
}
