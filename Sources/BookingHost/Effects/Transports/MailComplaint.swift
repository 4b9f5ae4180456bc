/// What a mail program that failed meant: by what the mail server said, where it repeats that, else by its exit
/// status (sysexits.h).
struct MailComplaint {
  private let result: ProgramRun.Result
  private let code: Int
  private let name: String
  private let recipient: MailAddress
  /// The lines of standard error, without the program's name at their beginning.
  private let lines: [String]

  init(_ result: ProgramRun.Result, code: Int, name: String, recipient: MailAddress) {
    self.result = result
    self.code = code
    self.name = name
    self.recipient = recipient
    lines = result.complaint.split(whereSeparator: \.isNewline).map { line in
      Text.trimmed(String(line.hasPrefix(name + ":") ? line.dropFirst(name.count + 1) : line))
    }
  }

  var outcome: DeliveryOutcome {
    if let reply { return outcome(of: reply) }
    switch code {
    // EX_DATAERR and EX_NOUSER are about this message; a host that is not found may be the mail server's own.
    case 65, 67: return .failed(reason: sentence)
    case 68 where !isAboutServer: return .failed(reason: sentence)
    // EX_IOERR and EX_PROTOCOL: the connection broke, before or after the message was accepted.
    case 74 where !isAboutServer, 76 where !isAboutServer:
      return result.hasReadAll
        ? .unknown(reason: "\(sentence); the message may have been sent")
        : .retry(reason: sentence, after: nil)
    // The rest is about the way there, or the configuration: for the operator to put right meanwhile.
    default: return .retry(reason: sentence, after: nil)
    }
  }

  /// A mail server's answer: its code and its words.
  private struct Reply {
    var code: Int
    var words: String
  }

  private func outcome(of reply: Reply) -> DeliveryOutcome {
    let sentence = "the mail server refused it: \(reply.code) \(reply.words)"
    // Of what is permanent, what is not about the recipient or the message is for the operator to put right.
    let isOurs =
      MailComplaint.signInCodes.contains(reply.code) || code == 77
      || MailComplaint.ours.contains { phrase in lines.contains { $0.contains(phrase) } }
    return (500...599).contains(reply.code) && !isOurs
      ? .failed(reason: sentence) : .retry(reason: sentence, after: nil)
  }

  /// RFC 4954: that one must sign in, or could not.
  private static let signInCodes = [530, 534, 535, 538]
  /// What msmtp says of refusals that any message would have met.
  private static let ours = [
    "envelope from address", "authentication failed", "cannot get initial OK message", "TLS", "EHLO",
  ]

  /// The last answer of a mail server that the program repeats, with all of its lines.
  private var reply: Reply? {
    let replies = lines.compactMap { MailComplaint.reply(in: $0) }
    guard let last = replies.last else { return nil }
    let all = replies.filter { $0.code == last.code }.map(\.words).filter { !$0.isEmpty }
    return Reply(code: last.code, words: hidden(all.joined(separator: " ")))
  }

  /// `server message: 550 5.1.1 mailbox unavailable`, and the answer alone.
  private static func reply(in line: String) -> Reply? {
    let line = line.hasPrefix("server message:") ? Text.trimmed(String(line.dropFirst(15))) : line
    guard let match = line.prefixMatch(of: /([245]\d\d)(?:[ -]|$)(?:[245]\.\d{1,3}\.\d{1,3} ?)?(.*)/),
      let code = Int(match.1)
    else { return nil }
    return Reply(code: code, words: Text.trimmed(String(match.2)))
  }

  /// Whether it is about getting to the mail server: nothing was sent then.
  private var isAboutServer: Bool {
    lines.contains {
      $0.contains("cannot connect") || $0.contains("cannot locate host") || $0.contains("No such file")
    }
  }

  /// What the program says itself.
  private var sentence: String {
    let said = lines.first { !$0.hasPrefix("could not send mail") && !$0.isEmpty }
    return "\(name): " + (said.map(hidden) ?? "it ended with status \(code)")
  }

  /// Without the guest's address, nor any other, and no longer than a line or two.
  private func hidden(_ text: String) -> String {
    let local = Regex<Substring>(verbatim: String(recipient.address.prefix { $0 != "@" })).ignoresCase()
    var words = text.replacing(/[^\s<>"'(),;:]+@[^\s<>"'(),;:]+/, with: "…")
    for range in words.ranges(of: local).reversed() where words.isWhole(range) {
      words.replaceSubrange(range, with: "…")
    }
    words = Text.singleLine(words.replacing("<…>", with: "…"))
    return words.count > 200 ? words.prefix(199) + "…" : words
  }
}

extension String {
  /// Whether no letter or digit is next to a part of the text.
  fileprivate func isWhole(_ range: Range<Index>) -> Bool {
    let neighbours = [self[..<range.lowerBound].last, self[range.upperBound...].first].compactMap { $0 }
    return !neighbours.contains { $0.isLetter || $0.isNumber }
  }
}
