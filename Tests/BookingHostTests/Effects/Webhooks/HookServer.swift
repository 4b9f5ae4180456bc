import Foundation
import Synchronization

@testable import BookingHost

/// A server of a receiver: it answers as it is told, and remembers what it was sent.
final class HookServer: Sendable {
  let port: Int
  private let listener: Int32
  private let state = Mutex(State())
  private let news = DispatchSemaphore(value: 0)

  private struct State {
    var requests: [Request] = []
    var answers: [Answer] = []
    var usual = Answer.status(200)
    /// Connections whose end is waited for.
    var open: [Int32] = []
    var isClosed = false
    var first: (@Sendable () -> Void)?
  }

  struct Request: Sendable {
    var line: String
    /// Names in lower case.
    var headers: [String: String]
    var body: String
  }

  enum Answer: Sendable {
    case status(Int, headers: [String] = [], body: String = "")
    /// These bytes, and the connection is closed.
    case bytes([UInt8])
    /// Nothing, until the server stops.
    case hang
    /// A status and more bytes than anybody wants, whose number is not announced.
    case flood(status: Int)
  }

  init(address: String = "127.0.0.1") throws {
    // A port that the kernel chose is anybody's again once nobody listens; one that was asked for stays with its
    // socket, so that a stopped server is not answered for by another test's. So it is chosen first, then asked for.
    let (chooser, listener) = (HookServer.openSocket(), HookServer.openSocket())
    defer { close(chooser) }
    guard let port = HookServer.bind(chooser, to: address, port: 0),
      HookServer.bind(listener, to: address, port: port) != nil, listen(listener, 64) == 0
    else {
      close(listener)
      throw PlainFailure("no port")
    }
    self.listener = listener
    self.port = Int(port)
    Thread.detachNewThread { [self] in accept() }
  }

  private static func openSocket() -> Int32 {
    let number = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    return number
  }

  /// The port that the socket has then; nil if it cannot have it.
  private static func bind(_ number: Int32, to address: String, port: UInt16) -> UInt16? {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_addr = in_addr(s_addr: inet_addr(address))
    place.sin_port = port.bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = withUnsafeMutablePointer(to: &place) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.bind(number, $0, length) == 0 ? getsockname(number, $0, &length) : -1
      }
    }
    return status == 0 ? UInt16(bigEndian: place.sin_port) : nil
  }

  struct PlainFailure: Error {
    var message: String
    init(_ message: String) { self.message = message }
  }

  var requests: [Request] { state.withLock { $0.requests } }

  /// The next answers, in turn; afterwards 200.
  func answer(_ answers: Answer...) { state.withLock { $0.answers += answers } }

  /// What is answered from now on.
  func answerAlways(_ answer: Answer) { state.withLock { $0.usual = answer } }

  /// Has something happen before each answer.
  func first(_ body: @escaping @Sendable () -> Void) { state.withLock { $0.first = body } }

  /// Waits for a request.
  func waitForRequest() -> Bool { news.wait(timeout: .now() + 600) == .success }

  func stop() {
    let open = state.withLock { state in
      state.isClosed = true
      return state.open
    }
    shutdown(listener, Int32(SHUT_RDWR))
    for connection in open { shutdown(connection, Int32(SHUT_RDWR)) }
  }

  deinit { close(listener) }

  private func accept() {
    while true {
      let connection = Foundation.accept(listener, nil, nil)
      if connection < 0 { break }
      state.withLock { $0.open.append(connection) }
      Thread.detachNewThread { [self] in
        serve(connection)
        state.withLock { $0.open.removeAll { $0 == connection } }
        close(connection)
      }
    }
  }

  private func serve(_ connection: Int32) {
    guard let request = HookServer.read(connection) else { return }
    let (answer, first) = state.withLock { state in
      state.requests.append(request)
      return (state.answers.isEmpty ? state.usual : state.answers.removeFirst(), state.first)
    }
    first?()
    news.signal()
    switch answer {
    case .status(let status, let headers, let body):
      let lines = ["HTTP/1.1 \(status) Whatever", "Content-Length: \(body.utf8.count)"] + headers
      write(connection, Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
    case .bytes(let bytes): write(connection, bytes)
    case .hang:
      var byte: UInt8 = 0
      _ = recv(connection, &byte, 1, 0)
    case .flood(let status):
      write(connection, Array("HTTP/1.1 \(status) Whatever\r\nConnection: close\r\n\r\n".utf8))
      let much = [UInt8](repeating: UInt8(ascii: "x"), count: 65_536)
      for _ in 0..<160 where !write(connection, much) { return }
    }
    shutdown(connection, Int32(SHUT_WR))
  }

  @discardableResult
  private func write(_ connection: Int32, _ bytes: [UInt8]) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private static func read(_ connection: Int32) -> Request? {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let request = parse(all) { return request }
      let count = recv(connection, &buffer, buffer.count, 0)
      // Who begins with a handshake of TLS is not understood.
      guard count > 0, buffer[0] != 0x16 || !all.isEmpty else { return nil }
      all += buffer.prefix(count)
    }
  }

  /// Nil until all has come.
  private static func parse(_ bytes: [UInt8]) -> Request? {
    guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.count == 2 ? Text.trimmed(String(parts[1])) : ""
    }
    let body = bytes[end.upperBound...]
    guard body.count >= Int(headers["content-length"] ?? "0") ?? 0 else { return nil }
    return Request(line: lines[0], headers: headers, body: String(decoding: body, as: UTF8.self))
  }
}
