import Foundation
import Synchronization
import Testing

@testable import BookingHost

/// A house whose mail goes through a program that does what a test has it do.
private final class MailHouse: Sendable {
  let place: OutboxHouse
  let folder = FileManager.default.temporaryDirectory.appending(path: "mail-house-\(UUID().uuidString)").path

  /// How the program behaves. Like msmtp it says what it was told by the mail server.
  enum Behaviour: String, CaseIterable, Sendable {
    case well, down, busy, lost, killed, closed

    var script: String {
      switch self {
      case .well: "keep; exit 0"
      case .down:
        "echo 'msmtp: cannot connect to mail.example, port 25: Connection refused' >&2; exit 75"
      case .busy: "cat > /dev/null; echo 'msmtp: server message: 451 4.3.0 try later' >&2; exit 75"
      case .lost: "keep; echo 'msmtp: network read error: the operation timed out' >&2; exit 74"
      case .killed: "keep; kill -9 $$"
      case .closed: "head -c 500 > /dev/null; kill -9 $$"
      }
    }

    /// Whether the message may have got through though nobody said so.
    var isOpen: Bool { self == .lost || self == .killed }
  }

  init(rules: String = OutboxHouse.rules) throws {
    place = try OutboxHouse(rules: rules)
    try FileManager.default.createDirectory(atPath: folder + "/sent", withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func behave(_ behaviour: Behaviour) throws {
    let keep = "keep() { cat > \"$(mktemp '\(folder)/sent/XXXXXXXX')\"; }"
    try ShellScript.write("#!/bin/sh\n\(keep)\n\(behaviour.script)\n", to: folder + "/msmtp")
  }

  /// Messages that the program had to their end.
  func sent() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder + "/sent").sorted().map {
      String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/sent/\($0)")), as: UTF8.self)
    }
  }

  func settings() -> MailSettings {
    var settings = MailSettings()
    settings.transport = .program
    settings.program = folder + "/msmtp"
    settings.from = MailAddress("bookings@host.example")!
    return settings
  }

  func outbox(_ settings: MailSettings) -> Outbox {
    let usual = place.outbox
    let email = MailDeliverer(
      settings: settings, data: folder, rules: folder, keyedHash: { Digest.sha256("secret" + $0) },
      policy: { _ in nil }, warn: { _ in })
    return Outbox(
      store: usual.store, deliverers: ["email": email, "webhook": place.webhook], now: usual.now,
      random: usual.random, leaseName: usual.leaseName)
  }

  /// Tries what is due now and every quarter of a minute. On a thread of its own, as attempts block.
  func spend(minutes: Int) async throws {
    try await PlainThread.run { [self] in
      Result {
        let outbox = outbox(settings())
        for _ in 0..<(minutes * 4) {
          _ = try outbox.deliverDue()
          place.pass(seconds: 15)
        }
      }
    }.get()
  }
}

@Suite("Mail from the outbox")
struct MailOutboxTests {
  private static let rules = """
    return { access = "staff", effects = function(booking)
      email("confirmation") loyalty(10) notify("floor") webhook("booking.created")
    end }
    """

  @Test(arguments: MailHouse.Behaviour.allCases)
  fileprivate func `an hour out of order loses nothing, and repeats only what nobody knows of`(
    behaviour: MailHouse.Behaviour
  ) async throws {
    let mail = try MailHouse(rules: MailOutboxTests.rules)
    let booking = try mail.place.book()
    try mail.behave(behaviour)
    try await mail.spend(minutes: 60)
    let during = try mail.place.current(booking).effects
    #expect(during.dropFirst().map(\.state) == [.delivered, .delivered, .delivered])
    #expect(during[0].state == (behaviour == .well ? .delivered : .queued))
    #expect((during[0].reason == nil) == (behaviour == .well))
    let open = try mail.sent().count
    #expect(behaviour == .well ? open == 1 : behaviour.isOpen ? open == 5 : open == 0)

    try mail.behave(.well)
    try await mail.spend(minutes: 240)
    let after = try mail.place.current(booking).effects[0]
    #expect(after.state == .delivered)
    #expect((after.reason?.contains("may have arrived twice") ?? false) == behaviour.isOpen)
    let messages = try mail.sent()
    #expect(messages.count == (behaviour == .well ? 1 : open + 1))
    let ids = messages.map { $0.firstMatch(of: /\r\nMessage-ID: <(.*)>\r\n/).map { String($0.1) } }
    #expect(Set(ids).count == 1 && ids[0] != nil)
  }

  @Test func `as a file it is there as soon as it was tried, once`() throws {
    let mail = try MailHouse(rules: MailOutboxTests.rules)
    let booking = try mail.place.book()
    let silent = try mail.place.book(email: nil)
    let outbox = mail.outbox(MailSettings())
    _ = try outbox.deliverDue(onlyLocal: true)
    _ = try outbox.deliverDue()
    let files = try FileManager.default.contentsOfDirectory(atPath: mail.folder + "/mail")
    #expect(files.count == 1 && files[0].hasSuffix(".eml"))
    #expect(try mail.place.current(booking).effects[0].state == .delivered)
    let skipped = try mail.place.current(silent).effects[0]
    #expect(skipped.state == .skipped && skipped.reason == "no email address was given")
  }

  @Test func `one that was written before its program died is not written again`() throws {
    let mail = try MailHouse(rules: MailOutboxTests.rules)
    let booking = try mail.place.book()
    let job = try mail.place.house.store.write {
      try $0.claimEffects(
        kind: "email", limit: 1, lease: "dead", until: House.saturdayEvening.adding(seconds: 120),
        now: House.saturdayEvening)
    }
    let outbox = mail.outbox(MailSettings())
    #expect(try #require(outbox.deliverers["email"]).deliver(#require(job.first)) == .delivered)
    mail.place.pass(seconds: 300)
    _ = try outbox.deliverDue()
    #expect(try FileManager.default.contentsOfDirectory(atPath: mail.folder + "/mail").count == 1)
    #expect(try mail.place.current(booking).effects[0].state == .delivered)
  }

  @Test func `a template that nobody wrote fails that mail, says what to write, and harms nothing else`()
    throws
  {
    let mail = try MailHouse(
      rules: """
        return { access = "staff", effects = function() email("welcome") email("confirmation") loyalty(5) end }
        """)
    let booking = try mail.place.book()
    _ = try mail.outbox(MailSettings()).deliverDue()
    let current = try mail.place.current(booking)
    #expect(current.status == .confirmed)
    #expect(current.effects.map(\.state) == [.failed, .delivered, .delivered])
    #expect(
      current.effects[0].reason
        == "there is no mail template \"welcome\"; write mail/welcome.txt.mustache beside the rules")
  }

  @Test func `who books does not wait for mail that keeps others waiting already`() async throws {
    let mail = try MailHouse(rules: MailOutboxTests.rules)
    let outbox = mail.outbox(mail.settings())
    let first = try mail.place.book()
    #expect(!outbox.isHeldUp(try mail.place.current(first), now: House.saturdayEvening))
    let lease = House.saturdayEvening.adding(seconds: Outbox.leaseSeconds)
    _ = try mail.place.house.store.write {
      try $0.claimEffects(
        kind: "email", limit: 1, lease: "slow", until: lease, now: House.saturdayEvening)
    }
    let second = try mail.place.book()
    #expect(!outbox.isHeldUp(second, now: House.saturdayEvening))
    #expect(outbox.isHeldUp(second, now: House.saturdayEvening.adding(seconds: 2)))

    let other = try MailHouse(rules: MailOutboxTests.rules)
    try other.behave(.down)
    _ = try other.place.book()
    try await other.spend(minutes: 1)
    #expect(other.outbox(other.settings()).isHeldUp(try other.place.book(), now: House.saturdayEvening))
  }

  @Test func `settings that make no sense have mail wait, with the reason`() throws {
    let mail = try MailHouse(rules: MailOutboxTests.rules)
    let booking = try mail.place.book()
    let usual = mail.place.outbox
    let outbox = Outbox(
      store: usual.store,
      deliverers: ["email": HinderedDelivery(reason: "mail.from must be one plain address.")],
      now: usual.now, random: usual.random, leaseName: usual.leaseName)
    _ = try outbox.deliverDue()
    let effects = try mail.place.current(booking).effects
    #expect(effects[0].state == .queued && effects[0].reason == "mail.from must be one plain address.")
    #expect(effects[1].state == .delivered)
  }
}
