import Testing

@testable import BookingHost

@Suite("Hours, days and moments as people write them") struct HouseInputTests {
  typealias F = HouseFixtures

  @Test(arguments: [
    ("12:00-23:00", 720, 1380), ("18:00-02:00", 1080, 1560), ("18:00-26:00", 1080, 1560),
    ("0:00-24:00", 0, 1440), ("5pm - 11pm", 1020, 1380), ("12:00-12:00", 720, 2160),
    ("22:00–01:30", 1320, 1530),
  ])
  func `hours may end after midnight`(text: String, opens: Int, closes: Int) throws {
    let hours = try #require(HoursText.read(text))
    #expect([hours.opens, hours.closes] == [opens, closes])
    #expect(HoursText.read(HoursText.text(hours)) == hours, "what is shown can be written")
  }

  @Test(arguments: ["", "12", "12:00", "12:00-", "25:00-26:00", "12:00-49:00", "open", "12:00-13:00-14:00"])
  func `what is no hours is not guessed at`(text: String) { #expect(HoursText.read(text) == nil) }

  @Test func `days may be named alone, in lists and in runs`() {
    #expect(WeekdayText.read("fri") == [.friday])
    #expect(WeekdayText.read("sat-mon") == [.saturday, .sunday, .monday])
    #expect(WeekdayText.read("mon-wed, Friday") == [.monday, .tuesday, .wednesday, .friday])
    #expect(WeekdayText.read("daily")?.count == 7)
    for text in ["", "fr", "xyz", "mon-", "fri,,sat", "mon-tue-wed"] {
      #expect(WeekdayText.read(text) == nil)
    }
    #expect(WeekdayText.text([.monday, .tuesday, .wednesday, .friday]) == "mon-wed,fri")
  }

  @Test func `a time of day to close until is tomorrow's when today's is over`() {
    let ten = F.instant("2026-11-21 22:00")
    func read(_ text: String, after: Instant? = nil) -> LocalDateTime? {
      MomentText.read(text, zone: F.london, now: ten, after: after).map { F.london.local($0) }
    }
    #expect(read("01:00", after: ten) == "2026-11-22 01:00")
    #expect(read("23:00", after: ten) == "2026-11-21 23:00")
    #expect(read("2026-12-01 18:00") == "2026-12-01 18:00")
    #expect(read("tomorrow 6pm") == "2026-11-22 18:00")
    #expect(read("2026-12-01") == "2026-12-01 00:00")
    #expect(read("2026-12-01T18:00:00+05:45") == "2026-12-01 12:15")
    #expect(read("2026-12-01T18:00Z") == "2026-12-01 18:00")
  }

  @Test func `a time that the clocks skip is no moment`() {
    let now = F.instant("2027-03-27 12:00")
    #expect(MomentText.read("2027-03-28 01:30", zone: F.london, now: now, after: nil) == nil)
    #expect(MomentText.read("2027-03-28 02:00", zone: F.london, now: now, after: nil) != nil)
  }
}

@Suite("Changes that cannot be") struct HouseRefusalTests {
  typealias F = HouseFixtures

  @Test func `each says what is wrong and with which word`() throws {
    let wrong: [(HouseChange, String)] = [
      (.details(DetailsEdit(name: " \u{200B} ")), "name_invalid"),
      (.details(DetailsEdit(timezone: "EST")), "timezone_unknown"),
      (.details(DetailsEdit(email: "nobody")), "email_invalid"),
      (.details(DetailsEdit(phone: "ring us")), "phone_invalid"),
      (.details(DetailsEdit(locale: "British")), "locale_invalid"),
      (.seats(-1), "limit_invalid"), (.exception("2026-12-24", nil), "exception_unknown"),
      (.weekly([.friday: DayHours(opens: 720, closes: 700)]), "hours_invalid"),
      (.removeService(key: "diner"), "service_unknown"),
      (.service(key: "brunch", ServiceEdit()), "hours_required"),
      (.service(key: "none", ServiceEdit(hours: DayHours(opens: 1, closes: 2))), "service_invalid"),
      (.service(key: "dinner", ServiceEdit(weekdays: [])), "days_invalid"),
    ]
    for (change, code) in wrong {
      let refusal = #expect(throws: HouseRefusal.self) { try change.applied(to: F.setup(), now: F.now) }
      #expect(refusal?.code == code)
    }
  }

  @Test func `a header cannot be smuggled into a name or an address`() throws {
    let edit = DetailsEdit(name: "The Anchor\r\nBcc: all@example.com", address: "1 Quay\nLondon")
    let restaurant = try edit.applied(to: F.setup().restaurant)
    #expect(restaurant.name == "The Anchor Bcc: all@example.com")
    #expect(restaurant.address == "1 Quay London")
    #expect(throws: HouseRefusal.self) {
      try DetailsEdit(email: "a@example.com\r\nBcc:b@example.com").applied(to: F.setup().restaurant)
    }
  }
}
