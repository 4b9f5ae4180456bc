/// Makes requests with the program curl, which can be told to which address it connects.
package struct CurlClient: Sendable {
  /// A path, or a name that is looked up in PATH.
  package var program = "curl"
  var limits = CurlLimits()

  package init() {}

  /// Makes one request. Blocks, at most for some seconds more than the limit. No redirect is followed.
  package func send(_ post: WebhookPost) throws(WebhookPostFailure) -> WebhookReply {
    var run = ProgramRun(program, CurlConfiguration.arguments, seconds: limits.seconds + 3)
    run.mostOutputBytes = limits.mostBytes
    let configuration = CurlConfiguration(post, limits: limits)
    return try reply(in: run.runBlocking(Array(configuration.text.utf8)), to: post)
  }

  /// A reply is one, however the connection ended after it: the server has decided by then.
  func reply(in result: ProgramRun.Result, to post: WebhookPost) throws(WebhookPostFailure) -> WebhookReply {
    let code = try code(of: result)
    guard let report = CurlReport(result.complaint) else { throw failure(unreported: code) }
    if let address = report.address, !post.destination.addresses.contains(address) {
      throw .unanswered(reason: "it was connected to \(address), which was not checked")
    }
    if report.status >= 200 {
      return WebhookReply(status: report.status, retryAfter: report.retryAfter, body: result.output)
    }
    let reason = reason(code, report)
    if report.sent == 0 { throw .notSent(reason: reason) } else { throw .unanswered(reason: reason) }
  }

  /// curl reports whatever it does unless it cannot begin (curl(1), "EXIT CODES"; from 126 on the shell's), or is cut
  /// short as its time is up: then nobody knows what it has sent.
  private func failure(unreported code: Int) -> WebhookPostFailure {
    switch code {
    case 1...4, 26, 27, 126...: .impossible(reason: "curl cannot be used: it ended with status \(code)")
    case 28: .unanswered(reason: "it did not answer within \(limits.seconds) s")
    default: .unanswered(reason: "curl ended with status \(code) and did not say what it had sent")
    }
  }

  private func code(of result: ProgramRun.Result) throws(WebhookPostFailure) -> Int {
    switch result.end {
    case .exited(let code): return code
    case .notStarted(let reason):
      throw .impossible(
        reason: "webhooks need the program curl, and \(reason); install it (Debian: apt-get install curl)")
    case .timedOut: throw .unanswered(reason: "it did not answer within \(limits.seconds) s")
    case .signalled: throw .unanswered(reason: "curl was ended")
    }
  }

  private func reason(_ code: Int, _ report: CurlReport) -> String {
    switch code {
    case 7: return "it takes no connection"
    case 28 where report.sent == 0: return "no connection came about in time"
    case 28: return "it did not answer within \(limits.seconds) s"
    case 35, 51, 53, 54, 58, 59, 60, 66, 77, 80, 82, 83, 90, 91:
      return "no secure connection came about" + (report.complaint.map { ": \($0)" } ?? "")
    case 52: return "it closed the connection without an answer"
    case 18, 55, 56: return "the connection was lost before it had answered"
    default: return "curl ended with status \(code)" + (report.complaint.map { ": \($0)" } ?? "")
    }
  }
}
