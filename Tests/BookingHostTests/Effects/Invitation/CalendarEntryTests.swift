import Foundation
import Testing

@testable import BookingHost

@Suite("Calendar entries")
struct CalendarEntryTests {
  static func entry(
    _ start: LocalDateTime = "2026-11-27 19:30", _ zone: String = "Europe/London", minutes: Int = 90,
    method: CalendarEntry.Method = .publish, summary: String = "The Anchor, table for 4"
  ) -> CalendarEntry {
    let zone = Zone(identifier: zone)!
    let starts = zone.instants(of: start)[0]
    let made = Instant(seconds: 1_795_000_000)
    return CalendarEntry(
      method: method, uid: "b1@host.example", sequence: 2, madeAt: made, createdAt: made, updatedAt: made,
      starts: starts, ends: starts.adding(minutes: minutes), zone: zone, summary: summary,
      description: "Reference K7QM3PX\nBring; commas, and \\", location: "The Anchor, 1 Quay Street, London",
      organizer: MailAddress("hello@the-anchor.example", name: "The \"Anchor\"")!,
      url: "https://bookings.example/booking/K7QM3PX?token=abc")
  }

  /// Lines with their folds undone; fails on one that is too long.
  static func lines(_ text: String) -> [String] {
    #expect(text.hasSuffix("\r\n"))
    for line in text.components(separatedBy: "\r\n") { #expect(line.utf8.count <= 75, "\(line)") }
    // By bytes: a fold may come between the parts of what is seen as one character.
    let unfolded = Array(text.utf8).split(separator: Array("\r\n ".utf8)).joined()
    return Array(unfolded).split(separator: Array("\r\n".utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func `a file, to be read by a person`() {
    #expect(
      CalendarEntryTests.lines(CalendarEntryTests.entry().text) == [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//booking-host//booking-host//EN", "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH", "BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:STANDARD",
        "DTSTART:20250101T000000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0000", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20250330T010000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20251026T020000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20260329T010000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20261025T020000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:20270328T010000",
        "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:20271031T020000",
        "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD", "END:VTIMEZONE", "BEGIN:VEVENT",
        "UID:b1@host.example", "SEQUENCE:2", "DTSTAMP:20261118T110640Z", "CREATED:20261118T110640Z",
        "LAST-MODIFIED:20261118T110640Z", "DTSTART;TZID=Europe/London:20261127T193000",
        "DTEND;TZID=Europe/London:20261127T210000", #"SUMMARY:The Anchor\, table for 4"#,
        #"DESCRIPTION:Reference K7QM3PX\nBring\; commas\, and \\"#,
        #"LOCATION:The Anchor\, 1 Quay Street\, London"#,
        #"ORGANIZER;CN="The 'Anchor'":mailto:hello@the-anchor.example"#,
        "URL:https://bookings.example/booking/K7QM3PX?token=abc", "STATUS:CONFIRMED", "TRANSP:OPAQUE",
        "END:VEVENT", "END:VCALENDAR",
      ])
  }

  @Test func `a cancellation takes the entry away`() {
    let lines = CalendarEntryTests.lines(CalendarEntryTests.entry(method: .cancel).text)
    #expect(lines.contains("METHOD:CANCEL") && lines.contains("STATUS:CANCELLED"))
    #expect(lines.contains("UID:b1@host.example"))
  }

  @Test(arguments: HostileTexts.all)
  func `whatever is in a text, it stays in its line`(text: String) {
    let clean = CalendarEntryTests.lines(CalendarEntryTests.entry().text).count
    let lines = CalendarEntryTests.lines(CalendarEntryTests.entry(summary: text).text)
    // An escaped line feed is no line, and nothing else ends one.
    #expect(lines.count == clean)
    #expect(lines.allSatisfy { line in !line.unicodeScalars.contains { $0.value < 0x20 } })
  }

  @Test(arguments: [
    "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca",
    "Pacific/Auckland", "America/Sao_Paulo", "Europe/Dublin", "Asia/Tehran",
  ])
  func `the zone's clocks are told for every hour of three years`(identifier: String) throws {
    let zone = try #require(Zone(identifier: identifier))
    let around = zone.instants(of: "2026-06-15 12:00")[0]
    let observances = ZoneObservances(of: zone, around: around).observances
    #expect(
      zip(observances, observances.dropFirst()).allSatisfy { $0.begins < $1.begins && $0.after == $1.before })
    let from = LocalDateTime("2025-01-01 00:00").totalMinutes * 60
    for hour in 0..<(3 * 365 * 24) {
      let instant = Instant(seconds: from + hour * 3600)
      #expect(observances.last { $0.begins <= instant }?.after == zone.offset(at: instant))
    }
    // To the second.
    for change in observances.dropFirst() {
      #expect(zone.offset(at: Instant(seconds: change.begins.seconds - 1)) == change.before)
      #expect(zone.offset(at: change.begins) == change.after)
    }
  }

  @Test func `half an hour's change, and offsets of three quarters, are written out`() {
    let lordHowe = CalendarEntryTests.lines(
      CalendarEntryTests.entry("2026-04-05 10:00", "Australia/Lord_Howe").text)
    #expect(lordHowe.contains("TZOFFSETFROM:+1100") && lordHowe.contains("TZOFFSETTO:+1030"))
    #expect(lordHowe.contains("DTSTART:20260405T020000"))
    let kathmandu = CalendarEntryTests.lines(
      CalendarEntryTests.entry("2026-11-27 19:30", "Asia/Kathmandu").text)
    #expect(kathmandu.contains("TZOFFSETTO:+0545"))
    #expect(kathmandu.filter { $0 == "BEGIN:STANDARD" }.count == 1 && !kathmandu.contains("BEGIN:DAYLIGHT"))
  }

  @Test func `in UTC, and in an hour that the clock shows twice, times are UTC`() {
    let utc = CalendarEntryTests.lines(CalendarEntryTests.entry("2026-11-27 19:30", "UTC").text)
    #expect(utc.contains("DTSTART:20261127T193000Z") && !utc.contains("BEGIN:VTIMEZONE"))
    // From 00:30 summer time for two hours: it ends at 01:30 winter time, an hour that there was before.
    let twice = CalendarEntryTests.lines(CalendarEntryTests.entry("2026-10-25 00:30", minutes: 120).text)
    #expect(twice.contains("DTSTART:20261024T233000Z") && twice.contains("DTEND:20261025T013000Z"))
  }

  @Test func `an address with marks in it stays an address in a mailto link`() {
    var entry = CalendarEntryTests.entry()
    entry.organizer = MailAddress("a?cc=b%20&c+d@example.com")!
    #expect(
      CalendarEntryTests.lines(entry.text).contains("ORGANIZER:mailto:a%3Fcc%3Db%2520%26c+d@example.com"))
  }

  @Test func `the last year there are dates for has a calendar entry too`() {
    #expect(
      CalendarEntryTests.entry("9999-12-31 19:30").text.contains("DTSTART;TZID=Europe/London:99991231T193000")
    )
  }
}
