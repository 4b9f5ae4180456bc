import Foundation

/// An address of the Internet as bytes: four, or sixteen; IPv4 within IPv6 is IPv4.
package struct InternetAddress: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Four bytes, or sixteen.
  package init(bytes: [UInt8]) {
    precondition(bytes.count == 4 || bytes.count == 16)
    let isMapped = bytes.count == 16 && bytes.prefix(12) == InternetAddress.mapped
    self.bytes = isMapped ? Array(bytes.suffix(4)) : bytes
  }

  /// Nil for what is no address. Only the usual notation is one: no octal, no single number, no zone.
  package init?(_ text: some StringProtocol) {
    let text = String(text)
    var four = in_addr()
    var sixteen = in6_addr()
    if inet_pton(AF_INET, text, &four) == 1 {
      self.init(bytes: withUnsafeBytes(of: &four) { Array($0) })
    } else if inet_pton(AF_INET6, text, &sixteen) == 1 {
      self.init(bytes: withUnsafeBytes(of: &sixteen) { Array($0) })
    } else {
      return nil
    }
  }

  /// What an IPv4 address within IPv6 begins with.
  private static let mapped: ArraySlice<UInt8> = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]

  /// Who is counted as one caller: an IPv4 address, or the network of an IPv6 address, whose owner has
  /// 2^64 addresses to call from.
  package var caller: String { Digest.hex(bytes.count == 16 ? bytes.prefix(8) : bytes[...]) }
}

extension InternetAddress: CustomStringConvertible {
  /// In the usual notation.
  package var description: String {
    var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
    let family = bytes.count == 4 ? AF_INET : AF_INET6
    guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
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
