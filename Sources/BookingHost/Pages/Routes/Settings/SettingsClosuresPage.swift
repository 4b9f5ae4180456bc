/// Closures: now for a while, from then to then, and which there are.
struct SettingsClosuresPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var minutes: SettingsInput
  var nowReason: SettingsInput
  var from: SettingsInput
  var fromTime: SettingsInput
  var to: SettingsInput
  var toTime: SettingsInput
  var reason: SettingsInput
  var closures: [Item]

  struct Item {
    var key: String
    var span: String
    var because: String?
    var isNow: Bool
    var open: String
  }

  init(_ look: SettingsLook) {
    (frame, t, chrome) = (look.frame, look.words, look.chrome)
    action = look.address(.closures)
    let (typed, words) = (look.typed, look.words)
    minutes = typed.choice(
      "close", "minutes", words("settings_close_for"), is: "60",
      of: [30, 60, 90, 120, 180, 240, 480].map { (String($0), HouseSpan.minutes($0, words)) })
    nowReason = typed.input("close", "reason", words("settings_reason"), help: words("settings_close_reason"))
    let scope = "close-between"
    from = typed.input(scope, "from", words("settings_from"), help: words("settings_from_help")).typed("date")
    fromTime = typed.input(scope, "from-time", words("settings_from_time"))
    to = typed.input(scope, "to", words("settings_to"), help: words("settings_to_help")).typed("date")
    toTime = typed.input(scope, "to-time", words("settings_to_time"))
    reason = typed.input(scope, "reason", words("settings_reason"), help: words("settings_close_reason"))
    let dates = look.dates
    closures = look.setup.closures.map { closure in
      let span = "\(dates.moment(closure.from)) – \(dates.moment(closure.to))"
      return Item(
        key: closure.id.map(String.init) ?? "", span: span, because: closure.reason,
        isNow: closure.contains(look.now), open: words("settings_open_again_named", ["span": span]))
    }
  }
}

/// Lengths of time in words.
enum HouseSpan {
  /// `90 minutes`, `2 hours`, `3 days`.
  static func minutes(_ minutes: Int, _ words: PageWords) -> String {
    if minutes >= 2880, minutes % 1440 == 0 { return words.count("rules_days", minutes / 1440) }
    if minutes >= 60, minutes % 60 == 0 { return words.count("rules_hours", minutes / 60) }
    return words.count("rules_minutes", minutes)
  }
}
