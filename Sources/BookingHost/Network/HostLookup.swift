import Foundation
import Synchronization

/// Finds the addresses of a host by its name. Blocks.
package typealias HostLookup = @Sendable (_ host: String) throws(HostLookupFailure) -> [InternetAddress]

/// Why a name led to no address. It may do so another time.
package struct HostLookupFailure: Error, Hashable, Sendable {
  /// A sentence for a person, without the name.
  package var reason: String
}

/// The machine's own way of finding hosts: its hosts file, its name servers.
package enum SystemHostLookup {
  /// The name servers of some networks never answer, and nobody waits for them longer than this, in seconds.
  package static let patience = 5.0

  package static func addresses(of host: String) throws(HostLookupFailure) -> [InternetAddress] {
    let answer = Answer()
    // Asking cannot be broken off: who is given up on ends by itself later, unheard.
    Thread.detachNewThread { answer.put(ask(host)) }
    guard let result = answer.take(seconds: patience) else {
      throw HostLookupFailure(reason: "the name servers do not answer")
    }
    return try result.get()
  }

  private static func ask(_ host: String) -> Result<[InternetAddress], HostLookupFailure> {
    var hints = addrinfo()
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var first: UnsafeMutablePointer<addrinfo>?
    let status = getaddrinfo(host, nil, &hints, &first)
    defer { if let first { freeaddrinfo(first) } }
    guard status == 0 else { return .failure(HostLookupFailure(reason: reason(status))) }
    var found: [InternetAddress] = []
    var next = first
    while let entry = next?.pointee {
      if let address = InternetAddress(entry), !found.contains(address) { found.append(address) }
      next = entry.ai_next
    }
    return found.isEmpty ? .failure(HostLookupFailure(reason: "the host has no address")) : .success(found)
  }

  private static func reason(_ status: Int32) -> String {
    switch status {
    case EAI_NONAME: "there is no such host"
    case EAI_AGAIN: "the name servers cannot be asked at present"
    default: "the host's address cannot be found"
    }
  }

  /// An answer that one thread waits for and another brings, perhaps too late.
  private final class Answer: Sendable {
    private let value = Mutex<Result<[InternetAddress], HostLookupFailure>?>(nil)
    private let isThere = DispatchSemaphore(value: 0)

    func put(_ result: Result<[InternetAddress], HostLookupFailure>) {
      value.withLock { $0 = result }
      isThere.signal()
    }

    func take(seconds: Double) -> Result<[InternetAddress], HostLookupFailure>? {
      _ = isThere.wait(timeout: .now() + seconds)
      return value.withLock { $0 }
    }
  }
}

extension InternetAddress {
  /// The address of one answer of the resolver's; nil for a kind that is neither IPv4 nor IPv6.
  fileprivate init?(_ entry: addrinfo) {
    guard let address = entry.ai_addr else { return nil }
    switch entry.ai_family {
    case AF_INET:
      self = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        withUnsafeBytes(of: pointer.pointee.sin_addr) { InternetAddress(bytes: Array($0)) }
      }
    case AF_INET6:
      self = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
        withUnsafeBytes(of: pointer.pointee.sin6_addr) { InternetAddress(bytes: Array($0)) }
      }
    default: return nil
    }
  }
}
