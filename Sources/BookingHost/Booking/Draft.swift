/// What the wizard has gathered so far. Nothing here has been checked, except that text is trimmed and
/// empty text is no answer: a key that has no answer is nil, never an empty string.
public struct Draft: Hashable, Sendable {
  /// Answers to the plan and the core fields, by their slot: a decision asks for each by number.
  private var slots: [Answer?] = Array(repeating: nil, count: Field.Slot.all.count)
  private var others: [String: Answer] = [:]

  /// Answers by key: the plan's `date`, `time` and `party`, the core fields, and own fields of the mode.
  /// Keys are in the rules' spelling (`booking_type`).
  public var answers: [String: Answer] {
    var all = others
    for slot in Field.Slot.all { all[slot.name] = self[slot] }
    return all
  }

  /// How many answers there are.
  package var count: Int { others.count + slots.count { $0 != nil } }

  public init() {}

  /// A draft with these answers; the rest through the subscript.
  public init(
    date: Answer? = nil, time: Answer? = nil, party: Answer? = nil, name: Answer? = nil,
    email: Answer? = nil, phone: Answer? = nil, notes: Answer? = nil, seating: Answer? = nil,
    bookingType: Answer? = nil, marketingOptIn: Answer? = nil, terms: Answer? = nil,
    answers own: [String: Answer] = [:]
  ) {
    let core: [(String, Answer?)] = [
      ("date", date), ("time", time), ("party", party), ("name", name), ("email", email),
      ("phone", phone), ("notes", notes), ("seating", seating), ("booking_type", bookingType),
      ("marketing_opt_in", marketingOptIn), ("terms", terms),
    ]
    for (key, answer) in core { self[key] = answer }
    for (key, answer) in own { self[key] = answer }
  }

  public subscript(key: String) -> Answer? {
    get { Field.Slot(key).map { self[$0] } ?? others[key] }
    set {
      let kept = newValue.flatMap { Draft.kept($0, key: key) }
      if let slot = Field.Slot(key) { slots[slot.rawValue] = kept } else { others[key] = kept }
    }
  }

  package subscript(slot: Field.Slot) -> Answer? { slots[slot.rawValue] }

  /// Answers to anything but the plan and the core fields.
  public var own: [String: Answer] { others }

  private static func kept(_ answer: Answer, key: String) -> Answer? {
    guard case .text(let text)? = answer.trimmed else { return answer.trimmed }
    return Answer.text(key == Field.notes ? Text.manyLines(text) : Text.singleLine(text)).trimmed
  }
}

/// The names of what every draft can hold, in the rules' spelling.
public enum Field {
  public static let date = "date"
  public static let time = "time"
  public static let party = "party"
  public static let name = "name"
  public static let email = "email"
  public static let phone = "phone"
  public static let notes = "notes"
  public static let seating = "seating"
  public static let bookingType = "booking_type"
  public static let marketingOptIn = "marketing_opt_in"
  public static let terms = "terms"

  /// When and how many: what the host itself parses.
  public static let plan = [date, time, party]
  /// The fields that a mode may say more about but not redefine, in the order they are asked.
  public static let core = [name, email, phone, notes, seating, bookingType, marketingOptIn, terms]
  /// Core fields that are yes or no.
  public static let yesOrNo: Set<String> = [marketingOptIn, terms]

  /// Fields whose issues belong to the wizard's first step.
  public static let ofPlanStep: Set<String> = [date, time, party, bookingType, seating]

  /// What every draft can hold, by number rather than by name: the plan first, then the core fields.
  package enum Slot: Int, CaseIterable, Sendable {
    case date, time, party, name, email, phone, notes, seating, bookingType, marketingOptIn, terms

    /// Nil for the name of an own field.
    package init?(_ name: String) {
      guard let slot = Slot.byName[name] else { return nil }
      self = slot
    }

    package var name: String { Slot.names[rawValue] }

    package static let all = allCases
    /// The core fields.
    package static let details = Array(all.dropFirst(plan.count))

    private static let names = plan + core
    private static let byName = Dictionary(uniqueKeysWithValues: zip(names, all))
  }
}
