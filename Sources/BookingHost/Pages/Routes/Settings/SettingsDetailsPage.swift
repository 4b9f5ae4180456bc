/// Who and where the restaurant is, and how guests reach it.
struct SettingsDetailsPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var inputs: [SettingsInput]
  /// Where guests book.
  var guests: String

  init(_ look: SettingsLook) {
    (frame, t, chrome) = (look.frame, look.words, look.chrome)
    action = look.address(.details)
    let restaurant = look.setup.restaurant
    guests = "/reserve/\(restaurant.slug)"
    func input(_ name: String, _ stored: String?, help: Bool = false) -> SettingsInput {
      look.typed.input(
        "details", name, look.words("settings_\(name)"), is: stored ?? "",
        help: help ? look.words("settings_\(name)_help") : nil)
    }
    inputs = [
      input("name", restaurant.name),
      input("phone", restaurant.phone, help: true).typed("tel", inputMode: "tel"),
      input("email", restaurant.email).typed("email", inputMode: "email"),
      input("address", restaurant.address), input("timezone", restaurant.zone.identifier, help: true),
      input("locale", restaurant.locale, help: true),
    ]
  }
}

/// What a change would strand: the list, and the same form again.
struct SettingsStrandedPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var action: String
  var back: String
  var lead: String
  var bookings: [Row]
  var more: String?
  var carried: [HiddenField]

  struct Row {
    var reference: String
    var address: String
    var guest: String
    var party: String
    var at: String
    var why: String
  }

  /// More than anybody reads.
  private static let mostShown = 100
  /// What a form may carry of ids.
  private static let mostCarried = 1_000

  init(
    _ strand: HouseControl.WouldStrand, _ part: SettingsPart, _ place: OpsPlace, _ form: PostedForm
  ) {
    let (words, count) = (place.shell.words, strand.stranded.count)
    let title = words.count("settings_strands", count)
    chrome = .settings(place, at: part, title: title)
    (frame, t) = (place.frame(title: title, at: .settings), words)
    action = place.address(part.path)
    back = action
    lead = words.count("settings_strands_lead", count)
    let dates = place.shell.dates(place.restaurant.zone)
    bookings = strand.stranded.prefix(Self.mostShown).map { stranded in
      let booking = stranded.booking
      return Row(
        reference: booking.reference, address: place.address("/ops/bookings/\(booking.reference)"),
        guest: booking.name, party: words.count("settings_people", booking.party),
        at: "\(dates.longDay(booking.start.date)), \(dates.time(minute: booking.start.minute))",
        why: stranded.troubles.map { words.known("settings_trouble_\($0.code)") ?? $0.words }
          .joined(separator: ", "))
    }
    more = count > Self.mostShown ? words("settings_more", ["count": String(count - Self.mostShown)]) : nil
    let agreed =
      count > Self.mostCarried
      ? SettingsForm.agreedToAll : strand.stranded.map(\.booking.id).joined(separator: " ")
    carried = form.pairs.filter { $0.name != "csrf" && $0.name != SettingsForm.agreed }
      .map { HiddenField(name: $0.name, value: $0.value) }
    carried.append(HiddenField(name: SettingsForm.agreed, value: agreed))
  }
}

/// What managers have done to the restaurant.
struct SettingsHistoryPage {
  var frame: PageFrame
  var t: PageWords
  var chrome: HouseChrome
  var events: [Row]

  struct Row {
    var at: String
    var what: String
    var by: String
    var changes: [Change]
  }

  struct Change {
    var subject: String
    var before: String
    var after: String
  }

  init(_ history: [HouseEvent], _ place: OpsPlace) {
    let words = place.shell.words
    let dates = place.shell.dates(place.restaurant.zone)
    chrome = .settings(place, at: .history)
    (frame, t) = (place.frame(title: chrome.title, at: .settings, path: chrome.path), words)
    events = history.map { event in
      Row(
        at: dates.moment(event.at),
        what: words("settings_event_\(event.action.rawValue.replacing(".", with: "_"))"),
        by: event.by ?? words("settings_nobody"),
        changes: event.differences.filter { $0.from != $0.to }.map { difference in
          Change(
            subject: Self.subject(difference.what, words),
            before: difference.from ?? words("settings_nothing"),
            after: difference.to ?? words("settings_nothing"))
        })
    }
  }

  /// `hours.friday` as people say it.
  private static func subject(_ what: String, _ words: PageWords) -> String {
    let parts = what.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return words.known("settings_\(what)") ?? what }
    let name = words.known("settings_day_\(parts[1])") ?? parts[1]
    return words.known("settings_subject_\(parts[0])", ["name": name]) ?? name
  }
}
