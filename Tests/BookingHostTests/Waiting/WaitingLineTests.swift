import Testing

@testable import BookingHost

@Suite struct `How long a party will wait` {
  private static let zone = Zone(identifier: "Europe/London")!
  private static let restaurant = Restaurant(
    id: "r", slug: "anchor", name: "Anchor", zone: zone, seats: 10)
  private static let saturday: CivilDate = "2026-11-21"

  private static func at(_ time: String) -> Instant {
    zone.instants(of: LocalDateTime("2026-11-21 \(time)")!)[0]
  }

  private static func entry(_ id: String, _ covers: Int, _ from: String, _ to: String) -> DiaryEntry {
    DiaryEntry(
      bookingID: id, minute: ClockTime.minute(from)!, starts: at(from), ends: at(to), covers: covers)
  }

  /// Open from five to eleven.
  private static func diary(_ bookings: [DiaryEntry]) -> Diary {
    Diary(
      restaurant: restaurant,
      days: [
        ServiceDay(date: saturday, hours: DayHours(opens: 1020, closes: 1380), bookings: bookings)
      ])
  }

  /// A house with so many chairs where everybody stays for an hour and a half.
  private static func chairs(_ seats: Int) -> (WaitingLine.Party, Instant, Diary) -> WaitingLine.Sitting {
    { party, moment, diary in
      let covers = party.draft[Field.party]?.wholeNumber ?? 0
      let ends = moment.adding(minutes: 90)
      let seated = diary.days[saturday]!.bookings.filter { $0.starts < ends && $0.ends > moment }
        .reduce(0) { $0 + $1.covers }
      return WaitingLine.Sitting(isFree: seated + covers <= seats, covers: covers, minutes: 90)
    }
  }

  private static func party(_ size: Int) -> WaitingLine.Party {
    WaitingLine.Party(mode: "m", draft: Draft(party: .integer(size)))
  }

  private func line(
    _ bookings: [DiaryEntry], now: String = "19:00", seated: Set<String> = [], seats: Int = 10
  ) -> WaitingLine {
    WaitingLine(Self.diary(bookings), now: Self.at(now), seated: seated, judge: Self.chairs(seats))
  }

  @Test func `is nothing where there is room`() throws {
    var line = line([Self.entry("a", 6, "18:00", "19:30")])
    #expect(try line.seat(Self.party(4)) == 0)
  }

  @Test func `is until enough have gone, rounded up to five minutes`() throws {
    var line = line([Self.entry("a", 6, "18:00", "19:21"), Self.entry("b", 4, "18:15", "19:45")])
    #expect(try line.seat(Self.party(4)) == 25)
  }

  @Test func `grows with those before it in the line, who sit for as long as they do`() throws {
    var line = line([Self.entry("a", 6, "18:00", "19:20"), Self.entry("b", 4, "18:15", "19:45")])
    #expect(try [6, 4, 2].map { try line.seat(Self.party($0)) } == [20, 45, 110])
  }

  @Test func `may be shorter for a small party than for a large one before it, never in its place`() throws {
    var line = line([Self.entry("a", 8, "18:00", "20:45")])
    #expect(try [10, 2, 2].map { try line.seat(Self.party($0)) } == [105, 0, 195])
  }

  @Test func `leaves their places to those who have booked`() throws {
    var line = line([Self.entry("a", 10, "18:00", "19:30"), Self.entry("b", 8, "20:00", "21:30")])
    #expect(try line.seat(Self.party(4)) == 150)
    #expect(try line.seat(Self.party(2)) == 30)
  }

  @Test func `counts with guests who sit longer than they were to`() throws {
    let bookings = [Self.entry("a", 10, "17:00", "18:30")]
    var gone = line(bookings)
    #expect(try gone.seat(Self.party(2)) == 0)
    var there = line(bookings, seated: ["a"])
    #expect(try there.seat(Self.party(2)) == WaitingLine.lingering)
  }

  @Test func `is not told when there will be no room before closing`() throws {
    var line = line([Self.entry("a", 10, "18:00", "22:30")])
    #expect(try line.seat(Self.party(2)) == 210)
    #expect(try line.seat(Self.party(11)) == nil)
    var late = self.line([Self.entry("a", 10, "18:00", "23:00")])
    #expect(try late.seat(Self.party(1)) == nil)
  }

  @Test func `is not told after closing, nor on a day that is closed`() throws {
    var after = line([], now: "23:00")
    #expect(try after.seat(Self.party(2)) == nil)
    let closed = Diary(
      restaurant: Self.restaurant, days: [ServiceDay(date: Self.saturday, hours: .closed())])
    var none = WaitingLine(closed, now: Self.at("19:00"), seated: [], judge: Self.chairs(10))
    #expect(try none.seat(Self.party(2)) == nil)
  }

  @Test func `is longer while a party that was called has its table kept`() throws {
    var line = line([Self.entry("a", 6, "18:00", "20:00")])
    try line.hold(Self.party(4))
    #expect(try line.seat(Self.party(4)) == 60)
  }

  @Test func `goes on past midnight where the evening does`() throws {
    let night = Diary(
      restaurant: Self.restaurant,
      days: [
        ServiceDay(
          date: Self.saturday, hours: DayHours(opens: 1020, closes: 1560),
          bookings: [
            DiaryEntry(
              bookingID: "a", minute: 1380, starts: Self.at("23:00"),
              ends: Self.at("23:00").adding(minutes: 90), covers: 10)
          ])
      ])
    var line = WaitingLine(night, now: Self.at("23:40"), seated: [], judge: Self.chairs(10))
    #expect(try line.seat(Self.party(2)) == 50)
  }

  @Test func `is the same however often it is asked`() throws {
    let line = line([Self.entry("a", 6, "18:00", "19:21"), Self.entry("b", 4, "18:15", "19:45")])
    let answers = try (0..<3).map { _ in
      var line = line
      return try line.seat(Self.party(4))
    }
    #expect(answers == [25, 25, 25])
  }
}

@Suite struct `A party on the list` {
  private func entry(_ state: WaitlistState, hasReturned: Bool = false) -> WaitlistEntry {
    var entry = WaitlistEntry(
      id: "e", number: 7, restaurant: .init(id: "r", slug: "r", name: "R"), zone: .utc,
      serviceDate: "2026-11-21", mode: "ops", party: 2, name: "Ada", quotedMinutes: 20,
      addedAt: Instant(seconds: 0), staff: .init(id: "s", role: .host))
    entry.state = state
    entry.hasReturned = hasReturned
    entry.heldUntil = Instant(seconds: 600)
    return entry
  }

  @Test func `goes by its steps and no others`() {
    let ways: [WaitlistState: [WaitlistStep: WaitlistState]] = [
      .waiting: [.call: .called, .seat: .seated, .leave: .left],
      .called: [.back: .waiting, .seat: .seated, .leave: .left],
    ]
    for state in WaitlistState.allCases {
      for step in WaitlistStep.allCases {
        #expect((try? step.state(of: entry(state))) == ways[state]?[step], "\(step) of \(state)")
      }
    }
  }

  @Test func `is put back once`() {
    #expect(throws: LifeCycle.Refusal(message: "W7 was put back once already: seat them, or let them go.")) {
      try WaitlistStep.back.state(of: entry(.called, hasReturned: true))
    }
  }

  @Test func `is overdue once its table was kept for long enough`() {
    #expect(!entry(.called).isOverdue(Instant(seconds: 600)))
    #expect(entry(.called).isOverdue(Instant(seconds: 601)))
    #expect(!entry(.waiting).isOverdue(Instant(seconds: 601)))
  }

  @Test(arguments: [("W7", 7), ("w12", 12), ("7", nil), ("W", nil), ("W-1", nil), ("W99999999", nil)])
  func `is known by a code that can be typed`(code: String, number: Int?) {
    #expect(WaitlistEntry.number(code) == number)
  }
}
