extension Facts {
  /// What the host keeps to itself, for a snapshot.
  func packHostOnly(_ record: inout RecordWriter) {
    record.integer("instant", start?.instant?.seconds)
    record.boolean("repeats", start?.repeats)
    record.boolean("service", service != nil)
    if let sittings = load.sittings {
      record.list("sittings", sittings.flatMap { [$0.starts.seconds, $0.ends.seconds, $0.covers] }) {
        $0.integer($1)
      }
    }
  }

  /// Facts from a snapshot; nil when something is missing or not what it should be.
  init?(packed: PackedValue, host: PackedValue) {
    guard let action = packed["action"]?.word.flatMap(Action.init(rawValue:)),
      let now = packed["now"].flatMap(LocalDateTime.init(packed:)),
      let hours = packed["hours"].flatMap(DayHours.init(packed:)),
      let load = packed["load"].flatMap(Load.init(packed:)),
      let restaurant = packed["restaurant"].flatMap(RestaurantFacts.init(packed:)),
      let staff = packed["staff"], let role = staff["role"]?.word.flatMap(Role.init(rawValue:)),
      let guest = packed["guest"].flatMap(GuestFacts.init(packed:))
    else { return nil }
    self.init(
      mode: packed["mode"]?.word ?? "", action: action, now: now, hours: hours,
      services: packed["services"].elements.compactMap(ServicePeriod.init(packed:)),
      closures: packed["closures"].elements.compactMap(ClosedPeriod.init(packed:)),
      load: load, restaurant: restaurant, staff: StaffFacts(id: staff["id"]?.word, role: role), guest: guest)
    if host["service"] == .boolean(true) { service = packed["service"].flatMap(ServicePeriod.init(packed:)) }
    start = packed["start"].flatMap { Start(packed: $0, host: host) }
    day = packed["day"].flatMap(ServiceDayMoment.init(packed:))
    self.load.sittings = host["sittings"].map(Facts.sittings)
  }

  private static func sittings(_ packed: PackedValue) -> [Sitting] {
    let numbers = Optional(packed).elements.compactMap(\.wholeNumber)
    return stride(from: 0, to: numbers.count - 2, by: 3).map {
      Sitting(
        starts: Instant(seconds: numbers[$0]), ends: Instant(seconds: numbers[$0 + 1]),
        covers: numbers[$0 + 2])
    }
  }
}

extension PackedValue {
  fileprivate var word: String? {
    if case .text(let text) = self { text } else { nil }
  }
}

extension PackedValue? {
  /// The elements of a list; an empty table is an empty list.
  fileprivate var elements: [PackedValue] {
    if case .list(let elements)? = self { elements } else { [] }
  }
}

extension LocalDateTime {
  fileprivate init?(packed: PackedValue) {
    guard let date = packed["date"]?.word.flatMap({ CivilDate($0) }),
      let minute = packed["minute"]?.wholeNumber
    else { return nil }
    self.init(date: date, minute: minute)
  }
}

extension Facts.Start {
  fileprivate init?(packed: PackedValue, host: PackedValue) {
    guard let local = LocalDateTime(packed: packed), let notice = packed["notice_minutes"]?.wholeNumber
    else { return nil }
    self.init(
      local: local, noticeMinutes: notice,
      instant: host["instant"]?.wholeNumber.map { Instant(seconds: $0) },
      repeats: host["repeats"] == .boolean(true))
  }
}

extension Facts.ServiceDayMoment {
  fileprivate init?(packed: PackedValue) {
    guard let moment = LocalDateTime(packed: packed) else { return nil }
    self.init(date: moment.date, minute: moment.minute)
  }
}

extension DayHours {
  fileprivate init?(packed: PackedValue) {
    guard let opens = packed["opens"]?.wholeNumber, let closes = packed["closes"]?.wholeNumber
    else { return nil }
    self.init(
      opens: opens, closes: closes, closed: packed["closed"] == .boolean(true), label: packed["label"]?.word)
  }
}

extension ServicePeriod {
  fileprivate init?(packed: PackedValue) {
    guard let key = packed["key"]?.word, let name = packed["name"]?.word,
      let opens = packed["opens"]?.wholeNumber, let closes = packed["closes"]?.wholeNumber
    else { return nil }
    self.init(key: key, name: name, opens: opens, closes: closes)
  }
}

extension ClosedPeriod {
  fileprivate init?(packed: PackedValue) {
    guard let from = packed["from"]?.wholeNumber, let to = packed["to"]?.wholeNumber else { return nil }
    self.init(from: from, to: to, reason: packed["reason"]?.word)
  }
}

extension Load {
  fileprivate init?(packed: PackedValue) {
    guard let covers = packed["covers"]?.wholeNumber, let parties = packed["parties"]?.wholeNumber,
      let seated = packed["seated"]?.wholeNumber
    else { return nil }
    self.init(
      covers: covers, parties: parties, maxCovers: packed["max_covers"]?.wholeNumber,
      maxParties: packed["max_parties"]?.wholeNumber, seated: seated, seats: packed["seats"]?.wholeNumber,
      starts: packed["starts"].elements.compactMap(StartLoad.init(packed:)))
  }
}

extension StartLoad {
  fileprivate init?(packed: PackedValue) {
    guard let minute = packed["minute"]?.wholeNumber, let covers = packed["covers"]?.wholeNumber,
      let parties = packed["parties"]?.wholeNumber
    else { return nil }
    self.init(minute: minute, covers: covers, parties: parties)
  }
}

extension RestaurantFacts {
  fileprivate init?(packed: PackedValue) {
    guard let id = packed["id"]?.word, let slug = packed["slug"]?.word, let name = packed["name"]?.word,
      let timezone = packed["timezone"]?.word, let locale = packed["locale"]?.word
    else { return nil }
    self.init(
      id: id, slug: slug, name: name, timezone: timezone, phone: packed["phone"]?.word, locale: locale)
  }
}

extension GuestFacts {
  fileprivate init?(packed: PackedValue) {
    guard case .boolean(let known)? = packed["known"] else { return nil }
    self.init(
      known: known, verified: packed["verified"] == .boolean(true),
      visits: packed["visits"]?.wholeNumber ?? 0, noShows: packed["no_shows"]?.wholeNumber ?? 0,
      points: packed["points"]?.wholeNumber ?? 0, upcoming: packed["upcoming"]?.wholeNumber ?? 0,
      tags: packed["tags"].elements.compactMap { $0.word })
  }
}
