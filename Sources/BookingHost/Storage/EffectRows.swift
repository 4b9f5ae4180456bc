extension StoredEffect {
  init(row: Row) throws {
    let effect = Effect(
      action: try Effect.Action(row: row), skipped: row["skipped"], rule: row["rule"])
    self.init(effect: effect, state: try row.word("state"), reason: row["reason"])
    trigger = row["trigger"]
    dueAt = row.instant("due_at")
    expiresAt = (row["expires_at"] as Int?).map(Instant.init(seconds:))
  }

  /// The row to insert for the effect at `position` among its booking's, or those of a party that waits.
  func columns(
    bookingID: String? = nil, waitlistID: String? = nil, position: Int, follows: Int? = nil,
    createdAt: Instant
  ) -> KeyValuePairs<String, (any Storable)?> {
    let parts = effect.action.parts
    return [
      "booking_id": bookingID, "position": position, "action": parts.action, "kind": effect.action.kind,
      "template": parts.template, "before_minutes": parts.beforeMinutes, "points": parts.points,
      "points_reason": parts.pointsReason, "channel": parts.channel, "message": parts.message,
      "event": parts.event, "skipped": effect.skipped, "rule": effect.rule, "state": state.rawValue,
      "reason": reason, "created_at": createdAt.seconds, "trigger": trigger,
      "due_at": (dueAt ?? createdAt).seconds, "expires_at": expiresAt?.seconds,
      "waitlist_id": waitlistID, "follows": follows,
    ]
  }
}

/// An action laid out flat.
private struct ActionParts {
  var action: String
  var template: String?
  var beforeMinutes: Int?
  var points: Int?
  var pointsReason: String?
  var channel: String?
  var message: String?
  var event: String?
}

extension Effect.Action {
  fileprivate var parts: ActionParts {
    switch self {
    case .email(let template, let beforeMinutes):
      ActionParts(action: "email", template: template, beforeMinutes: beforeMinutes)
    case .loyalty(let points, let reason):
      ActionParts(action: "loyalty", points: points, pointsReason: reason)
    case .notify(let channel, let message):
      ActionParts(action: "notify", channel: channel, message: message)
    case .webhook(let event): ActionParts(action: "webhook", event: event)
    case .none: ActionParts(action: "none")
    }
  }

  fileprivate init(row: Row) throws {
    switch row["action"] as String {
    case "email": self = .email(template: row["template"] ?? "", beforeMinutes: row["before_minutes"])
    case "loyalty": self = .loyalty(points: row["points"] ?? 0, reason: row["points_reason"])
    case "notify": self = .notify(channel: row["channel"] ?? "", message: row["message"])
    case "webhook": self = .webhook(event: row["event"] ?? "")
    default: self = .none(kind: row["kind"])
    }
  }
}
