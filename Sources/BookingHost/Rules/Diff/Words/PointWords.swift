/// Some points of an axis, in words: those of the axes that are not simply numbers in a row.
struct PointWords {
  let axis: SweepAxis

  func text(_ set: PointSet) -> String {
    switch axis.subject {
    case .day: days(set)
    case .caller: callerText(set)
    case .field(let name): answers(set, name.replacing("_", with: " "))
    case .visits: counts(set, "visit")
    case .noShows: counts(set, "no-show")
    case .points: counts(set, "point")
    case .upcoming: counts(set, "upcoming booking")
    case .pacing: starts(set)
    default: RegionWords.list(set.indexes.map { word(axis.points[$0]) }, "or")
    }
  }

  /// Every point of the axis but these.
  func exception(_ set: PointSet) -> String {
    switch axis.subject {
    case .day: return "except \(text(set))"
    case .field(let name) where set.indexes.map({ axis.points[$0] }) == [.missing]:
      return "with \(name.replacing("_", with: " "))"
    case .caller:
      let givers = callers(set)
      if givers.plain.isEmpty {
        return "unless \(roles(givers.reasoned)) gives a reason"
      }
      return "unless \(text(set))"
    default: return "unless \(text(set))"
    }
  }

  private func word(_ point: SweepPoint) -> String {
    switch point {
    case .onGrid: "on a slot"
    case .offGrid: "between slots"
    case .stranger: "for guests nobody knows"
    case .known(let isVerified): isVerified ? "for guests who are proven to be known" : "for known guests"
    case .tag(let tag): tag.map { "tagged \($0)" } ?? "without a tag"
    case .restaurant(let slug): "at \(slug)"
    default: "\(point)"
    }
  }

  // MARK: Days

  private func days(_ set: PointSet) -> String {
    let days = set.indexes.compactMap { if case .day(let day) = axis.points[$0] { day } else { nil } }
    let weekdays = days.compactMap { if case .weekday(let weekday) = $0 { weekday } else { nil } }
    let others = days.compactMap(other)
    return RegionWords.list((weekdays.isEmpty ? [] : [text(weekdays)]) + others)
  }

  private func text(_ weekdays: [Weekday]) -> String {
    let all = axis.points.count { if case .day(.weekday) = $0 { true } else { false } }
    if weekdays.count == all { return "on ordinary days" }
    return "on "
      + RegionWords.list(weekdays.map { $0.rawValue.prefix(1).uppercased() + $0.rawValue.dropFirst() + "s" })
  }

  private func other(_ day: SweepDay) -> String? {
    switch day {
    case .weekday: nil
    case .date(let date): "on \(date)"
    case .closed: "on a closed day"
    case .closure: "in a closure"
    case .clockChange: "while the clocks go back"
    case .labelled(let label): "on a day called “\(label)”"
    }
  }

  // MARK: Callers

  /// The roles that give no reason, and those that do.
  private func callers(_ set: PointSet) -> (plain: [Role], reasoned: [Role]) {
    func roles(_ givesReason: Bool) -> [Role] {
      set.indexes.compactMap { index in
        guard case .caller(let role, givesReason) = axis.points[index] else { return nil }
        return role
      }
    }
    return (roles(false), roles(true))
  }

  private func callerText(_ set: PointSet) -> String {
    let (plain, reasoned) = callers(set)
    if plain == reasoned { return "for \(roles(plain))" }
    // Where nobody looks at the role, only whether there is a reason is told apart.
    let without =
      plain == callers(axis.everyPoint).plain ? "without a reason" : "for \(roles(plain)) without a reason"
    return RegionWords.list(
      (plain.isEmpty ? [] : [without]) + (reasoned.isEmpty ? [] : ["for \(roles(reasoned)) giving a reason"]),
      "or")
  }

  private func roles(_ roles: [Role]) -> String {
    RegionWords.list(roles.map { ($0 == .owner ? "an " : "a ") + $0.rawValue }, "or")
  }

  // MARK: Numbers

  private func counts(_ set: PointSet, _ noun: String) -> String {
    let runs = set.runs.map { run -> String in
      let (low, high) = (number(run.lowerBound), number(run.upperBound))
      if run.upperBound == axis.points.count - 1 { return "\(low) or more" }
      return low == high ? (low == 0 ? "no" : "\(low)") : "\(low) to \(high)"
    }
    return "for guests with \(RegionWords.list(runs, "or")) \(noun)s"
  }

  private func starts(_ set: PointSet) -> String {
    let runs = set.runs.map { run -> String in
      guard case .starting = axis.points[run.lowerBound] else {
        return run.count == 1 ? "nobody else" : "at most \(number(run.upperBound)) covers"
      }
      let (low, high) = (number(run.lowerBound), number(run.upperBound))
      if run.upperBound == axis.points.count - 1 { return "\(low) or more covers" }
      return "\(low == high ? "\(low)" : "\(low) to \(high)") covers"
    }
    return "with \(RegionWords.list(runs, "or")) starting then"
  }

  private func number(_ index: Int) -> Int {
    switch axis.points[index] {
    case .count(let number), .starting(let number), .answer(.integer(let number), _): number
    case .answer(_, .length(let length)): length
    default: 0
    }
  }

  // MARK: Answers

  private func answers(_ set: PointSet, _ name: String) -> String {
    let points = set.indexes.map { axis.points[$0] }
    let given = axis.points.indices.filter { axis.points[$0] != .missing }
    if points == [.missing] { return "without \(name)" }
    if set.indexes == given { return "with \(name)" }
    var texts = points.contains(.missing) ? ["without \(name)"] : []
    let lengths = PointSet(indexes: set.indexes.filter { isLength(axis.points[$0]) })
    texts += lengths.runs.map { "with \(name) of \(lengthText($0))" }
    let numbers = PointSet(indexes: set.indexes.filter { isNumber(axis.points[$0]) })
    if numbers.count > 0 {
      texts.append("with \(name) \(RegionWords.list(numbers.runs.map(numberText), "or"))")
    }
    let values = points.filter { $0 != .missing && !isLength($0) && !isNumber($0) }
    if !values.isEmpty { texts.append("with \(RegionWords.list(values.map { answer($0, name) }, "or"))") }
    return RegionWords.list(texts, "or")
  }

  private func isLength(_ point: SweepPoint) -> Bool {
    if case .answer(_, .length) = point { true } else { false }
  }

  private func isNumber(_ point: SweepPoint) -> Bool {
    if case .answer(.integer, .value) = point { true } else { false }
  }

  private func numberText(_ run: ClosedRange<Int>) -> String {
    let (low, high) = (number(run.lowerBound), number(run.upperBound))
    return low == high ? "\(low)" : "\(low) to \(high)"
  }

  private func lengthText(_ run: ClosedRange<Int>) -> String {
    let (low, high) = (number(run.lowerBound), number(run.upperBound))
    let isOpen = !axis.points.indices.contains { $0 > run.upperBound && isLength(axis.points[$0]) }
    if isOpen { return "\(low) characters or more" }
    return low == high ? "\(low) character\(low == 1 ? "" : "s")" : "\(low) to \(high) characters"
  }

  private func answer(_ point: SweepPoint, _ name: String) -> String {
    guard case .answer(let answer, let kind) = point else { return name }
    switch kind {
    case .usual: return "\(name) as usual"
    case .malformed: return "a malformed \(name)"
    case .noChoice: return "\(name) that is no choice"
    case .length, .value:
      switch answer {
      case .text(let text): return "\(name) “\(text)”"
      case .integer(let number): return "\(name) \(number)"
      case .number(let number): return "\(name) \(number)"
      case .boolean(let truth): return truth ? name : "no \(name)"
      }
    }
  }
}

extension PointSet {
  init(indexes: [Int]) {
    self.init()
    for index in indexes { insert(index) }
  }
}
