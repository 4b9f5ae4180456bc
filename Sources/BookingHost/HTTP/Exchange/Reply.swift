/// What a route answers.
package struct Reply: Sendable {
  package var status: Int
  package var headers: [(name: String, value: String)] = []
  package var body: [UInt8] = []

  package init(_ status: Int) {
    self.status = status
  }

  /// A JSON document.
  static func json(_ value: some Encodable, status: Int = 200, type: String = "application/json") throws
    -> Reply
  {
    var reply = Reply(status)
    reply.body = Array(try WireEncoder.text(value).utf8)
    reply.headers.append(("Content-Type", type))
    return reply
  }

  static func text(_ text: String, type: String, status: Int = 200) -> Reply {
    var reply = Reply(status)
    reply.body = Array(text.utf8)
    reply.headers.append(("Content-Type", type))
    return reply
  }

  /// The same with one more header.
  func with(_ name: String, _ value: String) -> Reply {
    var reply = self
    reply.headers.append((name, value))
    return reply
  }
}

extension Reply {
  init(_ problem: Problem, requestID: String) {
    let json = ProblemJSON(problem, requestID: requestID)
    let encoded = try? Reply.json(json, status: problem.status, type: "application/problem+json")
    self = encoded ?? Reply(problem.status)
    for (name, value) in problem.headers.sorted(by: { $0.key < $1.key }) { headers.append((name, value)) }
    if let seconds = problem.retryAfter { headers.append(("Retry-After", String(seconds))) }
  }
}
