import Testing

@testable import BookingHost

@Suite("What a change strands") struct StrandingTests {
  typealias F = HouseFixtures

  @Test func `a booking that starts when the restaurant is to be closed is stranded, its neighbours are not`()
    throws
  {
    let bookings = [
      F.booking(1, "2026-11-27 18:00"), F.booking(2, "2026-11-27 20:59"), F.booking(3, "2026-11-27 21:00"),
      F.booking(4, "2026-11-28 21:00"),
    ]
    let change = HouseChange.weekly([.friday: DayHours(opens: 720, closes: 1260)])
    #expect(try F.stranded(change, bookings) == ["R3": ["outside_hours"]])
  }

  @Test func `a table at half past one at night belongs to the evening before`() throws {
    let late = F.booking(1, "2026-11-28 01:30", lastNight: true)
    let early = HouseChange.weekly([.friday: DayHours(opens: 720, closes: 1440)])
    #expect(try F.stranded(early, [late]) == ["R1": ["outside_hours"]])
    #expect(try F.stranded(.weekly([.saturday: .closed()]), [late]) == [:])
    let closed = HouseChange.exception("2026-11-27", .closed(label: "Wedding"))
    #expect(try F.stranded(closed, [late]) == ["R1": ["closed_date"]])
  }

  @Test func `an exception touches its date and no other of that weekday`() throws {
    let bookings = [F.booking(1, "2026-12-24 19:00"), F.booking(2, "2026-12-31 19:00")]
    #expect(
      try F.stranded(.exception("2026-12-24", .closed()), bookings) == ["R1": ["closed_date"]])
  }

  @Test func `what is past, seated or cancelled cannot be stranded`() throws {
    let bookings = [
      F.booking(1, "2026-11-21 11:59"), F.booking(2, "2026-11-21 19:00", status: .checkedIn),
      F.booking(3, "2026-11-21 19:00", status: .pending),
    ]
    #expect(try F.stranded(.weekly([.saturday: .closed()]), bookings) == ["R3": ["closed_date"]])
  }

  @Test func `what a booking had against it before is no news`() throws {
    let between = F.booking(1, "2026-11-27 16:00")
    #expect(try F.stranded(.removeService(key: "dinner"), [between]) == [:])
    let shorter = HouseChange.service(
      key: "dinner", ServiceEdit(hours: DayHours(opens: 1080, closes: 1560)))
    let bookings = [between, F.booking(2, "2026-11-27 17:30")]
    #expect(try F.stranded(shorter, bookings) == ["R2": ["outside_service"]])
  }

  @Test func `with less room those who booked last do not fit, whoever comes first`() throws {
    let bookings = [
      F.booking(1, "2026-11-27 21:00", covers: 6), F.booking(2, "2026-11-27 18:00", covers: 4),
      F.booking(3, "2026-11-27 19:00", covers: 2), F.booking(4, "2026-11-28 19:00", covers: 9),
    ]
    let change = HouseChange.service(
      key: "dinner", ServiceEdit(capacity: CapacityEdit(covers: .most(9))))
    #expect(try F.stranded(change, bookings) == ["R2": ["capacity_exceeded"]])
    let friday = HouseChange.capacity(
      key: "dinner", .date("2026-11-27"), CapacityEdit(parties: .most(2)))
    #expect(try F.stranded(friday, bookings) == ["R3": ["capacity_exceeded"]])
  }

  @Test func `seats are counted at one moment, not over the evening`() throws {
    let bookings = [
      F.booking(1, "2026-11-27 18:00", covers: 4), F.booking(2, "2026-11-27 19:30", covers: 4),
      F.booking(3, "2026-11-27 19:00", covers: 2), F.booking(4, "2026-11-27 16:30", covers: 4),
    ]
    #expect(try F.stranded(.seats(4), bookings) == ["R3": ["capacity_exceeded"]])
    #expect(try F.stranded(.seats(6), bookings) == [:])
  }

  @Test func `another time zone shifts what guests were told, but for zones whose clocks agree then`() throws
  {
    let bookings = [F.booking(1, "2026-11-27 19:00"), F.booking(2, "2027-06-04 19:00")]
    let paris = HouseChange.details(DetailsEdit(timezone: "Europe/Paris"))
    #expect(try F.stranded(paris, bookings) == ["R1": ["time_shifted"], "R2": ["time_shifted"]])
    let accra = HouseChange.details(DetailsEdit(timezone: "Africa/Accra"))
    #expect(try F.stranded(accra, bookings) == ["R2": ["time_shifted"]])
  }
}

@Suite("Closing for a while") struct ClosingTests {
  typealias F = HouseFixtures

  @Test func `sixty minutes are sixty minutes: next Saturday is open`() throws {
    let close = HouseChange.close(from: F.now, to: F.now.adding(minutes: 60), reason: nil)
    let bookings = [
      F.booking(1, "2026-11-21 12:30"), F.booking(2, "2026-11-21 13:00"), F.booking(3, "2026-11-28 12:30"),
    ]
    #expect(try F.stranded(close, bookings) == ["R1": ["closed_period"]])
  }

  @Test func `an hour in the night when clocks go back is an hour, whatever they show`() throws {
    // The clock shows 01:30 twice: half past midnight UTC, and an hour later.
    let saturday = F.instant("2026-10-24 23:00")
    let first = F.booking(1, "2026-10-25 01:30", lastNight: true)
    let second = F.booking(
      2, "2026-10-25 01:30", lastNight: true, at: first.starts.adding(minutes: 60))
    let close = HouseChange.close(
      from: first.starts.adding(minutes: -30), to: first.starts.adding(minutes: 30), reason: nil)
    #expect(try F.stranded(close, [first, second], now: saturday) == ["R1": ["closed_period"]])
  }

  @Test func `opening ends what is on now and leaves what is to come`() throws {
    var setup = F.setup()
    let later = Closure(id: 2, from: F.now.adding(minutes: 300), to: F.now.adding(minutes: 400))
    setup.closures = [Closure(id: 1, from: F.now.adding(minutes: -10), to: F.now.adding(minutes: 50)), later]
    let opened = try HouseChange.open(.now).applied(to: setup, now: F.now)
    #expect(opened.closures.map(\.to) == [F.now, later.to])
    #expect(try HouseChange.open(.closure(2)).applied(to: setup, now: F.now).closures.map(\.id) == [1])
    #expect(
      try HouseChange.open(.all).applied(to: setup, now: F.now).closures.filter { $0.to > F.now }.isEmpty)
    #expect(throws: HouseRefusal.self) { try HouseChange.open(.closure(9)).applied(to: setup, now: F.now) }
  }

  @Test func `closing twice for the same time is closing once`() throws {
    let close = HouseChange.close(from: F.now, to: F.now.adding(minutes: 60), reason: "Full")
    let once = try close.applied(to: F.setup(), now: F.now)
    #expect(try close.applied(to: once, now: F.now) == once)
  }

  @Test func `what has no length, lies in the past or lasts for years is refused`() {
    for (from, to) in [(0, 0), (60, 30), (-120, -60), (0, 3 * 366 * 1440)] {
      let close = HouseChange.close(
        from: F.now.adding(minutes: from), to: F.now.adding(minutes: to), reason: nil)
      #expect(throws: HouseRefusal.self) { try close.applied(to: F.setup(), now: F.now) }
    }
  }
}
