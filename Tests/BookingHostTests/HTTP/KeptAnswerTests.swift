import Foundation
import Testing

@testable import BookingHost

@Suite struct `Kept answers` {
  static let moment = KeptAnswers.Moment(state: StoreState(1), second: 100, revision: "abc")

  static func exchange(_ path: String, _ credential: Credential = .bearer("one")) -> Exchange {
    Exchange(
      method: "GET", path: path, parameters: [:], query: try! Query(""), headers: RequestHeaders([]),
      body: [],
      address: "127.0.0.1", requestID: "r", credential: credential)
  }

  static func reading(_ text: String) -> Reading {
    Reading(.text(text, type: "text/plain"), RateCharge(.open))
  }

  @Test func `are for who asks the same, as the same, at the same moment`() {
    let kept = KeptAnswers()
    let asked = Self.exchange("/list?date=2026-11-22")
    kept.keep(Self.reading("four"), for: asked, at: Self.moment)
    #expect(kept.reading(for: asked, at: Self.moment)?.reply.body == Array("four".utf8))
    for other in [
      Self.exchange("/list?date=2026-11-23"), Self.exchange(asked.path, .bearer("two")),
      Self.exchange(asked.path, .cookie("one")), Self.exchange(asked.path, .none),
    ] {
      #expect(kept.reading(for: other, at: Self.moment) == nil)
    }
  }

  @Test(arguments: [
    KeptAnswers.Moment(state: StoreState(2), second: 100, revision: "abc"),
    KeptAnswers.Moment(state: StoreState(1), second: 101, revision: "abc"),
    KeptAnswers.Moment(state: StoreState(1), second: 99, revision: "abc"),
    KeptAnswers.Moment(state: StoreState(1), second: 100, revision: "abd"),
  ])
  func `are gone at any other moment`(other: KeptAnswers.Moment) {
    let kept = KeptAnswers()
    let asked = Self.exchange("/list")
    kept.keep(Self.reading("four"), for: asked, at: Self.moment)
    #expect(kept.reading(for: asked, at: other) == nil)
    kept.keep(Self.reading("five"), for: asked, at: other)
    #expect(kept.reading(for: asked, at: other)?.reply.body == Array("five".utf8))
    #expect(kept.reading(for: asked, at: Self.moment) == nil)
  }

  @Test func `take no more room than they may`() {
    let kept = KeptAnswers(mostBytes: 10)
    for (path, text) in [("/a", "12345678"), ("/b", "123"), ("/c", "12")] {
      kept.keep(Self.reading(text), for: Self.exchange(path), at: Self.moment)
    }
    let held = ["/a", "/b", "/c"].filter { kept.reading(for: Self.exchange($0), at: Self.moment) != nil }
    #expect(held == ["/a", "/c"])
  }
}

@Suite struct `What is read over HTTP, again and again within a second` {
  private static let day = "/api/ops/dashboard?restaurant=anchor&date=2026-11-22"

  @Test func `has what another process has written since`() async throws {
    let directory = try TemporaryDirectory()
    let house = try House(store: Store.create(directory: directory.path))
    let other = try House(store: Store.open(directory: directory.path), isNew: false)
    try await WebHouse.open(house: house) { web in
      let headers = try web.bearer(house.host)
      let slots = "/api/restaurants/anchor/availability?date=2026-11-22&party=40"
      for _ in 0..<2 {
        #expect(try await web.client.send("GET", Self.day, headers: headers).body.contains(#""bookings":[]"#))
      }
      let before = try await web.client.send("GET", slots)
      #expect(try await web.client.send("GET", slots).body == before.body)
      let request = BookingRequest(
        restaurant: "anchor", mode: "ops",
        draft: Draft(
          date: .text("2026-11-22"), time: .text("19:00"), party: .integer(4), name: .text("Ada Lovelace")))
      guard case .booked(let booking, _) = try other.desk().book(request, by: .staff(other.host)) else {
        Issue.record("refused")
        return
      }
      #expect(try await web.client.send("GET", Self.day, headers: headers).body.contains(booking.reference))
      #expect(try await web.client.send("GET", slots).body != before.body)
      let page = "/api/ops/bookings/\(booking.reference)"
      let seen = try await web.client.send("GET", page, headers: headers)
      #expect(seen.headers["etag"] == "\"1\"" && seen.status == 200)
      #expect(try await web.client.send("GET", page, headers: headers).headers["etag"] == "\"1\"")
    }
  }

  @Test func `is nobody's any more whose session has ended or who has been sent away`() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.host)
      for _ in 0..<2 { #expect(try await web.client.send("GET", Self.day, headers: headers).status == 200) }
      try web.house.store.execute("DELETE FROM memberships WHERE staff_id = '\(web.house.host.id)'")
      #expect(try await web.client.send("GET", Self.day, headers: headers).status == 403)
      let manager = try web.bearer(web.house.manager)
      for _ in 0..<2 { #expect(try await web.client.send("GET", Self.day, headers: manager).status == 200) }
      try web.house.store.write {
        try $0.revokeSessions(ofStaff: web.house.manager.id, now: House.saturdayEvening)
      }
      #expect(try await web.client.send("GET", Self.day, headers: manager).status == 401)
    }
  }

  @Test func `counts each time`() async throws {
    var settings = RateLimitSettings()
    settings.opsList = 2
    settings.open = 3
    try await WebHouse.open(limits: RateLimits(settings) { 5 }) { web in
      let headers = try web.bearer(web.house.host)
      var statuses: [Int] = []
      for _ in 0..<3 { statuses.append(try await web.client.send("GET", Self.day, headers: headers).status) }
      #expect(statuses == [200, 200, 429])
      statuses = []
      for _ in 0..<4 { statuses.append(try await web.client.send("GET", "/api/restaurants").status) }
      #expect(statuses == [200, 200, 200, 429])
    }
  }

  @Test func `is as old as the second that it was asked in`() async throws {
    try await WebHouse.open { web in
      let path = "/api/restaurants/anchor/availability?date=2026-11-21&party=2"
      let early = try await web.client.send("GET", path).body
      web.house.clock.withLock { $0 = $0.adding(minutes: 120) }
      #expect(try await web.client.send("GET", path).body != early)
    }
  }
}

@Suite struct `The state of a store` {
  @Test func `is the same until somebody writes, here or elsewhere`() throws {
    let directory = try TemporaryDirectory()
    let house = try House(store: Store.create(directory: directory.path))
    let other = try Store.open(directory: directory.path)
    let first = try #require(house.store.state())
    _ = try house.store.read { try $0.restaurants() }
    #expect(house.store.state() == first)
    try house.store.write {
      try $0.removeMembership(ofStaff: house.host.id, atRestaurant: "id-anchor", now: House.saturdayEvening)
    }
    let second = try #require(house.store.state())
    #expect(second != first)
    try other.write {
      try $0.removeMembership(
        ofStaff: house.manager.id, atRestaurant: "id-anchor", now: House.saturdayEvening)
    }
    #expect(house.store.state() != second)
  }

  @Test func `is not known of one in memory`() throws {
    #expect(try Store.inMemory().state() == nil)
  }
}
