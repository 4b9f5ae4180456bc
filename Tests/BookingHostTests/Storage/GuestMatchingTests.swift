import Testing

@testable import BookingHost

struct GuestMatchingTests {
  let store: Store

  init() throws { store = try StoreFixtures.inMemory() }

  private func add(
    _ number: Int, _ name: String, email: String? = nil, phone: String? = nil,
    at restaurant: Restaurant = StoreFixtures.anchor
  ) throws {
    var booking = StoreFixtures.booking(number, at: restaurant, name: name)
    booking.email = email
    booking.phone = phone
    try store.add(booking)
  }

  private func guests() throws -> [[String: String]] {
    try store.rows("SELECT name, email, phone FROM guests ORDER BY id")
  }

  @Test func twoWalkInsWithoutContactAreTwoGuests() throws {
    try add(1, "Ada Lovelace")
    try add(2, "Ada Lovelace")
    #expect(try guests().count == 2)
  }

  @Test func aSharedAddressDoesNotMergeAFamily() throws {
    try add(1, "Ada Lovelace", email: "family@example.com", phone: "+447700900123")
    try add(2, "Byron Lovelace", email: "family@example.com", phone: "+447700900123")
    #expect(try guests().count == 2)
  }

  @Test func theSamePhoneAndNameIsOneGuest() throws {
    try add(1, "Zoë  O'Hara", phone: "+447700900123")
    try add(2, " zoe o'hara ", phone: "+447700900123")
    #expect(try guests() == [["name": "Zoë  O'Hara", "phone": "+447700900123"]])
  }

  @Test func aGuestBecomesKnownByMoreButIsNeverRenamedOrMoved() throws {
    try add(1, "Ada", email: "ada@example.com")
    try add(2, "ADA", email: "ada@example.com", phone: "+447700900123")
    try add(3, "Ada", email: "new@example.com", phone: "+447700900123")
    #expect(try guests() == [["name": "Ada", "email": "ada@example.com", "phone": "+447700900123"]])
    #expect(try store.read { try $0.booking(id: "b-2")?.name } == "ADA")
  }

  @Test func anotherRestaurantKnowsNothingOfThem() throws {
    try add(1, "Ada", email: "ada@example.com")
    try add(2, "Ada", email: "ada@example.com", at: StoreFixtures.other)
    #expect(try guests().count == 2)
  }

  @Test func theLongestKnownGuestIsTakenWhenTwoMatch() throws {
    try add(1, "Ada", email: "ada@example.com")
    try add(2, "Ada", phone: "+447700900123")
    let key = GuestKey(name: "Ada", email: "ada@example.com", phone: "+447700900123")
    let now = StoreFixtures.now
    let found = try store.read { try $0.guest(matching: key, atRestaurant: "r-anchor", now: now) }
    #expect(found?.id == "g-b-1")
  }

  @Test func whatIsKnownOfAGuestIsCountedFromTheirBookings() throws {
    let statuses: [BookingStatus] = [
      .completed, .completed, .checkedIn, .noShow, .cancelled, .confirmed, .pending, .confirmed,
    ]
    for (index, status) in statuses.enumerated() {
      let date: CivilDate = index == 7 ? "2026-11-01" : "2026-12-01"
      var booking = StoreFixtures.booking(index, date: date, name: "Ada", status: status)
      booking.email = "ada@example.com"
      try store.add(booking)
    }
    let key = GuestKey(name: "ada", email: "ada@example.com")
    let now = StoreFixtures.london.instants(of: "2026-11-22 18:00")[0]
    let found = try store.read { try $0.guest(matching: key, atRestaurant: "r-anchor", now: now) }
    #expect(found?.facts == GuestFacts(known: true, visits: 3, noShows: 1, upcoming: 2))
    let stranger = GuestKey(name: "Ada")
    let unknown = try store.read { try $0.guest(matching: stranger, atRestaurant: "r-anchor", now: now) }
    #expect(unknown?.id == nil)
  }

  @Test(arguments: [
    ("Zoë  Müller", "ZOE MULLER"), ("Straße", "STRASSE"), ("Ａｄａ", "ada"), ("И\u{306}ван", "Иван"),
    ("Ada\u{200B} Lovelace", "ada\u{00A0}lovelace"), ("ΣΊΣΥΦΟΣ", "σισυφος"),
  ])
  func namesAreTheSameBut(_ a: String, _ b: String) {
    #expect(GuestName.folded(a) == GuestName.folded(b))
  }

  @Test func vowelSignsOfOtherScriptsAreNotAccents() {
    #expect(GuestName.folded("กิน") != GuestName.folded("กน"))
    #expect(GuestName.folded("Ada") != GuestName.folded("Adam"))
  }
}
