/// Parties who wait for a table, as the dashboard shows them and as staff see to them there.
struct WaitlistPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  static let path = "/ops/waitlist"

  var endpoints: [Endpoint] {
    [
      Endpoint("POST", WaitlistPages.path, .blocking(add)),
      Endpoint("POST", WaitlistPages.path + "/{entry}", .blocking(step)),
    ]
  }

  @Sendable private func add(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.place(visitor, form["restaurant"])
      let draft = Draft(
        party: form["party"].map { .text($0) }, name: form["name"].map { .text($0) },
        email: form["email"].map { .text($0) }, phone: form["phone"].map { .text($0) })
      try services.limits.take(.opsCreate, "\(visitor.staff.id)/\(place.restaurant.id)")
      let request = WaitRequest(restaurant: place.restaurant.id, draft: draft)
      switch try services.desk.wait(request, by: visitor.caller) {
      case .added: return .seeOther(WaitlistPages.back(place))
      case .refused(let refusal): return WaitlistRefusedPage.reply(place, refusal, form)
      }
    }
  }

  @Sendable private func step(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.place(visitor, form["restaurant"])
      guard let step = form["step"].flatMap({ WaitlistStep(rawValue: $0) }) else {
        throw Problem.malformed("This is no step of a party that waits.", field: "step")
      }
      try services.limits.take(.opsCreate, visitor.staff.id)
      let request = WaitlistStepRequest(
        exchange.parameter("entry"), restaurant: place.restaurant.id, step: step, table: form["table"],
        overrideReason: form["reason"], version: form["seen"].flatMap { Text.wholeNumber($0) })
      do {
        switch try services.desk.take(request, by: visitor.caller) {
        case .made(_, let booking): return .seeOther(WaitlistPages.back(place, booking))
        case .refused(let refusal):
          return WaitlistRefusedPage.reply(place, refusal, form, entry: exchange.parameter("entry"))
        }
      } catch let conflict as VersionConflict {
        let issue = Issue(code: VersionConflict.code, message: conflict.message)
        return WaitlistRefusedPage.reply(place, Refusal(issues: [issue], isOverridable: false), form)
      }
    }
  }

  /// The line on the dashboard, or the booking that a party was seated with.
  static func back(_ place: OpsPlace, _ booking: Booking? = nil) -> String {
    place.address(DashboardPages.path) + "#" + (booking?.reference ?? "waitlist")
  }
}

/// Why a party cannot wait, or cannot be seated; what was typed is there to be sent again.
struct WaitlistRefusedPage {
  var frame: PageFrame
  var t: PageWords
  var address: String
  var back: String
  var issues: [String]
  var fields: [HiddenField]
  /// Whether a reason could let it pass.
  var mayOverride: Bool

  static func reply(
    _ place: OpsPlace, _ refusal: Refusal, _ form: PostedForm, entry: String? = nil
  ) -> Reply {
    let words = place.shell.words
    let page = WaitlistRefusedPage(
      frame: place.frame(title: words("waitlist_refused"), at: nil), t: words,
      address: WaitlistPages.path + (entry.map { "/" + PercentCode.encoded($0) } ?? ""),
      back: WaitlistPages.back(place), issues: refusal.issues.map(\.message),
      fields: form.pairs.filter { $0.name != "csrf" && $0.name != "reason" }
        .map { HiddenField(name: $0.name, value: $0.value) },
      mayOverride: refusal.isOverridable && entry != nil)
    return .page(place.shell.templates.html("waitlist-refused", page), status: 422)
  }
}

/// The line, as the dashboard shows it.
struct WaitlistView {
  var t: PageWords
  var restaurant: String
  var csrf: String?
  var parties: [Party]
  var isEmpty: Bool

  struct Party {
    var id: String
    /// `W7`
    var code: String
    var address: String
    var name: String
    var people: String
    var since: String
    var status: String
    var tone: String
    var phone: String?
    var notes: String?
    var version: Int
    var steps: [Step]
    var restaurant: String
    var csrf: String?
  }

  struct Step {
    var step: String
    var label: String
    var isMain: Bool
  }

  init(_ waitlist: Waitlist, _ place: OpsPlace, _ dates: PageDates) {
    let words = place.shell.words
    t = words
    restaurant = place.restaurant.slug
    csrf = place.visitor.csrfToken
    let open = waitlist.places.map(\.entry).filter(\.state.isOpen)
    parties = open.map { WaitlistView.party($0, waitlist.now, place, dates) }
    isEmpty = open.isEmpty
  }

  private static func party(
    _ entry: WaitlistEntry, _ now: Instant, _ place: OpsPlace, _ dates: PageDates
  ) -> Party {
    let words = place.shell.words
    let isOverdue = entry.isOverdue(now)
    let status = entry.state == .waiting ? "waiting" : isOverdue ? "overdue" : "called"
    let steps = WaitlistStep.allCases.filter { (try? $0.state(of: entry)) != nil }
    return Party(
      id: "wait-" + entry.code, code: entry.code, address: WaitlistPages.path + "/" + entry.id,
      name: entry.name, people: words.count("people", entry.party),
      since: words(
        "waitlist_since",
        ["time": dates.time(entry.addedAt), "minutes": String(entry.quotedMinutes)]),
      status: words("waitlist_\(status)"), tone: isOverdue ? "bad" : entry.state == .called ? "good" : "",
      phone: entry.phone, notes: entry.notes, version: entry.version,
      steps: steps.map {
        Step(
          step: $0.rawValue, label: words("waitlist_\($0.rawValue)"),
          isMain: $0 == (entry.state == .called ? .seat : .call))
      },
      restaurant: place.restaurant.slug, csrf: place.visitor.csrfToken)
  }
}
