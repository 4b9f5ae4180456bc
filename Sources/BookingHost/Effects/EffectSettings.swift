/// How webhooks and notifications leave the house.
package struct EffectSettings: Hashable, Sendable {
  /// Where webhooks may go besides public hosts.
  package var reach = WebhookReach()
  /// The program that notifications are told to; nil when dashboards alone are.
  package var noticeProgram: NoticeProgram?

  package struct NoticeProgram: Hashable, Sendable {
    /// A path, or a name that is looked up in PATH.
    package var program: String
    package var arguments: [String]
  }

  package init() {}

  /// What makes webhooks and notifications happen.
  package func deliverers(
    store: Store, box: SecretBox, now: @escaping @Sendable () -> Instant
  ) -> [String: any EffectDeliverer] {
    var deliverers: [String: any EffectDeliverer] = [
      "webhook": WebhookDeliverer(
        store: store, sender: WebhookSender(box: box, reach: reach, now: now), now: now)
    ]
    if let noticeProgram { deliverers["notify"] = NoticeCommand(noticeProgram) }
    return deliverers
  }
}
