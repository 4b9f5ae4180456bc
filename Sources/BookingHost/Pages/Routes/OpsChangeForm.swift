/// The form by which staff change a booking: the questions of the mode that decides, with the answers there are.
struct OpsChangeForm {
  var date: String
  var time: String
  var party: String
  var staffNotes: String
  var table: String
  var fields: [FieldView]
  var isOpen: Bool
  var version: Int
  var errors: [ErrorLine]
  var hasErrors: Bool
  var dateError: String?
  var timeError: String?
  var partyError: String?
  var override: OverrideView?
  /// What somebody else has changed meanwhile, beside what was typed.
  var conflicts: [Conflict]

  struct Conflict {
    var label: String
    var theirs: String
    var yours: String
  }

  private let reference: String
  private let mode: String?
  private let form: [FormField]
  private let draft: Draft
  private let stored: [String: String]

  private static let ofStaff = ["staff_notes", "table"]

  init(_ booking: Booking, _ place: OpsPlace, _ services: WebServices, _ view: OpsBookingView) throws {
    reference = booking.reference
    version = booking.version
    isOpen = [.pending, .confirmed, .checkedIn].contains(booking.status)
    let words = place.shell.words
    let rules = services.desk.rules
    let policy = OpsChangeForm.policy(of: booking, rules)
    mode = policy.flatMap { $0.mode == booking.mode ? nil : $0.mode }
    draft = policy.map { Draft(booking).asked(by: $0) } ?? Draft(booking)
    var bounds: FormBounds?
    if let policy, isOpen {
      let request = BookingRequest(restaurant: booking.restaurant.id, mode: policy.mode, draft: draft)
      (form, bounds) = try services.desk.formAndBounds(for: request, by: place.visitor.caller)
    } else {
      form = []
    }
    var stored = ["staff_notes": booking.staffNotes ?? "", "table": booking.table ?? ""]
    for name in Field.plan + form.map(\.name) { stored[name] = draft[name].map(FieldView.text) ?? "" }
    self.stored = stored
    let typed = view.typed
    func shown(_ name: String) -> String {
      typed?.pairs.last { $0.name == name }?.value ?? stored[name] ?? ""
    }
    (date, time, party) = (shown(Field.date), shown(Field.time), shown(Field.party))
    (staffNotes, table) = (shown("staff_notes"), shown("table"))
    let issues = view.issues
    func error(_ name: String) -> String? {
      issues.first { $0.field == name && $0.severity == .refuse }?.message
    }
    (dateError, timeError, partyError) = (error(Field.date), error(Field.time), error(Field.party))
    fields = form.map { [draft] field in
      let answer = typed.map { OpsChangeForm.posted($0, field) } ?? draft[field.name]
      return FieldView(
        field, bounds?.fields[field.name], answer: answer, error: error(field.name), words)
    }
    override = OverrideView(
      issues, place.role, presets: policy?.overrideReasons ?? [], typed: typed, error: view.approvalError,
      words)
    errors = override == nil ? OpsChangeForm.lines(issues, form) : []
    hasErrors = !errors.isEmpty
    conflicts = view.isConflict ? OpsChangeForm.conflicts(typed, stored, form, OpsWords(words: words)) : []
  }

  /// The mode by whose rules staff change the booking, as the desk has it; nil where there is none.
  private static func policy(of booking: Booking, _ rules: RuleBook) -> Policy? {
    let own = rules.policy(booking.mode)
    return own?.access == .staff ? own : rules.policy("ops")
  }

  private static func posted(_ form: PostedForm, _ field: FormField) -> Answer? {
    if field.type == .boolean { return .boolean(form[field.name] != nil) }
    return form[field.name].map { .text($0) }
  }

  private static func lines(_ issues: [Issue], _ form: [FormField]) -> [ErrorLine] {
    issues.filter { $0.severity != .warn }.map { issue in
      let isAsked = issue.field.map { name in
        Field.plan.contains(name) || ofStaff.contains(name) || form.contains { $0.name == name }
      }
      return ErrorLine(target: isAsked == true ? "field-\(issue.field ?? "")" : nil, message: issue.message)
    }
  }

  private static func conflicts(
    _ typed: PostedForm?, _ stored: [String: String], _ form: [FormField], _ ops: OpsWords
  ) -> [Conflict] {
    guard let typed else { return [] }
    return (Field.plan + form.map(\.name) + ofStaff).compactMap { name in
      let isTruth = form.first { $0.name == name }?.type == .boolean
      guard isTruth || typed.has(name) else { return nil }
      let (theirs, yours) = (stored[name] ?? "", typed[name] ?? "")
      func said(_ text: String) -> String {
        text.isEmpty ? "–" : isTruth ? ops.words("yes") : ops.answer(.text(text), of: name)
      }
      return theirs == yours
        ? nil : Conflict(label: ops.field(name), theirs: said(theirs), yours: said(yours))
    }
  }

  // MARK: What is posted

  /// What is to be changed: what a posted form has otherwise than the booking.
  func request(_ posted: PostedForm) -> ChangeRequest {
    var request = ChangeRequest(reference: reference, mode: mode)
    for name in Field.plan where posted.has(name) && (posted[name] ?? "") != stored[name] {
      request.answers[name] = .some(posted[name].map { .text($0) })
    }
    for field in form {
      if let changed = edit(of: field, posted) { request.answers[field.name] = .some(changed) }
    }
    if posted.has("staff_notes"), (posted["staff_notes"] ?? "") != stored["staff_notes"] {
      request.staffNotes = ChangeRequest.Edit(posted["staff_notes"] ?? "")
    }
    if posted.has("table"), (posted["table"] ?? "") != stored["table"] {
      request.table = ChangeRequest.Edit(posted["table"] ?? "")
    }
    request.overrideReason = posted[OverrideView.field]
    request.version = posted["seen"].flatMap { Int($0) }
    return request
  }

  /// Nil where a field stays as it is; an answer that is nil takes one away.
  private func edit(of field: FormField, _ posted: PostedForm) -> Answer?? {
    if field.type == .boolean {
      let isTrue = posted[field.name] != nil
      guard posted.has("seen"), isTrue != (draft[field.name]?.truth ?? false) else { return nil }
      return .some(isTrue ? .boolean(true) : field.name == Field.marketingOptIn ? nil : .boolean(false))
    }
    // A choice that shows what is taken when nothing is answered is no answer.
    let shown =
      stored[field.name].flatMap { $0.isEmpty ? nil : $0 } ?? field.fallback.map(FieldView.text) ?? ""
    guard posted.has(field.name), (posted[field.name] ?? "") != shown else { return nil }
    return .some(posted[field.name].map { .text($0) })
  }
}
