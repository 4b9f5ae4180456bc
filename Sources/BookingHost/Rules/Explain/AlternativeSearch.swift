/// Looks for plans near a refused one that would pass as they are, by deciding them.
///
/// Counted, not timed: it makes at most `mostDecisions` and spends at most `mostWork`, and a rule that fails
/// ends it. The same surroundings give the same alternatives.
struct AlternativeSearch {
  private let rules: RuleBook
  private let mode: String
  private let draft: Draft
  private let around: any Surroundings
  private(set) var decisions = 0
  private(set) var work: UInt64 = 0
  private var isOver = false

  static let mostDecisions = 300
  /// What some hundreds of ordinary decisions cost, and three of the dearest.
  static let mostWork: UInt64 = 3_000_000
  static let daysAhead = 1...7
  /// In minutes: what of another service day is still the same evening.
  private static let near = 360

  init(_ rules: RuleBook, mode: String, draft: Draft, around: any Surroundings) {
    self.rules = rules
    self.mode = mode
    self.draft = draft
    self.around = around
  }

  /// The nearest of each kind: three other times, one of another service, a smaller party, and other days,
  /// six in all. `verdict` is what the plan was refused with.
  mutating func nearest(to verdict: Verdict) -> [Alternative] {
    let plan = Plan(draft)
    guard let asked = plan.start, let party = plan.party, party >= 1 else { return [] }
    let service = verdict.facts.service
    // The smaller party first: it is soon found, and must not starve.
    let fewer = smaller(party, verdict.issues, at: asked, verdict.facts)
    let starts = otherStarts(near: asked)
    var same: [Alternative] = []
    var other: [Alternative] = []
    if let service {
      same = passing(3, of: starts, party, .time) { $0.service?.key == service.key }
      other = passing(1, of: starts, party, .service) { $0.service?.key != service.key }
    } else {
      // Between services, or where there are none: what is before and what comes after.
      same = passing(2, of: starts, party, .time) { ($0.start?.local ?? asked) < asked }
      same += passing(2, of: starts, party, .time) { ($0.start?.local ?? asked) > asked }
    }
    let found = same.sorted { $0.start < $1.start } + other + fewer
    return found + otherDays(asked, party, most: min(2, 6 - found.count))
  }

  /// What could be booked instead when nothing is free on a service day: the first start of other days, and a
  /// smaller party on that day. `issues` are what was found against its starts.
  mutating func nearest(toDay date: CivilDate, party: Int, issues: [Issue]) -> [Alternative] {
    guard party >= 1 else { return [] }
    let starts = grid(of: date)
    var found: [Alternative] = []
    for fewer in smallerParties(party, issues) where found.isEmpty {
      found = passing(1, of: starts, fewer, .party) { _ in true }
    }
    for ahead in AlternativeSearch.daysAhead where found.count < 3 {
      found += passing(1, of: grid(of: date.adding(days: ahead)), party, .date) { _ in true }
    }
    return found
  }

  // MARK: Kinds

  private mutating func smaller(
    _ party: Int, _ issues: [Issue], at start: LocalDateTime, _ facts: Facts
  ) -> [Alternative] {
    for fewer in smallerParties(party, issues) where passes(start, fewer, facts) {
      return [Alternative(start: start, party: fewer, service: facts.service, difference: .party)]
    }
    return []
  }

  /// Some sizes just below, and those that the findings point to; the largest first.
  private func smallerParties(_ party: Int, _ issues: [Issue]) -> [Int] {
    let hints = issues.compactMap { issue -> Int? in
      switch issue.code {
      case "party_max": issue.numbers.limit
      case "capacity_exceeded", "pacing_exceeded": issue.numbers.over.map { party - $0 }
      default: nil
      }
    }
    return Set(hints + (party - 8..<party)).filter { (1..<party).contains($0) }.sorted(by: >)
  }

  /// The same time on other days; where that will not do on any of them, the nearest time that will.
  private mutating func otherDays(_ asked: LocalDateTime, _ party: Int, most: Int) -> [Alternative] {
    let days = AlternativeSearch.daysAhead.map { asked.date.adding(days: $0) }
    let sameTime = days.map { LocalDateTime(date: $0, minute: asked.minute) }
    let found = passing(most, of: sameTime, party, .date) { _ in true }
    guard found.isEmpty else { return found }
    for (day, wanted) in zip(days, sameTime) {
      let nearest = sorted(grid(of: day), by: wanted)
      if let first = passing(1, of: nearest, party, .date, where: { _ in true }).first { return [first] }
    }
    return []
  }

  // MARK: Starts

  /// The other starts of the service day, nearest first, and those of a neighbouring one that are near: what
  /// is asked for past midnight may be meant for the evening before, or for the day that has begun.
  private mutating func otherStarts(near asked: LocalDateTime) -> [LocalDateTime] {
    let day = around.serviceDate(of: asked)
    let days = Set([day, asked.date, asked.date.adding(days: -1)]).sorted()
    let starts = days.flatMap { grid(of: $0) }.filter { start in
      start != asked
        && (around.serviceDate(of: start) == day || distance(start, asked) <= AlternativeSearch.near)
    }
    return sorted(starts, by: asked)
  }

  private func sorted(_ starts: [LocalDateTime], by asked: LocalDateTime) -> [LocalDateTime] {
    starts.sorted { (distance($0, asked), $0) < (distance($1, asked), $1) }
  }

  private func distance(_ start: LocalDateTime, _ asked: LocalDateTime) -> Int {
    abs(start.totalMinutes - asked.totalMinutes)
  }

  private mutating func grid(of date: CivilDate) -> [LocalDateTime] {
    guard !isOver, let day = around.day(date) else { return [] }
    do {
      return try rules.starts(mode: mode, draft: draft, on: day, facts: around.facts(at:))
        .filter { around.serviceDate(of: $0) == date }
    } catch {
      isOver = true
      return []
    }
  }

  // MARK: Deciding

  /// The first `count` of some starts that would pass, none of them past.
  private mutating func passing(
    _ count: Int, of starts: [LocalDateTime], _ party: Int, _ difference: Alternative.Difference,
    where isWanted: (Facts) -> Bool
  ) -> [Alternative] {
    var found: [Alternative] = []
    for start in starts where found.count < count && !isOver {
      guard let facts = around.facts(at: start), (facts.start?.noticeMinutes ?? -1) >= 0, isWanted(facts),
        passes(start, party, facts)
      else { continue }
      found.append(Alternative(start: start, party: party, service: facts.service, difference: difference))
    }
    return found
  }

  private mutating func passes(_ start: LocalDateTime, _ party: Int, _ facts: Facts) -> Bool {
    guard !isOver, decisions < AlternativeSearch.mostDecisions, work < AlternativeSearch.mostWork else {
      isOver = true
      return false
    }
    var draft = draft
    draft[Field.date] = .text(start.date.description)
    draft[Field.time] = .text(start.time)
    draft[Field.party] = .integer(party)
    do {
      let (verdict, spent) = try rules.quote(mode: mode, draft: draft, facts: facts)
      decisions += 1
      work += spent
      return verdict.passes
    } catch {
      isOver = true
      return false
    }
  }
}

extension RuleBook {
  /// What the rules say to a plan, and the units of work it took them.
  fileprivate func quote(mode: String, draft: Draft, facts: Facts) throws -> (Verdict, UInt64) {
    guard let loaded = loaded(mode) else {
      throw RuleError(kind: .source, message: "there is no mode `\(mode)`", rule: nil)
    }
    return try loaded.pool.use { evaluator in
      var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: .plan)
      return (try decider.verdict(overrideReason: nil, revision: revision), evaluator.spent.work)
    }
  }
}
