/// The rule contract: every key that a mode file may have, and what each must be.
///
/// `ContractReader` checks files against this table; whatever documents the contract reads it too.
package enum Contract {
  /// Counts up when the meaning of rule files changes. Stored with every decision.
  package static let version = 1

  package struct Key: Sendable {
    package var name: String
    /// What the value must be, in words.
    package var type: String
    package var meaning: String
    /// Whether it must be known before anyone books, and so cannot be a function.
    package var isFixed = false
  }

  package static let mode: [Key] = [
    Key(name: "title", type: "text", meaning: "what staff call this way of booking", isFixed: true),
    Key(
      name: "access", type: "\"public\" or \"staff\"", meaning: "who may use it; staff must be signed in",
      isFixed: true),
    Key(
      name: "offered", type: "boolean", meaning: "whether guests reach a public mode over the web",
      isFixed: true),
    Key(name: "source", type: "text", meaning: "stored on every booking of this mode"),
    Key(name: "label", type: "text", meaning: "shown wherever the booking is shown"),
    Key(name: "status", type: "\"confirmed\" or \"pending\"", meaning: "what a new booking is"),
    Key(
      name: "fields", type: "a table by field name", meaning: "what is asked, and what each answer must be"),
    Key(name: "party", type: "a table", meaning: "party sizes: min and max"),
    Key(name: "covers", type: "a whole number", meaning: "what capacity counts for a party"),
    Key(name: "time", type: "a table", meaning: "slots, durations, notice and horizon"),
    Key(name: "pacing", type: "a table", meaning: "how many covers may start within so many minutes"),
    Key(name: "guests", type: "a table", meaning: "who is taken for a guest who has been there before"),
    Key(name: "waitlist", type: "a table", meaning: "who may wait for a table, and for how long"),
    Key(name: "severity", type: "a table by issue code", meaning: "how hard each standard issue bites"),
    Key(name: "messages", type: "a table by issue code", meaning: "what guests and staff are told"),
    Key(name: "check", type: "a function", meaning: "whatever the tables cannot say"),
    Key(name: "effects", type: "a function", meaning: "what follows a new booking"),
    Key(name: "on", type: "a table of functions", meaning: "what follows later events"),
    Key(
      name: "transitions", type: "a table of functions", meaning: "what may stand in the way of a later event"
    ),
    Key(
      name: "override_reasons", type: "a list of texts",
      meaning: "reasons for an override that staff can choose from; they may give another", isFixed: true),
  ]

  /// Keys kept for later versions of the contract.
  package static let reserved = ["hold_minutes"]

  package static let field: [Key] = [
    Key(
      name: "type", type: "\"text\", \"integer\", \"boolean\" or \"date\"", meaning: "kind of answer",
      isFixed: true),
    Key(name: "required", type: "boolean", meaning: "whether it must be answered"),
    Key(name: "min_length", type: "a whole number", meaning: "fewest characters"),
    Key(name: "max_length", type: "a whole number", meaning: "most characters"),
    Key(name: "min", type: "a whole number", meaning: "smallest number"),
    Key(name: "max", type: "a whole number", meaning: "largest number"),
    Key(name: "format", type: "a function", meaning: "checks an answer and may normalise it"),
    Key(name: "choices", type: "a list of texts", meaning: "the only answers there are"),
    Key(name: "default", type: "an answer", meaning: "taken when nothing is answered"),
    Key(name: "label", type: "text", meaning: "what the field is called on a form", isFixed: true),
    Key(name: "help", type: "text", meaning: "a sentence beside the field", isFixed: true),
    Key(name: "order", type: "a whole number", meaning: "where it stands among own fields", isFixed: true),
    Key(name: "set_by", type: "\"staff\"", meaning: "refused from guests", isFixed: true),
  ]

  package static let party: [Key] = [
    Key(name: "min", type: "a whole number", meaning: "smallest party; 1 if left out"),
    Key(name: "max", type: "a whole number", meaning: "largest party; 1000 if left out"),
  ]

  package static let time: [Key] = [
    Key(name: "slot_minutes", type: "a whole number", meaning: "the grid of start times; 15 if left out"),
    Key(name: "duration_minutes", type: "a whole number", meaning: "how long a sitting is; 90 if left out"),
    Key(name: "past_grace_minutes", type: "a whole number", meaning: "how late a start may be entered"),
    Key(name: "notice_minutes", type: "a whole number", meaning: "how long ahead a booking must be made"),
    Key(name: "horizon_days", type: "a whole number", meaning: "how many days ahead; 365 if left out"),
    Key(name: "last_seating_minutes", type: "a whole number", meaning: "the last start before closing"),
  ]

  package static let pacing: [Key] = [
    Key(name: "minutes", type: "a whole number", meaning: "the length of a stretch"),
    Key(name: "max_covers", type: "a whole number", meaning: "covers that may start within one"),
  ]

  package static let guests: [Key] = [
    Key(
      name: "match", type: "\"either\", \"email\", \"phone\", \"both\" or \"none\"",
      meaning: "which contact must be the same; \"either\" of the two if left out"),
    Key(
      name: "same_name", type: "boolean", meaning: "whether the name must be the same too; true if left out"),
  ]

  package static let waitlist: [Key] = [
    Key(
      name: "allowed", type: "boolean",
      meaning: "whether a party may wait; true if left out. A function may give false and a sentence"),
    Key(name: "max_parties", type: "a whole number", meaning: "how many parties may wait at once"),
    Key(name: "max_minutes", type: "a whole number", meaning: "the longest wait that is still taken on"),
    Key(
      name: "hold_minutes", type: "a whole number",
      meaning: "how long a party that was called keeps its table; 10 if left out"),
  ]

  /// Events after which a mode may have something follow.
  package static let events = ["confirmed", "changed", "cancelled", "checked_in", "completed", "no_show"]

  /// What a mode may have a word in before it happens to a booking.
  package static let transitions = ["confirmed", "cancelled", "checked_in", "completed", "no_show"]

  /// Names an own field cannot have: the plan, what a booking has beside its answers, and what the API
  /// says beside a draft.
  package static let takenNames: Set<String> = [
    "date", "time", "party", "covers", "status", "source", "label", "points", "answers", "override",
    "override_reason",
    "mode", "restaurant", "staff", "id", "reference",
  ]
}

/// The closest of some names to a misspelt one, if any is close.
package func closest(to name: String, among names: some Sequence<String>) -> String? {
  let letters = Array(name.prefix(longestName))
  var best: (name: String, distance: Int)?
  for candidate in names {
    let other = Array(candidate.prefix(longestName))
    let allowed = max(1, min(letters.count, other.count) / 3)
    guard abs(letters.count - other.count) <= allowed else { continue }
    let distance = editDistance(letters, other)
    guard distance <= allowed, best.map({ (distance, candidate) < ($0.distance, $0.name) }) ?? true else {
      continue
    }
    best = (candidate, distance)
  }
  return best?.name
}

/// Nobody takes a longer name for another.
private let longestName = 64

/// Which of some names may have been meant by a text that is none of them: in other letters, cut short or
/// drawn out, or misspelt.
package func likeliest(_ text: String, among names: [String]) -> String? {
  func plain(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
  let wanted = plain(text)
  if let same = names.first(where: { plain($0) == wanted }) { return same }
  func extends(_ a: String, _ b: String) -> Bool { b.count >= 3 && a.hasPrefix(b) }
  if let cut = names.first(where: { extends(plain($0), wanted) || extends(wanted, plain($0)) }) { return cut }
  return closest(to: text.lowercased(), among: names)
}

/// Insertions, deletions, substitutions and swaps of neighbours from one text to the other.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var rows = [Array(0...b.count)]
  for i in 1..<(a.count + 1) {
    var row = [i]
    for j in 1..<(b.count + 1) {
      var best = min(rows[i - 1][j] + 1, row[j - 1] + 1, rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1))
      if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { best = min(best, rows[i - 2][j - 2] + 1) }
      row.append(best)
    }
    rows.append(row)
  }
  return rows[a.count][b.count]
}
