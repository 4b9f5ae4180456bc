/// Hours by weekday, and the dates that differ.
struct SettingsHoursPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var week: [Day]
  var exceptions: [Exception]
  var date: SettingsInput
  var opens: SettingsInput
  var closes: SettingsInput
  var reason: SettingsInput

  struct Day {
    var name: String
    var opens: SettingsInput
    var closes: SettingsInput
    /// Said where a day closes after midnight, or not at all.
    var note: String?
  }

  struct Exception {
    var date: String
    var shown: String
    var hours: String
    var because: String?
    var remove: String
  }

  init(_ look: SettingsLook) {
    (frame, t, chrome) = (look.frame, look.words, look.chrome)
    action = look.address(.hours)
    week = Weekday.allCases.map { SettingsHoursPage.day($0, look) }
    exceptions = look.setup.schedule.exceptions.filter { $0.key >= look.today }.sorted { $0.key < $1.key }
      .map { SettingsHoursPage.exception($0, $1, look) }
    let (typed, words) = (look.typed, look.words)
    date = typed.input("exception", "date", words("settings_date")).typed("date")
    opens = typed.input("exception", "opens", words("settings_opens"))
    closes = typed.input("exception", "closes", words("settings_closes"))
    reason = typed.input("exception", "reason", words("settings_reason"), help: words("settings_reason_help"))
  }

  private static func day(_ day: Weekday, _ look: SettingsLook) -> Day {
    let hours = look.setup.schedule.weekly[day] ?? .closed()
    let (opens, closes) = SettingsTimes.fields(hours)
    let (words, name) = (look.words, look.words("settings_day_\(day.rawValue)"))
    func input(_ end: String, _ stored: String) -> SettingsInput {
      look.typed.input("week", "\(end)-\(day.rawValue)", "\(name): \(words("settings_\(end)"))", is: stored)
        .withHiddenLabel
    }
    return Day(
      name: name, opens: input("opens", opens), closes: input("closes", closes),
      note: hours.closed
        ? words("settings_closed") : hours.closes > 1440 ? words("settings_next_day") : nil)
  }

  private static func exception(_ date: CivilDate, _ hours: DayHours, _ look: SettingsLook) -> Exception {
    let shown = look.dates.longDay(date)
    return Exception(
      date: date.description, shown: shown, hours: SettingsTimes.words(hours, look.dates, look.words),
      because: hours.label, remove: look.words("settings_usual_again", ["date": shown]))
  }
}

/// Hours as forms and pages write them.
enum SettingsTimes {
  /// As they are typed: `12:00` and `02:00`; empty when closed.
  static func fields(_ hours: DayHours) -> (opens: String, closes: String) {
    guard !hours.closed else { return ("", "") }
    let parts = HoursText.span(hours.opens, hours.closes).split(separator: "-").map(String.init)
    return (parts[0], parts[1])
  }

  /// `12:00 – 23:00`, as the place's people write times.
  static func words(_ hours: DayHours, _ dates: PageDates, _ words: PageWords) -> String {
    guard !hours.closed else { return words("settings_closed") }
    return span(hours.opens, hours.closes, dates, words)
  }

  static func span(_ opens: Int, _ closes: Int, _ dates: PageDates, _ words: PageWords) -> String {
    let span = "\(dates.time(minute: opens)) – \(dates.time(minute: closes))"
    return closes > 1440 ? "\(span) (\(words("settings_next_day")))" : span
  }
}
