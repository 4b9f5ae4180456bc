/// Service periods, how much each holds, and the seats.
struct SettingsServicesPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var rules: String
  var seats: SettingsInput
  var services: [Service]
  var fresh: Service

  struct Service {
    var key: String
    var scope: String
    var title: String
    /// Whether one of its forms was just posted, and is to be seen again.
    var isOpen: Bool
    var isOtherOpen: Bool
    var summary: String
    var name: SettingsInput
    var opens: SettingsInput
    var closes: SettingsInput
    var covers: SettingsInput
    var parties: SettingsInput
    var days: [Day]
    var wasDays: String
    var daysError: String?
    var others: [Other] = []
    var weekday: SettingsInput
    var date: SettingsInput
    var otherCovers: SettingsInput
    var otherParties: SettingsInput
  }

  struct Day {
    var box: String
    var day: String
    var dayName: String
    var isHeld: Bool
  }

  /// A weekday or a date on which it holds more or less.
  struct Other {
    var on: String
    var shown: String
    var holds: String
    var remove: String
  }

  init(_ look: SettingsLook) {
    (frame, t, chrome) = (look.frame, look.words, look.chrome)
    action = look.address(.services)
    rules = look.place.address("/ops/rules")
    seats = look.typed.input(
      "seats", "seats", look.words("settings_seats"), is: look.setup.restaurant.seats.map(String.init) ?? "",
      help: look.words("settings_seats_help")
    ).typed("text", inputMode: "numeric")
    services = look.setup.schedule.services.map { Service($0, look) }
    fresh = Service(nil, look)
  }
}

extension SettingsServicesPage.Service {
  /// A service's forms; those of one that is not there yet for nil.
  init(_ service: ScheduledService?, _ look: SettingsLook) {
    let (typed, words) = (look.typed, look.words)
    let key = service?.period.key ?? ""
    let scope = service == nil ? "add" : "service-\(key)"
    let hours = service.map { DayHours(opens: $0.period.opens, closes: $0.period.closes) } ?? .closed()
    let times = SettingsTimes.fields(hours)
    func number(_ scope: String, _ name: String, _ stored: Int?) -> SettingsInput {
      typed.input(
        scope, name, words("settings_\(name)"), is: stored.map(String.init) ?? "",
        help: words("settings_unlimited_help")
      ).typed("text", inputMode: "numeric")
    }
    let other = "capacity-\(key)"
    self.init(
      key: key, scope: scope, title: service?.period.name ?? words("settings_service_new"),
      isOpen: typed.scope == scope, isOtherOpen: typed.scope == "capacity-\(key)",
      summary: service.map { Self.summary($0, look) } ?? "",
      name: typed.input(scope, "name", words("settings_service_name_label"), is: service?.period.name ?? ""),
      opens: typed.input(scope, "opens", words("settings_service_opens"), is: times.opens),
      closes: typed.input(scope, "closes", words("settings_service_closes"), is: times.closes),
      covers: number(scope, "covers", service?.capacity.covers),
      parties: number(scope, "parties", service?.capacity.parties),
      days: Self.days(service, scope, look), wasDays: service.map { Self.names($0.weekdays) } ?? "none",
      daysError: typed.faults.first { $0.target == scope + "-days" }?.message,
      others: service.map { Self.others($0, look) } ?? [],
      weekday: typed.choice(
        other, "weekday", words("settings_capacity_weekday"), is: "",
        of: [("", "–")] + Weekday.allCases.map { ($0.rawValue, words("settings_day_\($0.rawValue)")) }),
      date: typed.input(other, "date", words("settings_capacity_date")).typed("date"),
      otherCovers: number(other, "covers", nil), otherParties: number(other, "parties", nil))
  }

  private static func names(_ days: Set<Weekday>) -> String {
    Weekday.allCases.filter(days.contains).map(\.rawValue).joined(separator: ",")
  }

  private static func days(_ service: ScheduledService?, _ scope: String, _ look: SettingsLook)
    -> [SettingsServicesPage.Day]
  {
    let held = service?.weekdays ?? Set(Weekday.allCases)
    return Weekday.allCases.map { day in
      let isTyped = look.typed.scope == scope
      return SettingsServicesPage.Day(
        box: "\(scope)-\(day.rawValue)", day: day.rawValue,
        dayName: look.words("settings_day_\(day.rawValue)"),
        isHeld: isTyped ? look.typed.form?.all("days").contains(day.rawValue) == true : held.contains(day))
    }
  }

  private static func summary(_ service: ScheduledService, _ look: SettingsLook) -> String {
    let span = SettingsTimes.span(service.period.opens, service.period.closes, look.dates, look.words)
    return "\(span) · \(holds(service.capacity, look.words))"
  }

  private static func holds(_ capacity: Capacity, _ words: PageWords) -> String {
    let parts = [
      capacity.covers.map { words.count("settings_holds_covers", $0) },
      capacity.parties.map { words.count("settings_holds_parties", $0) },
    ].compactMap { $0 }
    return parts.isEmpty ? words("settings_unlimited") : parts.joined(separator: ", ")
  }

  private static func others(_ service: ScheduledService, _ look: SettingsLook)
    -> [SettingsServicesPage.Other]
  {
    func other(_ on: String, _ shown: String, _ capacity: Capacity) -> SettingsServicesPage.Other {
      .init(
        on: on, shown: shown, holds: holds(capacity, look.words),
        remove: look.words("settings_usual_again", ["date": shown]))
    }
    let weekdays = Weekday.allCases.compactMap { day in
      service.weekdayCapacity[day].map {
        other(day.rawValue, look.words("settings_day_\(day.rawValue)"), $0)
      }
    }
    let dates = service.dateCapacity.filter { $0.key >= look.today }.sorted { $0.key < $1.key }
    return weekdays + dates.map { other($0.key.description, look.dates.longDay($0.key), $0.value) }
  }
}
