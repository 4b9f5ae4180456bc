/// What the routes work with.
package struct WebServices: Sendable {
  package var store: Store
  package var desk: BookingDesk
  package var access: Access
  package var keyedHash: @Sendable (String) -> [UInt8]
  package var settings: WebSettings
  package var limits: RateLimits
  package var events: EventFeed
  package var metrics: RequestMetrics
  /// Takes up edits of the rule directory; nil when nobody edits.
  package var ruleWatch: RuleWatch?
  /// Makes happen what follows bookings; nil when somebody else does.
  package var outbox: OutboxRunner?
  /// Hands out and erases guests; nil where nobody has said where the data is.
  package var privacy: GuestPrivacy?
  /// How long guests are kept.
  package var retention = GuestRetention()
  /// How mail leaves the house: calendar files of the pages are the same entries as those in mail.
  package var mail = MailSettings()
  /// The pages' templates and words. Read anew each time where somebody is working on them.
  package var pages: @Sendable () -> PageTemplates = { .shipped }

  package init(
    store: Store, desk: BookingDesk, access: Access, settings: WebSettings, limits: RateLimits? = nil
  ) {
    self.store = store
    self.desk = desk
    self.access = access
    self.settings = settings
    self.limits = limits ?? RateLimits(settings.rateLimits)
    keyedHash = desk.keyedHash
    events = EventFeed(store: store)
    metrics = RequestMetrics()
  }
}
