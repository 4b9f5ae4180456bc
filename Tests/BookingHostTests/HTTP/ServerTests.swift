import Foundation
import Testing

@testable import BookingHost

@Suite("The server") struct ServerTests {
  @Test("finishes what it has accepted when it is told to stop, and ends event streams")
  func gracefulShutdown() async throws {
    let data = HostProcess.temporaryDirectory()
    defer { try? FileManager.default.removeItem(atPath: data) }
    let cli = HostProcess(data: data)
    let setup = try cli.json("setup", "--demo").json()
    let staff = try #require((setup["staff"] as? [[String: Any]])?.first)
    let server = try ServerProcess(data: data)
    let client = PlainClient(port: server.port)
    let credentials = ["email": staff["email"] as Any, "password": staff["password"] as Any]
    let session = try await client.send("POST", "/api/session", body: WebHouse.json(credentials))
    let token = try #require(session.string("token"))
    let status = try await onThread {
      let stream = try PlainSocket(port: server.port)
      try stream.write(
        Array("GET /api/ops/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer \(token)\r\n\r\n".utf8))
      _ = try stream.read(until: ": listening")
      // A request whose body is still on its way when the server is told to stop.
      let body = "{\"email\":\"nobody@example.com\",\"password\":\"wrong\"}"
      let request = try PlainSocket(port: server.port)
      // It comes in one piece with one before it: once that is answered, its head has been taken in.
      let before = "GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
      let head =
        "POST /api/session HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n"
      try request.write(Array((before + head).utf8))
      _ = try request.read(until: "{\"status\":\"ok\"}")
      server.terminate()
      while try stream.readSome() != nil {}
      try request.write(Array(body.utf8))
      return String(decoding: try request.readAll(), as: UTF8.self)
    }
    #expect(status.contains("HTTP/1.1 401"))
    #expect(server.waitUntilExit() == 0)
  }

  @Test func `can have memory given back that lies free`() throws {
    let trim = try #require(Heap.trim)
    // More than an allocator keeps at the end of its heap, free but for one piece that lies behind it.
    let pieces = (0..<20_000).map { _ in malloc(1000)! }
    for piece in pieces.dropLast() { free(piece) }
    #expect(trim(0) == 1, "something was given back")
    free(pieces.last!)
  }

  @Test("shows its settings with every secret masked")
  func printConfig() throws {
    let file = NSTemporaryDirectory() + UUID().uuidString + ".json"
    defer { try? FileManager.default.removeItem(atPath: file) }
    let content = #"""
      {"booking": {"http": {"port": 9, "trusted-proxies": "10.0.0.0/8"}, "metrics": {"token": "secret-token"},
        "jwt": {"secret": "a secret of at least thirty-two bytes", "secret-key-id": "k", "issuer": "i", "audience": "a"}}}
      """#
    try Data(content.utf8).write(to: URL(fileURLWithPath: file))
    let cli = HostProcess(data: "/nonexistent")
    let shown = try cli.json("serve", "--print-config", "--config", file, "--port", "7")
    #expect(shown.status == 0, "\(shown.complaint)")
    #expect(!shown.output.contains("secret-token") && !shown.output.contains("thirty-two"))
    let http = try #require(try shown.json()["http"] as? [String: Any])
    #expect(http["port"] as? Int == 7)
    #expect(http["trustedProxies"] as? [String] == ["10.0.0.0/8"])
    let wrong = try cli.json("serve", "--print-config", "--port", "70000")
    #expect(wrong.status == 64)
  }

  @Test("logs no paths, queries or addresses, and counts routes")
  func metrics() async throws {
    try await WebHouse.open({ $0.metricsToken = "let me see" }) { web in
      _ = try await web.client.send("GET", "/api/bookings/SECRETREF?token=abc")
      #expect(try await web.client.send("GET", "/metrics").status == 401)
      let metrics = try await web.client.send(
        "GET", "/metrics", headers: ["Authorization": "Bearer let me see"])
      #expect(metrics.body.contains(#"route="/api/bookings/{reference}",status="404"} 1"#))
      #expect(!metrics.body.contains("SECRETREF"))
    }
  }

  @Test("signs out one session, or all of an account")
  func signOut() async throws {
    try await WebHouse.open { web in
      let (one, two, three) = (
        try web.bearer(web.house.host), try web.bearer(web.house.host), try web.bearer(web.house.host)
      )
      #expect(try await web.client.send("DELETE", "/api/session", headers: one).status == 204)
      #expect(try await web.client.send("GET", "/api/me", headers: one).status == 401)
      #expect(try await web.client.send("GET", "/api/me", headers: two).status == 200)
      #expect(try await web.client.send("DELETE", "/api/session?everywhere=true", headers: two).status == 204)
      #expect(try await web.client.send("GET", "/api/me", headers: three).status == 401)
    }
  }
}

/// `host-cli serve` as a process of its own.
final class ServerProcess: Sendable {
  let port: Int
  private let process: Process

  init(data: String) throws {
    let process = Process()
    process.executableURL = HostProcess.executable
    process.arguments = ["serve", "--port", "0", "--format", "json"]
    process.environment = [
      "BOOKING_DATA": data, "BOOKING_RULES": HostProcess.shippedRules, "PATH": "/usr/bin:/bin",
      "BOOKING_HTTP_BODY_SECONDS": "600", "BOOKING_HTTP_IDLE_SECONDS": "600",
    ].merging(HostProcess.preloaded) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process = process
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let digits = line.split(separator: ":").last?.prefix { $0.isNumber } ?? ""
    guard let port = Int(digits) else { throw PlainClient.Failure(message: "no server: \(line)") }
    self.port = port
  }

  func terminate() { process.terminate() }

  func waitUntilExit() -> Int32 {
    process.waitUntilExit()
    return process.terminationStatus
  }

  deinit { if process.isRunning { process.terminate() } }
}
