import BookingHost

/// One question of the conversation.
struct Question {
  var field: String
  var label: String
  var help: String?
  /// Nil for date, time and party, which are read in their own ways.
  var form: FormField?

  static let date = Question(
    field: Field.date, label: "Date",
    help: "today, tomorrow, a weekday (fri is the next Friday), or a date: 2026-11-22.")
  static let party = Question(field: Field.party, label: "Party", help: "How many people are coming.")
  static let time = Question(field: Field.time, label: "Time", help: "19:30, 1930, 7:30pm or 7pm.")

  init(field: String, label: String, help: String?, form: FormField? = nil) {
    self.field = field
    self.label = label
    self.help = help
    self.form = form
  }

  init(_ form: FormField) {
    self.init(field: form.name, label: Plain.text(form.label), help: form.help.map(Plain.text), form: form)
  }

  var isRequired: Bool { form?.isRequired ?? true }

  /// The words in grey while nothing is typed.
  func suggestion(kept: Answer?) -> String {
    if let kept { return Words.answer(kept) }
    if let fallback = form?.fallback { return Words.answer(fallback) }
    let isYesOrNo = form?.type == .boolean
    if isRequired { return isYesOrNo ? "y or n" : "" }
    return isYesOrNo ? "n (optional, Enter to skip)" : "(optional, Enter to skip)"
  }
}

/// What a person typed.
enum Reply: Equatable {
  case text(String)
  case nothing
  case back, help, quit

  /// Commands are typed exactly so: a guest called Back is still a guest.
  init(_ line: String) {
    switch Text.trimmed(line) {
    case "": self = .nothing
    case "back", "<": self = .back
    case "?", "help": self = .help
    case "quit", "exit": self = .quit
    case let text: self = .text(text)
    }
  }
}
