/// Takes in bookings that were made elsewhere: history, so no rule refuses them, nothing follows them, and they
/// keep their status and when they were booked. The rules are asked only how long a table is taken, how many covers
/// it counts, and how contact is written.
package struct BookingImport {
  let store: Store
  let rules: RuleBook
  /// The staff mode that bookings belong to which name none.
  let mode: String
  let environment: HostEnvironment
  let staff: StaffAccount
  let place: ImportPlace

  /// `managed` are the restaurants of which `staff` is a manager.
  package init(
    store: Store, rules: RuleBook, mode: String, environment: HostEnvironment, staff: StaffAccount,
    managed: [Restaurant], only: Restaurant?
  ) {
    self.store = store
    self.rules = rules
    self.mode = mode
    self.environment = environment
    self.staff = staff
    place = ImportPlace(managed: Dictionary(uniqueKeysWithValues: managed.map { ($0.slug, $0) }), only: only)
  }

  /// What came of an import.
  package struct Report: Sendable {
    package var rows = 0
    /// Bookings that were made, or would be.
    package var imported = 0
    /// Rows of bookings that were there already.
    package var duplicates = 0
    package var faults = 0
    /// The first of them.
    package var firstFaults: [Fault] = []

    package struct Fault: Hashable, Sendable {
      package var line: Int
      package var error: RowError
    }

    static let faultsKept = 100

    mutating func add(_ error: RowError, line: Int) {
      faults += 1
      if firstFaults.count < Report.faultsKept { firstFaults.append(Fault(line: line, error: error)) }
    }
  }

  /// Says how far the file has been read: the pass, from 1, and bytes.
  package typealias Progress = (_ pass: Int, _ bytesRead: Int) -> Void

  /// Goes through all of the file and changes nothing.
  package func check(_ source: RowSource, progress: Progress = { _, _ in }) throws -> Report {
    var report = Report()
    var known = KnownBookings()
    try store.read { reader in
      try admit(reader)
      try source.rows { row, bytes in
        report.rows += 1
        progress(1, bytes)
        do {
          let read = try ImportedRow(try row.content.get(), restaurants: place)
          if try known.contains(read, reader) {
            report.duplicates += 1
          } else {
            known.note(read)
            report.imported += 1
          }
        } catch let error as RowError {
          report.add(error, line: row.line)
        }
      }
    }
    return report
  }

  /// All of the file in one transaction, or nothing if there is anything wrong with it.
  package func run(_ source: RowSource, progress: Progress = { _, _ in }) throws -> Report {
    let checked = try check(source, progress: progress)
    guard checked.faults == 0, checked.imported > 0 else { return checked }
    var report = Report()
    do {
      try store.writeAlone { writer in
        try admit(writer)
        var desk = ImportDesk(self)
        try source.rows { row, bytes in
          progress(2, bytes)
          try desk.take(row, writer, &report)
          if report.faults > 0 { throw Stop() }
        }
        try writer.recordImport(desk.counts, by: staff.id, now: environment.now())
      }
    } catch is Stop {
      report.imported = 0
    }
    return report
  }

  /// Whatever can be taken in, some rows at a time, so that nobody else waits for long.
  package func runKeepingGoing(_ source: RowSource, progress: Progress = { _, _ in }) throws -> Report {
    var report = Report()
    var desk = ImportDesk(self)
    var batch: [BookingRow] = []
    func flush() throws {
      let rows = batch
      batch.removeAll(keepingCapacity: true)
      try store.writeAlone { writer in
        try admit(writer)
        desk.counts = [:]
        for row in rows { try desk.take(row, writer, &report) }
        try writer.recordImport(desk.counts, by: staff.id, now: environment.now())
      }
    }
    try source.rows { row, bytes in
      progress(1, bytes)
      batch.append(row)
      if batch.count == 500 { try flush() }
    }
    if !batch.isEmpty { try flush() }
    return report
  }

  private struct Stop: Error {}

  /// The role may be gone since the command began.
  private func admit(_ reader: some StoreReading) throws {
    for restaurant in place.only.map({ [$0] }) ?? Array(place.managed.values) {
      let role = try reader.membership(ofStaff: staff.id, atRestaurant: restaurant.id)?.role ?? .none
      guard role >= .manager else { throw HostError.notYours }
    }
  }
}
