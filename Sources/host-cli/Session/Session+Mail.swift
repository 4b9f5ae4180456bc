import BookingHost
import Foundation

// Mail as the settings have it.
extension Session {
  /// From the environment, else from the file of BOOKING_CONFIG.
  func mailSettings() throws -> MailSettings {
    try MailSettings.readBlocking(SettingsSources(environment: ProcessInfo.processInfo.environment))
  }

  /// What makes an email effect happen. Templates that cannot be used are told on standard error.
  func mailDeliverer() throws -> MailDeliverer {
    let hash = try SecretFile(directory: options.data).load()
    let live = try liveRules()
    return MailDeliverer(
      settings: try mailSettings(), data: options.data, rules: options.rules, keyedHash: { hash($0) },
      policy: { live.current.policy($0) },
      warn: { Output.complain("\(Style.standardError.yellow("warning:")) \(Plain.text($0))") })
  }

  /// Makes the mails of this store's bookings.
  func mailComposer() throws -> MailComposer {
    let hash = try SecretFile(directory: options.data).load()
    let live = try liveRules()
    return MailComposer(settings: try mailSettings(), keyedHash: { hash($0) }) { mode in
      live.current.policy(mode).map(MailField.own) ?? []
    }
  }

  /// Makes the mails of a made-up booking; needs no store.
  func sampleComposer() throws -> MailComposer {
    MailComposer(settings: try mailSettings(), keyedHash: { Digest.sha256("sample" + $0) }) { _ in
      MailSample.fields
    }
  }
}
