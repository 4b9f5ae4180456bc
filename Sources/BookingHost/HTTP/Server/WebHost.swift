internal import Hummingbird
internal import HummingbirdCore
package import Logging
internal import NIOCore
internal import ServiceLifecycle
import Synchronization

/// The server: routes, limits and time-outs around one store and one rule book.
package struct WebHost: Sendable {
  private let services: WebServices
  private let logger: Logger

  package init(_ services: WebServices, logger: Logger = WebHost.standardErrorLogger()) {
    self.services = services
    self.logger = logger
  }

  /// Lines of keys and values on standard error.
  package static func standardErrorLogger() -> Logger {
    Logger(label: "booking.http") { StreamLogHandler.standardError(label: $0) }
  }

  /// Serves until it is told to stop (SIGTERM, SIGINT, or the task's cancellation), then finishes what it has
  /// accepted. `onStart` is told the port.
  package func run(onStart: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
    Heap.limitArenas()
    let settings = services.settings
    let now = services.desk.environment.now
    var tokens: ExternalTokens?
    if let external = settings.tokens { tokens = try await ExternalTokens(external, now: now) }
    let pool = BlockingPool(threads: settings.threads, mostWaiting: settings.mostWaiting)
    // Passwords are hashed slowly on purpose: at most two at a time, and nobody else waits for them.
    let slowPool = BlockingPool(threads: 2, mostWaiting: 32)
    let adapter = RouteAdapter(services: services, tokens: tokens, pool: pool, slowPool: slowPool)
    let result = await Result { try await application(adapter, onStart: onStart).runService() }
    await pool.shutDown()
    await slowPool.shutDown()
    try result.get()
  }

  private func application(
    _ adapter: RouteAdapter, onStart: @escaping @Sendable (Int) -> Void
  ) -> some ApplicationProtocol {
    let settings = services.settings
    let edge = EdgeMiddleware(
      metrics: services.metrics, isSecure: settings.cookie.isSecure, logger: logger,
      problemPage: { services.shell().problem($0, requestID: $1) })
    let router = adapter.router(Endpoints.api(services) + PageRoutes.all(services), logger: edge)
    return Application(
      router: router, server: .http1(configuration: WebHost.channel(settings)),
      configuration: ApplicationConfiguration(
        address: .hostname(settings.host, port: settings.port),
        availableConnectionsDelegate: MaximumAvailableConnections(settings.mostConnections)),
      services: [
        EventPoller(feed: services.events, pool: adapter.pool),
        RuleFollower(services: services, pool: adapter.pool, logger: logger),
        OutboxService(runner: services.outbox),
        HeapTrimming(),
        GuestTidying(
          privacy: services.privacy, retention: services.retention, pool: adapter.pool, logger: logger),
      ],
      onServerRunning: { channel in onStart(channel.localAddress?.port ?? settings.port) },
      logger: quiet)
  }

  /// The framework's own lines say nothing of requests; what it warns of is passed on.
  private var quiet: Logger {
    var quiet = logger
    quiet.logLevel = max(logger.logLevel, .warning)
    return quiet
  }

  private static func channel(_ settings: WebSettings) -> HTTP1Channel.Configuration {
    HTTP1Channel.Configuration(
      idleTimeout: .seconds(Int64(settings.idleSeconds)),
      httpDecoderConfiguration: HTTP1Channel.Configuration.DecoderConfiguration(
        maxHeaderFieldSize: settings.mostHeaderBytes, maxHeaderListSize: settings.mostHeaderBytes,
        maxHeaderFieldCount: 100))
  }
}

extension Result where Failure == any Error {
  init(_ body: () async throws -> Success) async {
    do { self = .success(try await body()) } catch { self = .failure(error) }
  }
}
