// A change of a booking: what had been accepted, and the change does not touch, is not raised again.
extension Decider {
  /// What is changed, and what the booking as it was would be told now; nil for anything but a change.
  func change() -> ChangedBooking? {
    guard facts.action == .change, facts.previous.count > 0 else { return nil }
    var facts = facts
    // Which service it was in follows from the start that it had.
    facts.service = nil
    var before = Decider(policy, evaluator, draft: facts.previous, facts: facts, scope: .booking)
    // Where the rules cannot say, nothing of it counts as accepted.
    let issues = (try? before.found()) ?? []
    return ChangedBooking(before: issues, changed: draft.differences(from: facts.previous))
  }
}

/// A booking that is being changed.
struct ChangedBooking {
  /// What is found of the booking as it was.
  var before: [Issue]
  /// The answers that are not what they were.
  var changed: Set<String>

  /// Whether an issue has to do with the change.
  func raises(_ issue: Issue) -> Bool {
    touches(issue) || !before.contains { $0.covers(issue) }
  }

  private func touches(_ issue: Issue) -> Bool {
    let isMoved = changed.contains(Field.date) || changed.contains(Field.time)
    switch issue.field {
    case Field.date, Field.time: return isMoved
    case let field?: return changed.contains(field)
    // Where it is counted by how much a bound is crossed, more is found by the count.
    case nil: return isMoved || (issue.numbers.over == nil && changed.contains(Field.party))
    }
  }
}

extension Issue {
  /// Whether it is the same as another, and no less.
  fileprivate func covers(_ other: Issue) -> Bool {
    code == other.code && field == other.field && (other.numbers.over ?? 0) <= (numbers.over ?? .max)
  }
}

extension Draft {
  /// The answers that two drafts differ in, however they were typed.
  package func differences(from other: Draft) -> Set<String> {
    let (own, others) = (answers, other.answers)
    return Set(own.keys).union(others.keys).filter { !Answer.areAlike(own[$0], others[$0]) }
  }
}

extension Answer {
  /// Whether two answers say the same: "4" and 4 do, and so do no and no answer.
  fileprivate static func areAlike(_ a: Answer?, _ b: Answer?) -> Bool {
    func said(_ answer: Answer?) -> Answer? { answer == .boolean(false) ? nil : answer }
    let (a, b) = (said(a), said(b))
    guard let a, let b, a != b else { return a == b }
    if let number = a.wholeNumber { return number == b.wholeNumber }
    if case .boolean(let truth) = a { return b.truth == truth }
    if case .boolean(let truth) = b { return a.truth == truth }
    return false
  }
}
