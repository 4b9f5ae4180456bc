/// How the server is to run.
package struct WebSettings: Hashable, Sendable {
  package var host = "127.0.0.1"
  /// 0 takes any that is free.
  package var port = 8080
  /// The address that browsers see, when there is a proxy before the server.
  package var publicURL: String?
  package var mostBodyBytes = 64 * 1024
  package var mostHeaderBytes = 16 * 1024
  package var mostConnections = 1000
  /// A connection on which nothing happens is closed after this many seconds.
  package var idleSeconds = 30
  /// A body must have arrived within this many seconds.
  package var bodySeconds = 15
  /// Threads for what may block, and how many requests may wait for one.
  package var threads = 64
  package var mostWaiting = 256
  package var trustedProxies: [AddressRange] = []
  package var rateLimits = RateLimitSettings()
  /// What /metrics is asked with; without one it is not there.
  package var metricsToken: String?
  package var tokens: ExternalTokenSettings?

  package init() {}

  package var cookie: SessionCookie {
    SessionCookie(isSecure: publicURL?.lowercased().hasPrefix("https://") == true)
  }
}
