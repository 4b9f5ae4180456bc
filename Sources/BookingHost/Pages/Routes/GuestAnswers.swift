/// What a guest has said so far. When, how many and where are in addresses; what is personal is in forms alone.
struct GuestAnswers {
  /// The service day whose times are looked at.
  var day: CivilDate?
  var party: Int?
  /// The start that was chosen.
  var start: LocalDateTime?
  /// Answers to the mode's fields.
  var others: [String: Answer] = [:]
  /// What was sent as a day or a number and is none.
  var unreadable: Set<String> = []

  init(day: CivilDate? = nil, party: Int? = nil, start: LocalDateTime? = nil) {
    (self.day, self.party, self.start) = (day, party, start)
  }

  /// As an address has it.
  init(_ query: Query, _ place: GuestDoor) {
    take(day: query["date"], party: query["party"], start: query["at"])
    for field in place.fields where Field.ofPlanStep.contains(field.name) {
      others[field.name] = query[field.name].map { .text($0) }
    }
  }

  /// As a form has it.
  init(_ form: PostedForm, _ place: GuestDoor) {
    take(day: form["date"], party: form["party"], start: form[Control.start])
    for field in place.fields {
      others[field.name] = form[field.name].flatMap { GuestAnswers.answer($0, to: field.type) }
    }
    // A button that stands for another plan counts before the plan that was chosen first.
    guard let pick = form[Control.pick]?.split(separator: "/"), pick.count == 2,
      let start = LocalDateTime(pick[0]), let party = Int(pick[1])
    else { return }
    (self.start, self.party, day) = (start, party, nil)
  }

  /// The names of what is not an answer. A mode's own fields have no dot in their names.
  enum Control {
    static let step = "wizard.step"
    static let start = "wizard.at"
    static let pick = "wizard.pick"
    static let mode = "wizard.mode"
    static let key = "wizard.key"
    static let version = "wizard.version"
  }

  private mutating func take(day: String?, party: String?, start: String?) {
    self.day = day.flatMap { CivilDate(Text.trimmed($0)) }.flatMap {
      GuestAnswers.years.contains($0) ? $0 : nil
    }
    self.party = party.flatMap { Text.wholeNumber(Text.trimmed($0)) }.flatMap {
      (1...100_000).contains($0) ? $0 : nil
    }
    self.start = start.flatMap { LocalDateTime($0) }.flatMap {
      GuestAnswers.years.contains($0.date) ? $0 : nil
    }
    if day != nil, self.day == nil { unreadable.insert(Field.date) }
    if party != nil, self.party == nil { unreadable.insert(Field.party) }
  }

  private static let years: ClosedRange<CivilDate> = "1900-01-01"..."9000-12-31"

  /// What was typed, as a field's type has it; text that does not fit is for the rules to refuse.
  static func answer(_ text: String, to type: FieldType) -> Answer? {
    switch type {
    case .boolean: text == "true" ? .boolean(true) : nil
    case .integer: Text.wholeNumber(Text.trimmed(text)).map { .integer($0) } ?? .text(text)
    case .text, .date: .text(text)
    }
  }

  // MARK: Where it goes

  var draft: Draft {
    var draft = Draft(
      date: start.map { .text($0.date.description) }, time: start.map { .text($0.time) },
      party: party.map { .integer($0) })
    for (field, answer) in others { draft[field] = answer }
    return draft
  }

  /// The plan alone, for asking what a day has.
  var planDraft: Draft {
    var draft = Draft(party: party.map { .integer($0) })
    for (field, answer) in others where Field.ofPlanStep.contains(field) { draft[field] = answer }
    return draft
  }

  /// Whether anything has been said that must not be lost.
  var hasDetails: Bool { others.keys.contains { !Field.ofPlanStep.contains($0) } }

  func request(_ place: GuestDoor) -> BookingRequest {
    BookingRequest(restaurant: place.restaurant.slug, mode: place.policy.mode, draft: draft)
  }

  /// What addresses say: nothing personal.
  func query(mode: String? = nil) -> [(String, String)] {
    var pairs: [(String, String)] = mode.map { [("mode", $0)] } ?? []
    pairs += day.map { [("date", $0.description)] } ?? []
    pairs += party.map { [("party", String($0))] } ?? []
    for field in [Field.seating, Field.bookingType] {
      if let answer = others[field] { pairs.append((field, FieldView.text(answer))) }
    }
    return pairs + (start.map { [("at", GuestAnswers.text($0))] } ?? [])
  }

  func address(_ place: GuestDoor) -> String {
    let pairs = query(mode: place.modeInAddresses)
    return PageAddress.of(PageAddress.reserve(place.restaurant.slug), pairs)
  }

  /// What forms carry along unseen, but for what they ask themselves.
  func hidden(_ place: GuestDoor, asking asked: Set<String> = []) -> [HiddenField] {
    var fields: [(String, String)] = place.modeInAddresses.map { [(Control.mode, $0)] } ?? []
    fields += day.map { [(Field.date, $0.description)] } ?? []
    fields += party.map { [(Field.party, String($0))] } ?? []
    fields += start.map { [(Control.start, GuestAnswers.text($0))] } ?? []
    fields += others.sorted { $0.key < $1.key }.map { ($0.key, FieldView.text($0.value)) }
    return fields.filter { !asked.contains($0.0) }.map { HiddenField(name: $0.0, value: $0.1) }
  }

  /// `2026-11-28T00:30`
  static func text(_ start: LocalDateTime) -> String { "\(start.date)T\(start.time)" }
}
