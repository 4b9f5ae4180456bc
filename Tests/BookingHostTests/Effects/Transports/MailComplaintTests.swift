import Testing

@testable import BookingHost

/// What msmtp 1.8.23 writes and how it ends, against servers that answered so.
@Suite("What a mail program's complaint means")
struct MailComplaintTests {
  private func outcome(_ code: Int, _ lines: String..., hasReadAll: Bool = true) -> DeliveryOutcome {
    let complaint = (lines + ["could not send mail (account default from /root/.msmtprc)"])
      .map { "msmtp: \($0)\n" }.joined()
    let result = ProgramRun.Result(end: .exited(code), complaint: complaint, hasReadAll: hasReadAll)
    return ProgramTransport(MailSettings()).outcome(of: result, to: MailAddress("ada@x.example")!)
  }

  @Test func `a mailbox that is not there is the end of it, in the server's words`() {
    #expect(
      outcome(
        65, "recipient address ada@x.example not accepted by the server",
        "server message: 550 5.1.1 mailbox unavailable")
        == .failed(reason: "the mail server refused it: 550 mailbox unavailable"))
    #expect(
      outcome(69, "the server did not accept the mail", "server message: 552 5.3.4 message too big")
        == .failed(reason: "the mail server refused it: 552 message too big"))
    #expect(
      outcome(
        65, "recipient address ada@x.example not accepted by the server",
        "server message: 550-5.1.1 The email account that you tried to reach",
        "server message: 550-5.1.1 does not exist.", "server message: 550 5.1.1 bye")
        == .failed(
          reason:
            "the mail server refused it: 550 The email account that you tried to reach does not exist. bye"))
  }

  @Test func `no address is repeated in a reason`() {
    #expect(
      outcome(
        65, "recipient address ada@x.example not accepted by the server",
        "server message: 550 5.1.1 <Ada@X.example>: ada, Ada.Lovelace@y.example, adamant")
        == .failed(reason: "the mail server refused it: 550 …: …, …, adamant"))
    #expect(outcome(65, "address ada@x.example is odd") == .failed(reason: "msmtp: address … is odd"))
  }

  @Test func `what the server says is temporary is tried again`() {
    #expect(
      outcome(
        69, "recipient address ada@x.example not accepted by the server",
        "server message: 450 4.2.0 mailbox busy")
        == .retry(reason: "the mail server refused it: 450 mailbox busy", after: nil))
    #expect(
      outcome(69, "the server did not accept the mail", "server message: 452 4.3.1 insufficient storage")
        == .retry(reason: "the mail server refused it: 452 insufficient storage", after: nil))
    #expect(
      outcome(76, "cannot get initial OK message from server", "server message: 421 4.3.2 too busy")
        == .retry(reason: "the mail server refused it: 421 too busy", after: nil))
  }

  @Test(arguments: [
    (77, "authentication failed (method PLAIN)", "535 5.7.8 Error: authentication failed"),
    (65, "envelope from address bookings@host.example not accepted by the server", "553 5.7.1 not owned"),
    (
      65, "envelope from address bookings@host.example not accepted by the server",
      "530 5.7.0 Must issue STARTTLS"
    ),
    (76, "cannot get initial OK message from server", "554 no service here"),
  ])
  func `what is for the operator to put right loses no mail`(code: Int, what: String, answer: String) {
    guard case .retry(let reason, nil) = outcome(code, what, "server message: " + answer) else {
      return #expect(Bool(false))
    }
    #expect(reason.contains(answer.split(separator: " ")[0]))
  }

  @Test func `a server that cannot be reached has not had the message`() {
    for (code, line) in [
      (75, "cannot connect to mail.example, port 587: Connection refused"),
      (68, "cannot locate host mail.example: Name or service not known"),
      (74, "/etc/msmtprc: No such file or directory"), (78, "account default not found"),
      (64, "unrecognized option '--bogus'"), (1, "something else"),
    ] {
      #expect(outcome(code, line) == .retry(reason: "msmtp: \(line)", after: nil))
    }
  }

  @Test func `a connection that broke leaves the outcome open only when the whole message was read`() {
    for (code, line) in [
      (76, "the server sent an empty reply"), (74, "network read error: the operation timed out"),
    ] {
      #expect(outcome(code, line) == .unknown(reason: "msmtp: \(line); the message may have been sent"))
      #expect(outcome(code, line, hasReadAll: false) == .retry(reason: "msmtp: \(line)", after: nil))
    }
  }

  @Test func `other programs' exit statuses count`() {
    func ended(_ code: Int, _ complaint: String = "") -> DeliveryOutcome {
      let result = ProgramRun.Result(end: .exited(code), complaint: complaint, hasReadAll: true)
      return ProgramTransport(MailSettings()).outcome(of: result, to: MailAddress("ada@x.example")!)
    }
    #expect(ended(0) == .delivered)
    #expect(ended(67, "ada... User unknown\n") == .failed(reason: "msmtp: …... User unknown"))
    #expect(ended(68) == .failed(reason: "msmtp: it ended with status 68"))
    #expect(ended(75) == .retry(reason: "msmtp: it ended with status 75", after: nil))
    #expect(ended(1) == .retry(reason: "msmtp: it ended with status 1", after: nil))
    #expect(
      ended(69, "550 5.1.1 no such user\n") == .failed(reason: "the mail server refused it: 550 no such user")
    )
  }

  @Test func `a reason is a line or two, whatever was said`() {
    let result = ProgramRun.Result(
      end: .exited(69),
      complaint: "msmtp: server message: 550 \(String(repeating: "x\u{1B}[31m", count: 300))\n",
      hasReadAll: true)
    guard
      case .failed(let reason) = ProgramTransport(MailSettings()).outcome(
        of: result, to: MailAddress("ada@x.example")!)
    else { return #expect(Bool(false)) }
    #expect(reason.count < 260 && !reason.contains("\u{1B}"))
  }
}
