/// Tells a program of the operator's what `notify` has to say: one that rings a bell, or posts to a chat.
///
/// It is called with the channel as its last argument and a JSON document on its standard input. Dashboards are told
/// whatever becomes of it.
package struct NoticeCommand: EffectDeliverer {
  private let program: String
  private let arguments: [String]

  /// Seconds that the program may take.
  var seconds = 10

  package init(_ settings: EffectSettings.NoticeProgram) {
    program = settings.program
    arguments = settings.arguments
  }

  package func deliver(_ job: EffectJob) -> DeliveryOutcome {
    guard case .notify(let channel, let message) = job.effect.action else {
      return .failed(reason: "this is no notification")
    }
    // Channels are named by rules, and a rule must not get to choose a program's options.
    guard !channel.hasPrefix("-"), !channel.utf8.contains(0) else {
      return .failed(reason: "a program can be told of no channel that begins with -")
    }
    guard let document = try? WireEncoder.text(NoticeDocument(job, channel: channel, message: message)) else {
      return .failed(reason: "the notice cannot be written as JSON")
    }
    let run = ProgramRun(program, arguments + [channel], seconds: seconds)
    return outcome(of: run.runBlocking(Array((document + "\n").utf8)))
  }

  /// sysexits.h calls 75 a failure that may pass.
  func outcome(of result: ProgramRun.Result) -> DeliveryOutcome {
    switch result.end {
    case .exited(0): .delivered
    case .exited(75): .retry(reason: sentence(result, "it asked to be tried again"), after: nil)
    case .exited(let code): .failed(reason: sentence(result, "it ended with status \(code)"))
    case .signalled: .failed(reason: sentence(result, "it was ended"))
    case .timedOut: .failed(reason: sentence(result, "it took longer than \(seconds) s"))
    case .notStarted(let reason): .failed(reason: "the program \(name): \(reason)")
    }
  }

  /// What the program says itself, in its first line, else what is known of it.
  private func sentence(_ result: ProgramRun.Result, _ otherwise: String) -> String {
    let line = result.complaint.split(whereSeparator: \.isNewline).lazy
      .map { Text.singleLine(String($0)) }.first { !$0.isEmpty }
    let words = line ?? otherwise
    return "the program \(name): " + (words.count > 200 ? words.prefix(199) + "…" : words)
  }

  /// The last part of the program's path.
  private var name: String { program.split(separator: "/").last.map(String.init) ?? program }
}

/// What a program is told. Nothing of whose booking it is: a rule that wants that said puts it into the message.
private struct NoticeDocument: Encodable {
  var channel: String
  @OrNull var message: String?
  var restaurant: BookingJSON.Place
  var booking: Subject
  var at: String

  struct Subject: Encodable {
    var reference: String
    var date: String
    var time: String
    var party: Int
    var covers: Int
    var status: String
    var mode: String
    @OrNull var seating: String?
    @OrNull var label: String?
  }

  init(_ job: EffectJob, channel: String, message: String?) {
    self.channel = channel
    self.message = message
    let booking = BookingJSON(job.booking)
    restaurant = booking.restaurant
    self.booking = Subject(
      reference: booking.reference, date: booking.date, time: booking.time, party: booking.party,
      covers: booking.covers, status: job.entry?.state.rawValue ?? booking.status, mode: booking.mode,
      seating: booking.seating,
      label: booking.label)
    at = job.booking.zone.timestamp(job.decidedAt)
  }
}
