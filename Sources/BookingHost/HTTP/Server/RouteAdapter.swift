internal import HTTPTypes
internal import Hummingbird
internal import NIOCore

/// Puts the routes' endpoints on a router: reads the request, lets the endpoint work where it may, and sends
/// what it answers.
struct RouteAdapter: Sendable {
  let services: WebServices
  let tokens: ExternalTokens?
  /// For what blocks, and for what takes long on purpose.
  let pool: BlockingPool
  let slowPool: BlockingPool
  let kept = KeptAnswers()

  func router(_ endpoints: [Endpoint], logger: EdgeMiddleware) -> Router<HostContext> {
    let router = Router(context: HostContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: logger)
    for endpoint in endpoints {
      guard let method = HTTPRequest.Method(endpoint.method) else { continue }
      router.on(RouterPath(endpoint.path), method: method) { request, context in
        try await respond(endpoint, request, context)
      }
    }
    for (path, methods) in Dictionary(grouping: endpoints, by: \.path).mapValues({ $0.map(\.method) }) {
      refuseOthers(than: methods, path, router)
    }
    return router
  }

  private func respond(
    _ endpoint: Endpoint, _ request: Request, _ context: HostContext
  ) async throws -> Response {
    let exchange = try await exchange(request, context)
    switch endpoint.work {
    case .prompt(let work): return try Response(work(exchange))
    case .blocking(let work): return Response(try await pool.run { try work(exchange) })
    case .reading(let work): return try await read(exchange, work)
    case .slow(let work): return Response(try await slowPool.run { try work(exchange) })
    case .approvable(let work):
      let pool = Approval.isAsked(exchange) ? slowPool : pool
      return Response(try await pool.run { try work(exchange) })
    case .stream(let work):
      let subscription = try await pool.run { try work(exchange) }
      return try EventStream(feed: services.events, pool: pool, subscription: subscription).response()
    }
  }

  /// An answer that is kept costs as much of the caller's limits as one that is worked out.
  private func read(
    _ exchange: Exchange, _ work: @escaping @Sendable (Exchange) throws -> Reading
  ) async throws -> Response {
    let moment = services.moment
    if let moment, let reading = kept.reading(for: exchange, at: moment) {
      try services.limits.take(reading.charge, exchange)
      return Response(reading.reply)
    }
    let reading = try await pool.run { try work(exchange) }
    if let moment { kept.keep(reading, for: exchange, at: moment) }
    return Response(reading.reply)
  }

  /// A route that is there, asked in a way it is not there for.
  private func refuseOthers(than methods: [String], _ path: String, _ router: Router<HostContext>) {
    let allowed = methods.flatMap { $0 == "GET" ? ["GET", "HEAD"] : [$0] }.sorted().joined(separator: ", ")
    for other in RouteAdapter.methods where !methods.contains(other) {
      if other == "HEAD", methods.contains("GET") { continue }
      guard let method = HTTPRequest.Method(other) else { continue }
      router.on(RouterPath(path), method: method) { _, _ -> Response in
        var problem = Problem(405, "method_not_allowed", "This address takes \(allowed).")
        problem.headers["Allow"] = allowed
        throw problem
      }
    }
  }

  private static let methods = [
    "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "QUERY",
  ]
}

extension RouteAdapter {
  /// The request, read as far as HTTP goes.
  private func exchange(_ request: Request, _ context: HostContext) async throws -> Exchange {
    let fields = request.headers.map { (name: $0.name.canonicalName, value: $0.value) }
    let headers = RequestHeaders(fields + (request.head.authority.map { [(name: "Host", value: $0)] } ?? []))
    let forwarded = headers.all("X-Forwarded-For")
    let address = CallerAddress(trustedProxies: services.settings.trustedProxies)
      .caller(peer: context.peer, forwardedFor: forwarded)
    let credential = try await credential(headers)
    return Exchange(
      method: request.method.rawValue, path: request.uri.string, parameters: try parameters(context),
      query: try Query(request.uri.query ?? ""), headers: headers,
      body: try await body(request, context), address: address, requestID: context.requestID,
      credential: credential)
  }

  private func parameters(_ context: HostContext) throws -> [String: String] {
    var parameters: [String: String] = [:]
    for (name, value) in context.parameters {
      guard let text = PercentCode.decoded(value.utf8) else {
        throw Problem.malformed("The address has an escape that is none, or text that is not UTF-8.")
      }
      parameters[String(name)] = text
    }
    return parameters
  }

  /// The Authorization header counts before the cookie. What is in it and proves nothing is not overlooked.
  private func credential(_ headers: RequestHeaders) async throws -> Credential {
    guard let authorization = headers["Authorization"] else {
      return services.settings.cookie.token(in: headers.all("Cookie")).map { .cookie($0) } ?? .none
    }
    let parts = authorization.split(separator: " ", maxSplits: 1)
    guard headers.all("Authorization").count == 1, parts.count == 2, parts[0].lowercased() == "bearer" else {
      return .bearer("")
    }
    let token = String(parts[1])
    guard let tokens, ExternalTokens.looksLikeOne(token) else { return .bearer(token) }
    // A token that is not believed proves no more than a session that never was.
    return await tokens.identity(of: token).map { .external($0) } ?? .bearer("")
  }

  /// The whole body. A caller who sends it too slowly loses the connection.
  private func body(_ request: Request, _ context: HostContext) async throws -> [UInt8] {
    let channel = context.channel
    let deadline = channel.eventLoop.scheduleTask(in: .seconds(Int64(services.settings.bodySeconds))) {
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    var body: [UInt8] = []
    var count = 0
    for try await buffer in request.body {
      count += buffer.readableBytes
      if count <= services.settings.mostBodyBytes { body += buffer.readableBytesView }
      guard count <= RouteAdapter.mostSkipped else { break }
    }
    guard count <= services.settings.mostBodyBytes else { throw Problem.tooLarge }
    return body
  }

  /// A body that is too large is read to its end, up to this, without being kept: who is still sending does
  /// not hear that it is too large.
  private static let mostSkipped = 32 * 1024 * 1024
}
