/// The wizard in which guests book. Its steps are the engine's; what is not personal is in addresses, the rest in forms
/// that are answered with the next step. Nothing is kept here between them.
struct GuestPages {
  let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", "/", .prompt { _ in .seeOther("/reserve") }),
      Endpoint("GET", "/reserve", .blocking(list)),
      Endpoint("GET", "/reserve/{slug}", .blocking(show)),
      Endpoint("POST", "/reserve/{slug}", .blocking(advance)),
    ]
  }

  /// Where one can book. Where there is one place only, straight there.
  @Sendable private func list(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.open, exchange.address)
    let restaurants = try services.store.read { try $0.restaurants() }
    let mode = exchange.query["mode"].flatMap { services.isOpenToGuests($0) ? $0 : nil }
    let addresses = restaurants.map {
      PageAddress.of(PageAddress.reserve($0.slug), mode.map { [("mode", $0)] } ?? [])
    }
    if addresses.count == 1 { return .seeOther(addresses[0]) }
    return GuestListPage.reply(services.shell(restaurants.first), restaurants, addresses)
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.open, exchange.address)
    let restaurant = try services.restaurant(slug: exchange.parameter("slug"))
    guard let place = services.guestDoor(restaurant, mode: exchange.query["mode"]) else {
      return GuestUnavailablePage.reply(restaurant, services.shell(restaurant), "guest_closed", status: 404)
    }
    let turn = GuestTurn(services, place, GuestAnswers(exchange.query, place), exchange, form: nil)
    return try turn.guarded {
      guard turn.answers.start != nil, turn.answers.party != nil else { return try turn.times() }
      var shell = turn.shell()
      try shell.run(through: .plan)
      return try turn.page(shell.wizard)
    }
  }

  @Sendable private func advance(_ exchange: Exchange) throws -> Reply {
    let form = try services.form(exchange)
    let step = form[GuestAnswers.Control.step]
    try services.limits.take(step == "book" ? .guestCreate : .open, exchange.address)
    let restaurant = try services.restaurant(slug: exchange.parameter("slug"))
    guard let place = services.guestDoor(restaurant, mode: form[GuestAnswers.Control.mode]) else {
      return GuestUnavailablePage.reply(restaurant, services.shell(restaurant), "guest_closed", status: 404)
    }
    let turn = GuestTurn(services, place, GuestAnswers(form, place), exchange, form: form)
    return try turn.guarded {
      switch step {
      case "times": try turn.times()
      case "edit": try turn.details()
      case "book": try turn.book()
      default: try turn.goOn(showsWhatIsMissing: step == "details")
      }
    }
  }
}

/// One turn of a guest's wizard.
struct GuestTurn {
  let services: WebServices
  let place: GuestDoor
  let answers: GuestAnswers
  let exchange: Exchange
  /// What was posted; nil for a page that was only asked for.
  let form: PostedForm?

  init(
    _ services: WebServices, _ place: GuestDoor, _ answers: GuestAnswers, _ exchange: Exchange,
    form: PostedForm?
  ) {
    (self.services, self.place, self.answers) = (services, place, answers)
    (self.exchange, self.form) = (exchange, form)
  }

  var action: String { PageAddress.reserve(place.restaurant.slug) }

  func shell() -> WizardShell {
    WizardShell(desk: services.desk, caller: .guest, request: answers.request(place))
  }

  /// What a rule that fails has to say is the operator's to read. Guests are told whom to ring, and keep what they typed.
  func guarded(_ work: () throws -> Reply) throws -> Reply {
    do { return try work() } catch is RuleError {
      let again = form.map { form in
        FormView(
          method: "post", action: action,
          hidden: form.pairs.map { HiddenField(name: $0.name, value: $0.value) })
      }
      return GuestUnavailablePage.reply(
        place.restaurant, place.shell, "guest_broken", again: again, status: 422)
    }
  }

  /// Through the plan and the details, as far as the rules let it.
  func goOn(showsWhatIsMissing: Bool) throws -> Reply {
    var shell = shell()
    try shell.run(through: .details)
    // Who comes back with another time, and had not come to the details before, is not told what they lack.
    if shell.wizard.step == .details, !showsWhatIsMissing { return try details() }
    return try page(shell.wizard)
  }

  /// The step that the wizard stands at.
  func page(_ wizard: Wizard) throws -> Reply {
    switch wizard.step {
    case .plan: return try times(wizard.issues)
    case .details: return try details(form == nil ? [] : wizard.issues)
    case .review, .confirmed:
      return review(isPending: wizard.verdict?.outcome == .pending, fields: try fields().0)
    }
  }

  func fields() throws -> ([FormField], FormBounds) {
    try services.guestForm(answers.request(place))
  }

  // MARK: The end

  /// Books, once, however often it is sent: the same browser and the same answers make the same booking. One that has
  /// been cancelled since does not stand in the way of another.
  func book() throws -> Reply {
    for round in 0..<GuestTurn.mostRounds {
      var request = answers.request(place)
      request.idempotencyKey = idempotencyKey(round)
      if let earlier = try services.desk.earlierBooking(by: request, .guest) {
        if earlier.status == .cancelled || earlier.status == .noShow { continue }
        return booked(earlier)
      }
      var shell = WizardShell(desk: services.desk, caller: .guest, request: request)
      try shell.run(through: .details)
      if case .booked(let booking, _)? = try shell.book() { return booked(booking) }
      // The very same may have been booked from another tab meanwhile, and be what this one is refused for.
      if let earlier = try services.desk.earlierBooking(by: request, .guest) { return booked(earlier) }
      return try page(shell.wizard)
    }
    throw Problem.rateLimited(retryAfter: 60)
  }

  private static let mostRounds = 20

  private func booked(_ booking: Booking) -> Reply {
    .seeOther(GuestBookingAddress(booking, services).page)
  }

  /// The browser's own, with everything that is asked for. It does not matter where the browser calls from: a telephone
  /// may change its network between two presses, and nobody else knows the key.
  private func idempotencyKey(_ round: Int) -> String? {
    guard let key = FormKey(exchange, form, services.settings.cookie.isSecure)?.text else { return nil }
    let all = answers.draft.answers
    let said = all.keys.sorted().map { "\($0)\u{1}\(FieldView.text(all[$0]!))" }
    let parts = ["page", key, String(round), place.policy.mode] + said
    return Digest.hex(Digest.sha256(parts.joined(separator: "\u{0}")))
  }
}

/// What a browser is known by while it books: a cookie that scripts cannot read, and, where a browser keeps none, a
/// field of the form.
struct FormKey {
  let text: String

  /// 128 bits that nobody can guess.
  static func random() -> FormKey { FormKey(text: Base64URL.encoded(RandomBytes.make(16))) }

  private init(text: String) { self.text = text }

  /// The cookie counts first: two tabs have the same. Nil where there is neither, or something else in its place.
  init?(_ exchange: Exchange, _ form: PostedForm?, _ isSecure: Bool) {
    let name = FormKey.name(isSecure) + "="
    let cookies = exchange.headers.all("Cookie").flatMap { $0.split(separator: ";") }
      .map { Text.trimmed(String($0)) }
    let found = cookies.first { $0.hasPrefix(name) }.map { String($0.dropFirst(name.count)) }
    let known = [found, form?[GuestAnswers.Control.key]].compactMap { $0 }
    guard let text = known.first(where: { Base64URL.decoded($0)?.count == 16 }) else { return nil }
    self.text = text
  }

  func cookie(_ isSecure: Bool) -> String {
    "\(FormKey.name(isSecure))=\(text); Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }

  private static func name(_ isSecure: Bool) -> String {
    isSecure ? "__Host-booking-form" : "booking-form"
  }
}
