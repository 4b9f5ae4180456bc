/// The three answers that the host itself reads before any rule is asked: when and how many.
package struct Plan: Hashable, Sendable {
  /// Nil when missing or no such thing.
  package var date: CivilDate?
  package var minute: Int?
  package var party: Int?
  /// What is wrong with the three: the floor under every mode.
  package var issues: [Issue] = []

  /// How many of the three were answered, rightly or wrongly.
  package private(set) var answered = 0

  package var isComplete: Bool { date != nil && minute != nil && party != nil }

  /// Date and time together, when both are known.
  package var start: LocalDateTime? {
    guard let date, let minute else { return nil }
    return LocalDateTime(date: date, minute: minute)
  }

  /// Reads a draft's plan. A party below 1 is not a plan; how that is called is left to the bounds.
  package init(_ draft: Draft) {
    readDate(draft[.date])
    readTime(draft[.time])
    readParty(draft[.party])
  }

  private mutating func readDate(_ answer: Answer?) {
    guard let answer else { return missing(Field.date, "Say which day it is for") }
    answered += 1
    date = answer.text.flatMap { CivilDate($0) }
    if date == nil { invalid(Field.date, "There is no such date") }
  }

  private mutating func readTime(_ answer: Answer?) {
    guard let answer else { return missing(Field.time, "Say what time it is for") }
    answered += 1
    minute = answer.text.flatMap { ClockTime.minute($0) }
    if minute == nil { invalid(Field.time, "There is no such time") }
  }

  private mutating func readParty(_ answer: Answer?) {
    guard let answer else { return missing(Field.party, "Say how many are coming") }
    answered += 1
    party = answer.wholeNumber
    if party == nil { invalid(Field.party, "The party must be a whole number of people") }
  }

  private mutating func missing(_ field: String, _ message: String) {
    issues.append(Issue(code: "\(field)_required", field: field, message: message))
  }

  private mutating func invalid(_ field: String, _ message: String) {
    issues.append(Issue(code: "\(field)_invalid", field: field, message: message))
  }
}

/// When a start on the wall clock is in time.
package enum StartReading: Hashable, Sendable {
  case start(Facts.Start)
  /// The clock skips this time that night.
  case skipped

  package static func read(_ local: LocalDateTime, now: LocalDateTime, zone: Zone) -> StartReading {
    let instants = zone.instants(of: local)
    guard let first = instants.first else { return .skipped }
    // On a night when the clocks change, minutes of the wall clock are not minutes of waiting.
    let nowInstant = zone.instants(of: now).first
    let notice = nowInstant.map { (first.seconds - $0.seconds) / 60 } ?? local.totalMinutes - now.totalMinutes
    return .start(
      Facts.Start(local: local, noticeMinutes: notice, instant: first, repeats: instants.count > 1))
  }
}
