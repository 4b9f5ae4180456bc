import Foundation
import Testing

@testable import BookingHost

@Suite("Messages")
struct MailMessageTests {
  static func message(
    name: String = "Ada Lovelace", subject: String = "Your table", text: String = "Dear Ada,\nsee you.\n",
    html: String? = "<p>Dear Ada</p>", restaurant: String = "The Anchor"
  ) -> MailMessage {
    MailMessage(
      id: "0123abcd@host.example", from: MailAddress("bookings@host.example", name: restaurant)!,
      replyTo: MailAddress("hello@the-anchor.example", name: restaurant),
      to: MailAddress("ada@example.com", name: name)!, subject: subject,
      sentAt: Instant(seconds: 1_795_807_805), zone: Zone(identifier: "America/New_York")!, text: text,
      html: html,
      attachment: MailMessage.Attachment(
        mediaType: "text/calendar", parameters: ["method": "PUBLISH"], fileName: "\(restaurant).ics",
        content: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"))
  }

  @Test func `the bytes of a message, to be read by a person`() {
    let boundary = Digest.hex(Digest.sha256("0123abcd@host.example")).prefix(24)
    let expected = """
      Date: Fri, 27 Nov 2026 14:30:05 -0500
      From: The Anchor <bookings@host.example>
      Reply-To: The Anchor <hello@the-anchor.example>
      To: Ada Lovelace <ada@example.com>
      Message-ID: <0123abcd@host.example>
      Subject: Your table
      Auto-Submitted: auto-generated
      MIME-Version: 1.0
      Content-Type: multipart/mixed; boundary="=_mixed_\(boundary)"

      --=_mixed_\(boundary)
      Content-Type: multipart/alternative;
       boundary="=_alternative_\(boundary)"

      --=_alternative_\(boundary)
      Content-Type: text/plain; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      Dear Ada,
      see you.
      --=_alternative_\(boundary)
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>Dear Ada</p>
      --=_alternative_\(boundary)--
      --=_mixed_\(boundary)
      Content-Type: text/calendar; charset=utf-8; method=PUBLISH
      Content-Disposition: attachment; filename="The Anchor.ics"
      Content-Transfer-Encoding: base64

      QkVHSU46VkNBTEVOREFSDQpFTkQ6VkNBTEVOREFSDQo=
      --=_mixed_\(boundary)--

      """
    #expect(
      String(decoding: MailMessageTests.message().bytes, as: UTF8.self)
        == expected.replacing("\n", with: "\r\n"))
  }

  @Test func `is 7-bit lines of at most 998 octets, ended by CRLF, whatever is in it`() {
    for text in HostileTexts.all {
      let message = MailMessageTests.message(
        name: text, subject: text, text: text, html: text, restaurant: text)
      let bytes = message.bytes
      #expect(bytes.allSatisfy { $0 < 0x80 && $0 != 0 })
      let lines = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\r\n")
      #expect(lines.allSatisfy { $0.utf8.count <= 78 && !$0.utf8.contains(10) && !$0.utf8.contains(13) })
    }
  }

  @Test func `the header names are the same whatever is in it`() {
    for text in HostileTexts.all {
      let message = MailMessageTests.message(name: text, subject: text, restaurant: text)
      let head = String(decoding: message.bytes, as: UTF8.self).components(separatedBy: "\r\n\r\n")[0]
      let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }.map {
        $0.prefix { $0 != ":" }
      }
      #expect(
        names == [
          "Date", "From", "Reply-To", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version",
          "Content-Type",
        ])
    }
  }

  @Test(.enabled(if: PythonMail.isThere))
  func `Python reads it without a defect, and sees what was meant`() throws {
    let texts = HostileTexts.all + (1...60).map { HostileTexts.random($0, length: Int($0) * 3) }
    let messages = texts.map {
      MailMessageTests.message(name: $0, subject: $0, text: $0, html: "<p>\($0)</p>", restaurant: $0)
    }
    for (text, parsed) in zip(texts, try PythonMail.parse(messages.map(\.bytes))) {
      #expect(parsed.defects == [], "\(text.debugDescription)")
      let line = HeaderText.clean(text)
      #expect(parsed.headers["subject"] == [line])
      // Python puts a space between the encoded words of a name, against RFC 2047.
      let name = PythonMail.withoutSpace(line)
      #expect(parsed.people("to") == [[name, "ada@example.com"]])
      #expect(parsed.people("from") == [[name, "bookings@host.example"]])
      #expect(parsed.headers["bcc"] == nil && parsed.headers["cc"] == nil)
      #expect(
        parsed.parts.map(\.type) == [
          "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar",
        ])
      #expect(parsed.parts[4].fileName == HeaderText.clean("\(text).ics"))
      #expect(parsed.parts[4].parameters["method"] == "PUBLISH")
      #expect(parsed.parts[4].content.contains("BEGIN:VCALENDAR"))
    }
  }

  @Test(.enabled(if: PythonMail.isThere))
  func `Python reads the same body`() throws {
    let text =
      "Zoë's table: 1+1=2 \n\n.\n..dots\nFrom here\ttab\n" + String(repeating: "long ", count: 300) + "\nend"
    let parsed = try PythonMail.parse(MailMessageTests.message(text: text).bytes)
    #expect(parsed.parts[2].content.replacing("\r\n", with: "\n") == text)
  }

  @Test func `without HTML and attachment it is one text`() {
    var message = MailMessageTests.message(html: nil)
    message.attachment = nil
    let text = String(decoding: message.bytes, as: UTF8.self)
    #expect(text.contains("Content-Type: text/plain; charset=utf-8\r\n"))
    #expect(!text.contains("multipart"))
    #expect(text.hasSuffix("\r\n\r\nDear Ada,\r\nsee you.\r\n"))
  }

  @Test func `the same message is the same bytes`() {
    #expect(MailMessageTests.message().bytes == MailMessageTests.message().bytes)
  }

  @Test func `dates are the restaurant's, before and after the clocks change`() {
    let london = Zone(identifier: "Europe/London")!
    let kathmandu = Zone(identifier: "Asia/Kathmandu")!
    let summer = london.instants(of: "2026-07-01 09:05")[0]
    #expect(MailDate.text(summer, in: london) == "Wed, 1 Jul 2026 09:05:00 +0100")
    #expect(MailDate.text(summer, in: kathmandu) == "Wed, 1 Jul 2026 13:50:00 +0545")
    #expect(MailDate.text(Instant(seconds: -1), in: .utc) == "Wed, 31 Dec 1969 23:59:59 +0000")
  }
}
