/// One question of a form, drawn from what a mode says of it: a field that an operator adds in Lua appears here by
/// itself.
struct FieldView {
  /// As it is posted, in the rules' spelling: `booking_type`.
  var name: String
  var id: String
  var label: String
  var help: String?
  var error: String?
  var value: String
  var isRequired: Bool
  /// Says "optional" after the label. Forms mark what may be left out, as most must be filled in.
  var isOptional: Bool
  var isText = false
  var isLong = false
  var isCheckbox = false
  var isChecked = false
  var choices: [Choice] = []
  var hasChoices = false
  /// Attributes of an `input`.
  var type = "text"
  var inputMode: String?
  var autocomplete: String?
  var minimum: String?
  var maximum: String?
  var longest: Int?

  struct Choice {
    var value: String
    var label: String
    var isChosen: Bool
  }

  /// The ids of what describes it, for `aria-describedby`.
  var describedBy: String?

  init(_ field: FormField, _ bounds: FormBounds.Field?, answer: Answer?, error: String?, _ words: PageWords) {
    name = field.name
    id = "field-" + field.name
    label = FieldView.label(field, words)
    help = field.help
    self.error = error
    isRequired = field.isRequired
    let describing = [help == nil ? nil : "\(id)-help", error == nil ? nil : "\(id)-error"].compactMap { $0 }
    describedBy = describing.isEmpty ? nil : describing.joined(separator: " ")
    isOptional = !field.isRequired && field.type != .boolean
    let shown = answer ?? field.fallback
    value = shown.map(FieldView.text) ?? ""
    if let choices = field.choices {
      hasChoices = true
      self.choices = FieldView.choices(choices, of: field, chosen: value, words)
    } else {
      shape(field, bounds, isTrue: shown?.truth == true)
    }
  }

  /// The mode's own, or the language's word for a field that the mode gives none.
  private static func label(_ field: FormField, _ words: PageWords) -> String {
    guard field.label == ContractReader.defaultLabel(field.name) else { return field.label }
    return words.known("field_\(field.name)") ?? field.label
  }

  private mutating func shape(_ field: FormField, _ bounds: FormBounds.Field?, isTrue: Bool) {
    minimum = bounds?.min.map(String.init)
    maximum = bounds?.max.map(String.init)
    longest = bounds?.maxLength
    switch field.type {
    case .boolean: (isCheckbox, isChecked) = (true, isTrue)
    case .date: (isText, type) = (true, "date")
    // A text field with a keyboard of digits: wheels and arrows change no number by mistake.
    case .integer: (isText, inputMode) = (true, "numeric")
    case .text: (isText, isLong) = (field.name != Field.notes, field.name == Field.notes)
    }
    guard let core = FieldView.kinds[field.name] else { return }
    (type, inputMode, autocomplete) = core
  }

  /// What browsers and telephones know to fill in, and which keyboard they show (HTML, "Autofill").
  private static let kinds: [String: (type: String, inputMode: String?, autocomplete: String?)] = [
    Field.name: ("text", nil, "name"), Field.email: ("email", "email", "email"),
    Field.phone: ("tel", "tel", "tel"),
  ]

  private static func choices(
    _ choices: [String], of field: FormField, chosen: String, _ words: PageWords
  ) -> [Choice] {
    let none =
      field.isRequired || field.fallback != nil
      ? [] : [Choice(value: "", label: "–", isChosen: chosen.isEmpty)]
    return none
      + choices.map { choice in
        let label = words.known("choice_\(field.name)_\(choice)") ?? capitalised(choice)
        return Choice(value: choice, label: label, isChosen: choice == chosen)
      }
  }

  private static func capitalised(_ word: String) -> String {
    word.prefix(1).uppercased() + word.dropFirst().replacing("_", with: " ")
  }

  static func text(_ answer: Answer) -> String {
    switch answer {
    case .text(let text): text
    case .integer(let number): String(number)
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    case .boolean(let truth): truth ? "true" : ""
    }
  }
}
