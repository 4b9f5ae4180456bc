internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import NIOCore

/// What every answer has: errors as problem documents, the request's id, headers that keep browsers careful,
/// a line in the log and a count. The log holds routes, not paths; nothing of queries, headers or bodies.
struct EdgeMiddleware: RouterMiddleware {
  let metrics: RequestMetrics
  let isSecure: Bool
  let logger: Logger
  /// A problem as a page, for browsers.
  let problemPage: @Sendable (Problem, String) -> Reply

  func handle(
    _ request: Request, context: HostContext, next: (Request, HostContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      response = try await next(request, context)
    } catch {
      response = failure(error, request, context)
    }
    harden(&response, context)
    note(response, request, context, since: start)
    return response
  }

  private func failure(_ error: any Error, _ request: Request, _ context: HostContext) -> Response {
    let problem = EdgeMiddleware.problem(error)
    if problem.status >= 500, problem.status != 503 {
      // The type says enough to look for; the words might quote somebody.
      logger.error(
        "Failed", metadata: ["requestId": "\(context.requestID)", "error": "\(type(of: error))"])
    }
    let reply =
      EdgeMiddleware.isForPeople(request)
      ? problemPage(problem, context.requestID) : Reply(problem, requestID: context.requestID)
    var response = Response(reply, isHead: request.method == .head)
    // What is left of a body that was not read is not worth reading.
    if problem.status == 413 { response.headers[.connection] = "close" }
    return response
  }

  /// Browsers ask for HTML; the API answers programs, whatever they ask for.
  private static func isForPeople(_ request: Request) -> Bool {
    guard !request.uri.path.hasPrefix("/api/") else { return false }
    return request.headers[.accept]?.contains("text/html") == true
  }

  static func problem(_ error: any Error) -> Problem {
    guard let error = error as? HTTPError else { return Problem(error) }
    switch error.status {
    case .notFound: return .notFound("There is nothing at this address.")
    case .contentTooLarge: return .tooLarge
    default: return Problem(error.status.code, "malformed", "The request cannot be understood.")
    }
  }

  private func harden(_ response: inout Response, _ context: HostContext) {
    let headers = [
      ("X-Request-Id", context.requestID), ("X-Content-Type-Options", "nosniff"),
      ("X-Frame-Options", "DENY"), ("Referrer-Policy", "no-referrer"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    for (name, value) in headers { response.headers.set(name, value) }
    if response.headers["Content-Security-Policy"] == nil {
      response.headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
    }
    if response.headers["Cache-Control"] == nil { response.headers.set("Cache-Control", "no-store") }
    if isSecure { response.headers.set("Strict-Transport-Security", "max-age=31536000") }
  }

  private func note(
    _ response: Response, _ request: Request, _ context: HostContext, since start: ContinuousClock.Instant
  ) {
    let route = context.endpointPath ?? "none"
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    let status = response.status.code
    metrics.count(method: request.method.rawValue, route: route, status: status, seconds: seconds)
    logger.info(
      "Request",
      metadata: [
        "requestId": "\(context.requestID)", "method": "\(request.method.rawValue)", "route": "\(route)",
        "status": "\(status)", "ms": "\(Int((seconds * 1000).rounded()))",
      ])
  }
}

extension HTTPFields {
  subscript(name: String) -> String? { HTTPField.Name(name).flatMap { self[$0] } }

  mutating func set(_ name: String, _ value: String) {
    if let name = HTTPField.Name(name) { self[name] = value }
  }
}

extension Response {
  init(_ reply: Reply, isHead: Bool = false) {
    var headers = HTTPFields()
    for (name, value) in reply.headers {
      if let name = HTTPField.Name(name) { headers.append(HTTPField(name: name, value: value)) }
    }
    let body =
      isHead || reply.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
    self.init(status: HTTPResponse.Status(code: reply.status), headers: headers, body: body)
    if isHead { self.headers[.contentLength] = String(reply.body.count) }
    if [204, 304].contains(reply.status) { self.headers[.contentLength] = nil }
  }
}
