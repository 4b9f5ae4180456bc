import BookingHost
import Foundation

/// The rules in this repository, read once.
enum Shipped {
  static let directory = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "rules").path

  static let rules = try! RuleBook(directory: directory)

  static func file(_ path: String) -> String {
    try! String(contentsOfFile: directory + "/" + path, encoding: .utf8)
  }
}

/// A staff mode, or another, from the inside of its table.
func rules(_ body: String, access: String = "staff", before: String = "", library: [String: String] = [:])
  throws -> RuleBook
{
  try RuleBook(
    files: ["m.lua": "\(before)\nreturn { access = \"\(access)\", \(body) }"].merging(library) { $1 })
}

/// Saturday evening; a draft that every mode with default bounds takes.
let now: LocalDateTime = "2026-11-21 18:00"

func draft(
  date: Answer? = "2026-11-22", time: Answer? = "19:00", party: Answer? = 2, name: Answer? = "Ada Lovelace"
) -> Draft {
  Draft(date: date, time: time, party: party, name: name)
}

func facts(_ change: (inout Facts) -> Void = { _ in }) -> Facts {
  var facts = Facts.standard(now: now)
  change(&facts)
  return facts
}

extension Verdict {
  var codes: [String] { issues.map(\.code) }
}
