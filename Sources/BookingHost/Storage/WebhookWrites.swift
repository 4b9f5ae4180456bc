extension StoreWriter {
  package func insert(_ endpoint: WebhookEndpoint) throws {
    try db.insert(
      into: "webhook_endpoints",
      [
        "id": endpoint.id, "restaurant_id": endpoint.restaurantID, "url": endpoint.url,
        "events": StoredJSON.array(endpoint.events.map { .text($0) }).encoded,
        "secret": endpoint.secret, "created_at": endpoint.createdAt.seconds,
      ])
  }

  /// Gives an endpoint a new secret. The one before goes on signing until a moment, or no longer.
  package func rotateWebhookSecret(ofEndpoint id: String, to secret: [UInt8], oldUntil: Instant?) throws {
    try db.run(
      """
      UPDATE webhook_endpoints
      SET old_secret = CASE WHEN CAST(:until AS BIGINT) IS NULL THEN NULL ELSE secret END, old_secret_until = :until,
        secret = :secret WHERE id = :id
      """, ["until": oldUntil?.seconds, "secret": secret, "id": id])
  }

  /// Nothing goes to a disabled endpoint. One that is disabled already keeps its reason.
  package func disableWebhook(id: String, reason: String, now: Instant) throws {
    try db.run(
      "UPDATE webhook_endpoints SET disabled_at = ?, disabled_reason = ? WHERE id = ? AND disabled_at IS NULL",
      [now.seconds, reason, id])
  }

  package func enableWebhook(id: String) throws {
    try db.run("UPDATE webhook_endpoints SET disabled_at = NULL, disabled_reason = NULL WHERE id = ?", [id])
  }

  /// Takes an endpoint away, with its secrets and its deliveries.
  package func deleteWebhook(id: String) throws {
    try db.run("DELETE FROM webhook_endpoints WHERE id = ?", [id])
  }

  /// Has a line in the audit trail say what was done to an endpoint: its host, neither its secret nor the rest of
  /// its URL. Without a member of staff the host did it by itself.
  package func auditWebhook(
    _ action: String, _ endpoint: WebhookEndpoint, by member: Membership?, now: Instant
  ) throws {
    try audit(
      AuditEntry(
        at: now, restaurantID: endpoint.restaurantID, staffID: member?.staffID, staffRole: member?.role,
        action: "webhook.\(action)",
        detail: ["endpoint": .text(endpoint.id), "host": .text(endpoint.authority)]))
  }
}

extension StoreWriter {
  /// Sets an effect on its way to an endpoint.
  package func beginWebhookDelivery(effectID: Int, endpointID: String, now: Instant) throws {
    try db.insert(
      into: "webhook_deliveries",
      [
        "effect_id": effectID, "endpoint_id": endpointID,
        "message_id": WebhookDelivery.messageID(effect: effectID, endpoint: endpointID),
        "state": WebhookDelivery.State.queued.rawValue, "updated_at": now.seconds,
      ])
  }

  /// Writes down what came of an attempt to deliver. What has been delivered stays so, whoever else has tried.
  package func finishWebhookDelivery(
    effectID: Int, endpointID: String, _ state: WebhookDelivery.State, dueAt: Instant, reason: String?,
    now: Instant
  ) throws {
    try db.run(
      """
      UPDATE webhook_deliveries SET state = ?, attempts = attempts + 1, due_at = ?, reason = ?, updated_at = ?
      WHERE effect_id = ? AND endpoint_id = ? AND state <> 'delivered'
      """, [state.rawValue, dueAt.seconds, reason, now.seconds, effectID, endpointID])
  }

  /// Has an effect go once more to the endpoints that it failed to reach.
  func requeueWebhookDeliveries(ofEffect id: Int, now: Instant) throws {
    try db.run(
      """
      UPDATE webhook_deliveries SET state = 'queued', due_at = ?, updated_at = ?
      WHERE effect_id = ? AND state <> 'delivered'
      """, [now.seconds, now.seconds, id])
  }
}
