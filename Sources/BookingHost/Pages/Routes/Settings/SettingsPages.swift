/// How a restaurant is set up, for its managers. What a change would strand is shown before it is made, and the same
/// form makes it all the same.
struct SettingsPages {
  private let services: WebServices
  private let control: HouseControl

  init(_ services: WebServices) {
    self.services = services
    control = HouseControl(store: services.store, now: services.desk.environment.now)
  }

  var endpoints: [Endpoint] {
    let parts: [SettingsPart] = [.details, .hours, .closures, .services]
    return parts.flatMap { part in
      [
        Endpoint("GET", part.path, .blocking { try show(part, $0) }),
        Endpoint("POST", part.path, .blocking { try submit(part, $0) }),
      ]
    } + [Endpoint("GET", SettingsPart.history.path, .blocking(history))]
  }

  @Sendable private func show(_ part: SettingsPart, _ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      let place = try services.managedPlace(visitor, exchange)
      return try page(part, place, SettingsTyped(), done: exchange.query["done"])
    }
  }

  @Sendable private func submit(_ part: SettingsPart, _ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.managedPlace(visitor, exchange, changing: true)
      let reading = SettingsForm(form, place, now: control.now())
      do {
        guard let change = try reading.change(part) else {
          return .seeOther(place.address(part.path, [("done", "same")]))
        }
        let outcome = try control.change(
          change, of: place.restaurant.id, consent: reading.consent, by: visitor.caller)
        let done = outcome.differences.isEmpty ? "same" : reading.action
        return .seeOther(place.address(part.path, [("done", done)]))
      } catch let strand as HouseControl.WouldStrand {
        return stranded(strand, part, place, form)
      } catch let faults as SettingsFaults {
        return try page(part, place, reading.typed(faults.all), status: 422)
      } catch let refusal as HouseRefusal {
        return try page(part, place, reading.typed([reading.fault(refusal)]), status: 422)
      }
    }
  }

  private func page(
    _ part: SettingsPart, _ place: OpsPlace, _ typed: SettingsTyped, done: String? = nil, status: Int = 200
  ) throws -> Reply {
    let setup = try control.setup(of: place.restaurant.id, by: place.visitor.caller)
    let chrome = HouseChrome.settings(place, at: part, done: done, faults: typed.faults)
    let look = SettingsLook(place: place, setup: setup, typed: typed, chrome: chrome, now: control.now())
    let html = place.shell.templates
    switch part {
    case .hours: return .page(html.html("settings-hours", SettingsHoursPage(look)), status: status)
    case .closures: return .page(html.html("settings-closures", SettingsClosuresPage(look)), status: status)
    case .services: return .page(html.html("settings-services", SettingsServicesPage(look)), status: status)
    default: return .page(html.html("settings-details", SettingsDetailsPage(look)), status: status)
    }
  }

  private func stranded(
    _ strand: HouseControl.WouldStrand, _ part: SettingsPart, _ place: OpsPlace, _ form: PostedForm
  ) -> Reply {
    let page = SettingsStrandedPage(strand, part, place, form)
    // As the API answers: nothing is wrong with the form, but it stands against something.
    return .page(place.shell.templates.html("settings-stranded", page), status: 409)
  }

  @Sendable private func history(_ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      let place = try services.managedPlace(visitor, exchange)
      let events = try control.history(of: place.restaurant.id, limit: 100, by: visitor.caller)
      return .page(place.shell.templates.html("settings-history", SettingsHistoryPage(events, place)))
    }
  }
}

extension WebServices {
  /// Where a page for managers is. Who may not is told so, and not too many are asked for at once.
  func managedPlace(_ visitor: Visitor, _ exchange: Exchange, changing: Bool = false) throws -> OpsPlace {
    let place = try place(visitor, exchange.query["restaurant"], atLeast: .manager)
    if changing {
      try limits.take(.opsCreate, "\(visitor.staff.id)/\(place.restaurant.slug)")
    } else {
      try limits.take(.opsList, visitor.staff.id)
    }
    return place
  }
}

/// What every page of the settings is drawn from.
struct SettingsLook {
  var place: OpsPlace
  var setup: HouseSetup
  var typed: SettingsTyped
  var chrome: HouseChrome
  var now: Instant

  var words: PageWords { place.shell.words }
  var dates: PageDates { place.shell.dates(setup.restaurant.zone) }
  var today: CivilDate { setup.restaurant.zone.local(now).date }
  var frame: PageFrame { place.frame(title: chrome.title, at: .settings, path: chrome.path) }
  func address(_ part: SettingsPart) -> String { place.address(part.path) }
}
