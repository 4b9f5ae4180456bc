/// One question of a mode's form, as it stands for a draft: the rules' functions have been asked.
package struct FormField: Hashable, Sendable {
  package var name: String
  package var label: String
  package var help: String?
  package var type: FieldType
  package var isRequired: Bool
  /// The only answers there are; nil when any will do.
  package var choices: [String]?
  /// What is taken when nothing is answered.
  package var fallback: Answer?
}

extension RuleBook {
  /// The fields that a mode's file lists, in the order they are asked; none for a mode that is not there.
  ///
  /// Throws `RuleError` when a rule fails.
  package func form(mode: String, draft: Draft, facts: Facts) throws -> [FormField] {
    guard let loaded = loaded(mode) else { return [] }
    return try loaded.pool.use { evaluator in
      var decider = Decider(loaded.policy, evaluator, draft: draft, facts: facts, scope: .booking)
      return try decider.form()
    }
  }
}

extension Decider {
  fileprivate mutating func form() throws -> [FormField] {
    try begin()
    var form: [FormField] = []
    for field in policy.fields where field.listed && !(field.setByStaff && facts.staff.role == Role.none) {
      form.append(try formField(field))
    }
    return form
  }

  private mutating func formField(_ field: FieldPolicy) throws -> FormField {
    let isRequired = try field.name == Field.name || truth(field.rules.required)
    let choices = try field.rules.choices.map { try value($0, "a list of texts") { $0.texts } }
    let fallback = draft[field.name] == nil ? values[field.name] : nil
    return FormField(
      name: field.name, label: field.label, help: field.help, type: field.type, isRequired: isRequired,
      choices: choices, fallback: fallback)
  }
}
