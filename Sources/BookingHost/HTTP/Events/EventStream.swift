internal import Hummingbird
internal import NIOCore
internal import ServiceLifecycle

/// Looks for news four times a second, as long as anybody listens, until the server is to stop; and at once where the
/// store says that there is some.
struct EventPoller: Service {
  let feed: EventFeed
  let pool: BlockingPool

  private static let pause = Duration.milliseconds(250)
  /// Two seconds: a page that has heard nothing for longer knows that it is cut off.
  private static let pausesPerBeat = 8

  func run() async throws {
    let (news, bell) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    feed.whenRung { bell.yield() }
    await cancelWhenGracefulShutdown {
      async let rung: Void = lookWhenRung(news)
      var pauses = 0
      while !Task.isCancelled {
        // A store that is busy for once is asked again at the next turn.
        try? await pool.run { try feed.poll() }
        pauses += 1
        if pauses.isMultiple(of: EventPoller.pausesPerBeat) { feed.beat() }
        try? await Task.sleep(for: EventPoller.pause)
      }
      bell.finish()
      await rung
    }
  }

  private func lookWhenRung(_ news: AsyncStream<Void>) async {
    for await _ in news { try? await pool.run { try feed.poll() } }
  }
}

/// A subscription as server-sent events.
struct EventStream {
  let feed: EventFeed
  let pool: BlockingPool
  let subscription: EventSubscription

  func response() throws -> Response {
    guard let events = feed.listen(after: subscription.after) else {
      throw Problem.busy("Too many are listening already.", retryAfter: 10)
    }
    var headers = HTTPFields()
    headers.set("Content-Type", "text/event-stream")
    headers.set("X-Accel-Buffering", "no")
    let body = ResponseBody { writer in
      try await writer.write(ByteBuffer(string: ": listening\n\n"))
      // The server waits for its requests when it stops; these would never end by themselves.
      try await withGracefulShutdownHandler {
        try await send(events, to: &writer)
      } onGracefulShutdown: {
        feed.close()
      }
      try await writer.finish(nil)
    }
    return Response(status: .ok, headers: headers, body: body)
  }

  private func send(_ events: EventFeed.Events, to writer: inout any ResponseBodyWriter) async throws {
    var restaurants = try await allowed()
    var last = subscription.after
    for await signal in events {
      switch signal {
      case .beat:
        restaurants = try await allowed()
        guard restaurants != nil else { return }
        // An event of its own, because a browser's scripts do not see comments.
        try await writer.write(ByteBuffer(string: "event: beat\ndata: {}\n\n"))
      case .happened(let event):
        // Who was taken off a restaurant hears no more of it, not even that.
        if event.isAboutStaff { restaurants = try await allowed() }
        guard last.isNews(event), restaurants?.contains(event.restaurantID) == true else { continue }
        try await writer.write(ByteBuffer(string: "id: \(last)\n" + (try EventStream.text(event))))
      }
    }
  }

  /// Nil when they may not listen any more.
  private func allowed() async throws -> Set<String>? {
    try? await pool.run(subscription.restaurants)
  }

  private static func text(_ event: FeedEvent) throws -> String {
    switch event {
    case .booking(let event):
      return "event: \(event.action)\ndata: \(try WireEncoder.text(EventJSON(event)))\n\n"
    case .notice(let notice):
      return "event: notice\ndata: \(try WireEncoder.text(NoticeJSON(notice)))\n\n"
    }
  }
}

/// What happened to a booking, or to how the restaurant is set up. Nothing of whose it is: whoever needs that asks
/// for it.
private struct EventJSON: Encodable {
  var id: Int
  var action: String
  @OrNull var reference: String?
  /// The id of the party on the waitlist that it is about.
  @OrNull var waitlistId: String?
  var restaurantId: String
  var at: String

  init(_ event: BookingEvent) {
    (id, action, reference) = (event.id, event.action, event.reference)
    waitlistId = event.waitlistID
    restaurantId = event.restaurantID
    at = Zone.utc.timestamp(event.at)
  }
}

/// A word to staff, for those who may hear it.
private struct NoticeJSON: Encodable {
  var id: Int
  var channel: String
  @OrNull var message: String?
  @OrNull var reference: String?
  var restaurantId: String
  var at: String

  init(_ notice: Notice) {
    (id, channel, message, reference) = (notice.id, notice.channel, notice.message, notice.reference)
    restaurantId = notice.restaurantID
    at = Zone.utc.timestamp(notice.at)
  }
}
