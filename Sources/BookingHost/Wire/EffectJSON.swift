/// An effect of a booking and how far it has got. Of `template`, `points`, `channel` and `event` only the
/// one that belongs to the kind is there.
package struct EffectJSON: Encodable, Sendable {
  package var kind: String
  package var state: String
  /// Why it was skipped or failed.
  @OrNull package var reason: String?
  @OrNull package var rule: String?
  /// `created`, or the later event that it follows.
  package var trigger: String
  package var template: String?
  package var points: Int?
  package var channel: String?
  package var event: String?

  package init(_ stored: StoredEffect) {
    kind = stored.effect.action.kind
    state = stored.state.rawValue
    reason = stored.reason
    rule = stored.effect.rule
    trigger = stored.trigger
    switch stored.effect.action {
    case .email(let template, _): self.template = template
    case .loyalty(let points, _): self.points = points
    case .notify(let channel, _): self.channel = channel
    case .webhook(let event): self.event = event
    case .none: break
    }
  }
}
