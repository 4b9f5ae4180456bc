internal import Configuration

extension GuestRetention {
  /// Reads the settings that are given. Throws for one that makes no sense.
  package static func read(_ sources: SettingsSources) async throws(UnusableSetting) -> GuestRetention {
    let months = try await sources.reader().whole("privacy.keep-guests-months", 0...1200)
    // Nothing, as in the shipped example: for ever.
    return GuestRetention(months: months == 0 ? nil : months)
  }

  /// The same for a thread that may block, which must be none of Swift's pool.
  package static func readBlocking(_ sources: SettingsSources) throws(UnusableSetting) -> GuestRetention {
    try PlainThread.wait {
      do throws(UnusableSetting) {
        return Result<GuestRetention, UnusableSetting>.success(try await read(sources))
      } catch {
        return .failure(error)
      }
    }.get()
  }
}
