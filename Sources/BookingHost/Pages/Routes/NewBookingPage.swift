/// The form of a new booking.
struct NewBookingPage {
  var frame: PageFrame
  var t: PageWords
  var key: String
  var restaurants: [Option]
  var hasRestaurants: Bool
  var restaurant: String
  var modes: [Option]
  var hasModes: Bool
  var mode: String
  var errors: [ErrorLine]
  var hasErrors: Bool
  var isNow: Bool
  /// `Now, 19:42`
  var now: String
  var isSeated: Bool
  var table: String
  var tableError: String?
  var date: String
  var dateError: String?
  var firstDate: String
  var lastDate: String?
  var party: String
  var partyError: String?
  var partyHelp: String
  var isFresh: Bool
  var slots: [SlotChoice]
  var hasSlots: Bool
  var slotsTitle: String
  var slotsNote: String?
  var timeError: String?
  var alternatives: [Offer]
  var hasAlternatives: Bool
  /// What stands in the way of the plan, while it is chosen.
  var refusals: [String]
  var hasRefusals: Bool
  var warnings: [String]
  var hasWarnings: Bool
  var seen: String
  var override: OverrideView?
  var fields: [FieldView]
  /// What leaving out email and phone means; nil where the rules ask for them.
  var noContact: String?
  var hasContact: Bool
  var isReady: Bool
  var button: String
  var back: String

  struct Option {
    var value: String
    var label: String
    var isChosen: Bool
  }

  /// A start to choose.
  struct SlotChoice {
    var value: String
    var time: String
    /// `Friday 27 November, 19:30, open`
    var name: String
    var note: String?
    var isChosen: Bool
    var isFull: Bool
  }

  struct Offer {
    var value: String
    var label: String
  }

  init(_ scene: NewBookingScene) {
    let (place, form, words) = (scene.place, scene.form, scene.words)
    let dates = place.shell.dates(place.restaurant.zone)
    frame = place.frame(title: words("place_new"), at: .new)
    frame.scripts.append(place.shell.templates.assets.address("new-booking.js"))
    t = words
    key = form.key
    restaurants = (scene.restaurants?.choices ?? []).map {
      Option(value: $0.slug, label: $0.name, isChosen: $0.isChosen)
    }
    hasRestaurants = restaurants.count > 1
    restaurant = place.restaurant.slug
    mode = scene.policy?.mode ?? ""
    modes = scene.modes.map {
      Option(value: $0.mode, label: $0.title, isChosen: $0.mode == scene.policy?.mode)
    }
    hasModes = modes.count > 1
    isNow = form.isNow
    now = words("now_at", ["time": dates.time(minute: scene.now.minute)])
    (isSeated, table, date, party) = (form.isSeated, form.table, form.date, form.party)
    firstDate = scene.now.date.description
    lastDate = scene.bounds.map { scene.now.date.adding(days: $0.horizonDays).description }
    partyHelp =
      scene.bounds.map { bounds in
        words(
          "party_bounds", ["from": String(bounds.party.lowerBound), "to": String(bounds.party.upperBound)])
      } ?? ""
    isFresh = form.posted == nil
    let own = NewBookingIssues(scene)
    (tableError, dateError, partyError, timeError) = (
      own.error("table"), own.error(Field.date), own.error(Field.party), own.error(Field.time)
    )
    (errors, hasErrors) = (own.lines, !own.lines.isEmpty)
    (refusals, hasRefusals) = (own.refusals, !own.refusals.isEmpty)
    warnings = own.warnings.map(\.message)
    hasWarnings = !warnings.isEmpty
    seen = Set(own.warnings.map(NewBookingForm.mark)).sorted().joined(separator: " ")
    override = own.override
    let slotWords = SlotWords(words, dates)
    slots = (scene.slots ?? []).map { slotWords.choice($0, chosen: form.time) }
    hasSlots = !slots.isEmpty
    slotsTitle = CivilDate(form.date).map { words("times_on", ["day": dates.longDay($0)]) } ?? ""
    slotsNote = scene.slots.map(\.isEmpty) == true ? words("no_times") : nil
    alternatives = scene.alternatives.map { slotWords.offer($0, words: OpsWords(words: words)) }
    hasAlternatives = !alternatives.isEmpty
    fields = scene.fields.map { field in
      FieldView(
        field, scene.bounds?.fields[field.name], answer: form.draft(scene.policy)[field.name],
        error: own.error(field.name), words)
    }
    let contact = scene.fields.filter { [Field.email, Field.phone].contains($0.name) }
    noContact = NewBookingPage.sentence(contact, words)
    hasContact = form.posted?[Field.email] != nil
    isReady = scene.isReady
    button = words(hasWarnings ? "book_all_the_same" : override != nil ? "book_override" : "book_it")
    back = place.address(DashboardPages.path)
  }

  private static func sentence(_ contact: [FormField], _ words: PageWords) -> String? {
    contact.isEmpty || contact.contains(where: \.isRequired) ? nil : words("no_contact_means")
  }
}

/// What is found of a new booking, sorted by where it is said.
private struct NewBookingIssues {
  var lines: [ErrorLine] = []
  var refusals: [String] = []
  var warnings: [Issue]
  var override: OverrideView?
  private let issues: [Issue]
  private let isSent: Bool

  init(_ scene: NewBookingScene) {
    issues = scene.issues
    isSent = scene.isSent
    warnings = scene.issues.filter { $0.severity == .warn }
    override = OverrideView(
      scene.issues, scene.place.role, presets: scene.policy?.overrideReasons ?? [], typed: scene.form.posted,
      error: scene.approvalError, scene.words)
    if scene.policy == nil { lines.append(ErrorLine(target: nil, message: scene.words("no_staff_modes"))) }
    guard override == nil else { return }
    let blocking = issues.filter { $0.severity != .warn }
    guard scene.isSent else {
      refusals = blocking.map(\.message)
      return
    }
    lines += blocking.map { ErrorLine(target: target($0, scene), message: $0.message) }
  }

  /// Nil where there is nothing on the page that it is about.
  private func target(_ issue: Issue, _ scene: NewBookingScene) -> String? {
    guard let field = issue.field else { return nil }
    switch field {
    case Field.time: return scene.form.isNow ? nil : "times"
    case Field.date: return scene.form.isNow ? nil : "field-date"
    case Field.party, "table": return "field-\(field)"
    default: return scene.fields.contains { $0.name == field } ? "field-\(field)" : nil
    }
  }

  func error(_ field: String) -> String? {
    override != nil || !isSent ? nil : issues.first { $0.field == field && $0.severity != .warn }?.message
  }
}

/// Says what starts are like.
private struct SlotWords {
  let words: PageWords
  let dates: PageDates

  init(_ words: PageWords, _ dates: PageDates) {
    self.words = words
    self.dates = dates
  }

  func choice(_ slot: Slot, chosen: String) -> NewBookingPage.SlotChoice {
    let time = dates.time(minute: slot.start.minute)
    let isChosen = slot.start.time == chosen
    let state = state(slot)
    let name = words(
      "slot_name", ["day": dates.dayOnly(slot.start.date), "time": time, "state": words("slot_\(state)")])
    return NewBookingPage.SlotChoice(
      value: slot.start.time, time: time, name: name,
      note: state == "open" ? nil : words.known("slot_\(state)_short") ?? words("slot_\(state)"),
      isChosen: isChosen, isFull: slot.outcome == .refused && !isChosen)
  }

  private func state(_ slot: Slot) -> String {
    switch slot.outcome {
    case .confirmed, .pending:
      slot.issues.contains { $0.severity == .warn } ? "mind" : slot.outcome == .pending ? "pending" : "open"
    case .override: "override"
    case .refused:
      slot.issues.contains { ["capacity_exceeded", "pacing_exceeded"].contains($0.code) }
        ? "full" : slot.issues.contains { $0.code == "past_time" } ? "past" : "closed"
    }
  }

  func offer(_ other: Alternative, words ops: OpsWords) -> NewBookingPage.Offer {
    let when = words(
      "offer_when",
      [
        "day": dates.shortDay(other.start.date), "time": dates.time(minute: other.start.minute),
        "people": ops.party(other.party),
      ])
    return NewBookingPage.Offer(value: "\(other.start) \(other.party)", label: when)
  }
}

extension PageDates {
  /// `Friday 27 November`
  fileprivate func dayOnly(_ date: CivilDate) -> String { day(date, today: date) }
}

extension NewBookingForm {
  func draft(_ policy: Policy?) -> Draft { policy.map { draft($0) } ?? Draft() }
}
