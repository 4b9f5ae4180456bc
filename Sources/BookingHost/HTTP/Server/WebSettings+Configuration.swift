internal import Configuration

extension WebSettings {
  /// Reads the settings that are given, each under its name; what is not given is as it was. Throws
  /// `UnusableSetting` for one that makes no sense.
  init(reading config: ConfigReader) throws {
    self.init()
    host = config.string(forKey: "http.host", default: host)
    port = try config.whole("http.port", 0...65535) ?? port
    publicURL = try config.publicURL()
    mostBodyBytes = try config.whole("http.body-bytes", 1024...16_777_216) ?? mostBodyBytes
    mostHeaderBytes = try config.whole("http.header-bytes", 1024...1_048_576) ?? mostHeaderBytes
    mostConnections = try config.whole("http.connections", 1...100_000) ?? mostConnections
    idleSeconds = try config.whole("http.idle-seconds", 1...3600) ?? idleSeconds
    bodySeconds = try config.whole("http.body-seconds", 1...3600) ?? bodySeconds
    threads = try config.whole("http.threads", 1...256) ?? threads
    trustedProxies = try WebSettings.proxies(config.string(forKey: "http.trusted-proxies") ?? "")
    metricsToken = config.string(forKey: "metrics.token", isSecret: true)
    try readLimits(config)
    try readTokens(config)
  }

  private mutating func readLimits(_ config: ConfigReader) throws {
    switch config.string(forKey: "rate.limits", default: "on") {
    case "on": rateLimits.isOn = true
    case "off": rateLimits.isOn = false
    default: throw UnusableSetting(message: "rate.limits must be on or off.")
    }
    let range = 1...1_000_000
    rateLimits.opsCreate = try config.whole("rate.ops-create", range) ?? rateLimits.opsCreate
    rateLimits.opsList = try config.whole("rate.ops-list", range) ?? rateLimits.opsList
    rateLimits.guestCreate = try config.whole("rate.guest-create", range) ?? rateLimits.guestCreate
    rateLimits.guestLookUp = try config.whole("rate.guest-look-up", range) ?? rateLimits.guestLookUp
    rateLimits.open = try config.whole("rate.open", range) ?? rateLimits.open
    rateLimits.signInAccount = try config.whole("rate.sign-in-account", range) ?? rateLimits.signInAccount
    rateLimits.signInAddress = try config.whole("rate.sign-in-address", range) ?? rateLimits.signInAddress
  }

  private mutating func readTokens(_ config: ConfigReader) throws {
    let secret = config.string(forKey: "jwt.secret", isSecret: true)
    let keyFile = config.string(forKey: "jwt.jwks-file")
    guard secret != nil || keyFile != nil else { return }
    guard let issuer = config.string(forKey: "jwt.issuer"),
      let audience = config.string(forKey: "jwt.audience")
    else { throw UnusableSetting(message: "External tokens need jwt.issuer and jwt.audience.") }
    tokens = ExternalTokenSettings(
      issuer: issuer, audience: audience, secret: secret,
      secretKeyID: config.string(forKey: "jwt.secret-key-id"), keyFile: keyFile)
  }

  private static func proxies(_ text: String) throws -> [AddressRange] {
    try text.split(separator: ",").map { part in
      if let range = AddressRange(Text.trimmed(String(part))) { return range }
      throw UnusableSetting(message: "http.trusted-proxies must be addresses or ranges such as 10.0.0.0/8.")
    }
  }
}

extension WebSettings {
  package static func read(_ sources: SettingsSources) async throws -> WebSettings {
    try WebSettings(reading: await sources.reader())
  }
}
