import Foundation

@testable import BookingHost

/// A client that sends exactly the bytes it is told to, one request a connection, over a real socket.
struct PlainClient: Sendable {
  var port: Int

  struct Response: Sendable {
    var status: Int
    /// Names in lower case.
    var headers: [String: String]
    var body: String

    func json() throws -> [String: Any] {
      try JSONSerialization.jsonObject(with: Data(body.utf8)) as? [String: Any] ?? [:]
    }

    func string(_ key: String) -> String? { (try? json())?[key] as? String }

    var code: String? { string("code") }

    var issueCodes: [String] {
      let issues = (try? json())?["issues"] as? [[String: Any]] ?? []
      return issues.compactMap { $0["code"] as? String }
    }
  }

  struct Failure: Error {
    var message: String
  }

  func send(
    _ method: String, _ path: String, headers: [String: String] = [:], body: String? = nil
  ) async throws -> Response {
    try await send(method, path, headers: headers, bytes: body.map { Array($0.utf8) })
  }

  func send(
    _ method: String, _ path: String, headers: [String: String], bytes: [UInt8]?
  ) async throws -> Response {
    var lines = ["\(method) \(path) HTTP/1.1", "Host: localhost", "Connection: close"]
    lines += headers.map { "\($0.key): \($0.value)" }
    if let bytes { lines.append("Content-Length: \(bytes.count)") }
    let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    let received = try await exchange(head + (bytes ?? []))
    return try PlainClient.parse(received)
  }

  /// Sends bytes and reads until the server closes.
  func exchange(_ bytes: [UInt8]) async throws -> String {
    let port = port
    return try await onThread {
      let socket = try PlainSocket(port: port)
      // A server that refuses early may stop reading.
      try? socket.write(bytes)
      return String(decoding: try socket.readAll(), as: UTF8.self)
    }
  }

  private static func parse(_ text: String) throws -> Response {
    guard let end = text.range(of: "\r\n\r\n") else {
      throw Failure(message: "no answer: \(text.prefix(200))")
    }
    let lines = text[..<end.lowerBound].components(separatedBy: "\r\n")
    let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.count == 2 ? Text.trimmed(String(parts[1])) : ""
    }
    return Response(status: status, headers: headers, body: String(text[end.upperBound...]))
  }
}

/// Runs what blocks on a thread of its own, so that tests wait without holding up the others.
func onThread<T: Sendable>(_ body: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { continuation in
    Thread.detachNewThread { continuation.resume(with: Result { try body() }) }
  }
}

/// A blocking socket to a port of this machine.
final class PlainSocket {
  private let descriptor: Int32
  /// What has come with a mark and after it.
  private var rest: [UInt8] = []

  init(port: Int) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr = in_addr(s_addr: inet_addr("127.0.0.1"))
    var limit = timeval(tv_sec: 600, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let status = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw PlainClient.Failure(message: "cannot connect: \(errno)") }
  }

  deinit { close(descriptor) }

  func write(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { throw PlainClient.Failure(message: "cannot write: \(errno)") }
      rest = rest.dropFirst(count)
    }
  }

  /// Nil when the other side has closed.
  func readSome() throws -> [UInt8]? {
    if !rest.isEmpty {
      defer { rest = [] }
      return rest
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(descriptor, &buffer, buffer.count, 0)
    if count < 0, errno == ECONNRESET { return nil }
    guard count >= 0 else { throw PlainClient.Failure(message: "nothing came: \(errno)") }
    return count == 0 ? nil : Array(buffer.prefix(count))
  }

  func readAll() throws -> [UInt8] {
    var all: [UInt8] = []
    while let some = try readSome() { all += some }
    return all
  }

  /// Reads up to and with a text; to the end where it does not come. What follows it is read by who reads next.
  func read(until mark: String) throws -> String {
    var all = Data()
    while true {
      if let end = all.range(of: Data(mark.utf8))?.upperBound {
        rest = Array(all[end...])
        return String(decoding: all[..<end], as: UTF8.self)
      }
      guard let some = try readSome() else { return String(decoding: all, as: UTF8.self) }
      all += some
    }
  }
}
