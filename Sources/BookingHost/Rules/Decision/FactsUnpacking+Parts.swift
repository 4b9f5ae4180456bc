// The parts of facts, each read from its record: what is missing or of the wrong kind throws.

extension DayHours {
  init(reading reader: inout PackedReader) throws {
    var hours = DayHours(opens: 0, closes: 0)
    var given = 0
    try reader.entries { key, reader in
      switch key {
      case "opens": (hours.opens, given) = (try Facts.whole(&reader), given + 1)
      case "closes": (hours.closes, given) = (try Facts.whole(&reader), given + 1)
      case "closed": hours.closed = try reader.boolean()
      case "label": hours.label = try reader.text()
      default: break
      }
    }
    guard given == 2 else { throw PackedReader.Malformed() }
    self = hours
  }
}

extension ServicePeriod {
  init(reading reader: inout PackedReader) throws {
    var key: String?
    var name: String?
    var opens: Int?
    var closes: Int?
    try reader.entries { entry, reader in
      switch entry {
      case "key": key = try reader.text()
      case "name": name = try reader.text()
      case "opens": opens = try reader.wholeNumber()
      case "closes": closes = try reader.wholeNumber()
      default: break
      }
    }
    guard let key, let name, let opens, let closes else { throw PackedReader.Malformed() }
    self.init(key: key, name: name, opens: opens, closes: closes)
  }
}

extension ClosedPeriod {
  init(reading reader: inout PackedReader) throws {
    var from: Int?
    var to: Int?
    var reason: String?
    try reader.entries { key, reader in
      switch key {
      case "from": from = try reader.wholeNumber()
      case "to": to = try reader.wholeNumber()
      case "reason": reason = try reader.text()
      default: break
      }
    }
    guard let from, let to else { throw PackedReader.Malformed() }
    self.init(from: from, to: to, reason: reason)
  }
}

extension Load {
  init(reading reader: inout PackedReader) throws {
    var load = Load()
    var given = 0
    try reader.entries { key, reader in
      switch key {
      case "covers": (load.covers, given) = (try Facts.whole(&reader), given + 1)
      case "parties": (load.parties, given) = (try Facts.whole(&reader), given + 1)
      case "max_covers": load.maxCovers = try reader.wholeNumber()
      case "max_parties": load.maxParties = try reader.wholeNumber()
      case "seated": (load.seated, given) = (try Facts.whole(&reader), given + 1)
      case "seats": load.seats = try reader.wholeNumber()
      case "starts": load.starts = try Facts.list(&reader) { try StartLoad(reading: &$0) }
      default: break
      }
    }
    guard given == 3 else { throw PackedReader.Malformed() }
    self = load
  }
}

extension StartLoad {
  init(reading reader: inout PackedReader) throws {
    var minute: Int?
    var covers: Int?
    var parties: Int?
    try reader.entries { key, reader in
      switch key {
      case "minute": minute = try reader.wholeNumber()
      case "covers": covers = try reader.wholeNumber()
      case "parties": parties = try reader.wholeNumber()
      default: break
      }
    }
    guard let minute, let covers, let parties else { throw PackedReader.Malformed() }
    self.init(minute: minute, covers: covers, parties: parties)
  }
}

extension RestaurantFacts {
  init(reading reader: inout PackedReader) throws {
    var id: String?
    var slug: String?
    var name: String?
    var timezone: String?
    var phone: String?
    var locale: String?
    try reader.entries { key, reader in
      switch key {
      case "id": id = try reader.text()
      case "slug": slug = try reader.text()
      case "name": name = try reader.text()
      case "timezone": timezone = try reader.text()
      case "phone": phone = try reader.text()
      case "locale": locale = try reader.text()
      default: break
      }
    }
    guard let id, let slug, let name, let timezone, let locale else { throw PackedReader.Malformed() }
    self.init(id: id, slug: slug, name: name, timezone: timezone, phone: phone, locale: locale)
  }
}

extension StaffFacts {
  init(reading reader: inout PackedReader) throws {
    var staff = StaffFacts.unspecified
    try reader.entries { key, reader in
      switch key {
      case "id": staff.id = try reader.text()
      case "role": staff.role = try reader.text().flatMap(Role.init(rawValue:))
      default: break
      }
    }
    guard staff.role != nil else { throw PackedReader.Malformed() }
    self = staff
  }
}

extension GuestFacts {
  init(reading reader: inout PackedReader) throws {
    var guest = GuestFacts.unknown
    var isKnown: Bool?
    try reader.entries { key, reader in
      switch key {
      case "known": isKnown = try reader.boolean()
      case "verified": guest.verified = try reader.boolean()
      case "visits": guest.visits = try Facts.whole(&reader)
      case "no_shows": guest.noShows = try Facts.whole(&reader)
      case "points": guest.points = try Facts.whole(&reader)
      case "upcoming": guest.upcoming = try Facts.whole(&reader)
      case "tags": guest.tags = try Facts.list(&reader) { try $0.text() ?? "" }
      default: break
      }
    }
    guard let isKnown else { throw PackedReader.Malformed() }
    guest.known = isKnown
    self = guest
  }
}
