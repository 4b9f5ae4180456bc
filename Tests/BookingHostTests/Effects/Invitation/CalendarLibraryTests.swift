import Foundation
import Testing

@testable import BookingHost

/// What calendar programs make of our files: Python's icalendar, and dateutil for the time zones, which it then
/// knows from the file alone. `make mail-test` runs this with both.
@Suite("Calendar entries, read by others", .enabled(if: PythonMail.readsCalendars))
struct CalendarLibraryTests {
  private static let zones = [
    "Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "Africa/Casablanca",
    "America/Sao_Paulo", "UTC",
  ]
  /// Around the changes of clocks, on both sides of the equator.
  private static let dates = [
    "2026-03-07", "2026-03-08", "2026-03-09", "2026-03-28", "2026-03-29", "2026-03-30", "2026-04-04",
    "2026-04-05",
    "2026-04-06", "2026-07-01", "2026-10-03", "2026-10-04", "2026-10-05", "2026-10-24", "2026-10-25",
    "2026-10-26",
    "2026-10-31", "2026-11-01", "2026-11-02", "2026-12-31",
  ]

  private struct Case: Encodable {
    var text: String
    var zone: String
    var starts: Int
    var ends: Int
    var local: String
    /// Moments around the entry, and how far the zone's clocks are ahead then.
    var moments: [[Int]]
  }

  private func cases() -> [Case] {
    CalendarLibraryTests.zones.flatMap { identifier -> [Case] in
      let zone = Zone(identifier: identifier)!
      return CalendarLibraryTests.dates.flatMap { date in
        [15, 90, 150, 1170, 1410].compactMap { minute -> Case? in
          let start = LocalDateTime(date: CivilDate(date)!, minute: minute)
          guard let starts = zone.instants(of: start).first else { return nil }
          var entry = CalendarEntryTests.entry(
            "2026-11-27 19:30", identifier, summary: "Zoë; 4, \\ \"five\"\n6")
          (entry.starts, entry.ends) = (starts, starts.adding(minutes: 120))
          let moments = stride(from: -400, through: 400, by: 5).map { day in
            let moment = starts.seconds + day * 86_400 + day * 977
            return [moment, zone.offset(at: Instant(seconds: moment))]
          }
          return Case(
            text: entry.text, zone: identifier, starts: starts.seconds, ends: starts.seconds + 7200,
            local: start.description, moments: moments)
        }
      }
    }
  }

  @Test func `the libraries have the same instants, the same wall clock and the same zones`() throws {
    let cases = cases()
    #expect(cases.count > 600)
    let said = try PythonMail.run(CalendarLibraryTests.script, try JSONEncoder().encode(cases))
    #expect(String(decoding: said, as: UTF8.self) == "[]\n")
  }

  private static let script = #"""
    import datetime, io, json, sys
    import icalendar, dateutil.tz

    problems = []
    for case in json.load(sys.stdin):
        place = case["zone"] + " " + case["local"]
        def expect(what, seen, wanted):
            if seen != wanted: problems.append([place, what, str(seen), str(wanted)])
        calendar = icalendar.Calendar.from_ical(case["text"])
        event = calendar.walk("VEVENT")[0]
        expect("errors", [calendar.errors, event.errors], [[], []])
        expect("starts", event["DTSTART"].dt.timestamp(), case["starts"])
        expect("ends", event["DTEND"].dt.timestamp(), case["ends"])
        if event["DTSTART"].dt.tzname() != "UTC":
            expect("local", event["DTSTART"].dt.strftime("%Y-%m-%d %H:%M"), case["local"])
        expect("summary", str(event["SUMMARY"]), "Zoë; 4, \\ \"five\"\n6")
        expect("organizer", str(event["ORGANIZER"]), "mailto:hello@the-anchor.example")
        expect("method", str(calendar["METHOD"]), "PUBLISH")
        if calendar.walk("VTIMEZONE"):
            # Under a name that nobody knows, so that only the file can tell.
            zone = calendar.walk("VTIMEZONE")[0].to_ical().decode().replace(case["zone"], "Nowhere/Known")
            clock = dateutil.tz.tzical(io.StringIO(zone)).get("Nowhere/Known")
            for moment, ahead in case["moments"]:
                year = datetime.datetime.fromtimestamp(case["starts"], datetime.timezone.utc).year
                when = datetime.datetime.fromtimestamp(moment, datetime.timezone.utc)
                if abs(when.year - year) > 1: continue
                expect("offset", when.astimezone(clock).utcoffset().total_seconds(), ahead)
    print(json.dumps(problems[:5]))
    """#
}
