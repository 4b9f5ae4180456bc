/// What the check knows of a mode: its fields, and which of its functions are called with what.
struct ModeOutline: Sendable {
  let mode: String
  /// The kind of answer by field, core fields included.
  let fields: [String: FieldType]
  /// Fields whose answers are laid down once and for all.
  let choices: [String: [String]]

  init(_ policy: Policy) {
    mode = policy.mode
    fields = Dictionary(policy.fields.map { ($0.name, $0.type) }) { first, _ in first }
    choices = policy.fields.reduce(into: [:]) { $0[$1.name] = $1.rules.choices?.fixedValue }
  }

  /// The outline of a mode of which nothing can be read.
  init(mode: String) {
    self.mode = mode
    fields = Dictionary(uniqueKeysWithValues: Field.core.map { ($0, FieldType.text) })
    choices = [:]
  }

  var ownFields: [String] { fields.keys.filter { !Field.core.contains($0) }.sorted() }

  /// What an `issue` may be about.
  var fieldNames: [String] { Field.plan + Field.core + ownFields }

  /// Every standard issue that can come up in this mode.
  var issueCodes: [String] {
    Contract.issues + fieldNames.flatMap { name in Contract.fieldIssues.map { "\(name)_\($0)" } }
  }
}

// What rules of this mode are given.
extension ModeOutline {
  var draft: Shape { record("draft", Vocabulary.draft) }
  var booking: Shape { record("booking", Vocabulary.booking) }

  private func record(_ name: String, _ terms: [VocabularyTerm]) -> Shape {
    // With more fields of its own than any form has, looking each up would take too long.
    let isLong = ownFields.count > ModeOutline.mostFields
    let terms = terms.map(withChoices) + (isLong ? [] : ownTerms)
    return Shape(
      kind: .record(Shape.Record(id: "\(mode):\(name)", terms: terms, isOpen: isLong)), origin: name)
  }

  private static let mostFields = 200

  private func withChoices(_ term: VocabularyTerm) -> VocabularyTerm {
    guard let names = choices[term.name] else { return term }
    var term = term
    term.type = .oneOf(names, called: term.name)
    return term
  }

  private var ownTerms: [VocabularyTerm] {
    ownFields.map { name in
      let type: ValueType =
        switch fields[name]! {
        case .text: choices[name].map { .oneOf($0, called: name) } ?? .text
        case .integer: .integer
        case .boolean: .truth
        case .date: .date
        }
      return VocabularyTerm(name, type, optional: true, "a field of this mode's own")
    }
  }

  func facts(_ modes: [String]) -> Shape {
    var terms = Vocabulary.facts
    for index in terms.indices where terms[index].name == "mode" {
      terms[index].type = .oneOf(modes, called: "mode")
    }
    return Shape(kind: .record(Shape.Record(id: "\(mode):facts", terms: terms)), origin: "facts")
  }

  /// `issue`, as a function in `severity` sees it; with a code, as one for that issue alone does.
  func issue(_ code: String?) -> Shape {
    let numbers = code.map { Contract.numbers(of: $0) }
    var terms = Vocabulary.issue.filter { $0.type != .integer || numbers?.contains($0.name) ?? true }
    for index in terms.indices {
      if terms[index].name == "code" { terms[index].type = .oneOf(issueCodes, called: "standard issue") }
      if terms[index].name == "field" { terms[index].type = .oneOf(fieldNames, called: "field") }
    }
    let id = "\(mode):issue" + (code.map { ":" + $0 } ?? "")
    return Shape(kind: .record(Shape.Record(id: id, terms: terms, detail: code)), origin: "issue")
  }

  /// What a field's `format` is given first.
  func answer(to field: String) -> Shape {
    switch fields[field] {
    case .integer: Shape(kind: .integer, origin: "the answer")
    case .date: Shape(kind: .date, origin: "the answer")
    case .text: Shape(kind: .text, origin: "the answer")
    case .boolean, nil: .unknown
    }
  }
}
