import Foundation
import Testing

@testable import BookingHost

/// The demo with rules that tell other programs, a manager signed in, and a receiver on this machine.
final class WebhookProcess: Sendable {
  let cli: HostProcess
  let server: HookServer
  private let rules: RuleFiles

  /// A rule directory that is gone when the test is over.
  private final class RuleFiles: Sendable {
    let path = HostProcess.temporaryDirectory() + "-rules"

    init(_ text: String) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/ops.lua"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  init(effects: String = #"webhook("booking.created")"#, environment: [String: String] = [:]) throws {
    rules = try RuleFiles("return { access = \"staff\", effects = function(booking) \(effects) end }\n")
    server = try HookServer()
    var cli = HostProcess(data: HostProcess.temporaryDirectory(), rules: rules.path)
    cli.environment = ["BOOKING_WEBHOOK_ALLOW": "127.0.0.1"].merging(environment) { $1 }
    self.cli = cli
    let setup = try cli.json("setup", "--demo").json()
    try signIn("manager", setup)
  }

  private func signIn(_ role: String, _ setup: [String: Any]) throws {
    let staff = try #require(
      (setup["staff"] as? [[String: Any]])?.first { $0["role"] as? String == role })
    let (email, password) = (
      try #require(staff["email"] as? String), try #require(staff["password"] as? String)
    )
    let signIn = try cli.run(["sign-in", email, "--password-stdin"], input: password + "\n")
    try #require(signIn.status == 0, "\(signIn.complaint)")
  }

  func add(path: String = "/in", _ more: String...) throws -> (id: String, secret: String) {
    let result = try cli.run(
      ["webhook", "add", "http://127.0.0.1:\(server.port)\(path)", "--format", "json"] + more)
    let made = try result.json()
    return (try #require(made["id"] as? String, "\(result)"), try #require(made["secret"] as? String))
  }

  /// Books the first free start, and returns the reference.
  func book() throws -> String {
    let start = try cli.freeStart()
    let result = try cli.json(
      "book", "--date", start.date, "--time", start.time, "--party", "2", "--name", "Ada Lovelace")
    let booking = try #require(try result.json()["booking"] as? [String: Any], "\(result)")
    return try #require(booking["reference"] as? String)
  }

  /// The first effect of a booking, as `booking show` has it.
  func effect(_ reference: String) throws -> [String: Any] {
    let shown = try cli.json("booking", "show", reference).json()
    return try #require((shown["effects"] as? [[String: Any]])?.first)
  }

  /// The same once it has been tried: by the program that `book` leaves behind, which on a busy machine comes to it
  /// after `book` has ended. As it is where a minute is not enough.
  func triedEffect(_ reference: String) throws -> [String: Any] {
    try asking(until: { !["queued", "sending"].contains($0["state"] as? String) }) { try effect(reference) }
  }

  deinit {
    server.stop()
    try? FileManager.default.removeItem(atPath: cli.data)
  }
}

@Suite struct `Webhooks on the command line` {
  @Test func `are set up, tried, seen, changed and taken away`() throws {
    let place = try WebhookProcess()
    let cli = place.cli
    let made = try place.add(path: "/in/s3cret", "--event", "booking.*")
    let secret = try #require(WebhookSecret(made.secret))

    #expect(try cli.json("webhook", "test", made.id).status == 0)
    place.server.answer(.status(503, headers: ["Retry-After: 30"], body: "closed"))
    let refused = try cli.json("webhook", "test", made.id)
    #expect(refused.status == 2)
    #expect(try refused.json()["outcome"] as? String == "retry" && refused.json()["status"] as? Int == 503)

    let booking = try place.book()
    #expect(try cli.json("outbox", "deliver").status == 0)
    let effect = try place.triedEffect(booking)
    #expect(effect["state"] as? String == "delivered" && effect["event"] as? String == "booking.created")
    let request = try #require(place.server.requests.last)
    let signature = secret.signature(
      id: request.headers["webhook-id"] ?? "",
      timestamp: Int(request.headers["webhook-timestamp"] ?? "") ?? 0,
      body: Array(request.body.utf8))
    #expect(request.headers["webhook-signature"] == signature)
    #expect(request.body.contains(#""type":"booking.created""#) && place.server.requests.count == 3)

    let listed = try cli.json("webhook", "list")
    let first = try #require((try listed.json()["webhooks"] as? [[String: Any]])?.first)
    #expect(first["id"] as? String == made.id && first["enabled"] as? Bool == true)
    #expect((first["last"] as? [String: Any])?["state"] as? String == "delivered")
    let shown = try cli.json("webhook", "show", made.id)
    let deliveries = try #require(try shown.json()["deliveries"] as? [[String: Any]])
    #expect(deliveries.map { $0["reference"] as? String } == [booking])
    #expect(deliveries.map { $0["messageId"] as? String } == [request.headers["webhook-id"]])
    let forPeople = try [cli.run(["webhook", "list"]), cli.run(["webhook", "show", made.id])]
    #expect(forPeople.allSatisfy { $0.status == 0 && $0.output.contains("delivered") })
    for result in [listed, shown] + forPeople { #expect(!result.output.contains("whsec_")) }

    let rotated = try cli.json("webhook", "rotate", made.id, "--grace", "30m").json()
    #expect(rotated["secret"] as? String != made.secret && rotated["oldSecretUntil"] is String)
    #expect(try cli.json("webhook", "rotate", made.id, "--grace", "31d").status == 64)
    #expect(try cli.json("webhook", "disable", made.id).json()["enabled"] as? Bool == false)
    #expect(try place.triedEffect(place.book())["state"] as? String == "skipped")
    #expect(try cli.json("webhook", "enable", made.id).json()["enabled"] as? Bool == true)
    #expect(try cli.json("webhook", "remove", made.id).json()["removed"] as? String == made.id)
    #expect(try cli.json("webhook", "show", made.id).status == 4)
    #expect(try cli.json("webhook", "test", made.id).status == 4)
  }

  @Test func `go into a private network only where the configuration says so`() throws {
    let place = try WebhookProcess()
    let made = try place.add()
    var closed = place.cli
    closed.environment = [:]
    for url in ["http://127.0.0.1:\(place.server.port)/x", "https://127.0.0.1/", "http://hooks.example.com/"]
    {
      #expect(try closed.json("webhook", "add", url).status == 64, "\(url)")
    }
    let test = try closed.json("webhook", "test", made.id)
    #expect(test.status == 2)
    #expect((try test.json()["reason"] as? String)?.contains("webhook.allow") == true)
    #expect(place.server.requests.isEmpty)
    var wrong = place.cli
    wrong.environment = ["BOOKING_WEBHOOK_ALLOW": "10.0.0.0/33"]
    #expect(try wrong.json("webhook", "list").status == 64)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: "/proc/self/cmdline")))
  func `that were sent when the program was killed are sent again under the same identifier, and say so`()
    async throws
  {
    let place = try WebhookProcess()
    _ = try place.add()
    place.server.answer(.hang)
    // On a thread of its own, where nothing else is waited for: the attempt lasts seconds.
    let booking = try await PlainThread.run { Result { try killDeliverer(place) } }.get()
    let (store, box) = (
      try Store.open(directory: place.cli.data),
      try SecretFile(directory: place.cli.data).load().box(for: WebhookSecret.purpose)
    )
    // Once the lease has ended another takes over.
    let later = Instant(Date()).adding(seconds: Outbox.leaseSeconds + 10)
    var settings = EffectSettings()
    settings.reach = WebhookReach(allowed: [WebhookReach.Allowance("127.0.0.1")!])
    let outbox = Outbox(
      store: store, deliverers: settings.deliverers(store: store, box: box, now: { later }), now: { later },
      random: { 0.5 }, leaseName: { UUID().uuidString })
    _ = try await PlainThread.run { Result { try outbox.deliverDue() } }.get()
    let effect = try place.effect(booking)
    #expect(effect["state"] as? String == "delivered")
    #expect((effect["reason"] as? String)?.contains("may have arrived twice") == true)
    #expect(place.server.requests.count == 2)
    #expect(Set(place.server.requests.map { $0.headers["webhook-id"] }).count == 1)
  }

  /// Books, and ends the program that `book` has left behind between the sending and the noting, with kill -9.
  private func killDeliverer(_ place: WebhookProcess) throws -> String {
    let booking = try place.book()
    #expect(place.server.waitForRequest())
    let deliverers = try processes(of: place.cli.data)
    #expect(deliverers.count == 1)
    for process in deliverers { kill(process, SIGKILL) }
    #expect(try place.effect(booking)["state"] as? String == "sending")
    return booking
  }

  /// Processes of this program that were started with a data directory.
  private func processes(of data: String) throws -> [Int32] {
    try FileManager.default.contentsOfDirectory(atPath: "/proc").compactMap { name in
      guard let id = Int32(name), let words = FileManager.default.contents(atPath: "/proc/\(name)/cmdline")
      else {
        return nil
      }
      let line = String(decoding: words, as: UTF8.self)
      return line.contains("host-cli") && line.contains(data) ? id : nil
    }
  }

  @Test func `stand beside a program that is told of notices, and where it fails the reason is shown`() throws
  {
    let place = try WebhookProcess(
      effects: #"notify("floor", "a table for " .. booking.party)"#,
      environment: ["BOOKING_NOTIFY_COMMAND": "/nonexistent/bell --loud"])
    let effect = try place.triedEffect(try place.book())
    #expect(effect["state"] as? String == "failed" && effect["channel"] as? String == "floor")
    #expect(effect["reason"] as? String == "the program bell: it is not there")
    let shown = try place.cli.run(["outbox", "list"])
    #expect(shown.output.contains("the program bell: it is not there"))
  }
}
