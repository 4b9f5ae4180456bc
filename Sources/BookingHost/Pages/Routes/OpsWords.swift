/// What staff's pages call things: one place for words that are made from values.
struct OpsWords {
  let words: PageWords

  func status(_ status: BookingStatus) -> String { words("status_\(status.rawValue)") }

  /// The class that a status' badge has.
  static func tone(_ status: BookingStatus) -> String {
    switch status {
    case .pending: "warn"
    case .confirmed, .checkedIn: "good"
    case .noShow: "bad"
    case .completed, .cancelled: "quiet"
    }
  }

  func party(_ count: Int) -> String { words.count("people", count) }

  func role(_ role: Role) -> String { words("role_\(role.rawValue)") }

  /// `confirmation email`, `20 points`
  func effect(_ effect: Effect) -> String {
    switch effect.action {
    case .email(let template, _):
      words.known("effect_email_\(template)") ?? words("effect_email", ["name": template])
    case .loyalty(let points, _): words.count("effect_points", points)
    case .notify(let channel, _): words("effect_notify", ["name": channel])
    case .webhook(let event): words("effect_webhook", ["name": event])
    case .none(let kind): words.known("effect_kind_\(kind)") ?? kind
    }
  }

  func state(_ state: StoredEffect.State) -> String { words("effect_state_\(state.rawValue)") }

  /// What a field of a booking is called.
  func field(_ name: String) -> String {
    words.known("field_\(name)") ?? name.prefix(1).uppercased() + name.dropFirst().replacing("_", with: " ")
  }

  /// An answer as it is shown.
  func answer(_ answer: Answer, of field: String) -> String {
    switch answer {
    case .boolean(let truth): words(truth ? "yes" : "no")
    case .text(let text): words.known("choice_\(field)_\(text)") ?? text
    case .integer, .number: FieldView.text(answer)
    }
  }
}

/// A step as a button.
struct StepButton {
  /// `checked_in`, `undo`
  var step: String
  var label: String
  /// `primary`, `danger`, or nothing.
  var kind: String

  init(_ step: String, _ words: PageWords, kind: String = "") {
    self.step = step
    label = words("step_\(step)")
    self.kind = kind
  }

  init(_ status: BookingStatus, _ words: PageWords, kind: String = "") {
    self.init(status.rawValue, words, kind: kind)
  }

  /// For a template, ready to be asked.
  var values: [String: Any] {
    ["step": step, "label": label, "kind": !kind.isEmpty]
  }

  static let undo = "undo"

  /// What a form's word asks for; nil for a word that is no step.
  static func step(_ word: String?) -> BookingStep? {
    if word == undo { return .undo }
    return word.flatMap(BookingStatus.init).flatMap { $0 == .pending ? nil : .to($0) }
  }
}

/// A finding that a form has to say, and the field it leads to.
struct ErrorLine {
  var target: String?
  var message: String
}
