import Testing

@testable import BookingHost

struct GuestBookTests {
  let house: GuestHouse
  private var desk: BookingDesk { house.house.desk() }

  init() throws { house = try GuestHouse() }

  // MARK: Merging

  @Test func `a merge takes bookings and points along, and the counts are right at once`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let other = try house.book("Augusta", phone: "+447700900123")
    try house.life.deliver()
    #expect(try house.guest(ada).points == 20)
    let guest = try house.merge(other, into: ada)
    #expect(guest.bookings == 2 && guest.upcoming == 2 && guest.points == 40)
    #expect(try house.guest(other).id == guest.id)
    #expect(guest.phone == "+447700900123")
  }

  @Test func `the contact of who was merged finds who was kept`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let other = try house.book("Ada", email: "a.lovelace@work.example")
    let kept = try house.merge(other, into: ada)
    let third = try house.book("Ada", email: "a.lovelace@work.example")
    #expect(try house.guest(third).id == kept.id)
  }

  @Test func `who was merged before goes along when the one they are is merged too`() throws {
    let (a, b, c) = try (
      house.book("Ada", email: "a@example.com"), house.book("Ada", email: "b@example.com"),
      house.book("Ada", email: "c@example.com")
    )
    _ = try house.merge(a, into: b)
    let kept = try house.merge(b, into: c)
    #expect(kept.bookings == 3)
    #expect(try house.guest(house.book("Ada", email: "a@example.com")).id == kept.id)
  }

  @Test func `merging is for managers, of one restaurant, and of two guests`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let other = try house.book("Bob", email: "bob@example.com")
    let before = try house.house.rowCounts()
    #expect(throws: HostError.self) { try desk.merge(other.reference, into: ada.reference, by: house.host) }
    #expect(throws: HostError.self) { try desk.merge(ada.reference, into: ada.reference, by: house.manager) }
    let stranger = Caller.staff(house.house.stranger)
    #expect(throws: HostError.self) { try desk.merge(other.reference, into: ada.reference, by: stranger) }
    #expect(throws: HostError.self) { try desk.merge(other.reference, into: ada.reference, by: .guest) }
    #expect(try house.house.rowCounts() == before)
  }

  // MARK: Splitting

  @Test func `a split gives bookings a guest by their own contact, with their points`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let other = try house.book("Bob", phone: "+447700900123")
    try house.life.deliver()
    let kept = try house.merge(other, into: ada)
    let split = try desk.split([other.reference], by: house.manager)
    #expect(split.kept.id == kept.id && split.kept.bookings == 1 && split.kept.points == 20)
    #expect(split.split.name == "Bob" && split.split.bookings == 1 && split.split.points == 20)
    #expect(split.kept.phone == nil)
    #expect(try house.store.rows("SELECT id FROM guests").count == 2, "the merged row came back")
  }

  @Test func `what was never two becomes two, and stays so with the next booking`() throws {
    let first = try house.book("Ada", email: "ada@example.com")
    let second = try house.book("Ada", email: "ada@example.com", phone: "+447700900123")
    let split = try desk.split([second.reference], by: house.manager)
    #expect(split.split.id != split.kept.id)
    let third = try house.book("Ada", phone: "+447700900123")
    #expect(try house.guest(third).id == split.split.id)
    #expect(try house.guest(first).id == split.kept.id)
  }

  @Test func `a split leaves the guest a booking, and takes those of one guest`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let bob = try house.book("Bob", email: "bob@example.com")
    #expect(throws: HostError.self) { try desk.split([ada.reference], by: house.manager) }
    #expect(throws: HostError.self) { try desk.split([ada.reference, bob.reference], by: house.manager) }
    #expect(throws: HostError.self) { try desk.split(["NONE"], by: house.manager) }
  }

  // MARK: The trail

  @Test func `merges and splits are in the history of bookings and guests, without personal data`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let other = try house.book("Bob", phone: "+447700900123")
    _ = try house.merge(other, into: ada)
    _ = try desk.split([other.reference], by: house.manager)
    let history = try house.store.read { try $0.history(ofBooking: other.id).map(\.action) }
    #expect(history == ["booking.created", "guest.split"])
    let kept = try desk.guest(ada.reference, by: house.host).history.map(\.action)
    #expect(kept == ["guest.merged", "guest.split"])
    let lines = try house.store.rows("SELECT detail FROM audit").compactMap { $0["detail"] }.joined()
    #expect(!lines.contains("Bob") && !lines.contains("ada@") && !lines.contains("7700900"))
  }

  // MARK: Notes, tags, allergies

  @Test func `staff note, tag and warn, and the trail says which and never what`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    var edit = GuestEdit()
    edit.notes = .text("likes the window")
    edit.allergies = .text("nuts")
    edit.addedTags = ["vip"]
    let after = try desk.note(edit, of: ada.reference, by: house.host)
    #expect(after.tags == ["vip"] && after.notes == "likes the window" && after.allergies == "nuts")
    #expect(try house.guest(ada) == after)
    let line = try house.store.rows("SELECT detail FROM audit WHERE action = 'guest.noted'")
    #expect(line == [["detail": #"{"fields":["notes","allergies","tags"]}"#]])
    let rows = try house.house.rowCounts()
    _ = try desk.note(edit, of: ada.reference, by: house.host)
    #expect(try house.house.rowCounts() == rows, "what changes nothing writes nothing")
  }

  @Test(arguments: ["", "VIP", "a b", "x;y", String(repeating: "a", count: 41)])
  func `a tag is a plain small word`(tag: String) throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    var edit = GuestEdit()
    edit.addedTags = [tag]
    #expect(throws: HostError.self) { try desk.note(edit, of: ada.reference, by: house.host) }
  }

  // MARK: Who is meant

  @Test func `a guest is named by id, by enough of it, or by a booking`() throws {
    let ada = try house.book("Ada", email: "ada@example.com")
    let guest = try house.guest(ada)
    #expect(try desk.guest(guest.id, by: house.host).guest == guest)
    #expect(try desk.guest(String(guest.id.prefix(6)), by: house.host).guest == guest)
    #expect(throws: HostError.self) { try desk.guest(String(guest.id.prefix(5)), by: house.host) }
    let stranger = Caller.staff(house.house.stranger)
    for name in [guest.id, String(guest.id.prefix(6)), ada.reference] {
      #expect(throws: HostError.self) { try desk.guest(name, by: stranger) }
    }
  }

  @Test func `the book is searched by all that is known, and shows one restaurant's guests only`() throws {
    _ = try house.book("Zoë Müller", email: "zoe@example.com", phone: "+44 7700 900123")
    let bob = try house.book("Bob")
    func found(_ search: String?) throws -> [String] {
      try desk.guests(restaurant: nil, search: search, limit: 10, by: house.host).map(\.name)
    }
    #expect(try found(nil) == ["Bob", "Zoë Müller"])
    #expect(try found("zoe muller") == ["Zoë Müller"])
    #expect(try found("07700 900123") == ["Zoë Müller"])
    #expect(try found("zoe@example") == ["Zoë Müller"])
    #expect(try found(bob.reference) == ["Bob"])
    #expect(try found("%") == [])
    let stranger = Caller.staff(house.house.stranger)
    #expect(try desk.guests(restaurant: nil, search: nil, limit: 10, by: stranger) == [])
    #expect(throws: HostError.self) {
      try desk.guests(restaurant: "anchor", search: nil, limit: 10, by: stranger)
    }
  }
}
