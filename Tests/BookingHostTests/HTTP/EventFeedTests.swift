import Testing

@testable import BookingHost

@Suite struct `The feed of what happens` {
  private let all = (1...4).map {
    FeedEvent.booking(
      BookingEvent(id: $0, at: House.saturdayEvening, restaurantID: "id-anchor", action: "booking.created"))
  }

  private func news(since seen: EventPosition) -> EventFeed.News {
    (Array(all.dropFirst(seen.line)), EventPosition(line: all.count, notice: 0))
  }

  /// The numbers of what is news to a listener, as a stream would send them.
  private func heard(_ events: EventFeed.Events, after line: Int) async -> [Int] {
    var seen = EventPosition(line: line, notice: 0)
    var numbers: [Int] = []
    for await case .happened(let event) in events where seen.isNews(event) {
      if case .booking(let event) = event { numbers.append(event.id) }
    }
    return numbers
  }

  /// What is heard by one who has seen the first two, and by one who comes while the feed looks and has seen `line`.
  private func heard(byWhoComesAfter line: Int) async throws -> (there: [Int], late: [Int]) {
    let feed = EventFeed(store: try TestStore.make())
    let there = try #require(feed.listen(after: EventPosition(line: 2, notice: 0)))
    var late: EventFeed.Events?
    try feed.poll { seen in
      late = late ?? feed.listen(after: EventPosition(line: line, notice: 0))
      return news(since: seen)
    }
    try feed.poll { news(since: $0) }
    feed.close()
    return (await heard(there, after: 2), await heard(try #require(late), after: line))
  }

  @Test func `misses nothing for who comes back while it is looking, and repeats nothing for who was there`()
    async throws
  {
    #expect(try await heard(byWhoComesAfter: 0) == ([3, 4], [1, 2, 3, 4]))
  }

  @Test func `tells who comes while it is looking, and wants nothing older, what it finds`() async throws {
    #expect(try await heard(byWhoComesAfter: 2) == ([3, 4], [3, 4]))
  }
}
