import Testing

@testable import BookingHost

struct DiaryQueryTests {
  let store: Store
  let restaurant = Restaurant(id: "r", slug: "r", name: "R", zone: StoreFixtures.london)

  init() throws { store = try StoreFixtures.inMemory() }

  private func diary(_ schedule: Schedule, around date: CivilDate) throws -> Diary {
    try store.write { try $0.insert(restaurant, schedule: schedule, isDemo: false) }
    return try store.read { try $0.diary(of: restaurant, around: date) }
  }

  private func day(
    _ date: CivilDate, hours: DayHours = DayHours(opens: 0, closes: 1440), closedFrom from: LocalDateTime,
    to: LocalDateTime, occurrence: Int = 0
  ) throws -> [ClosedPeriod] {
    let schedule = Schedule(weekly: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) }))
    try store.write { store in
      try store.insert(restaurant, schedule: schedule, isDemo: false)
      try store.insertClosure(
        atRestaurant: "r", from: restaurant.zone.instants(of: from)[0],
        to: restaurant.zone.instants(of: to)[occurrence], reason: "repairs")
    }
    let diary = try store.read { try $0.diary(of: restaurant, around: date) }
    return try #require(diary.days[date]).closures
  }

  @Test func aScheduleComesBackAsItWasSetUp() throws {
    let schedule = Schedule(
      weekly: [.monday: DayHours(opens: 720, closes: 1560), .sunday: .closed(label: "Day of rest")],
      exceptions: [
        "2026-12-25": .closed(label: "Christmas Day"), "2026-12-31": DayHours(opens: 0, closes: 1800),
      ],
      services: [
        ScheduledService(
          period: ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1380),
          weekdays: [.monday, .friday], capacity: Capacity(covers: 40, parties: 12),
          weekdayCapacity: [.friday: Capacity(covers: 50)],
          dateCapacity: ["2026-12-31": Capacity(covers: 80)]),
        ScheduledService(
          period: ServicePeriod(key: "dinner", name: "Early dinner", opens: 1020, closes: 1300),
          weekdays: []),
      ])
    try store.write { try $0.insert(restaurant, schedule: schedule, isDemo: false) }
    #expect(try store.read { try $0.schedule(ofRestaurant: "r") } == schedule)
    #expect(try store.read { try $0.restaurant(slug: "r") } == restaurant)
  }

  @Test func aDatedExceptionComesBeforeTheWeekday() throws {
    let diary = try diary(
      Schedule(
        weekly: [.friday: DayHours(opens: 720, closes: 1560)],
        exceptions: ["2026-12-25": .closed(label: "Christmas Day")]), around: "2026-12-25")
    #expect(Set(diary.days.keys) == ["2026-12-24", "2026-12-25", "2026-12-26"])
    #expect(diary.days["2026-12-25"]?.hours == .closed(label: "Christmas Day"))
    #expect(diary.days["2026-12-24"]?.hours == .closed())
  }

  @Test func theCapacityOfADateComesBeforeTheWeekdaysBeforeTheServices() throws {
    let dinner = ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1380)
    let diary = try diary(
      Schedule(
        weekly: [:],
        services: [
          ScheduledService(
            period: dinner, weekdays: [.friday, .saturday, .sunday], capacity: Capacity(covers: 40),
            weekdayCapacity: [.saturday: Capacity(covers: 50), .sunday: Capacity(covers: 60, parties: 9)],
            dateCapacity: ["2026-11-22": Capacity(parties: 5)])
        ]), around: "2026-11-21")
    let expected: [CivilDate: Capacity] = [
      "2026-11-20": Capacity(covers: 40), "2026-11-21": Capacity(covers: 50),
      "2026-11-22": Capacity(parties: 5),
    ]
    for (date, capacity) in expected {
      #expect(diary.days[date]?.services == [DayService(period: dinner, capacity: capacity)])
    }
  }

  @Test func aServiceIsHeldOnItsWeekdaysOnly() throws {
    let lunch = ServicePeriod(key: "lunch", name: "Lunch", opens: 720, closes: 900)
    let services = [ScheduledService(period: lunch, weekdays: [.saturday])]
    let diary = try diary(Schedule(weekly: [:], services: services), around: "2026-11-20")
    #expect(diary.days["2026-11-20"]?.services == [])
    #expect(diary.days["2026-11-21"]?.services.count == 1)
  }

  @Test func bookingsAreOnTheirServiceDayAndOnlyThoseThatTakeUpCovers() throws {
    for (index, status) in BookingStatus.allCases.enumerated() {
      try store.add(StoreFixtures.booking(index, date: "2026-11-21", minute: 1530, status: status))
    }
    try store.add(StoreFixtures.booking(90, date: "2026-11-23", minute: 720, party: 6))
    try store.add(StoreFixtures.booking(91, date: "2026-11-24"))
    try store.add(StoreFixtures.booking(92, at: StoreFixtures.other, date: "2026-11-22"))
    let diary = try store.read { try $0.diary(of: StoreFixtures.anchor, around: "2026-11-22") }
    let counted = BookingStatus.allCases.indices.filter { BookingStatus.allCases[$0].countsForCapacity }
    #expect(diary.days["2026-11-21"]?.bookings.map(\.bookingID) == counted.map { "b-\($0)" })
    #expect(diary.days["2026-11-21"]?.bookings.first?.minute == 1530)
    #expect(diary.days["2026-11-22"]?.bookings == [])
    let booking = StoreFixtures.booking(90, date: "2026-11-23", minute: 720, party: 6)
    #expect(
      diary.days["2026-11-23"]?.bookings == [
        DiaryEntry(bookingID: "b-90", minute: 720, starts: booking.startsAt, ends: booking.endsAt, covers: 6)
      ])
  }

  @Test func aClosureIsInMinutesOfTheServiceDay() throws {
    let closures = try day("2026-11-22", closedFrom: "2026-11-22 18:00", to: "2026-11-22 19:00")
    #expect(closures == [ClosedPeriod(from: 1080, to: 1140, reason: "repairs")])
  }

  @Test func closingForAnHourDoesNotCloseNextWeek() throws {
    #expect(try day("2026-11-29", closedFrom: "2026-11-22 18:00", to: "2026-11-22 19:00") == [])
  }

  @Test func aClosurePastMidnightBelongsToTheEveningThatIsStillOpen() throws {
    let closures = try day(
      "2026-11-20", hours: DayHours(opens: 720, closes: 1560), closedFrom: "2026-11-21 01:00",
      to: "2026-11-21 05:00")
    #expect(closures == [ClosedPeriod(from: 1500, to: 1560, reason: "repairs")])
  }

  @Test func aClosureOfSeveralDaysFillsEach() throws {
    let closures = try day("2026-11-22", closedFrom: "2026-11-20 18:00", to: "2026-11-25 09:00")
    #expect(closures == [ClosedPeriod(from: 0, to: 1440, reason: "repairs")])
  }

  @Test func aClosureOverTheHourThatIsSkippedEndsOnTheWallClock() throws {
    // 2027-03-28: clocks go from 01:00 to 02:00. 00:30 to 02:30 is one hour of real time.
    let closures = try day("2027-03-28", closedFrom: "2027-03-28 00:30", to: "2027-03-28 02:30")
    #expect(closures == [ClosedPeriod(from: 30, to: 150, reason: "repairs")])
  }

  @Test func aClosureInTheHourThatRepeatsCoversTheFirstOfTheTwo() throws {
    // 2026-10-25: 01:00 to 02:00 is shown twice. From the first 01:30 to the second 01:15: starts are taken
    // at the first showing, so all of them from 01:30 on are closed.
    let closures = try day(
      "2026-10-25", closedFrom: "2026-10-25 01:30", to: "2026-10-25 01:15", occurrence: 1)
    #expect(closures == [ClosedPeriod(from: 90, to: 120, reason: "repairs")])
  }

  @Test func aClosureThatIsOnlyTheSecondShowingClosesNoStart() throws {
    let zone = StoreFixtures.london
    let second = zone.instants(of: "2026-10-25 01:10")[1]
    let closure = Closure(from: second, to: second.adding(minutes: 20))
    #expect(closure.minutes(of: "2026-10-25", hours: DayHours(opens: 0, closes: 1440), in: zone) == nil)
  }

  @Test func oddSecondsCloseTheMinutesWhoseStartTheyCover() {
    let zone = Zone.utc
    let noon = zone.instants(of: "2026-11-22 12:00")[0].seconds
    let closure = Closure(from: Instant(seconds: noon + 30), to: Instant(seconds: noon + 630))
    let minutes = closure.minutes(of: "2026-11-22", hours: DayHours(opens: 0, closes: 1440), in: zone)
    #expect(minutes == ClosedPeriod(from: 721, to: 731))
  }
}
