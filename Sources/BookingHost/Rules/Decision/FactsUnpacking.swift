// Facts from bytes, read front to back in one pass: a replay reads a million of them.
extension Facts {
  /// What the host keeps to itself, for a snapshot.
  func packHostOnly(_ record: inout RecordWriter) {
    record.integer("instant", start?.instant?.seconds)
    record.boolean("repeats", start?.repeats)
    record.boolean("service", service != nil)
    record.text("approver", staff.approval?.id)
    record.text("approver_role", staff.approval?.role.rawValue)
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
    self = .standard(now: LocalDateTime(date: CivilDate(dayNumber: 0), minute: 0))
    var missing = Parts.all
    try reader.entries { try read($0, &$1, &missing) }
    guard missing.isEmpty else { throw PackedReader.Malformed() }
  }

  /// Adds what the host kept to itself. A service is one only when the host says so: outside every service
  /// the rules see a stand-in.
  mutating func readHostOnly(_ reader: inout PackedReader) throws {
    var isInService = false
    var approver: String?
    var approverRole: Role?
    try reader.entries { key, reader in
      switch key {
      case "instant": start?.instant = try reader.wholeNumber().map(Instant.init(seconds:))
      case "repeats": start?.repeats = try reader.boolean()
      case "service": isInService = try reader.boolean()
      case "approver": approver = try reader.text()
      case "approver_role": approverRole = try reader.text().flatMap(Role.init(rawValue:))
      case "sittings": load.sittings = try Facts.sittings(&reader)
      default: break
      }
    }
    if !isInService { service = nil }
    if let approver, let approverRole {
      staff.approval = StaffFacts.Approval(id: approver, role: approverRole)
    }
  }

  /// Three numbers each: from, to and covers.
  private static func sittings(_ reader: inout PackedReader) throws -> [Sitting] {
    var sittings: [Sitting] = []
    var next = Sitting(starts: Instant(seconds: 0), ends: Instant(seconds: 0), covers: 0)
    var place = 0
    try reader.elements {
      let number = try Facts.whole(&$0)
      switch place {
      case 0: next.starts.seconds = number
      case 1: next.ends.seconds = number
      default:
        next.covers = number
        sittings.append(next)
      }
      place = (place + 1) % 3
    }
    return sittings
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
  /// The parts that no facts can be without.
  private struct Parts: OptionSet {
    let rawValue: UInt8

    static let action = Parts(rawValue: 1)
    static let now = Parts(rawValue: 2)
    static let hours = Parts(rawValue: 4)
    static let load = Parts(rawValue: 8)
    static let restaurant = Parts(rawValue: 16)
    static let staff = Parts(rawValue: 32)
    static let guest = Parts(rawValue: 64)
    static let all: Parts = [.action, .now, .hours, .load, .restaurant, .staff, .guest]
  }

  /// Reads one entry, and takes it out of what is missing.
  private mutating func read(
    _ key: PackedKey, _ reader: inout PackedReader, _ missing: inout Parts
  ) throws {
    switch key {
    case "mode": mode = try reader.text() ?? ""
    case "action":
      guard let read = try reader.text().flatMap(Action.init(rawValue:)) else { return }
      (action, _) = (read, missing.remove(.action))
    case "now": (now, _) = (try Moment(&reader).local, missing.remove(.now))
    case "start": start = try Moment(&reader).start
    case "day": day = try Moment(&reader).ofServiceDay
    case "hours": (hours, _) = (try DayHours(reading: &reader), missing.remove(.hours))
    case "service": service = try ServicePeriod(reading: &reader)
    case "services": services = try Facts.list(&reader) { try ServicePeriod(reading: &$0) }
    case "closures": closures = try Facts.list(&reader) { try ClosedPeriod(reading: &$0) }
    case "load": (load, _) = (try Load(reading: &reader), missing.remove(.load))
    case "restaurant": (restaurant, _) = (try RestaurantFacts(reading: &reader), missing.remove(.restaurant))
    case "staff": (staff, _) = (try StaffFacts(reading: &reader), missing.remove(.staff))
    case "guest": (guest, _) = (try GuestFacts(reading: &reader), missing.remove(.guest))
    case "previous": previous = try Draft(reading: &reader)
    default: break
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
