/// A settings form, read into the change that it asks for.
struct SettingsForm {
  let form: PostedForm
  let place: OpsPlace
  let now: Instant

  init(_ form: PostedForm, _ place: OpsPlace, now: Instant) {
    (self.form, self.place, self.now) = (form, place, now)
  }

  var words: PageWords { place.shell.words }
  /// Which of a page's forms it is: `week`, `service`.
  var action: String { form["do"] ?? "" }

  /// The action, and which of several things it is about: `service-dinner`.
  var scope: String { form["key"].map { "\(action)-\($0)" } ?? action }

  /// Which bookings somebody has seen and lets be stranded.
  var consent: HouseControl.Consent {
    switch form[SettingsForm.agreed] {
    case nil: .none
    case SettingsForm.agreedToAll: .any
    case let ids?: .these(Set(ids.split(separator: " ").map(String.init)))
    }
  }

  static let agreed = "agreed"
  static let agreedToAll = "all"

  func typed(_ faults: [SettingsFault]) -> SettingsTyped {
    SettingsTyped(form: form, scope: scope, faults: faults)
  }

  /// A refusal at the field it is about.
  func fault(_ refusal: HouseRefusal) -> SettingsFault {
    let said = words.known("settings_refused_\(refusal.code)") ?? refusal.message
    // What is one press has no field to be at.
    if SettingsForm.presses.contains(action) { return SettingsFault(target: nil, message: said) }
    let name = ["hours": "opens", "service": "name", "staff": "role"][refusal.field] ?? refusal.field
    return SettingsFault(target: "\(scope)-\(name)", message: said)
  }

  private static let presses: Set<String> = ["usual", "open", "remove", "revoke", "link"]

  func fault(_ name: String, _ key: String, _ values: [String: String] = [:]) -> SettingsFaults {
    SettingsFaults(all: [SettingsFault(target: "\(scope)-\(name)", message: words(key, values))])
  }

  // MARK: Reading

  /// What stands in a field, and nothing where it is as it was when the page was made: two managers who change
  /// different things at once do not undo each other's.
  func changed(_ name: String) -> String? {
    let text = form[name] ?? ""
    guard form.has(name), text != form["was." + name] ?? "" else { return nil }
    return text
  }

  func limit(_ name: String) throws -> LimitEdit {
    guard let text = changed(name).map(Text.trimmed) else { return .keep }
    if text.isEmpty { return .unlimited }
    guard let number = Text.wholeNumber(text) else { throw fault(name, "settings_number") }
    return .most(number)
  }

  var capacity: CapacityEdit {
    get throws { CapacityEdit(covers: try limit("covers"), parties: try limit("parties")) }
  }

  /// The hours of two fields, closed when both are empty. Throws `SettingsFaults`.
  func hours(_ opensName: String, _ closesName: String) throws -> DayHours {
    let (opens, closes) = (form[opensName] ?? "", form[closesName] ?? "")
    if Text.isBlank(opens), Text.isBlank(closes) { return .closed() }
    if Text.isBlank(opens) { throw fault(opensName, "settings_hours_half") }
    if Text.isBlank(closes) { throw fault(closesName, "settings_hours_half") }
    if let hours = HoursText.read("\(opens)-\(closes)") { return hours }
    let (name, text) =
      HoursText.read("\(opens)-00:00") == nil ? (opensName, opens) : (closesName, closes)
    throw timeFault(name, text)
  }

  func timeFault(_ name: String, _ text: String) -> SettingsFaults {
    let halves = HumanTime.eitherHalf(text)
    guard halves.count == 2 else { return fault(name, "settings_time_wrong") }
    return fault(
      name, "settings_time_half",
      ["text": Text.trimmed(text), "first": ClockTime.text(halves[0]), "second": ClockTime.text(halves[1])])
  }
}

extension SettingsForm {
  /// The change that a page's form asks for; nil where everything is as it was.
  func change(_ part: SettingsPart) throws -> HouseChange? {
    switch (part, action) {
    case (.details, "details"): return details
    case (.hours, "week"): return try week()
    case (.hours, "exception"): return .exception(try date("date"), try exceptionHours())
    case (.hours, "usual"): return .exception(try date("date"), nil)
    case (.closures, "close"): return try closingNow()
    case (.closures, "close-between"): return try closing()
    case (.closures, "open"):
      guard let id = form["key"].flatMap(Text.wholeNumber) else { break }
      return .open(.closure(id))
    case (.services, _): if let change = try serviceChange() { return change }
    default: break
    }
    if part == .services, action == "service" { return nil }
    throw Problem.malformed("The form does not say what to do.", field: "do")
  }

  private var details: HouseChange? {
    let edit = DetailsEdit(
      name: changed("name"), timezone: changed("timezone"), phone: changed("phone"),
      email: changed("email"), address: changed("address"), locale: changed("locale"))
    return edit == DetailsEdit() ? nil : .details(edit)
  }

  private func week() throws -> HouseChange? {
    var week: [Weekday: DayHours] = [:]
    var faults: [SettingsFault] = []
    for day in Weekday.allCases {
      let names = ("opens-\(day.rawValue)", "closes-\(day.rawValue)")
      guard changed(names.0) != nil || changed(names.1) != nil else { continue }
      do { week[day] = try hours(names.0, names.1) } catch let wrong as SettingsFaults {
        faults += wrong.all
      }
    }
    if !faults.isEmpty { throw SettingsFaults(all: faults) }
    return week.isEmpty ? nil : .weekly(week)
  }

  private func exceptionHours() throws -> DayHours {
    var hours = try hours("opens", "closes")
    hours.label = form["reason"]
    return hours
  }

  func date(_ name: String) throws -> CivilDate {
    let today = place.restaurant.zone.local(now).date
    guard let date = form[name].flatMap({ HumanDate.read($0, today: today) }) else {
      throw fault(name, "settings_date_wrong")
    }
    return date
  }

  // MARK: Closures

  private func closingNow() throws -> HouseChange {
    guard let minutes = form["minutes"].flatMap(Text.wholeNumber), (1...1440).contains(minutes) else {
      throw fault("minutes", "settings_minutes_wrong")
    }
    return .close(from: now, to: now.adding(minutes: minutes), reason: form["reason"])
  }

  private func closing() throws -> HouseChange {
    let from = try moment("from", after: nil)
    let end = try moment("to", after: from)
    return .close(from: from, to: end, reason: form["reason"])
  }

  /// A date and a time. A date alone is all of it; a time alone is today's, or the next after the beginning.
  private func moment(_ name: String, after earliest: Instant?) throws -> Instant {
    let zone = place.restaurant.zone
    let (day, time) = (form[name], form[name + "-time"].map(Text.trimmed) ?? "")
    guard day != nil || !time.isEmpty else {
      if earliest == nil { return now }
      throw fault(name, "settings_moment_missing")
    }
    let date = try day.map { _ in try self.date(name) }
    if time.isEmpty, let date { return zone.beginning(of: earliest == nil ? date : date.adding(days: 1)) }
    guard HumanTime.minute(time) != nil else { throw timeFault(name + "-time", time) }
    let text = [date?.description, time].compactMap { $0 }.joined(separator: " ")
    guard let moment = MomentText.read(text, zone: zone, now: now, after: earliest) else {
      throw fault(name + "-time", "settings_moment_skipped")
    }
    return moment
  }

  // MARK: Services

  private func serviceChange() throws -> HouseChange? {
    let key = form["key"] ?? ""
    switch action {
    case "seats":
      switch try limit("seats") {
      case .keep: return .seats(place.restaurant.seats)
      case .unlimited: return .seats(nil)
      case .most(let seats): return .seats(seats)
      }
    case "service":
      let edit = try serviceEdit()
      return edit == ServiceEdit() ? nil : .service(key: key, edit)
    case "add": return .service(key: try newKey(), try serviceEdit())
    case "remove": return .removeService(key: key)
    case "capacity": return .capacity(key: key, try capacityDay(), try capacity)
    case "usual": return .capacity(key: key, try CapacityDay(reading: form["on"] ?? ""), nil)
    default: return nil
    }
  }

  private func serviceEdit() throws -> ServiceEdit {
    var edit = ServiceEdit(name: changed("name"), capacity: try capacity)
    let days = form.all("days").joined(separator: ",")
    if form["was.days"] != days { edit.weekdays = days.isEmpty ? [] : WeekdayText.read(days) }
    if changed("opens") != nil || changed("closes") != nil {
      let hours = try hours("opens", "closes")
      if hours.closed { throw fault("opens", "settings_service_hours") }
      edit.hours = hours
    }
    return edit
  }

  /// A key that no service has, made of the name: rules name services by it.
  private func newKey() throws -> String {
    guard let name = form["name"].map(Text.trimmed), !name.isEmpty else {
      throw fault("name", "settings_service_name")
    }
    let plain = name.lowercased().unicodeScalars.map {
      ("a"..."z").contains($0) || ("0"..."9").contains($0) ? Character($0) : "_"
    }
    let parts = String(plain).split(separator: "_").joined(separator: "_")
    let key = parts.first?.isLetter == true ? String(parts.prefix(40)) : "service_" + parts.prefix(30)
    return key == "none" ? "service_none" : key
  }

  private func capacityDay() throws -> CapacityDay {
    if form["date"] != nil { return .date(try date("date")) }
    guard let day = form["weekday"].flatMap({ Weekday(rawValue: $0) }) else {
      throw fault("date", "settings_capacity_day")
    }
    return .weekday(day)
  }
}
