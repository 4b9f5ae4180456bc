import Foundation
import Testing

@testable import BookingHost

@Suite struct `Settings of mail` {
  private func read(_ environment: [String: String]) async throws -> MailSettings {
    try await MailSettings.read(SettingsSources(environment: environment))
  }

  @Test func `without any, mail goes into files`() async throws {
    #expect(try await read([:]) == MailSettings())
    #expect(MailSettings().transport == .file)
  }

  @Test func `come from the environment`() async throws {
    let settings = try await read([
      "BOOKING_MAIL_TRANSPORT": "program", "BOOKING_MAIL_FROM": "bookings@restaurant.example",
      "BOOKING_MAIL_SENDER": "bounces@restaurant.example", "BOOKING_MAIL_PROGRAM": "/usr/sbin/sendmail",
      "BOOKING_MAIL_ARGUMENTS": "-C /etc/booking/msmtprc -i -t -f {sender}", "BOOKING_MAIL_SECONDS": "45",
      "BOOKING_MAIL_DOMAIN": "host.example", "BOOKING_HTTP_PUBLIC_URL": "https://bookings.example",
    ])
    #expect(settings.transport == .program && settings.program == "/usr/sbin/sendmail")
    #expect(settings.arguments == ["-C", "/etc/booking/msmtprc", "-i", "-t", "-f", "{sender}"])
    #expect(settings.from.address == "bookings@restaurant.example")
    #expect(settings.envelopeSender.address == "bounces@restaurant.example")
    #expect(settings.seconds == 45 && settings.identifierDomain == "host.example")
    #expect(settings.publicURL == "https://bookings.example")
  }

  @Test(arguments: [
    (["TRANSPORT": "smtp"], "mail.transport must be file or program."),
    (
      ["TRANSPORT": "program"],
      "mail.from must say whom mail is from, such as bookings@restaurant.example."
    ),
    (
      ["FROM": "The Anchor <a@b.example>"],
      "mail.from must be one plain address, such as bookings@restaurant.example."
    ),
    (["SENDER": "x"], "mail.sender must be one plain address, such as bookings@restaurant.example."),
    (["DOMAIN": "a b"], "mail.domain must be a domain, such as restaurant.example."),
    (["PROGRAM": " "], "mail.program must name a program."),
    // An attempt that outlived its lease would be made a second time beside itself.
    (["SECONDS": "101"], "mail.seconds must be a whole number from 1 to 100."),
  ])
  func `that make no sense are refused in a sentence`(given: [String: String], sentence: String) async {
    let names = given.map { ("BOOKING_MAIL_" + $0, $1) }
    await #expect(throws: UnusableSetting(message: sentence)) {
      try await read(Dictionary(uniqueKeysWithValues: names))
    }
  }

  @Test func `in the guide's file are read`() async throws {
    let guide = try String(contentsOfFile: Shipped.directory + "/../docs/mail.md", encoding: .utf8)
    let example = try #require(guide.firstMatch(of: /(?s)```json\n(.*?)```/)).1
    let file = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(example.utf8).write(to: file)
    let settings = try await read(["BOOKING_CONFIG": file.path])
    #expect(settings.transport == .program && settings.from.address == "bookings@restaurant.example")
  }

  @Test func `of the guide's table are those that there are`() async throws {
    let guide = try String(contentsOfFile: Shipped.directory + "/../docs/mail.md", encoding: .utf8)
    let rows = guide.split(separator: "\n").compactMap {
      $0.prefixMatch(of: /\| `([a-z.-]+)` \| `(BOOKING_[A-Z_]+)` \|/)
    }
    #expect(rows.count == 8)
    for row in rows {
      let variable = "BOOKING_" + row.1.uppercased().map { $0.isLetter ? String($0) : "_" }.joined()
      #expect(row.2 == variable)
    }
  }
}
