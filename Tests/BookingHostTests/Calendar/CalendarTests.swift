import Foundation
import Testing

@testable import BookingHost

@Suite struct `Dates and clocks` {
  @Test func `civil dates agree with Foundation for four hundred years`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -70_000, to: 80_000, by: 37) {
      let date = CivilDate(dayNumber: number)
      let there = Date(timeIntervalSince1970: TimeInterval(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: there)
      #expect(date.parts.year == parts.year && date.parts.month == parts.month && date.parts.day == parts.day)
      #expect(date.weekday.number % 7 + 1 == parts.weekday)
      #expect(CivilDate(date.description) == date)
    }
  }

  @Test(arguments: ["2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-1-01", "+2026-01-01", ""])
  func `a date that does not exist is none`(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: ["2024-02-29", "2000-02-29"])
  func `leap days are dates`(text: String) {
    #expect(CivilDate(text)?.description == text)
  }

  @Test func `a minute past midnight belongs to the next date`() {
    #expect(LocalDateTime(day: "2026-11-21", minute: 1530) == "2026-11-22 01:30")
    #expect(LocalDateTime(day: "2026-11-21", minute: -30) == "2026-11-20 23:30")
  }

  @Test(arguments: ["Europe/London", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC"])
  func `every instant comes back from its wall clock`(name: String) throws {
    let zone = try #require(Zone(identifier: name))
    // Every 97 minutes of two years, so that every change of the clocks is passed.
    for seconds in stride(from: 1_767_225_600, to: 1_830_297_600, by: 97 * 60) {
      let instant = Instant(seconds: seconds)
      #expect(zone.instants(of: zone.local(instant)).contains(instant))
    }
  }

  @Test func `the hour that clocks skip has no instant, the one they repeat has two`() throws {
    let zone = try #require(Zone(identifier: "Europe/London"))
    #expect(zone.instants(of: "2026-03-29 01:30") == [])
    #expect(zone.instants(of: "2026-03-29 02:00").count == 1)
    let twice = zone.instants(of: "2026-10-25 01:30")
    #expect(twice.map { zone.timestamp($0) } == ["2026-10-25T01:30:00+01:00", "2026-10-25T01:30:00+00:00"])
  }

  @Test func `timestamps carry the zone's offset`() throws {
    let zone = try #require(Zone(identifier: "Asia/Kathmandu"))
    #expect(zone.timestamp(Instant(seconds: 0)) == "1970-01-01T05:30:00+05:30")
    #expect(Zone.utc.timestamp(Instant(seconds: -1)) == "1969-12-31T23:59:59+00:00")
  }
}

@Suite struct `A diary` {
  private let restaurant = Restaurant(id: "r", slug: "r", name: "R", zone: .utc, seats: 50)
  private let late = ServicePeriod(key: "late", name: "Late", opens: 1320, closes: 1560)

  private func diary(bookings: [DiaryEntry] = []) -> Diary {
    let dates = Diary.dates(around: "2026-11-22")
    return Diary(
      restaurant: restaurant,
      days: dates.map {
        ServiceDay(
          date: $0, hours: DayHours(opens: 720, closes: 1560),
          services: [DayService(period: late, capacity: Capacity(covers: 40))],
          bookings: $0 == "2026-11-21" ? bookings : [])
      })
  }

  @Test func `a start after midnight belongs to the evening before`() {
    #expect(diary().moment(of: "2026-11-22 01:30") == .init(date: "2026-11-21", minute: 1530))
    #expect(diary().moment(of: "2026-11-22 02:00") == .init(date: "2026-11-22", minute: 120))
    #expect(diary().moment(of: "2026-11-22 12:00") == .init(date: "2026-11-22", minute: 720))
  }

  @Test func `load counts the service's bookings, and not the one being changed`() {
    let entries = [("a", 1320, 4), ("b", 1530, 6), ("c", 800, 9)].map { id, minute, covers in
      let start = Instant(seconds: (CivilDate("2026-11-21").dayNumber * 1440 + minute) * 60)
      return DiaryEntry(
        bookingID: id, minute: minute, starts: start, ends: start.adding(minutes: 90), covers: covers)
    }
    func load(changing: String?) -> Load {
      let inquiry = Diary.Inquiry(
        mode: "m", action: .create, now: Instant(seconds: 1_795_000_000), staff: .guest, changing: changing)
      return diary(bookings: entries).facts(inquiry, start: "2026-11-22 01:00", day: "2026-11-22").load
    }
    #expect(load(changing: nil).covers == 10)
    #expect(load(changing: nil).parties == 2)
    #expect(load(changing: nil).maxCovers == 40)
    #expect(load(changing: "b").covers == 4)
    #expect(load(changing: nil).starts.map(\.minute) == [800, 1320, 1530])
    #expect(load(changing: nil).sittings?.count == 3)
  }
}
