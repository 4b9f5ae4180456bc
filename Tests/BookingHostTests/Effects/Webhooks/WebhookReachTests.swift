import Foundation
import Testing

@testable import BookingHost

/// A stand-in for curl, made of shell.
final class ShellCurl: Sendable {
  let path = FileManager.default.temporaryDirectory.appending(path: "curl-\(UUID().uuidString)").path
  let record = FileManager.default.temporaryDirectory.appending(path: "record-\(UUID().uuidString)").path

  /// `RECORD` in the script is a file of its own.
  init(_ script: String) throws {
    let text = "#!/bin/sh\n" + script.replacingOccurrences(of: "RECORD", with: record) + "\n"
    try ShellScript.write(text, to: path)
  }

  var recorded: String { (try? String(contentsOfFile: record, encoding: .utf8)) ?? "" }

  deinit { for file in [path, record] { try? FileManager.default.removeItem(atPath: file) } }
}

@Suite struct `The way out` {
  @Test func `leads to the address that was checked, and the name is not asked for again`() async throws {
    let place = try WebhookHouse()
    let server = try HookServer()
    _ = try place.endpoint("http://rebinding.example:\(server.port)/in")
    // Allowed when it is checked; whoever asked again would be led elsewhere.
    place.lookups.withLock { $0.answers = [["127.0.0.1"], ["10.0.0.1"]] }
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .delivered)
    #expect(server.requests.count == 1)
    #expect(server.requests.first?.headers["host"] == "rebinding.example:\(server.port)")
    #expect(place.lookups.withLock { $0.asked } == ["rebinding.example"])
  }

  @Test(arguments: [
    "10.0.0.1", "169.254.169.254", "192.168.1.1", "100.64.0.1", "::1", "fd00::1", "fe80::1",
    "::ffff:10.0.0.1", "64:ff9b::a00:1",
  ])
  func `does not lead to a private address, whatever name it has, and the reason says which`(
    address: String
  ) async throws {
    let curl = try ShellCurl("touch RECORD; exit 7")
    let place = try WebhookHouse(program: curl.path)
    _ = try place.endpoint("https://inside.example/in")
    place.lookups.withLock { $0.answers = [[address]] }
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .failed)
    #expect(
      effect.reason?.contains("is kept for") == true && effect.reason?.contains("webhook.allow") == true)
    #expect(!FileManager.default.fileExists(atPath: curl.record))
  }

  @Test func `is closed to a name that has turned to a private address since it was set up`() async throws {
    let place = try WebhookHouse()
    let server = try HookServer()
    _ = try place.endpoint("http://turning.example:\(server.port)/in")
    server.answer(.status(500))
    place.lookups.withLock { $0.answers = [["127.0.0.1"], ["127.0.0.1", "10.0.0.1"]] }
    let booking = try place.book()
    try await place.deliver()
    place.pass(seconds: 60)
    try await place.deliver()
    #expect(try place.effect(booking).state == .failed)
    #expect(server.requests.count == 1)
  }

  @Test func `to a name that cannot be found is tried again`() async throws {
    let place = try WebhookHouse()
    _ = try place.endpoint("https://gone.example/in")
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .queued && effect.reason == "gone.example: there is no such host")
  }

  @Test func `is believed only when it ended where it was to end`() async throws {
    let curl = try ShellCurl("cat > /dev/null; printf 'status 200\\nsent 9\\naddress 10.0.0.9\\n' >&2")
    let place = try WebhookHouse(program: curl.path)
    _ = try place.endpoint("http://127.0.0.1:9/in")
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .queued && effect.reason?.contains("connected to 10.0.0.9") == true)
  }

  @Test(arguments: [
    (28, StoredEffect.State.queued, "it did not answer within 300 s; the webhook may have arrived"),
    (0, .queued, "did not say what it had sent; the webhook may have arrived"),
    (2, .failed, "curl cannot be used: it ended with status 2"),
  ])
  func `may have arrived when curl was cut short, and has not where it could not begin`(
    code: Int, state: StoredEffect.State, reason: String
  ) async throws {
    let curl = try ShellCurl("cat > /dev/null; exit \(code)")
    let place = try WebhookHouse(program: curl.path)
    _ = try place.endpoint("http://127.0.0.1:9/in")
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == state && effect.reason?.contains(reason) == true, "\(effect)")
  }

  @Test func `shows the machine's other users neither URL nor signature nor guest`() async throws {
    let curl = try ShellCurl("(tr '\\0' '\\n' < /proc/$$/cmdline; env) > RECORD; cat >> RECORD.in; exit 7")
    let place = try WebhookHouse(program: curl.path)
    let made = try place.endpoint("http://127.0.0.1:9/in/s3cret")
    let booking = try place.book()
    try await place.deliver()
    // What the test has in its own environment is none of ours.
    let own = Set(ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" })
    let lines = curl.recorded.components(separatedBy: "\n")
    let seen = lines.filter { !own.contains($0) }.joined(separator: "\n")
    #expect(seen.contains("--config\n-\n"))
    for word in ["s3cret", "webhook-signature", "v1,", made.secret.text, "Ada", booking.reference] {
      #expect(!seen.contains(word), "\(word)")
    }
    let input = try String(contentsOfFile: curl.record + ".in", encoding: .utf8)
    try FileManager.default.removeItem(atPath: curl.record + ".in")
    #expect(
      input.contains("s3cret") && input.contains("webhook-signature") && !input.contains(made.secret.text))
  }

  @Test func `asks no proxy and no file of the user's`() async throws {
    let server = try HookServer()
    let proxy = try HookServer()
    let curl = try ShellCurl(
      """
      export http_proxy=http://127.0.0.1:\(proxy.port) ALL_PROXY=http://127.0.0.1:\(proxy.port) HOME=/tmp CURL_HOME=RECORD.d
      mkdir RECORD.d && echo 'proxy = "127.0.0.1:\(proxy.port)"' > RECORD.d/.curlrc
      exec curl "$@"
      """)
    defer { try? FileManager.default.removeItem(atPath: curl.record + ".d") }
    let place = try WebhookHouse(program: curl.path)
    _ = try place.endpoint(server)
    let booking = try place.book()
    try await place.deliver()
    #expect(try place.effect(booking).state == .delivered)
    #expect(server.requests.count == 1 && proxy.requests.isEmpty)
  }

  @Test func `is missing where curl is, and the reason says what to install`() async throws {
    let place = try WebhookHouse(program: "/nonexistent/curl")
    _ = try place.endpoint("http://127.0.0.1:9/in")
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.reason?.contains("apt-get install curl") == true)
  }

  @Test func `is closed where no secure connection comes about`() async throws {
    let place = try WebhookHouse()
    let server = try HookServer()
    // It speaks no TLS at all.
    _ = try place.endpoint("https://127.0.0.1:\(server.port)/in")
    let booking = try place.book()
    try await place.deliver()
    let effect = try place.effect(booking)
    #expect(effect.state == .queued && effect.reason?.contains("no secure connection came about") == true)
    #expect(server.requests.isEmpty)
  }
}
