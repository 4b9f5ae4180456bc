/// Who works at the restaurant: asked in, given another role, let go, and given a link to set a password with.
struct SettingsStaffPages {
  private let services: WebServices
  private let control: StaffControl

  init(_ services: WebServices) {
    self.services = services
    let environment = services.desk.environment
    control = StaffControl(store: services.store, now: environment.now, newID: environment.uuid)
  }

  var endpoints: [Endpoint] {
    let path = SettingsPart.staff.path
    return [Endpoint("GET", path, .blocking(show)), Endpoint("POST", path, .blocking(submit))]
  }

  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.opsPage(exchange) { visitor in
      let place = try services.managedPlace(visitor, exchange)
      return try page(place, SettingsTyped(), done: exchange.query["done"])
    }
  }

  @Sendable private func submit(_ exchange: Exchange) throws -> Reply {
    try services.opsForm(exchange) { visitor, form in
      let place = try services.managedPlace(visitor, exchange, changing: true)
      let reading = SettingsForm(form, place, now: control.now())
      do {
        return try act(reading, place, exchange)
      } catch let faults as SettingsFaults {
        return try page(place, reading.typed(faults.all), status: 422)
      } catch let refusal as HouseRefusal {
        return try page(place, reading.typed([reading.fault(refusal)]), status: 422)
      } catch let error as HostError where error.code == .notFound {
        // Somebody else was quicker.
        return .seeOther(place.address(SettingsPart.staff.path, [("done", "same")]))
      }
    }
  }

  private func act(_ reading: SettingsForm, _ place: OpsPlace, _ exchange: Exchange) throws -> Reply {
    let (form, name, caller) = (reading.form, place.restaurant.id, place.visitor.caller)
    let who = form["key"] ?? ""
    switch reading.action {
    case "invite": return try invite(reading, place, exchange)
    case "role": _ = try control.setRole(try role(reading), of: who, at: name, by: caller)
    case "revoke":
      let gone = try control.revoke(who, at: name, by: caller)
      // Who has taken themselves off can see nothing of it any more.
      if gone.staff.id == place.visitor.staff.id { return .seeOther("/ops") }
    case "link":
      let (member, link) = try control.passwordLink(for: who, at: name, by: caller, services.keyedHash)
      return try page(place, SettingsTyped(), link: (member.staff.email, address(link, exchange)))
    default: throw Problem.malformed("The form does not say what to do.", field: "do")
    }
    return .seeOther(place.address(SettingsPart.staff.path, [("done", reading.action)]))
  }

  private func invite(_ reading: SettingsForm, _ place: OpsPlace, _ exchange: Exchange) throws -> Reply {
    let (name, caller) = (place.restaurant.id, place.visitor.caller)
    guard let email = reading.form["email"] else { throw reading.fault("email", "settings_email_missing") }
    let member = try control.invite(email, as: role(reading), to: name, by: caller)
    // Who has a password has no use for a link; who works elsewhere too may have to get it there.
    let made =
      member.canSignIn
      ? nil
      : try? control.passwordLink(for: member.staff.id, at: name, by: caller, services.keyedHash)
    guard let made else {
      return .seeOther(place.address(SettingsPart.staff.path, [("done", "invite")]))
    }
    return try page(place, SettingsTyped(), link: (member.staff.email, address(made.link, exchange)))
  }

  private func role(_ reading: SettingsForm) throws -> Role {
    if let role = reading.form["role"].flatMap(Role.init(rawValue:)), role != .none { return role }
    throw reading.fault("role", "settings_role_missing")
  }

  /// The whole address, as it is passed on.
  private func address(_ link: PasswordLink, _ exchange: Exchange) -> String {
    services.ownAddress(exchange) + WelcomePages.path + "?token=" + link.text
  }

  private func page(
    _ place: OpsPlace, _ typed: SettingsTyped, done: String? = nil,
    link: (email: String, address: String)? = nil,
    status: Int = 200
  ) throws -> Reply {
    let members = try control.members(of: place.restaurant.id, by: place.visitor.caller)
    let page = SettingsStaffPage(members, place, typed, done: done, link: link)
    let reply = Reply.page(place.shell.templates.html("settings-staff", page), status: status)
    return link == nil ? reply : reply.uncached
  }
}

extension WebServices {
  /// Where browsers reach this server: as it was said, else as this one has reached it.
  func ownAddress(_ exchange: Exchange) -> String {
    settings.publicURL ?? "http://" + (exchange.headers["Host"] ?? settings.host)
  }
}

extension Reply {
  /// The same, kept by nobody: what is shown once is not to be had by going back.
  var uncached: Reply {
    var reply = self
    reply.headers.removeAll { $0.name == "Cache-Control" }
    return reply.with("Cache-Control", "no-store")
  }
}

struct SettingsStaffPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var members: [Row]
  var invitee: SettingsInput
  var inviteeRole: SettingsInput
  var link: Link?
  var isOwner: Bool

  struct Row {
    var key: String
    var who: String
    var roleName: String
    var isSelf: Bool
    var lacksPassword: Bool
    /// For owners.
    var newRole: SettingsInput?
    var mayGo: Bool
    var wrong: String?
    var changeName: String
    var linkName: String
    var removeName: String
  }

  struct Link {
    var lead: String
    var address: String
  }

  init(
    _ all: [Member], _ place: OpsPlace, _ typed: SettingsTyped, done: String?,
    link: (email: String, address: String)?
  ) {
    let words = place.shell.words
    chrome = .settings(place, at: .staff, done: done, faults: typed.faults)
    (frame, t) = (place.frame(title: chrome.title, at: .settings, path: chrome.path), words)
    action = place.address(SettingsPart.staff.path)
    isOwner = place.role == .owner
    let roles = Role.ofStaff.filter { $0 <= place.role }.map {
      ($0.rawValue, words("settings_role_\($0.rawValue)"))
    }
    members = all.map { member in
      let (id, email) = (member.staff.id, member.staff.email)
      let role = typed.choice(
        "role-\(id)", "role", words("settings_new_role", ["who": email]), is: member.role.rawValue, of: roles)
      return Row(
        key: id, who: email, roleName: words("settings_role_\(member.role.rawValue)"),
        isSelf: id == place.visitor.staff.id, lacksPassword: !member.canSignIn,
        newRole: place.role == .owner ? role.withHiddenLabel : nil, mayGo: member.role <= place.role,
        wrong: typed.scope.flatMap { $0.hasSuffix("-" + id) ? typed.faults.first?.message : nil },
        changeName: words("settings_role_change_named", ["who": email]),
        linkName: words("settings_link_named", ["who": email]),
        removeName: words("settings_revoke_named", ["who": email]))
    }
    invitee = typed.input("invite", "email", words("settings_invite_email"))
      .typed("email", inputMode: "email")
    inviteeRole = typed.choice(
      "invite", "role", words("settings_invite_role"), is: "host", of: roles,
      help: words("settings_invite_role_help"))
    self.link = link.map {
      Link(
        lead: words("settings_link_lead", ["who": $0.email, "hours": String(PasswordLink.hours)]),
        address: $0.address)
    }
  }
}
