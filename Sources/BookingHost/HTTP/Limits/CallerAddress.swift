import Foundation

/// An address of the Internet as bytes: four, or sixteen; IPv4 within IPv6 is IPv4.
package struct InternetAddress: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Nil for what is no address.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    var four = in_addr()
    var sixteen = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      bytes = withUnsafeBytes(of: &four) { Array($0) }
    } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
      let all = withUnsafeBytes(of: &sixteen) { Array($0) }
      let isMapped = all.prefix(10).allSatisfy { $0 == 0 } && all[10] == 0xFF && all[11] == 0xFF
      bytes = isMapped ? Array(all.suffix(4)) : all
    } else {
      return nil
    }
  }

  /// Who is counted as one caller: an IPv4 address, or the network of an IPv6 address, whose owner has
  /// 2^64 addresses to call from.
  package var caller: String { Digest.hex(bytes.count == 16 ? bytes.prefix(8) : bytes[...]) }
}

/// Addresses that begin alike: `10.0.0.0/8`, or one alone.
package struct AddressRange: Hashable, Sendable, CustomStringConvertible {
  /// As it was written.
  package let description: String
  private let start: InternetAddress
  private let bits: Int

  /// Nil for what is no range.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let start = InternetAddress(parts[0]) else { return nil }
    let all = start.bytes.count * 8
    guard let bits = parts.count == 2 ? digits(parts[1]) : all, bits <= all else { return nil }
    self.start = start
    self.bits = bits
    description = String(text)
  }

  package func contains(_ address: InternetAddress) -> Bool {
    guard address.bytes.count == start.bytes.count else { return false }
    return (0..<bits).allSatisfy { bit in
      let mask = UInt8(0x80) >> UInt8(bit % 8)
      return address.bytes[bit / 8] & mask == start.bytes[bit / 8] & mask
    }
  }
}

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
