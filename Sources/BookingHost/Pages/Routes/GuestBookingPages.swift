/// A guest's own booking: to see, change and cancel it. Whoever has the token of its address is its guest; opening an
/// address changes nothing, as programs that read mail open them too.
struct GuestBookingPages {
  let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    let path = "/booking/{reference}"
    return [
      Endpoint("GET", path, .blocking(show)),
      Endpoint("GET", path + "/time", .blocking { try opened($0) { try $0.times() } }),
      Endpoint("POST", path + "/time", .blocking { try posted($0) { try $0.move($1) } }),
      Endpoint("GET", path + "/details", .blocking { try opened($0) { try $0.details() } }),
      Endpoint("POST", path + "/details", .blocking { try posted($0) { try $0.change($1) } }),
      Endpoint("GET", path + "/cancel", .blocking { try opened($0) { $0.cancellation() } }),
      Endpoint("POST", path + "/cancel", .blocking { try posted($0) { try $0.cancel($1) } }),
      Endpoint("GET", path + "/calendar.ics", .blocking(calendar)),
    ]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    let visit = try visit(exchange)
    return visit.page(said: exchange.query["said"])
  }

  /// A page that leads to a change, where there is still something to change.
  private func opened(_ exchange: Exchange, _ work: (GuestBookingVisit) throws -> Reply) throws -> Reply {
    let visit = try visit(exchange)
    guard visit.isOpen else { return .seeOther(visit.addresses.page) }
    return try visit.guarded { try work(visit) }
  }

  private func posted(
    _ exchange: Exchange, _ work: (GuestBookingVisit, PostedForm) throws -> Reply
  ) throws -> Reply {
    let form = try services.form(exchange)
    try services.limits.take(.guestCreate, exchange.address)
    let visit = try visit(exchange)
    return try visit.guarded {
      do { return try work(visit, form) } catch is VersionConflict {
        return .seeOther(visit.addresses.page(saying: "stale"))
      }
    }
  }

  @Sendable private func calendar(_ exchange: Exchange) throws -> Reply {
    let visit = try visit(exchange)
    guard visit.booking.status != .pending else { return .seeOther(visit.addresses.page) }
    return Reply.text(visit.calendar.text, type: "text/calendar; charset=utf-8")
      .with("Content-Disposition", "attachment; filename=\"\(visit.booking.reference).ics\"")
  }

  private func visit(_ exchange: Exchange) throws -> GuestBookingVisit {
    let booking = try services.ownBooking(exchange)
    guard let restaurant = try services.store.read({ try $0.restaurant(id: booking.restaurant.id) }) else {
      throw Problem.bookingUnknown
    }
    return GuestBookingVisit(services, booking, restaurant, exchange)
  }
}

extension WebServices {
  /// The booking that an address names, for whoever has its token: one answer for a booking that is not there and for
  /// one that is not theirs. Throws `Problem`.
  func ownBooking(_ exchange: Exchange) throws -> Booking {
    try limits.take(.guestLookUp, exchange.address)
    let booking = try store.read { try $0.booking(reference: exchange.parameter("reference")) }
    let token = exchange.headers[GuestBookingRoutes.tokenHeader] ?? exchange.query["token"] ?? ""
    guard let booking, Digest.equal(Array(manageToken(booking).utf8), Array(token.utf8)) else {
      throw Problem.bookingUnknown
    }
    return booking
  }
}

extension Problem {
  static let bookingUnknown = Problem(
    404, "booking_unknown", "There is no such booking, or this is not its token.")
}

/// The addresses of a guest's own booking.
struct GuestBookingAddress {
  private let base: String
  private let token: String

  init(_ booking: Booking, _ services: WebServices) {
    base = "/booking/\(PercentCode.encoded(booking.reference))"
    token = services.manageToken(booking)
  }

  var page: String { address("") }
  func page(saying word: String) -> String { address("", [("said", word)]) }
  var time: String { address("/time") }
  var details: String { address("/details") }
  var cancel: String { address("/cancel") }
  var calendar: String { address("/calendar.ics") }

  /// For forms that are sent with GET: their own fields take the place of the address's.
  var timePath: String { base + "/time" }
  var tokenField: HiddenField { HiddenField(name: "token", value: token) }

  func time(_ plan: GuestAnswers) -> String { address("/time", plan.query()) }

  private func address(_ path: String, _ more: [(String, String)] = []) -> String {
    PageAddress.of(base + path, [("token", token)] + more)
  }
}

/// A guest at their own booking.
struct GuestBookingVisit {
  let services: WebServices
  let booking: Booking
  let restaurant: Restaurant
  let exchange: Exchange
  let shell: PageShell
  let addresses: GuestBookingAddress

  init(_ services: WebServices, _ booking: Booking, _ restaurant: Restaurant, _ exchange: Exchange) {
    (self.services, self.booking, self.restaurant) = (services, booking, restaurant)
    self.exchange = exchange
    shell = services.shell(restaurant)
    addresses = GuestBookingAddress(booking, services)
  }

  var words: PageWords { shell.words }
  var caller: Caller { .holder(ofBooking: booking.id) }
  var now: Instant { services.desk.environment.now() }
  /// Whether there is still something to press.
  var isOpen: Bool { booking.isOpenToItsGuest(at: now) }
  var today: CivilDate { restaurant.zone.local(now).date }

  /// By whose rules a change is decided; nil where no mode is for guests.
  var place: GuestDoor? {
    services.desk.modeForChanges(of: booking).flatMap { services.desk.rules.policy($0) }.map {
      GuestDoor(restaurant: restaurant, policy: $0, shell: shell, today: today)
    }
  }

  var when: String {
    let dates = shell.dates(booking.zone)
    return words.count(
      "guest_when", booking.party,
      [
        "day": dates.day(booking.start.date, today: today), "time": dates.time(minute: booking.start.minute),
      ])
  }

  func guarded(_ work: () throws -> Reply) throws -> Reply {
    do { return try work() } catch is RuleError {
      return GuestUnavailablePage.reply(restaurant, shell, "guest_broken", status: 422)
    }
  }

  func frame(_ title: String) -> PageFrame {
    shell.frame(
      title: title, heading: restaurant.name, home: PageAddress.reserve(restaurant.slug))
  }

  func form(_ action: String) -> FormView {
    FormView(
      method: "post", action: action,
      hidden: [HiddenField(name: GuestAnswers.Control.version, value: String(booking.version))])
  }

  /// The version that the guest saw.
  func version(_ form: PostedForm) -> Int? { form[GuestAnswers.Control.version].flatMap { Int($0) } }

  // MARK: Cancelling

  func cancellation(_ issues: [Issue] = []) -> Reply {
    let reasons = issues.filter { $0.severity != .warn }.map { issue in
      GuestErrorView(message: message(issue))
    }
    let title = words("guest_cancel_title")
    let page = GuestCancelPage(
      frame: frame(title), t: words, when: when, refusal: reasons.isEmpty ? nil : .init(reasons: reasons),
      form: form(addresses.cancel), back: addresses.page, phone: GuestPhone(restaurant))
    return .page(shell.templates.html("guest-cancel", page), status: reasons.isEmpty ? 200 : 422)
  }

  private func message(_ issue: Issue) -> String {
    if let place { return GuestIssueWords(place).message(issue) }
    return issue.code == RuleError.decisionCode ? words("guest_broken_detail") : issue.message
  }

  /// Pressing it twice cancels once.
  func cancel(_ form: PostedForm) throws -> Reply {
    guard isOpen else { return .seeOther(addresses.page) }
    let request = StepRequest(reference: booking.reference, step: .to(.cancelled), version: version(form))
    switch try services.desk.take(request, by: caller) {
    case .made: return .seeOther(addresses.page)
    case .refused(let refusal): return cancellation(refusal.issues)
    }
  }

  // MARK: Changing

  /// The details, as the mode asks them. Terms have been accepted, and stay so.
  func details(_ issues: [Issue] = [], typed: [String: Answer]? = nil) throws -> Reply {
    guard let place else { return ringing }
    let (fields, bounds) = try questions(place)
    let views = place.views(fields, bounds, typed ?? Draft(booking).answers, issues)
    let errors = place.errors(issues, views)
    let title = words("guest_change_details")
    let page = GuestChangePage(
      frame: frame(errors.isEmpty ? title : words("guest_error_title", ["title": title])), t: words,
      when: when,
      hasErrors: !errors.isEmpty, errors: errors, form: form(addresses.details), fields: views,
      back: addresses.page, phone: GuestPhone(restaurant))
    return .page(shell.templates.html("guest-change", page), status: errors.isEmpty ? 200 : 422)
  }

  private func questions(_ place: GuestDoor) throws -> ([FormField], FormBounds) {
    let request = BookingRequest(
      restaurant: restaurant.slug, mode: place.policy.mode, draft: Draft(booking))
    let (fields, bounds) = try services.guestForm(request)
    return (fields.filter { $0.name != Field.terms && $0.name != Field.bookingType }, bounds)
  }

  var ringing: Reply {
    GuestUnavailablePage.reply(restaurant, shell, "guest_closed", status: 404)
  }

  func change(_ form: PostedForm) throws -> Reply {
    guard isOpen else { return .seeOther(addresses.page) }
    guard let place else { return ringing }
    var typed: [String: Answer] = [:]
    var changes: [String: Answer?] = [:]
    for field in try questions(place).0 {
      // A box that is not ticked is not sent; any other question that was not asked stays as it was.
      guard form.has(field.name) || field.type == .boolean else { continue }
      let answer = form[field.name].flatMap { GuestAnswers.answer($0, to: field.type) }
      typed[field.name] = answer
      let isUnsaid = booking.seating == nil && field.name == Field.seating && answer == field.fallback
      if !isUnsaid { changes[field.name] = .some(answer) }
    }
    switch try take(changes, form) {
    case .made: return .seeOther(addresses.page(saying: "changed"))
    case .refused(let refusal): return try details(refusal.issues, typed: typed)
    }
  }

  private func take(_ changes: [String: Answer?], _ form: PostedForm) throws -> StepResult {
    let request = ChangeRequest(reference: booking.reference, answers: changes, version: version(form))
    return try services.desk.change(request, by: caller)
  }

  /// Another time or party, by the times that the day still has, this booking itself left out.
  func times(_ chosen: GuestAnswers? = nil, _ issues: [Issue] = []) throws -> Reply {
    guard let place else { return ringing }
    let (_, bounds) = try questions(place)
    let asked = GuestAnswers(exchange.query, place)
    var answers = chosen ?? asked
    answers.others =
      place.fields.contains { $0.name == Field.seating } && booking.seating != nil
      ? [Field.seating: .text(booking.seating!)] : [:]
    answers.party = answers.party ?? (asked.unreadable.contains(Field.party) ? nil : booking.party)
    answers.start = answers.start ?? booking.start
    answers.day = answers.day ?? asked.day
    if answers.day == nil, !asked.unreadable.contains(Field.date) { answers.day = booking.serviceDate }
    return try times(place, bounds, answers, issues)
  }

  private func times(
    _ place: GuestDoor, _ bounds: FormBounds, _ answers: GuestAnswers, _ issues: [Issue]
  ) throws -> Reply {
    let addresses = addresses
    var slots = form(addresses.time)
    if let party = answers.party { slots.hidden.append(HiddenField(name: Field.party, value: String(party))) }
    if let day = answers.day { slots.hidden.append(HiddenField(name: Field.date, value: day.description)) }
    let question = GuestTimesQuestion(
      services: services, place: place, answers: answers, bounds: bounds, changing: booking,
      address: issues.isEmpty ? { addresses.time($0) } : nil, picks: slots)
    let times = try question.times(issues)
    let draft = GuestTimesDraft(place: place, bounds: bounds, answers: answers)
    let quick = draft.quickDays { addresses.time($0) }
    let title = words("guest_change_time_title")
    let page = GuestTimesPage(
      frame: frame(title), t: words, steps: [], title: title, takesFocus: times.refusal == nil,
      days: FormView(method: "get", action: addresses.timePath, hidden: [addresses.tokenField]), slots: slots,
      date: draft.date, firstDate: draft.first, lastDate: draft.last, parties: draft.parties,
      hasParties: !draft.parties.isEmpty, party: String(draft.party), more: draft.more, questions: [],
      quickDays: quick, hasQuickDays: !quick.isEmpty, times: times, choose: words("guest_change_time_choose"),
      slotName: GuestAnswers.Control.start, phone: GuestPhone(restaurant), back: addresses.page)
    return .page(shell.templates.html("guest-times", page), status: issues.isEmpty ? 200 : 422)
  }

  func move(_ form: PostedForm) throws -> Reply {
    guard isOpen else { return .seeOther(addresses.page) }
    guard let place else { return ringing }
    let chosen = GuestAnswers(form, place)
    guard let start = chosen.start, let party = chosen.party else { return try times(chosen) }
    let changes: [String: Answer?] = [
      Field.date: .text(start.date.description), Field.time: .text(start.time), Field.party: .integer(party),
    ]
    switch try take(changes, form) {
    case .made: return .seeOther(addresses.page(saying: "changed"))
    case .refused(let refusal): return try times(chosen, refusal.issues)
    }
  }
}
