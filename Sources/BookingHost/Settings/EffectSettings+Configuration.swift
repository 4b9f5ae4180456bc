internal import Configuration

extension EffectSettings {
  /// Reads the settings that are given. Throws for one that makes no sense.
  package static func read(_ sources: SettingsSources) async throws(UnusableSetting) -> EffectSettings {
    try EffectSettings(reading: await sources.reader())
  }

  /// The same for a thread that may block, which must be none of Swift's pool.
  package static func readBlocking(_ sources: SettingsSources) throws(UnusableSetting) -> EffectSettings {
    try PlainThread.wait {
      do throws(UnusableSetting) {
        return Result<EffectSettings, UnusableSetting>.success(try await read(sources))
      } catch {
        return .failure(error)
      }
    }.get()
  }

  init(reading config: ConfigReader) throws(UnusableSetting) {
    self.init()
    for text in config.words("webhook.allow") {
      guard let allowance = WebhookReach.Allowance(text) else {
        throw UnusableSetting(
          message: "webhook.allow must be hosts such as printer.example, or ranges such as 10.0.0.0/8.")
      }
      reach.allowed.append(allowance)
    }
    let command = config.words("notify.command")
    if let program = command.first {
      noticeProgram = NoticeProgram(program: program, arguments: Array(command.dropFirst()))
    }
  }
}

extension ConfigReader {
  /// A list, or one text with spaces or commas between its words.
  fileprivate func words(_ name: String) -> [String] {
    let key = ConfigKey(name.split(separator: ".").map { String($0) })
    if let text = string(forKey: key) {
      return text.split { $0.isWhitespace || $0 == "," }.map { String($0) }
    }
    return stringArray(forKey: key) ?? []
  }
}
