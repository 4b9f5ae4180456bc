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

  /// The outline of a mode whose file cannot be run: as much as can be read from its text.
  init(mode: String, file: CheckedFile?) {
    self.mode = mode
    var fields = Dictionary(uniqueKeysWithValues: Field.core.map { ($0, FieldType.text) })
    let listed = file.flatMap { file in file.chunk.entry(at: ["fields"]).map { file.chunk.entries(of: $0) } }
    for entry in listed ?? [] { if case .name(let name)? = entry.key { fields[name] = .text } }
    self.fields = fields
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
  /// `draft`, as code of a mode's file sees it, or, with other modes' fields too, code in lib/.
  func draft(and others: [ModeOutline]) -> Shape {
    record("draft", Vocabulary.draft, others)
  }

  func booking(and others: [ModeOutline]) -> Shape {
    record("booking", Vocabulary.booking, others)
  }

  private func record(_ name: String, _ terms: [VocabularyTerm], _ others: [ModeOutline]) -> Shape {
    let ours = terms.map { withChoices($0, others) } + ownTerms
    let foreign = others.flatMap(\.ownTerms).filter { ours[$0.name] == nil }
    let id = "\(mode):\(name):\(others.map(\.mode))"
    return Shape(kind: .record(Shape.Record(id: id, terms: ours + foreign)), origin: name)
  }

  private func withChoices(_ term: VocabularyTerm, _ others: [ModeOutline]) -> VocabularyTerm {
    // Code that serves several modes may compare with the choices of any.
    let all = ([self] + others).map { $0.choices[term.name] }
    guard !all.contains(nil) else { return term }
    var term = term
    let names = all.compactMap { $0 }.flatMap { $0 }
    term.type = .oneOf(names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, called: term.name)
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

  /// `issue`, as a function in `severity` sees it. The code is not known where several may come.
  var issue: Shape {
    var terms = Vocabulary.issue
    for index in terms.indices {
      if terms[index].name == "code" { terms[index].type = .oneOf(issueCodes, called: "standard issue") }
      if terms[index].name == "field" { terms[index].type = .oneOf(fieldNames, called: "field") }
    }
    return Shape(kind: .record(Shape.Record(id: "\(mode):issue", terms: terms)), origin: "issue")
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
