import BookingHost
import Foundation

// Mail as the settings have it.
extension Session {
  /// From the environment, else from the file of BOOKING_CONFIG.
  func mailSettings() throws -> MailSettings {
    if let readMailSettings { return readMailSettings }
    let settings = try MailSettings.readBlocking(
      SettingsSources(environment: ProcessInfo.processInfo.environment))
    readMailSettings = settings
    return settings
  }

  /// What makes an email effect happen. Templates that cannot be used are told on standard error.
  ///
  /// Where the settings make no sense, mail waits, with that for its reason, and everything else goes on.
  func mailDeliverer() throws -> any EffectDeliverer {
    let hash = try secret()
    do {
      return MailDeliverer(
        settings: try mailSettings(), data: options.data, rules: options.rules, keyedHash: { hash($0) },
        policy: try livePolicies(),
        warn: { Output.complain("\(Style.standardError.yellow("warning:")) \(Plain.text($0))") })
    } catch let error as UnusableSetting {
      return HinderedDelivery(reason: error.message)
    }
  }

  /// Makes the mails of this store's bookings.
  func mailComposer() throws -> MailComposer {
    let hash = try secret()
    let policy = try livePolicies()
    return MailComposer(settings: try mailSettings(), keyedHash: { hash($0) }) { mode in
      policy(mode).map(MailField.own) ?? []
    }
  }

  /// Makes the mails of a made-up booking; needs no store.
  func sampleComposer() throws -> MailComposer {
    MailComposer(settings: try mailSettings(), keyedHash: { Digest.sha256("sample" + $0) }) { _ in
      MailSample.fields
    }
  }

  /// Modes as the live rules have them at the moment of asking. Edits of rules are not taken up for it; nil for
  /// every mode where no rules can be had, as no mail is to wait for rules.
  private func livePolicies() throws -> @Sendable (_ mode: String) -> Policy? {
    let store = try store()
    guard let live = openRules ?? (try? storedRules(store)).map({ LiveRules(following: $0) }) else {
      return { _ in nil }
    }
    return { mode in (try? store.read { try live.follow($0) })?.policy(mode) }
  }
}
