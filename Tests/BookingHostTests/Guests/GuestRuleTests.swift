import Testing

@testable import BookingHost

struct GuestRuleTests {
  private func house(_ tables: String, access: String = "staff") throws -> GuestHouse {
    try GuestHouse(
      rules: """
        return {
          access = "\(access)", offered = \(access == "public"), fields = { email = {}, phone = {} }, \(tables)
          check = function(draft, facts)
            if facts.guest.known then warn("known", "visits " .. facts.guest.visits) end
            for _, tag in ipairs(facts.guest.tags) do warn("tag_" .. tag, "tagged") end
          end,
        }
        """)
  }

  private func guests(_ house: GuestHouse) throws -> [String] {
    try house.store.rows("SELECT name FROM guests ORDER BY created_at, id").compactMap { $0["name"] }
  }

  private let phone = "+44 7700 900123"

  @Test func `matched by email, a telephone makes nobody a guest who was there`() throws {
    let house = try house("guests = { match = 'email' },")
    let first = try house.book("Ada", email: "a@example.com", phone: phone)
    let second = try house.book("Ada", email: "b@example.com", phone: phone)
    let third = try house.book("Ada", email: "a@example.com", phone: nil)
    #expect(try house.guest(first).id == house.guest(third).id)
    #expect(try house.guest(first).id != house.guest(second).id)
  }

  @Test func `matched by phone, an address makes nobody a guest who was there`() throws {
    let house = try house("guests = { match = 'phone' },")
    let first = try house.book("Ada", email: "a@example.com", phone: phone)
    #expect(try house.guest(house.book("Ada", email: "a@example.com")).id != house.guest(first).id)
    #expect(try house.guest(house.book("Ada", phone: phone)).id == house.guest(first).id)
  }

  @Test func `matched by both, either alone is not enough`() throws {
    let house = try house("guests = { match = 'both' },")
    let first = try house.book("Ada", email: "a@example.com", phone: phone)
    #expect(try house.guest(house.book("Ada", email: "a@example.com")).id != house.guest(first).id)
    #expect(try house.guest(house.book("Ada", phone: phone)).id != house.guest(first).id)
    #expect(
      try house.guest(house.book("Ada", email: "a@example.com", phone: phone)).id == house.guest(first).id)
  }

  @Test func `matched by none, every booking is a guest of its own`() throws {
    let house = try house("guests = { match = 'none' },")
    for _ in 0..<3 { _ = try house.book("Ada", email: "a@example.com", phone: phone) }
    #expect(try guests(house).count == 3)
  }

  @Test func `a shared address is one guest where the name does not matter, and renames nobody`() throws {
    let house = try house("guests = { same_name = false },")
    let ada = try house.book("Ada", email: "family@example.com")
    let byron = try house.book("Byron", email: "family@example.com")
    #expect(try guests(house) == ["Ada"])
    #expect(try house.life.current(byron).name == "Byron" && house.life.current(ada).name == "Ada")
  }

  @Test func `without contact nobody is recognised, whatever the mode says`() throws {
    let house = try house("guests = { same_name = false },")
    _ = try house.book("Ada")
    _ = try house.book("Ada")
    #expect(try guests(house).count == 2)
  }

  @Test func `rules for staff see the tags of a guest`() throws {
    let house = try house("")
    let ada = try house.book("Ada", email: "a@example.com")
    var edit = GuestEdit()
    edit.addedTags = ["vip"]
    _ = try house.house.desk().note(edit, of: ada.reference, by: house.host)
    let second = try house.book("Ada", email: "a@example.com")
    #expect(second.issues.map(\.code) == ["known", "tag_vip"])
  }

  @Test func `in a mode for guests nobody is known by an address that anybody may type`() throws {
    let house = try house("", access: "public")
    _ = try house.book("Ada", email: "a@example.com")
    var edit = GuestEdit()
    edit.addedTags = ["vip"]
    _ = try house.house.desk().note(edit, of: "R1", by: house.host)
    let second = try house.book("Ada", email: "a@example.com")
    #expect(second.issues == [])
    #expect(try guests(house).count == 1, "the booking is theirs all the same")
  }
}
