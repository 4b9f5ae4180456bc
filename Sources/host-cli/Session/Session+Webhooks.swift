import BookingHost
import Foundation

// What webhooks need.
extension Session {
  /// How webhooks and notifications leave the house: from the environment, else from the file of BOOKING_CONFIG.
  func effectSettings() throws -> EffectSettings {
    if let readEffectSettings { return readEffectSettings }
    let settings = try EffectSettings.readBlocking(
      SettingsSources(environment: ProcessInfo.processInfo.environment))
    readEffectSettings = settings
    return settings
  }

  /// What the secrets of webhooks are sealed with.
  func webhookBox() throws -> SecretBox {
    try secret().box(for: WebhookSecret.purpose)
  }

  func webhookControl() throws -> WebhookControl {
    WebhookControl(
      store: try store(), box: try webhookBox(), reach: try effectSettings().reach, now: environment.now,
      newID: environment.reference)
  }

  func webhookSender() throws -> WebhookSender {
    WebhookSender(box: try webhookBox(), reach: try effectSettings().reach, now: environment.now)
  }

  func webhookJSON(_ made: WebhookControl.Made) -> WebhookJSON {
    WebhookJSON(made.endpoint, secret: made.secret, now: environment.now(), zone: .machine)
  }

  func webhookJSON(_ endpoint: WebhookEndpoint) -> WebhookJSON {
    WebhookJSON(endpoint, now: environment.now(), zone: .machine)
  }

  /// The restaurants of which someone is at least a manager. Throws when there is none.
  func managed(by staff: StaffAccount) throws -> [Restaurant] {
    let managed = try memberRestaurants(staff).filter { try role(of: .staff(staff), at: $0) >= .manager }
    guard !managed.isEmpty else {
      throw HostError(.notAllowed, "Only managers of a restaurant may see to its webhooks.")
    }
    return managed
  }
}
