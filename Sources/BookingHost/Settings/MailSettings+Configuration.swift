internal import Configuration

extension MailSettings {
  /// Reads the settings that are given; what is not given is as it was. Throws for one that makes no sense.
  package static func read(_ sources: SettingsSources) async throws(UnusableSetting) -> MailSettings {
    try MailSettings(reading: await sources.reader())
  }

  /// The same for a thread that may block, which must be none of Swift's pool.
  package static func readBlocking(_ sources: SettingsSources) throws(UnusableSetting) -> MailSettings {
    try PlainThread.wait {
      do throws(UnusableSetting) {
        return Result<MailSettings, UnusableSetting>.success(try await read(sources))
      } catch {
        return .failure(error)
      }
    }.get()
  }

  init(reading config: ConfigReader) throws(UnusableSetting) {
    self.init()
    if let text = config.string(forKey: "mail.transport") {
      guard let transport = Transport(rawValue: text) else {
        throw UnusableSetting(message: "mail.transport must be file or program.")
      }
      self.transport = transport
    }
    program = config.string(forKey: "mail.program") ?? program
    guard !Text.isBlank(program) else { throw UnusableSetting(message: "mail.program must name a program.") }
    arguments = MailSettings.arguments(config) ?? arguments
    // An attempt must end well within its lease, or another would begin beside it.
    seconds = try config.whole("mail.seconds", 1...(Outbox.leaseSeconds - 20)) ?? seconds
    publicURL = try config.publicURL()
    try readAddresses(config)
  }

  private mutating func readAddresses(_ config: ConfigReader) throws(UnusableSetting) {
    if let from = try MailSettings.address("mail.from", config) {
      self.from = from
    } else if transport == .program {
      throw UnusableSetting(
        message: "mail.from must say whom mail is from, such as bookings@restaurant.example.")
    }
    sender = try MailSettings.address("mail.sender", config)
    if let text = config.string(forKey: "mail.domain") {
      guard let domain = MailAddress.domain(text) else {
        throw UnusableSetting(message: "mail.domain must be a domain, such as restaurant.example.")
      }
      self.domain = domain
    }
  }

  private static func address(
    _ name: String, _ config: ConfigReader
  ) throws(UnusableSetting) -> MailAddress? {
    guard let text = config.string(forKey: ConfigKey(name.split(separator: ".").map { String($0) })) else {
      return nil
    }
    guard let address = MailAddress(Text.trimmed(text)) else {
      throw UnusableSetting(
        message: "\(name) must be one plain address, such as bookings@restaurant.example.")
    }
    return address
  }

  /// A list, or one text with spaces between its words.
  private static func arguments(_ config: ConfigReader) -> [String]? {
    if let text = config.string(forKey: "mail.arguments") {
      return text.split(whereSeparator: \.isWhitespace).map { String($0) }
    }
    return config.stringArray(forKey: "mail.arguments")
  }
}
