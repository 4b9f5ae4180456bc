/// Where webhooks may go: to hosts that everybody can reach, over TLS. Into a private network, and without TLS, only
/// where the operator says so, as whoever sets up a webhook may be someone who wants to see what is inside.
package struct WebhookReach: Hashable, Sendable {
  /// Where webhooks may go nevertheless.
  package var allowed: [Allowance] = []

  /// A host or a range of addresses.
  package enum Allowance: Hashable, Sendable, CustomStringConvertible {
    case host(String)
    case addresses(AddressRange)

    package var description: String {
      switch self {
      case .host(let host): host
      case .addresses(let range): range.description
      }
    }

    /// Nil for what is neither a name nor a range such as `10.0.0.0/8`.
    package init?(_ text: String) {
      if let range = AddressRange(text) {
        self = .addresses(range)
      } else if let url = try? WebhookURL("https://\(text)"), url.authority == text.lowercased() {
        self = .host(url.host)
      } else {
        return nil
      }
    }
  }

  package init(allowed: [Allowance] = []) {
    self.allowed = allowed
  }

  /// Why a webhook cannot go to a URL, as far as that can be known without asking for its host's addresses.
  package func objection(to url: WebhookURL) -> String? {
    if let address = url.address { return objection(to: address, of: url) }
    return url.isSecure || !allowed.isEmpty ? nil : WebhookReach.insecure
  }

  /// Why a webhook cannot go to an address that the URL's host has.
  package func objection(to address: InternetAddress, of url: WebhookURL) -> String? {
    if isAllowed(address, of: url) { return nil }
    if let purpose = address.reservedFor {
      return "\(address) is kept for \(purpose); webhooks go there only when webhook.allow lists it"
    }
    return url.isSecure ? nil : WebhookReach.insecure
  }

  private static let insecure = "plain http goes only where webhook.allow lists the host; use https"

  private func isAllowed(_ address: InternetAddress, of url: WebhookURL) -> Bool {
    allowed.contains { allowance in
      switch allowance {
      case .host(let host): host == url.host
      case .addresses(let range):
        range.contains(address) || address.translated.map(range.contains) ?? false
      }
    }
  }
}

/// A URL with the addresses that a connection for it may be made to, each of them checked.
package struct CheckedDestination: Hashable, Sendable {
  package let url: WebhookURL
  package let addresses: [InternetAddress]

  /// Why there is nowhere to connect to.
  package enum Failure: Error, Hashable, Sendable {
    /// It must not be.
    case refused(reason: String)
    /// It cannot be found at present.
    case notFound(reason: String)
  }

  /// Asks for the host's addresses, once. A single one that is not for webhooks spoils all: a name that is both
  /// outside and inside is a trick.
  package init(_ url: WebhookURL, within reach: WebhookReach, lookup: HostLookup) throws(Failure) {
    if let reason = reach.objection(to: url) { throw .refused(reason: reason) }
    let found =
      if let address = url.address { [address] } else { try CheckedDestination.find(url.host, lookup) }
    for address in found {
      if let reason = reach.objection(to: address, of: url) { throw .refused(reason: reason) }
    }
    guard !found.isEmpty else { throw .notFound(reason: "the host has no address") }
    self.url = url
    addresses = Array(found.prefix(8))
  }

  private static func find(_ host: String, _ lookup: HostLookup) throws(Failure) -> [InternetAddress] {
    do { return try lookup(host) } catch { throw .notFound(reason: error.reason) }
  }
}
