import Foundation
import Synchronization
import Testing

@testable import BookingHost

@Suite("Delivering mail")
struct MailDelivererTests {
  /// Keeps what it is given.
  private final class Letterbox: MailTransport {
    let messages = Mutex<[MailMessage]>([])
    let warnings = Mutex<[String]>([])
    let isLocal = true

    func send(_ message: MailMessage, isRepeat: Bool) -> DeliveryOutcome {
      messages.withLock { $0.append(message) }
      return .delivered
    }

    var sent: [MailMessage] { messages.withLock { $0 } }
  }

  private let box = Letterbox()
  private let now = Instant(seconds: LocalDateTime("2026-11-25 18:00").totalMinutes * 60)

  private func deliverer(
    _ files: [String: String] = [:], _ change: (inout MailSettings) -> Void = { _ in }
  ) -> MailDeliverer {
    var settings = MailSettings()
    settings.from = MailAddress("bookings@host.example")!
    settings.publicURL = "https://bookings.example"
    change(&settings)
    let composer = MailComposer(
      settings: settings, keyedHash: { Digest.sha256("secret" + $0) }, fields: { _ in MailSample.fields })
    let found = templates(files)
    return MailDeliverer(
      composer: composer, templates: { found }, transport: box,
      warn: { [box] warning in box.warnings.withLock { $0.append(warning) } })
  }

  private func job(
    _ template: String = "confirmation", id: Int = 7, _ kind: MailKind? = .confirmation,
    _ change: (inout Booking, inout Restaurant) -> Void = { _, _ in }
  ) -> EffectJob {
    var booking = MailSample.booking(for: kind, email: "ada@example.com", now: now)
    var restaurant = MailSample.restaurant
    change(&booking, &restaurant)
    return EffectJob(
      id: id, effect: Effect(action: .email(template: template, beforeMinutes: nil)), trigger: "created",
      attempt: 1, isRepeat: false, booking: booking, restaurant: restaurant, now: now)
  }

  @Test func `a confirmation is from the restaurant, to the guest, and answers go to the restaurant`() throws
  {
    #expect(deliverer().deliver(job()) == .delivered)
    let message = try #require(box.sent.first)
    #expect(message.from.address == "bookings@host.example" && message.from.name == "The Anchor")
    #expect(message.replyTo?.address == "hello@the-anchor.example")
    #expect(message.to.address == "ada@example.com" && message.to.name == "Ada Lovelace")
    #expect(message.text.contains("https://bookings.example/booking/K7QM3PX?token="))
    #expect(message.attachment?.fileName == "The Anchor.ics")
    #expect(message.attachment?.content.contains("METHOD:PUBLISH\r\n") == true)
    #expect(box.sent.count == 1)
  }

  @Test func `the identifier is an effect's own, the same every time, and tells nothing`() throws {
    let deliverer = deliverer()
    for id in [7, 7, 8] { _ = deliverer.deliver(job(id: id)) }
    let ids = box.sent.map(\.id)
    #expect(ids[0] == ids[1] && ids[0] != ids[2])
    #expect(try #require(ids.first).wholeMatch(of: /[0-9a-f]{40}@host\.example/) != nil)
    _ = self.deliverer { $0.domain = "mail.example" }.deliver(job())
    #expect(box.sent.last?.id.hasSuffix("@mail.example") == true)
  }

  @Test func `without an address nothing is sent, whatever the effect says`() {
    for address in [nil, "", "  "] as [String?] {
      let outcome = deliverer().deliver(job { booking, _ in booking.email = address })
      #expect(outcome == .skipped(reason: "no email address was given"))
    }
    #expect(box.sent == [])
  }

  @Test(arguments: [
    "Ada <ada@example.com>", "ada@example.com, eve@example.com", "ada@example.com\r\nBcc: all@example.com",
    "ada@example.com\u{0}", "\"a\" <a@b.example>, c@d.example", "all", "ada@example.com;eve@example.com",
  ])
  func `an address that is not exactly one is refused, and not repeated in the reason`(address: String) {
    let outcome = deliverer().deliver(
      job { booking, _ in
        booking.email = address
        booking.normalisedEmail = address
      })
    #expect(outcome == .failed(reason: "the email address is not one that mail can be sent to"))
    #expect(box.sent == [])
  }

  @Test func `the normalised address is written to`() {
    _ = deliverer().deliver(
      job { booking, _ in
        booking.email = "Ada@Example.COM"
        booking.normalisedEmail = "ada@example.com"
      })
    #expect(box.sent.map(\.to.address) == ["ada@example.com"])
  }

  @Test func `a guest named like a header is one guest`() throws {
    _ = deliverer().deliver(job { booking, _ in booking.name = "Eve\r\nBcc: all@example.com" })
    let text = String(decoding: try #require(box.sent.first).bytes, as: UTF8.self)
    let head = text.components(separatedBy: "\r\n\r\n")[0]
    #expect(head.contains("\r\nTo: \"Eve Bcc: all@example.com\" <ada@example.com>\r\n"))
    #expect(!head.contains("\r\nBcc"))
  }

  @Test func `what cannot be sent after all does not say that nothing has arrived, where nobody knows`() {
    var again = job { booking, _ in booking.status = .cancelled }
    again.isRepeat = true
    #expect(
      deliverer().deliver(again)
        == .skipped(
          reason: "the booking has been cancelled meanwhile; an earlier attempt may have got through"))
  }

  @Test func `a template of the operator's own that cannot be used says what is wrong with it`() {
    let files = ["welcome.txt.mustache": "Subject: x\n\n{{nmae}}"]
    #expect(
      deliverer(files).deliver(job("welcome"))
        == .failed(
          reason:
            "the mail template cannot be used: mail/welcome.txt.mustache:3: there is no value \"nmae\"; "
            + "did you mean {{name}}?"))
  }

  @Test func `whoever books waits for mail only where it asks nobody outside`() {
    #expect(MailSettings().transport(in: "/data").isLocal)
    var settings = MailSettings()
    settings.transport = .program
    #expect(!settings.transport(in: "/data").isLocal)
  }

  @Test func `an unknown template is the end of it, and a broken one is stood in for`() {
    #expect(
      deliverer().deliver(job("invented"))
        == .failed(
          reason:
            "there is no mail template \"invented\"; write mail/invented.txt.mustache beside the rules"))
    #expect(box.sent == [])
    let outcome = deliverer(["confirmation.txt.mustache": "Subject: x\n\n{{nmae}}"]).deliver(job())
    #expect(outcome == .delivered && box.sent.count == 1)
    #expect(
      box.warnings.withLock { $0 } == [
        "mail/confirmation.txt.mustache:3: there is no value \"nmae\"; did you mean {{name}}?; "
          + "the mail went out as it was shipped"
      ])
  }

  @Test func `a booking that waits for confirmation gets no calendar entry and no confirmation`() {
    #expect(deliverer().deliver(job("confirmation", .requested)) == .delivered)
    #expect(box.sent.first?.subject.hasPrefix("We have your request") == true)
    #expect(box.sent.first?.attachment == nil)
  }

  @Test func `a cancellation takes the same entry away again`() throws {
    let deliverer = deliverer()
    _ = deliverer.deliver(job("confirmation"))
    _ = deliverer.deliver(job("cancelled", .cancelled) { booking, _ in booking.version = 3 })
    let entries = box.sent.compactMap { $0.attachment?.content }
    let uid = try #require(entries[0].components(separatedBy: "\r\n").first { $0.hasPrefix("UID:") })
    #expect(uid == "UID:00000000-0000-4000-8000-000000000000@host.example")
    #expect(entries[0].contains("\r\nSEQUENCE:0\r\n"))
    #expect(
      entries[1].contains(uid) && entries[1].contains("SEQUENCE:2") && entries[1].contains("METHOD:CANCEL"))
    #expect(box.sent[1].attachment?.parameters == ["method": "CANCEL"])
  }

  @Test(arguments: [
    ("confirmation", BookingStatus.cancelled, "the booking has been cancelled meanwhile"),
    ("reminder", .cancelled, "the booking has been cancelled meanwhile"),
    ("reminder", .pending, "the booking has not been confirmed"),
    ("reminder", .checkedIn, "the guests are here already"), ("review", .noShow, "the guests did not come"),
    ("cancelled", .confirmed, "the booking is no longer cancelled"),
    ("requested", .confirmed, "the booking has been confirmed meanwhile"),
    ("confirmation", .cancelled, "the booking has been cancelled meanwhile"),
  ])
  func `what is no longer true is not sent`(template: String, status: BookingStatus, reason: String) {
    let outcome = deliverer().deliver(job(template) { booking, _ in booking.status = status })
    #expect(outcome == .skipped(reason: reason))
    #expect(box.sent == [])
  }

  @Test func `nobody is reminded of what has begun`() {
    let outcome = deliverer().deliver(job("reminder") { booking, _ in booking.startsAt = now })
    #expect(outcome == .skipped(reason: "it is too late to remind of it"))
  }

  @Test func `a restaurant without an address of its own is answered where mail comes from`() throws {
    _ = deliverer().deliver(job { _, restaurant in restaurant.email = nil })
    let message = try #require(box.sent.first)
    #expect(message.replyTo == nil)
    #expect(message.attachment?.content.contains("mailto:bookings@host.example") == true)
  }

  @Test func `without pages there is no link, and the mail reads well`() throws {
    _ = deliverer([:]) { $0.publicURL = nil }.deliver(job())
    let message = try #require(box.sent.first)
    #expect(!message.text.contains("http") && message.text.contains("please ring us on +44 20 7946 0100."))
    #expect(message.attachment?.content.contains("URL:") == false)
  }

  @Test(.enabled(if: PythonMail.isThere))
  func `every kind of mail is read by Python without a defect`() throws {
    let deliverer = deliverer()
    for kind in MailKind.allCases {
      #expect(deliverer.deliver(job(kind.rawValue, kind)) == .delivered)
    }
    let all = try PythonMail.parse(box.sent.map(\.bytes))
    #expect(all.count == 7 && all.allSatisfy { $0.defects == [] })
    #expect(
      all.map { $0.parts.contains { $0.type == "text/calendar" } }
        == [true, false, true, true, true, false, false])
    #expect(all.allSatisfy { $0.headers["to"] == ["Ada Lovelace <ada@example.com>"] })
  }
}
