/// Hands messages to a program that behaves like sendmail: msmtp, postfix, exim, OpenSMTPD.
package struct ProgramTransport: MailTransport {
  private let settings: MailSettings
  package let isLocal = false

  package init(_ settings: MailSettings) {
    self.settings = settings
  }

  package func send(_ message: MailMessage, isRepeat: Bool) -> DeliveryOutcome {
    outcome(of: run.runBlocking(message.bytes), to: message.to)
  }

  private var run: ProgramRun {
    let sender = settings.envelopeSender.address
    let arguments = settings.arguments.map { $0.replacing("{sender}", with: sender) }
    return ProgramRun(settings.program, arguments, seconds: settings.seconds)
  }

  /// The last part of the program's path, for sentences.
  private var name: String {
    settings.program.split(separator: "/").last.map(String.init) ?? settings.program
  }

  /// What an attempt came to.
  ///
  /// A program that has not read the message to its end cannot have sent it, however it ended: it is tried again.
  /// Only one that had all of it and was cut short leaves the outcome open.
  func outcome(of result: ProgramRun.Result, to recipient: MailAddress) -> DeliveryOutcome {
    switch result.end {
    case .exited(0): .delivered
    case .exited(let code): MailComplaint(result, code: code, name: name, recipient: recipient).outcome
    case .notStarted(let reason):
      .retry(reason: "the mail program \(name) cannot be used: \(reason)", after: nil)
    case .timedOut: open(result, "\(name) did not end within \(settings.seconds) s")
    case .signalled: open(result, "\(name) was ended")
    }
  }

  private func open(_ result: ProgramRun.Result, _ sentence: String) -> DeliveryOutcome {
    result.hasReadAll
      ? .unknown(reason: "\(sentence); the message may have been sent")
      : .retry(reason: "\(sentence) before it had the whole message", after: nil)
  }
}
