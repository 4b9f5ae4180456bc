internal import Configuration
internal import SystemPackage

/// Where settings come from: flags, else the environment, else a JSON file.
package struct SettingsSources: Sendable {
  /// Under their names: `http.port`.
  package var flags: [String: String]
  /// `BOOKING_HTTP_PORT` for `http.port`.
  package var environment: [String: String]
  /// A JSON file whose keys are in an object `booking`.
  package var file: String?

  /// Without a file, that of the environment's `BOOKING_CONFIG` is taken.
  package init(flags: [String: String] = [:], environment: [String: String], file: String? = nil) {
    self.flags = flags
    self.environment = environment
    self.file = file ?? environment["BOOKING_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
  }

  func reader() async throws(UnusableSetting) -> ConfigReader {
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
        throw UnusableSetting(message: "\(file) cannot be read as a JSON object.")
      }
    }
    return ConfigReader(providers: providers).scoped(to: "booking")
  }
}

/// A setting that cannot be used.
package struct UnusableSetting: Error, Hashable, Sendable {
  /// A sentence for a person, without the value.
  package var message: String
}

extension ConfigReader {
  /// A whole number, from wherever it comes, within a range; nil when it is not given.
  func whole(_ name: String, _ range: ClosedRange<Int>) throws(UnusableSetting) -> Int? {
    let key = ConfigKey(name.split(separator: ".").map { String($0) })
    guard let text = string(forKey: key) ?? int(forKey: key).map({ String($0) }) else { return nil }
    guard let number = Text.wholeNumber(text), range.contains(number) else {
      let bounds = "\(range.lowerBound) to \(range.upperBound)"
      throw UnusableSetting(message: "\(name) must be a whole number from \(bounds).")
    }
    return number
  }

  /// The address that browsers see: `https://bookings.example`.
  func publicURL() throws(UnusableSetting) -> String? {
    guard let text = string(forKey: "http.public-url") else { return nil }
    guard text.hasPrefix("https://") || text.hasPrefix("http://") else {
      throw UnusableSetting(message: "http.public-url must begin with https:// or http://.")
    }
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
      throw UnusableSetting(message: "http.public-url must have no spaces, and only ASCII characters.")
    }
    return text
  }
}
