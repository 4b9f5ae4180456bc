internal import Configuration
internal import SystemPackage

extension WebSettings {
  /// Reads the settings that are given, each under its name; what is not given is as it was. Throws
  /// `Unusable` for one that makes no sense.
  init(reading config: ConfigReader) throws {
    self.init()
    host = config.string(forKey: "http.host", default: host)
    port = try config.whole("http.port", 0...65535) ?? port
    publicURL = try config.string(forKey: "http.public-url").map(WebSettings.origin)
    mostBodyBytes = try config.whole("http.body-bytes", 1024...16_777_216) ?? mostBodyBytes
    mostHeaderBytes = try config.whole("http.header-bytes", 1024...1_048_576) ?? mostHeaderBytes
    mostConnections = try config.whole("http.connections", 1...100_000) ?? mostConnections
    idleSeconds = try config.whole("http.idle-seconds", 1...3600) ?? idleSeconds
    bodySeconds = try config.whole("http.body-seconds", 1...3600) ?? bodySeconds
    threads = try config.whole("http.threads", 1...64) ?? threads
    trustedProxies = try WebSettings.proxies(config.string(forKey: "http.trusted-proxies") ?? "")
    metricsToken = config.string(forKey: "metrics.token", isSecret: true)
    try readLimits(config)
    try readTokens(config)
  }

  /// A setting that cannot be used.
  package struct Unusable: Error, Hashable, Sendable {
    /// A sentence for a person, without the value.
    package var message: String
  }

  private mutating func readLimits(_ config: ConfigReader) throws {
    switch config.string(forKey: "rate.limits", default: "on") {
    case "on": rateLimits.isOn = true
    case "off": rateLimits.isOn = false
    default: throw Unusable(message: "rate.limits must be on or off.")
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
    else { throw Unusable(message: "External tokens need jwt.issuer and jwt.audience.") }
    tokens = ExternalTokenSettings(
      issuer: issuer, audience: audience, secret: secret,
      secretKeyID: config.string(forKey: "jwt.secret-key-id"), keyFile: keyFile)
  }

  private static func origin(_ text: String) throws -> String {
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw Unusable(message: "http.public-url must begin with https:// or http://.")
    }
    return text
  }

  private static func proxies(_ text: String) throws -> [AddressRange] {
    try text.split(separator: ",").map { part in
      if let range = AddressRange(Text.trimmed(String(part))) { return range }
      throw Unusable(message: "http.trusted-proxies must be addresses or ranges such as 10.0.0.0/8.")
    }
  }
}

extension ConfigReader {
  /// A whole number, from wherever it comes, within a range; nil when it is not given.
  fileprivate func whole(_ name: String, _ range: ClosedRange<Int>) throws -> Int? {
    let key = ConfigKey(name.split(separator: ".").map { String($0) })
    guard let text = string(forKey: key) ?? int(forKey: key).map({ String($0) }) else { return nil }
    guard let number = Text.wholeNumber(text), range.contains(number) else {
      let bounds = "\(range.lowerBound) to \(range.upperBound)"
      throw WebSettings.Unusable(message: "\(name) must be a whole number from \(bounds).")
    }
    return number
  }
}

extension WebSettings {
  /// Reads the settings from flags, else from the environment (`BOOKING_HTTP_PORT`), else from a JSON file
  /// whose keys are in an object `booking`. `flags` are under their names: `http.port`.
  package static func read(
    flags: [String: String], environment: [String: String], file: String?
  ) async throws -> WebSettings {
    let values = flags.map { name, value in
      (
        AbsoluteConfigKey(["booking"] + name.split(separator: ".").map { String($0) }),
        ConfigValue(stringLiteral: value)
      )
    }
    var providers: [any ConfigProvider] = [
      InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: values)),
      EnvironmentVariablesProvider(environmentVariables: environment),
    ]
    if let file {
      do {
        providers.append(try await FileProvider<JSONSnapshot>(filePath: FilePath(file)))
      } catch {
        throw Unusable(message: "\(file) cannot be read as a JSON object.")
      }
    }
    return try WebSettings(reading: ConfigReader(providers: providers).scoped(to: "booking"))
  }
}
