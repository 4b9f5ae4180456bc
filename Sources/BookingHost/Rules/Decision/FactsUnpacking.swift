// Facts from bytes, read front to back in one pass: a replay reads a million of them.
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

  /// Facts from the trees of a snapshot; nil when something is missing or not what it should be.
  init?(packed: PackedValue, host: PackedValue) {
    let writer = PackedWriter(capacity: 2048)
    writer.value(packed)
    writer.value(host)
    let read = withExtendedLifetime(writer) { () -> Facts? in
      var reader = PackedReader(writer.written)
      guard var facts = try? Facts(reading: &reader), (try? facts.readHostOnly(&reader)) != nil else {
        return nil
      }
      return facts
    }
    guard let read else { return nil }
    self = read
  }

  /// Facts as `pack` lays them out. Throws when something is missing or not what it should be.
  init(reading reader: inout PackedReader) throws {
    var parts = Parts()
    try reader.entries { try parts.read($0, &$1) }
    guard let action = parts.action, let now = parts.now, let hours = parts.hours, let load = parts.load,
      let restaurant = parts.restaurant, let staff = parts.staff, let guest = parts.guest
    else { throw PackedReader.Malformed() }
    self.init(
      mode: parts.mode, action: action, now: now, start: parts.start, day: parts.day, hours: hours,
      service: parts.service, services: parts.services, closures: parts.closures, load: load,
      restaurant: restaurant, staff: staff, guest: guest, previous: parts.previous)
  }

  /// Adds what the host kept to itself. A service is one only when the host says so: outside every service
  /// the rules see a stand-in.
  mutating func readHostOnly(_ reader: inout PackedReader) throws {
    var isInService = false
    try reader.entries { key, reader in
      switch key {
      case "instant": start?.instant = try reader.wholeNumber().map(Instant.init(seconds:))
      case "repeats": start?.repeats = try reader.boolean()
      case "service": isInService = try reader.boolean()
      case "sittings": load.sittings = try Facts.sittings(&reader)
      default: break
      }
    }
    if !isInService { service = nil }
  }

  private static func sittings(_ reader: inout PackedReader) throws -> [Sitting] {
    var numbers: [Int] = []
    try reader.elements { numbers.append(try Facts.whole(&$0)) }
    return stride(from: 0, to: numbers.count - 2, by: 3).map {
      Sitting(
        starts: Instant(seconds: numbers[$0]), ends: Instant(seconds: numbers[$0 + 1]),
        covers: numbers[$0 + 2])
    }
  }

  static func whole(_ reader: inout PackedReader) throws -> Int {
    guard let number = try reader.wholeNumber() else { throw PackedReader.Malformed() }
    return number
  }

  static func list<Element>(
    _ reader: inout PackedReader, _ read: (inout PackedReader) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    try reader.elements { elements.append(try read(&$0)) }
    return elements
  }
}

extension Facts {
  /// What has been read of facts so far.
  private struct Parts {
    var mode = ""
    var action: Action?
    var now: LocalDateTime?
    var start: Start?
    var day: ServiceDayMoment?
    var hours: DayHours?
    var service: ServicePeriod?
    var services: [ServicePeriod] = []
    var closures: [ClosedPeriod] = []
    var load: Load?
    var restaurant: RestaurantFacts?
    var staff: StaffFacts?
    var guest: GuestFacts?
    var previous = Draft()

    mutating func read(_ key: PackedKey, _ reader: inout PackedReader) throws {
      switch key {
      case "mode": mode = try reader.text() ?? ""
      case "action": action = try reader.text().flatMap(Action.init(rawValue:))
      case "now": now = try Moment(&reader).local
      case "start": start = try Moment(&reader).start
      case "day": day = try Moment(&reader).ofServiceDay
      case "hours": hours = try DayHours(reading: &reader)
      case "service": service = try ServicePeriod(reading: &reader)
      case "services": services = try Facts.list(&reader) { try ServicePeriod(reading: &$0) }
      case "closures": closures = try Facts.list(&reader) { try ClosedPeriod(reading: &$0) }
      case "load": load = try Load(reading: &reader)
      case "restaurant": restaurant = try RestaurantFacts(reading: &reader)
      case "staff": staff = try StaffFacts(reading: &reader)
      case "guest": guest = try GuestFacts(reading: &reader)
      case "previous": previous = try Draft(reading: &reader)
      default: break
      }
    }
  }

  /// A date and a minute of it, with the notice that a start has.
  private struct Moment {
    private var date: CivilDate
    private var minute: Int
    private var notice: Int?

    init(_ reader: inout PackedReader) throws {
      var date: CivilDate?
      var minute: Int?
      var notice: Int?
      try reader.entries { key, reader in
        switch key {
        case "date": date = try reader.text().flatMap { CivilDate($0) }
        case "minute": minute = try reader.wholeNumber()
        case "notice_minutes": notice = try reader.wholeNumber()
        default: break
        }
      }
      guard let date, let minute else { throw PackedReader.Malformed() }
      (self.date, self.minute, self.notice) = (date, minute, notice)
    }

    var local: LocalDateTime { LocalDateTime(date: date, minute: minute) }
    var ofServiceDay: ServiceDayMoment { ServiceDayMoment(date: date, minute: minute) }

    var start: Start {
      get throws {
        guard let notice else { throw PackedReader.Malformed() }
        return Start(local: local, noticeMinutes: notice)
      }
    }
  }
}

extension Draft {
  /// Answers by key; what is neither text, a number nor a truth is no answer.
  init(reading reader: inout PackedReader) throws {
    self.init()
    try reader.entries { key, reader in self[key.text] = try reader.value().answer }
  }
}

extension PackedWriter {
  /// Writes a value as it is; a function, which only an evaluator can give, is nil.
  func value(_ value: PackedValue) {
    switch value {
    case .none, .function: none()
    case .boolean(let truth): boolean(truth)
    case .integer(let integer): self.integer(integer)
    case .number(let number): self.number(number)
    case .text(let text): self.text(text)
    case .list(let elements): list(elements) { $0.value($1) }
    case .record(let entries):
      record { record in for entry in entries { record.entry(named: entry.key) { $0.value(entry.value) } } }
    }
  }
}
