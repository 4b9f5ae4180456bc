import BookingHost

/// Webhooks for people.
enum WebhookText {
  static func list(_ listings: [WebhookListing], style: Style, now: Instant) -> String {
    guard !listings.isEmpty else {
      return style.dim("No webhook is set up. Begin with: host-cli webhook add URL")
    }
    let heading = ["Id", "Restaurant", "Events", "To", ""].map(style.dim)
    let rows = listings.map { listing in
      let endpoint = listing.endpoint
      return [
        endpoint.id, Plain.text(endpoint.restaurantSlug), endpoint.events.joined(separator: " "),
        endpoint.url,
        state(listing, style: style, now: now),
      ]
    }
    return Table(rows: [heading] + rows, indent: "").text
  }

  static func line(_ endpoint: WebhookEndpoint, style: Style) -> String {
    "\(style.bold(endpoint.id))  \(endpoint.events.joined(separator: " "))  \(endpoint.url)"
  }

  static func history(_ history: WebhookHistory, style: Style, now: Instant) -> String {
    var lines = [line(history.endpoint, style: style)]
    if let disabled = disabled(history.endpoint, style: style, now: now) { lines.append(disabled) }
    guard !history.deliveries.isEmpty else {
      return (lines + ["", style.dim("Nothing sent yet.")]).joined(separator: "\n")
    }
    let heading = ["No", "Booking", "Event", "Tried", ""].map(style.dim)
    let rows = history.deliveries.map { entry in
      [
        "\(entry.effectID)", entry.reference, Plain.text(entry.event), "\(entry.delivery.attempts)",
        outcome(entry.delivery, style: style, now: now),
      ]
    }
    let table = Table(rows: [heading] + rows, right: [0, 3], indent: "").text
    return (lines + ["", table]).joined(separator: "\n")
  }

  static func secret(_ secret: WebhookSecret, style: Style) -> String {
    "Its secret, which is not shown again:\n\n  \(style.bold(secret.text))\n"
  }

  static func test(_ answer: WebhookAnswer, _ endpoint: WebhookEndpoint, style: Style) -> String {
    switch answer.outcome {
    case .delivered:
      return "\(style.green("taken"))  \(endpoint.authority) answered \(answer.status.map { "\($0)" } ?? "")"
    case .retry(let reason, _): return "\(style.yellow("not taken now"))  \(Plain.text(reason))"
    case .unknown(let reason): return "\(style.yellow("perhaps taken"))  \(Plain.text(reason))"
    case .failed(let reason), .skipped(let reason): return "\(style.red("not taken"))  \(Plain.text(reason))"
    }
  }

  private static func state(_ listing: WebhookListing, style: Style, now: Instant) -> String {
    if let disabled = disabled(listing.endpoint, style: style, now: now) { return disabled }
    return listing.last.map { outcome($0, style: style, now: now) } ?? style.dim("nothing sent yet")
  }

  private static func disabled(_ endpoint: WebhookEndpoint, style: Style, now: Instant) -> String? {
    guard let disabled = endpoint.disabledAt else { return nil }
    let reason = endpoint.disabledReason.map { ", \(Plain.text($0))" } ?? ""
    return style.yellow("disabled \(Words.moment(disabled, now: now))\(reason)")
  }

  private static func outcome(_ delivery: WebhookDelivery, style: Style, now: Instant) -> String {
    let moment = Words.moment(delivery.updatedAt, now: now)
    let reason = delivery.reason.map { ": \(Plain.text($0))" } ?? ""
    switch delivery.state {
    case .delivered: return "delivered \(moment)"
    case .queued: return style.yellow("waiting\(reason)")
    case .failed: return style.red("failed \(moment)\(reason)")
    }
  }
}
