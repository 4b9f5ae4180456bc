/// Why the rules decided as they did: the verdict, and the operator's own lines behind it.
package struct Explanation: Sendable {
  package var mode: String
  /// Nil when the rules could not be read.
  package var revision: String?
  package var now: LocalDateTime
  package var facts: Facts
  package var outcome: Verdict.Outcome
  package var issues: [ExplainedIssue]
  package var effects: [StoredEffect]
  /// The rule that failed, and so refused the booking.
  package var error: RuleError?
  /// The functions that were asked, in order.
  package var calls: [ExplainedCall] = []
  /// The files that took part, the mode's own first.
  package var files: [ExplainedFile] = []
  /// Plans that would pass; empty unless the plan was refused.
  package var alternatives: [Alternative] = []
  /// Why lines and values are missing, where they are.
  package var remark: String?
}

/// A finding, and the lines that made it what it is.
package struct ExplainedIssue: Sendable {
  package var issue: Issue
  /// Where the mode says how hard it bites, and where what is told.
  package var severity: RulePlace?
  package var message: RulePlace?

  /// The line to look at first: the rule's own, else the one that says how hard it bites.
  package var place: String? { issue.rule ?? severity?.description }
}

/// A function that the host asked.
package struct ExplainedCall: Sendable {
  /// The keys that lead to it in the mode's table, with dots: `severity.capacity_exceeded`.
  package var name: String
  package var place: RulePlace
  package var results: [PackedValue]
  package var hasFailed: Bool
  /// Whether the verdict hangs on it.
  package var matters: Bool
}

/// A source file, line by line.
package struct ExplainedFile: Sendable {
  package var path: String
  package var lines: [ExplainedLine]
}

package struct ExplainedLine: Sendable {
  package var number: Int
  package var text: String
  /// Nil where nothing could run: a table, an `end`, a comment.
  package var ran: Bool?
  package var values: [Value] = []
  package var notes: [Note] = []
  /// Whether it belongs to what the verdict hangs on.
  package var matters = false

  /// What an expression on this line was.
  package struct Value: Sendable {
    package var expression: String
    /// The name that the value was given here: `local name = …`.
    package var name: String?
    /// The last one, where there were several. A text of more than 80 bytes is cut.
    package var value: PackedValue
    package var count: Int
    /// What kind of expression it is: what went into others says more than what came out.
    package var kind: Probe.Kind
  }

  /// What came of this line.
  package enum Note: Hashable, Sendable {
    case failure(RuleError)
    case issue(Issue)
    /// It says how hard an issue bites, or what is told.
    case shapes(Issue)
    /// A function that the host asked has answered here.
    case answer([PackedValue])
    case effect(StoredEffect)
  }
}
