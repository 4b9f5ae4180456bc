import Foundation
import Testing

@testable import BookingHost

@Suite struct `Bookings that are taken in` {
  let place: LedgerHouse

  init() throws { place = try LedgerHouse() }

  private static let two = """
    name,date,time,party,booked_at,email,phone,status,reference,notes,source,label
    Ada Lovelace,2025-06-01,19:30,2,2025-05-20T10:00:00+01:00,Ada@Example.com,07700 900123,completed,OLD1,"nuts, severe",web,From the website
    Grace Hopper,2025-06-01,20:00,15,2025-05-21 11:00,,,no_show,,,,

    """

  @Test func `keep their status, when they were booked, and where they are from`() throws {
    let report = try place.take(Self.two)
    #expect(report.rows == 2 && report.imported == 2 && report.faults == 0)
    let bookings = try place.bookings()
    let (ada, grace) = (bookings[0], bookings[1])
    #expect(ada.status == .completed && grace.status == .noShow)
    #expect(ada.createdAt == Instant(seconds: LocalDateTime("2025-05-20 09:00").totalMinutes * 60))
    #expect(grace.createdAt == Instant(seconds: LocalDateTime("2025-05-21 10:00").totalMinutes * 60))
    #expect(ada.source == "web" && ada.label == "From the website" && grace.source == "import")
    #expect(ada.reference == "OLD1" && ada.notes == "nuts, severe" && !grace.reference.isEmpty)
    // The rules say how long, how many covers, and how a number is written; not whether.
    #expect(grace.party == 15 && grace.covers == 15 && grace.issues.isEmpty)
    #expect(ada.endsAt.seconds - ada.startsAt.seconds == 90 * 60)
    #expect(grace.endsAt.seconds - grace.startsAt.seconds == 120 * 60)
    #expect(ada.normalisedPhone == "+447700900123" && ada.normalisedEmail == "ada@example.com")
  }

  @Test func `send nothing to anybody, count for no rule, and leave one line in the audit trail`() throws {
    try place.take(Self.two)
    let store = place.house.store
    #expect(try store.count("effects") == 0 && store.count("rule_use") == 0)
    #expect(
      try store.rows("SELECT action, staff_id, detail FROM audit")
        == [["action": "bookings.imported", "staff_id": "staff-manager", "detail": #"{"bookings":2}"#]])
  }

  @Test func `are found again by replay, with what they were decided on`() throws {
    try place.take(Self.two)
    let question = try #require(
      try place.house.store.read { try $0.question(ofBooking: "OLD1", restaurantIDs: ["id-anchor"]) })
    #expect(question.decision.outcome == .confirmed)
    #expect(question.question.facts.now == LocalDateTime("2025-05-20 10:00"))
    #expect(question.question.draft[Field.party] == .integer(2))
    let snapshot = try place.house.store.rows("SELECT \(TestStore.hex("snapshot")) AS h FROM decisions")
    let name = Array("Lovelace".utf8).map { String(format: "%02X", $0) }.joined()
    #expect(!snapshot.contains { $0["h"]?.contains(name) == true })
  }

  @Test func `belong to the guests who are known already`() throws {
    try place.take(Self.two)
    let more = """
      name,date,time,party,email,phone
      ada LOVELACE,2025-07-01,19:30,2,,+44 7700 900123
      Ada Lovelace,2025-07-02,19:30,2,ada@example.com,

      """
    try place.take(more)
    #expect(try place.house.store.count("guests") == 2)
  }

  @Test(arguments: [BookingFormat.csv, .jsonl]) func `are the same bytes when they go out again`(
    format: BookingFormat
  ) throws {
    try place.take(Self.two)
    let out = try place.export(format)
    let other = try LedgerHouse()
    #expect(try other.take(out, format, only: nil).imported == 2)
    #expect(try other.export(format) == out)
  }

  @Test func `may be taken in again without changing anything`() throws {
    let text =
      Self.two + "Walk-in,2025-06-02,19:00,2,,,,completed,,,,\nWalk-in,2025-06-02,19:00,2,,,,completed,,,,\n"
    #expect(try place.take(text).imported == 4)
    let before = try place.house.rowCounts()
    for keepGoing in [false, true] {
      let again = try place.take(text, keepGoing: keepGoing)
      #expect(again.imported == 0 && again.duplicates == 4 && again.faults == 0)
    }
    #expect(try place.house.rowCounts() == before)
    // Three such parties: one more than there are.
    let third = text + "Walk-in,2025-06-02,19:00,2,,,,completed,,,,\n"
    #expect(try place.take(third).imported == 1)
  }

  @Test func `are all of the file or nothing`() throws {
    let before = try place.house.rowCounts()
    let report = try place.take(Self.two + ",2025-06-03,19:00,2,,,,,,,,\n")
    #expect(report.faults == 1 && report.firstFaults.first?.line == 4)
    #expect(report.firstFaults.first?.error.code == "name_required")
    #expect(try place.house.rowCounts() == before)
  }

  @Test func `are what can be taken in, when told to keep going`() throws {
    let report = try place.take(
      Self.two + ",2025-06-03,19:00,2,,,,,,,,\nJoan,2025-06-03,19:00,2,,,,,,,,\n", keepGoing: true)
    #expect(report.imported == 3 && report.faults == 1)
    #expect(try place.bookings().count == 3)
  }

  @Test(arguments: [
    ("date", "2025-02-30", "date_invalid"), ("date", "01/06/2025", "date_invalid"),
    ("date", "", "date_required"),
    ("time", "25:00", "time_invalid"), ("time", "", "time_required"), ("party", "0", "party_invalid"),
    ("party", "two", "party_invalid"), ("party", "", "party_required"), ("name", " ", "name_required"),
    ("email", "nope", "email_invalid"), ("phone", "123", "phone_invalid"),
    ("status", "seated", "status_invalid"),
    ("booked_at", "yesterday", "booked_at_invalid"), ("restaurant", "other", "restaurant_invalid"),
    ("minutes", "0", "minutes_invalid"), ("covers", "-1", "covers_invalid"),
    ("answers", "[1]", "answers_invalid"),
    ("marketing_opt_in", "maybe", "marketing_opt_in_invalid"),
    ("reference", String(repeating: "R", count: 41), "reference_too_long"),
  ])
  func `are held to the floor, and the row and column are named`(column: String, cell: String, code: String)
    throws
  {
    var cells = ["date": "2025-06-01", "time": "19:00", "party": "2", "name": "Ada", "restaurant": "anchor"]
    cells[column] = cell
    let names = cells.keys.sorted()
    let text =
      names.joined(separator: ",") + "\n" + names.map { "\"\(cells[$0]!)\"" }.joined(separator: ",") + "\n"
    let report = try place.take(text)
    #expect(report.firstFaults.map(\.error.code) == [code])
    #expect(report.firstFaults.map(\.error.column) == [column] && report.firstFaults.map(\.line) == [2])
    guard ["email", "phone"].contains(column) else { return }
    #expect(report.firstFaults.first?.error.message.contains(cell) == false)
  }

  @Test func `have a heading that is understood, or none is`() throws {
    for heading in ["date,time,party,nmae", "date,time,party", "date,time,party,name,name", ""] {
      #expect(throws: HostError.self) { try place.take(heading + "\n2025-06-01,19:00,2,Ada\n") }
    }
    #expect { try place.take("date,time,party,nmae\n") } throws: {
      ($0 as? HostError)?.message.contains("\"nmae\"") == true
    }
  }

  @Test func `may not take the reference of another restaurant's booking`() throws {
    let store = place.house.store
    try store.add(
      StoreFixtures.booking(1, at: try #require(try store.read { try $0.restaurant(slug: "other") })))
    let report = try place.take("reference,date,time,party,name\nref1,2025-06-01,19:00,2,Ada\n")
    #expect(report.firstFaults.map(\.error.code) == ["reference_taken"] && report.imported == 0)
  }

  @Test func `are taken in by managers only`() throws {
    var order = try place.order()
    let source = try RowSource(path: place.file(Self.two), format: .csv)
    order = BookingImport(
      store: place.house.store, rules: place.house.rules, mode: "ops", environment: order.environment,
      staff: place.house.host, managed: Array(order.place.managed.values), only: order.place.only)
    #expect(throws: HostError.notYours) { try order.run(source) }
    #expect(throws: HostError.notYours) { try order.check(source) }
    #expect(throws: HostError.notYours) { try order.runKeepingGoing(source) }
    #expect(try place.bookings().isEmpty)
  }

  @Test func `change nothing when they are only tried`() throws {
    let before = try place.house.rowCounts()
    let report = try place.order().check(RowSource(path: place.file(Self.two), format: .csv))
    #expect(report.imported == 2)
    #expect(try place.house.rowCounts() == before)
  }

  @Test func `of lines of JSON have types, and unknown keys are named`() throws {
    let good = #"{"date":"2025-06-01","time":"19:00","party":2,"name":"Ada","answers":{"children":1}}"# + "\n"
    #expect(try place.take(good, .jsonl).imported == 1)
    #expect(try place.bookings().first?.answers == ["children": .integer(1)])
    for (line, code) in [
      (#"{"date":"2025-06-01","time":"19:00","party":2.5,"name":"Ada"}"#, "party_invalid"),
      (#"{"date":"2025-06-01","time":"19:00","party":2,"nmae":"Ada"}"#, "column_unknown"),
      ("[]", "row_unreadable"), ("{", "row_unreadable"),
    ] {
      #expect(try place.take("\n" + line, .jsonl).firstFaults.map(\.error.code) == [code])
    }
  }

  @Test func `past midnight belong to the evening before, and none is at a time that the clocks skip`() throws
  {
    try place.take("date,time,party,name\n2025-06-02,00:30,2,Ada\n")
    let booking = try #require(try place.bookings().first)
    #expect(booking.serviceDate == "2025-06-01" && booking.serviceMinute == 1470)
    let skipped = try place.take("date,time,party,name\n2025-03-30,01:30,2,Ada\n")
    #expect(skipped.firstFaults.map(\.error.code) == ["time_invalid"])
  }

  @Test func `go out from one service day to another`() throws {
    try place.take(
      "date,time,party,name\n2025-06-02,00:30,2,Ada\n2025-06-02,19:00,2,Joan\n2025-06-03,19:00,2,May\n")
    let names = { (text: String) in ["Ada", "Joan", "May"].filter { text.contains($0) } }
    #expect(names(try place.export(from: "2025-06-02", to: "2025-06-02")) == ["Joan"])
    #expect(names(try place.export(to: "2025-06-01")) == ["Ada"])
    #expect(try place.export(from: "2026-01-01") == BookingWriter(.csv).heading)
  }
}
