import Foundation
import Testing

@testable import BookingHost

/// A program made of shell, which is called like sendmail.
private final class ShellMailer: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "mailer-\(UUID().uuidString)").path

  init(_ script: String) throws {
    try ShellScript.write("#!/bin/sh\n\(script)\n", to: path)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// On a thread of its own, as tests run on the pool's.
  func send(_ message: MailMessage = MailMessageTests.message(), seconds: Int = 600) async -> DeliveryOutcome
  {
    await PlainThread.run { self.transport(seconds).send(message, isRepeat: false) }
  }

  private func transport(_ seconds: Int) -> ProgramTransport {
    var settings = MailSettings()
    settings.transport = .program
    settings.program = path
    settings.from = MailAddress("bookings@host.example")!
    settings.sender = MailAddress("bounces@host.example")!
    settings.seconds = seconds
    return ProgramTransport(settings)
  }

  var name: String { path.split(separator: "/").last.map(String.init) ?? "" }
}

@Suite("Mail through a program")
struct ProgramTransportTests {
  /// More than a pipe holds.
  private let large = MailMessageTests.message(
    text: String(repeating: "A line of a very long message.\n", count: 20_000))

  @Test func `the program gets the message as it is, and the envelope sender`() async throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: copy) }
    let mailer = try ShellMailer("echo \"$@\" > \(copy); cat >> \(copy)")
    #expect(await mailer.send(large) == .delivered)
    let seen = try Data(contentsOf: URL(filePath: copy))
    #expect(Array(seen) == Array("-i -t -f bounces@host.example\n".utf8) + large.bytes)
  }

  @Test func `a program that is not there is tried again, and the reason says so`() async throws {
    var settings = MailSettings()
    settings.seconds = 600
    for (program, name) in [
      ("/nonexistent/msmtp", "msmtp"), ("no-such-mailer", "no-such-mailer"), ("/tmp", "tmp"),
    ] {
      settings.program = program
      let transport = ProgramTransport(settings)
      let outcome = await PlainThread.run { transport.send(MailMessageTests.message(), isRepeat: false) }
      guard case .retry(let reason, nil) = outcome else { return #expect(Bool(false), "\(outcome)") }
      #expect(reason.hasPrefix("the mail program \(name) cannot be used: "))
    }
  }

  @Test func `one that ends without reading does no harm`() async throws {
    let mailer = try ShellMailer("echo 'no room' >&2; exit 75")
    #expect(await mailer.send(large) == .retry(reason: "\(mailer.name): no room", after: nil))
  }

  @Test func `one that hangs is ended with all that it has started`() async throws {
    let mark = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    defer { try? FileManager.default.removeItem(atPath: mark) }
    // The child ignores what asks politely.
    let mailer = try ShellMailer(
      "cat > /dev/null; (trap '' TERM HUP; echo $$ > \(mark).tmp; exec sleep 987) & echo $! > \(mark); wait")
    let outcome = await mailer.send(seconds: 5)
    #expect(
      outcome == .unknown(reason: "\(mailer.name) did not end within 5 s; the message may have been sent"))
    let child = try #require(Int32(Text.trimmed(String(contentsOfFile: mark, encoding: .utf8))))
    // Killed, as soon as it has its turn; a zombie until its new parent looks.
    func isOver(_ state: String) -> Bool { state == "gone" || state.contains(") Z ") }
    let state = asking(until: isOver) {
      (try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8)) ?? "gone"
    }
    #expect(isOver(state), "\(state)")
    try? FileManager.default.removeItem(atPath: mark + ".tmp")
  }

  @Test func `one that hangs before it has the whole message has not sent it`() async throws {
    let mailer = try ShellMailer("head -c 1000 > /dev/null; exec sleep 987")
    #expect(
      await mailer.send(large, seconds: 5)
        == .retry(reason: "\(mailer.name) did not end within 5 s before it had the whole message", after: nil)
    )
  }

  @Test func `one that is killed leaves the outcome open only when it had the whole message`() async throws {
    let after = try ShellMailer("cat > /dev/null; kill -9 $$")
    #expect(await after.send() == .unknown(reason: "\(after.name) was ended; the message may have been sent"))
    let before = try ShellMailer("kill -9 $$")
    #expect(
      await before.send()
        == .retry(reason: "\(before.name) was ended before it had the whole message", after: nil))
  }

  @Test func `complaints without end are cut, and hold nothing up`() async throws {
    let mailer = try ShellMailer("cat > /dev/null; yes 'out of order' | head -c 3000000 >&2; exit 75")
    #expect(await mailer.send() == .retry(reason: "\(mailer.name): out of order", after: nil))
    let noise = try ShellMailer("cat > /dev/null; head -c 100000 /dev/urandom >&2; exit 75")
    guard case .retry = await noise.send() else { return #expect(Bool(false)) }
  }

  @Test func `a child that holds on to standard error holds nobody up`() async throws {
    let mailer = try ShellMailer("cat > /dev/null; sleep 20 & exit 0")
    #expect(await mailer.send() == .delivered)
  }

  @Test func `many at once, more than the pool has threads, all end`() async throws {
    let mailer = try ShellMailer("cat > /dev/null; sleep 0.1")
    let outcomes = await withTaskGroup(of: DeliveryOutcome.self) { group in
      for _ in 0..<24 { group.addTask { await mailer.send() } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes == Array(repeating: .delivered, count: 24))
  }
}
