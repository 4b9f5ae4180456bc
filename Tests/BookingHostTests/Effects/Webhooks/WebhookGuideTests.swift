import Foundation
import Testing

@testable import BookingHost

/// The guide for receivers, which is held to what is sent.
enum WebhookGuide {
  private static let text: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("docs/webhooks.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  /// The first block of a language.
  static func block(_ language: String) -> String {
    let parts = text.components(separatedBy: "```\(language)\n")
    return parts.count > 1 ? parts[1].components(separatedBy: "```")[0] : ""
  }

  /// The keys of the guide's booking.
  static let keys: Set<String> = {
    let example = try? JSONSerialization.jsonObject(with: Data(block("json").utf8)) as? [String: Any]
    return Set((example?["data"] as? [String: Any] ?? [:]).keys)
  }()
}

@Suite struct `The guide for receivers` {
  @Test func `shows the keys of a booking`() {
    #expect(WebhookGuide.keys.count == 26 && WebhookGuide.keys.contains("reference"))
  }

  @Test(.enabled(if: PythonMail.isThere))
  func `shows Python that takes what was sent, and nothing that was changed or is old`() async throws {
    let place = try WebhookHouse()
    let server = try HookServer()
    let made = try place.endpoint(server)
    _ = try place.book(name: "Åda 🍽")
    try await place.deliver()
    let request = try #require(server.requests.first)
    let rotated = try place.control.rotate(made.endpoint.id, graceSeconds: 60, by: place.house.manager)
    _ = try place.book()
    try await place.deliver()
    let both = try #require(server.requests.last)
    let input: [String: Any] = [
      "one": ["headers": request.headers, "body": request.body],
      "both": ["headers": both.headers, "body": both.body],
      "old": made.secret.text, "new": rotated.secret.text, "now": place.now.seconds,
    ]
    let script =
      WebhookGuide.block("python") + """


        import json, sys
        given = json.load(sys.stdin)
        (one, both, now) = (given["one"], given["both"], given["now"])
        body = one["body"].encode()
        foreign = dict(one["headers"], **{"webhook-signature": "v1,\\u00e9 v2,x v1,AAAA"})
        print(json.dumps([
            is_genuine(given["old"], one["headers"], body, now),
            is_genuine(given["old"], both["headers"], both["body"].encode(), now),
            is_genuine(given["new"], both["headers"], both["body"].encode(), now),
            is_genuine(given["new"], one["headers"], body, now),
            is_genuine(given["old"], one["headers"], body + b" ", now),
            is_genuine(given["old"], one["headers"], body, now + 301),
            is_genuine(given["old"], foreign, body, now),
        ]))
        """
    let output = try PythonMail.run(script, JSONSerialization.data(withJSONObject: input))
    let verdicts = try JSONDecoder().decode([Bool].self, from: output)
    #expect(verdicts == [true, true, true, false, false, false, false])
  }
}
