/// One promise that a test file makes of the rules: of one mode, or of one function.
struct RuleTestCase: Sendable {
  /// Where it is written.
  var place: RulePlace
  /// Which of the file's cases it is, from 1. A case of several modes stands here once for each.
  var position: Int
  var name: String
  var isGuard: Bool
  var subject: Subject
  var expectation: RuleExpectation

  /// What is asked.
  enum Subject: Sendable {
    /// A new booking, or something that then happens to it.
    case booking(Scenario, RuleTestMoment?)
    /// A function of the test file's own program, and what it is called with.
    case call(RuleFunction, with: [PackedValue], Scenario)
  }

  /// The mode it is about; nil for a function.
  var mode: String? {
    if case .booking(let scenario, _) = subject { scenario.mode } else { nil }
  }
}

/// When something happens to the booking that a case is about.
enum RuleTestMoment: Hashable, Sendable {
  /// Asks whether it may.
  case before(String)
  /// Asks what follows.
  case after(String)
}

/// What a case says must come out. What is nil was not said, and may be anything.
struct RuleExpectation: Hashable, Sendable {
  var outcome: Outcome?
  var issues: [String]?
  var included: [String]?
  /// By issue code; nil where the issue must not be there.
  var messages: [String: String?] = [:]
  /// By kind.
  var effects: [String: Effects] = [:]
  /// By field; `.none` where nothing must be kept.
  var values: [String: PackedValue] = [:]
  var covers: Int?
  var duration: Int?
  var source: String?
  /// `.some(nil)` when there must be none.
  var label: String??
  var match: GuestMatch.Contact?
  var sameName: Bool?
  var waiting: Waiting?
  var access: Policy.Access?
  var offered: Bool?
  var returns: [PackedValue]?

  /// What a case says of a party that is to wait.
  struct Waiting: Hashable, Sendable {
    var isAllowed: Bool?
    var maxParties: Int?
    var maxMinutes: Int?
    var holdMinutes: Int?
  }

  enum Outcome: String, CaseIterable, Sendable {
    case confirmed, pending, refused, override
    /// A rule failed.
    case error
  }

  /// What a case says of the effects of one kind.
  enum Effects: Hashable, Sendable {
    /// None is asked for.
    case none
    /// There is one, and all of them are left out.
    case skipped
    /// There is one, and all of them will happen.
    case queued
    /// Exactly these will happen.
    case these([Item])
  }

  /// One effect: by template, channel or event, or by points.
  struct Item: Hashable, Sendable {
    var name: String?
    var points: Int?
    /// Of a reminder; nil when not said.
    var beforeMinutes: Int?
  }
}
