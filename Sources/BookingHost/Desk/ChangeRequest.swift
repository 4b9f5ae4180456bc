/// What staff want changed of a booking, or the guest whose it is.
package struct ChangeRequest: Hashable, Sendable {
  package var reference: String
  /// Answers by field, in the rules' spelling; nil takes an answer away. What is not named stays as it is.
  package var answers: [String: Answer?]
  /// What only staff read, and where the guests sit: no rule is asked, and no guest hears of it.
  package var staffNotes: Edit?
  package var table: Edit?
  /// The staff mode whose rules decide, for a booking that guests made themselves.
  package var mode: String?
  package var overrideReason: String?
  /// The version that was seen; nil when whoever asks does not mind.
  package var version: Int?

  /// A text of the staff's own: put in the place of what was there, or taken away.
  package enum Edit: Hashable, Sendable {
    case text(String)
    case none

    /// Blank text takes away.
    package init(_ text: String) {
      self = Text.isBlank(text) ? .none : .text(text)
    }

    var text: String? { if case .text(let text) = self { text } else { nil } }
  }

  package init(
    reference: String, answers: [String: Answer?] = [:], staffNotes: Edit? = nil, table: Edit? = nil,
    mode: String? = nil, overrideReason: String? = nil, version: Int? = nil
  ) {
    self.reference = reference
    self.answers = answers
    self.staffNotes = staffNotes
    self.table = table
    self.mode = mode
    self.overrideReason = overrideReason
    self.version = version
  }
}
