extension InternetAddress {
  /// What the address is kept for, in words, where it is not one of a host that everybody can reach: `loopback`,
  /// `private networks`. Nil for an ordinary public address.
  ///
  /// By the special-purpose registries of IANA; of IPv6, everything but what is handed out to the public.
  package var reservedFor: String? {
    if let inner = translated { return inner.reservedFor }
    let ranges = bytes.count == 4 ? InternetAddress.reservedOfFour : InternetAddress.reservedOfSixteen
    if let found = ranges.first(where: { $0.range.contains(self) }) { return found.purpose }
    return bytes.count == 16 && bytes[0] & 0xE0 != 0x20 ? "no public host" : nil
  }

  /// The IPv4 address that a network without IPv4 reaches through NAT64, by the well-known prefix.
  package var translated: InternetAddress? {
    guard bytes.count == 16, bytes.prefix(12) == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] else {
      return nil
    }
    return InternetAddress(bytes: Array(bytes.suffix(4)))
  }

  private typealias Reserved = (range: AddressRange, purpose: String)

  private static let reservedOfFour: [Reserved] = [
    ("0.0.0.0/8", "this network"), ("10.0.0.0/8", "private networks"),
    ("100.64.0.0/10", "carrier-grade NAT"), ("127.0.0.0/8", "loopback"), ("169.254.0.0/16", "link-local"),
    ("172.16.0.0/12", "private networks"), ("192.0.0.0/24", "protocols"), ("192.0.2.0/24", "documentation"),
    ("192.88.99.0/24", "IPv6 relays"), ("192.168.0.0/16", "private networks"),
    ("198.18.0.0/15", "benchmarks"), ("198.51.100.0/24", "documentation"),
    ("203.0.113.0/24", "documentation"), ("224.0.0.0/4", "multicast"), ("240.0.0.0/4", "no host at all"),
  ].map { (AddressRange($0.0)!, $0.1) }

  private static let reservedOfSixteen: [Reserved] = [
    ("::/128", "no host at all"), ("::1/128", "loopback"), ("fe80::/10", "link-local"),
    ("fec0::/10", "private networks"), ("fc00::/7", "private networks"), ("ff00::/8", "multicast"),
    // What carries an IPv4 address inside may lead to any of those above.
    ("64:ff9b:1::/48", "private networks"), ("2002::/16", "IPv4 inside IPv6"),
    ("2001::/32", "IPv4 inside IPv6"),
    ("2001::/23", "protocols"), ("2001:db8::/32", "documentation"), ("3fff::/20", "documentation"),
  ].map { (AddressRange($0.0)!, $0.1) }
}
