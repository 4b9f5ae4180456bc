import Foundation
import Synchronization
import Testing

@testable import BookingHost

/// A program that is told of notices, made of shell; `RECORD` in the script is a file of its own.
private func deliverer(_ script: String, _ arguments: [String] = []) throws -> (NoticeCommand, ShellCurl) {
  let program = try ShellCurl(script)
  var command = NoticeCommand(EffectSettings.NoticeProgram(program: program.path, arguments: arguments))
  command.seconds = 600
  return (command, program)
}

@Suite struct `A program that is told of notices` {
  let place: OutboxHouse

  init() throws { place = try OutboxHouse() }

  private func job(_ channel: String = "floor", _ message: String? = "a table for 2") throws -> EffectJob {
    let booking = try place.book()
    let restaurant = try place.house.store.read { try $0.restaurant(id: "id-anchor") }!
    return EffectJob(
      id: 1, effect: Effect(action: .notify(channel: channel, message: message)), trigger: "created",
      attempt: 1,
      isRepeat: false, booking: booking, restaurant: restaurant, now: House.saturdayEvening)
  }

  private func outcome(_ command: NoticeCommand, _ job: EffectJob) async -> DeliveryOutcome {
    await PlainThread.run { command.deliver(job) }
  }

  @Test func `gets the channel as its last argument and the rest as JSON, without a shell in between`()
    async throws
  {
    let (command, program) = try deliverer(
      #"printf '%s\n' "$#" "$@" > RECORD; cat >> RECORD"#, ["--from", "The Anchor"])
    let (channel, message) = ("floor; rm -rf ~ $(id) `id`", "Eve's \"table\" $HOME\n🍽")
    let job = try job(channel, message)
    #expect(await outcome(command, job) == .delivered)
    let lines = program.recorded.components(separatedBy: "\n")
    #expect(Array(lines.prefix(4)) == ["3", "--from", "The Anchor", channel])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(lines.dropFirst(4).joined(separator: "\n").utf8))
        as? [String: Any])
    #expect(Set(document.keys) == ["channel", "message", "restaurant", "booking", "at"])
    #expect(document["channel"] as? String == channel && document["message"] as? String == message)
    let booking = try #require(document["booking"] as? [String: Any])
    #expect(
      Set(booking.keys) == [
        "reference", "date", "time", "party", "covers", "status", "mode", "seating", "label",
      ])
    #expect(!program.recorded.contains("Ada"))
  }

  @Test func `that fails has the effect failed, with its first word of complaint`() async throws {
    let (command, program) = try deliverer("echo; echo 'the bell is stuck' >&2; echo more >&2; exit 3")
    let name = program.path.split(separator: "/").last!
    #expect(await outcome(command, try job()) == .failed(reason: "the program \(name): the bell is stuck"))
    let (silent, other) = try deliverer("exit 3")
    let otherName = other.path.split(separator: "/").last!
    #expect(
      await outcome(silent, try job()) == .failed(reason: "the program \(otherName): it ended with status 3"))
  }

  @Test func `that asks to be tried again is`() async throws {
    let (command, program) = try deliverer("exit 75")
    guard case .retry = await outcome(command, try job()) else { return #expect(Bool(false)) }
    withExtendedLifetime(program) {}
  }

  @Test
  func `that writes without end is heard no longer than a line, and that does not read is not waited for`()
    async throws
  {
    let (command, program) = try deliverer(
      "yes complaint | head -c 3000000 >&2; yes | head -c 3000000; exit 1")
    guard
      case .failed(let reason) = await outcome(
        command, try job("floor", String(repeating: "x", count: 300_000)))
    else { return #expect(Bool(false)) }
    #expect(reason.hasSuffix(": complaint"))
    withExtendedLifetime(program) {}
  }

  @Test func `that is not there, or hangs, has failed`() async throws {
    let missing = NoticeCommand(EffectSettings.NoticeProgram(program: "/nonexistent/bell", arguments: []))
    #expect(await outcome(missing, try job()) == .failed(reason: "the program bell: it is not there"))
    var (hanging, program) = try deliverer("sleep 600 & sleep 600")
    hanging.seconds = 1
    guard case .failed(let reason) = await outcome(hanging, try job()) else { return #expect(Bool(false)) }
    #expect(reason.hasSuffix("it took longer than 1 s"))
    withExtendedLifetime(program) {}
  }

  @Test func `is given no channel that it would take for an option`() async throws {
    let (command, program) = try deliverer("touch RECORD")
    guard case .failed = await outcome(command, try job("--output=/etc/passwd")) else {
      return #expect(Bool(false))
    }
    #expect(!FileManager.default.fileExists(atPath: program.record))
  }
}

@Suite struct `A notice` {
  /// An outbox whose program for notices always says the same.
  private struct Answer: EffectDeliverer {
    var outcome: DeliveryOutcome
    func deliver(_ job: EffectJob) -> DeliveryOutcome { outcome }
  }

  private func notices(_ place: OutboxHouse) throws -> [Notice] {
    try place.house.store.read { try $0.notices(ofRestaurant: "id-anchor", limit: 10) }
  }

  @Test func `is posted once for dashboards, whatever becomes of the program that is told as well`() throws {
    let place = try OutboxHouse()
    let booking = try place.book()
    let outbox = Outbox(
      store: place.house.store,
      deliverers: ["notify": Answer(outcome: .retry(reason: "the bell is stuck", after: nil))],
      now: { place.house.clock.withLock { $0 } }, random: { 0.5 }, leaseName: { UUID().uuidString })
    for _ in 0..<3 {
      _ = try outbox.deliverDue()
      place.pass(seconds: 300)
    }
    let posted = try notices(place)
    #expect(posted.map(\.channel) == ["floor"] && posted.map(\.message) == ["a table for 2"])
    #expect(posted.map(\.reference) == [booking.reference])
    let effect = try #require(try place.current(booking).effects.first { $0.effect.action.kind == "notify" })
    #expect(effect.state == .queued && effect.reason == "the bell is stuck")
    place.pass(seconds: 900)
    _ = try outbox.deliverDue()
    let late = try #require(try place.current(booking).effects.first { $0.effect.action.kind == "notify" })
    #expect(late.state == .failed && late.reason == "too late, after: the bell is stuck")
  }

  @Test func `that nobody could be told of in time is not posted afterwards`() throws {
    let place = try OutboxHouse()
    let booking = try place.book()
    place.pass(seconds: 15 * 60)
    _ = try place.outbox.deliverDue()
    #expect(try notices(place).isEmpty)
    #expect(try place.states(booking)[3] == "notify failed")
  }
}
