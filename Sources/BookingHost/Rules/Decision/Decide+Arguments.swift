// What functions are called with, written by the evaluator's writers: a function is handed some that follow one
// another, so the draft and the facts are written once and used again, and what a function does not take is
// not written at all.
extension Decider {
  private enum Place {
    /// An answer, for a format function.
    static let leading = 0
    static let draft = 1
    static let facts = 2
    /// An issue, for a severity function.
    static let trailing = 3
  }

  /// The draft and the facts, as far as a function takes them.
  mutating func arguments(of function: RuleFunction) -> Range<Int> {
    let taken = max(0, min(function.parameters, 2))
    packDraftAndFacts(taken)
    return Place.draft..<Place.draft + taken
  }

  /// An argument that comes first whether a function takes it or not, then the draft and the facts.
  mutating func arguments(
    of function: RuleFunction, after leading: (PackedWriter) -> Void
  ) -> Range<Int> {
    let taken = max(0, min(function.parameters - 1, 2))
    packDraftAndFacts(taken)
    evaluator.write(argument: Place.leading, leading)
    return Place.leading..<Place.draft + taken
  }

  /// The draft, the facts, and an argument that comes last.
  mutating func arguments(
    of function: RuleFunction, before trailing: (PackedWriter) -> Void
  ) -> Range<Int> {
    guard function.parameters > 2 else { return arguments(of: function) }
    packDraftAndFacts(2)
    evaluator.write(argument: Place.trailing, trailing)
    return Place.draft..<Place.trailing + 1
  }

  /// The booking, which takes the draft's place and is handed to a function in any case, and the facts.
  mutating func arguments(
    of function: RuleFunction, for terms: BookingTerms, points: Int
  ) -> Range<Int> {
    draftIsPacked = false
    evaluator.write(argument: Place.draft) { $0.record { values.pack(&$0, terms, points: points) } }
    guard function.parameters > 1 else { return Place.draft..<Place.facts }
    packFacts()
    return Place.draft..<Place.trailing
  }

  /// To be called when `values` or `facts` have changed after a rule has seen them.
  mutating func forgetArguments() {
    draftIsPacked = false
    factsArePacked = false
  }

  // MARK: Writing

  private mutating func packDraftAndFacts(_ taken: Int) {
    if taken > 0 { packDraft() }
    if taken > 1 { packFacts() }
  }

  private mutating func packDraft() {
    guard !draftIsPacked else { return }
    draftIsPacked = true
    guard !hidden.isEmpty else {
      return evaluator.write(argument: Place.draft) { $0.record { values.pack(&$0) } }
    }
    var shown = values
    for field in hidden { shown[field] = nil }
    evaluator.write(argument: Place.draft) { $0.record { shown.pack(&$0) } }
  }

  private mutating func packFacts() {
    guard !factsArePacked else { return }
    factsArePacked = true
    evaluator.write(argument: Place.facts) { $0.record { facts.pack(&$0) } }
  }
}
