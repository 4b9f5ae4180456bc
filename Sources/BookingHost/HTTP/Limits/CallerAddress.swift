/// Who is calling, when there may be proxies between.
package struct CallerAddress: Sendable {
  private let trustedProxies: [AddressRange]

  package init(trustedProxies: [AddressRange]) {
    self.trustedProxies = trustedProxies
  }

  /// The address that the nearest trusted proxy was called from. What is further away may have been made up
  /// by the caller, and without a trusted proxy all of `X-Forwarded-For` may have been.
  package func caller(peer: String?, forwardedFor: [String]) -> String {
    guard var address = peer.flatMap({ InternetAddress($0) }) else { return "unknown" }
    var hops = forwardedFor.flatMap { $0.split(separator: ",") }.map { Text.trimmed(String($0)) }
    while trustedProxies.contains(where: { $0.contains(address) }), let hop = hops.popLast() {
      guard let next = InternetAddress(hop) else { break }
      address = next
    }
    return address.caller
  }
}
