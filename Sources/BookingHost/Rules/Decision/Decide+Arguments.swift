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
  mutating func arguments(of function: RuleFunction) -> ArraySlice<PackedWriter> {
    let taken = max(0, min(function.parameters, 2))
    packDraftAndFacts(taken)
    return evaluator.writers[Place.draft..<Place.draft + taken]
  }

  /// An argument that comes first whether a function takes it or not, then the draft and the facts.
  mutating func arguments(
    of function: RuleFunction, after leading: (PackedWriter) -> Void
  ) -> ArraySlice<PackedWriter> {
    let taken = max(0, min(function.parameters - 1, 2))
    packDraftAndFacts(taken)
    write(Place.leading, leading)
    return evaluator.writers[Place.leading...Place.leading + taken]
  }

  /// The draft, the facts, and an argument that comes last.
  mutating func arguments(
    of function: RuleFunction, before trailing: (PackedWriter) -> Void
  ) -> ArraySlice<PackedWriter> {
    guard function.parameters > 2 else { return arguments(of: function) }
    packDraftAndFacts(2)
    write(Place.trailing, trailing)
    return evaluator.writers[Place.draft...Place.trailing]
  }

  /// The booking, which takes the draft's place and is handed to a function in any case, and the facts.
  mutating func arguments(
    of function: RuleFunction, for terms: BookingTerms
  ) -> ArraySlice<PackedWriter> {
    draftIsPacked = false
    write(Place.draft) { $0.record { values.pack(&$0, terms) } }
    guard function.parameters > 1 else { return evaluator.writers[Place.draft...Place.draft] }
    packFacts()
    return evaluator.writers[Place.draft...Place.facts]
  }

  /// To be called when `values` or `facts` have changed after a rule has seen them.
  mutating func forgetArguments() {
    draftIsPacked = false
    factsArePacked = false
  }

  // MARK: Writing

  private func write(_ place: Int, _ body: (PackedWriter) -> Void) {
    let writer = evaluator.writers[place]
    writer.restart()
    body(writer)
  }

  private mutating func packDraftAndFacts(_ taken: Int) {
    if taken > 0 { packDraft() }
    if taken > 1 { packFacts() }
  }

  private mutating func packDraft() {
    guard !draftIsPacked else { return }
    draftIsPacked = true
    guard !hidden.isEmpty else { return write(Place.draft) { $0.record { values.pack(&$0) } } }
    var shown = values
    for field in hidden { shown[field] = nil }
    write(Place.draft) { $0.record { shown.pack(&$0) } }
  }

  private mutating func packFacts() {
    guard !factsArePacked else { return }
    factsArePacked = true
    write(Place.facts) { $0.record { facts.pack(&$0) } }
  }
}
