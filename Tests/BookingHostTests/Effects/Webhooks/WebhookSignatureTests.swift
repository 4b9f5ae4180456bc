import Foundation
import Testing

@testable import BookingHost

@Suite struct `A webhook's signature` {
  @Test func `is that of the published example`() throws {
    let secret = try #require(WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secret.signature(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8)
    )
    #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }

  @Test func `changes with the identifier, the moment, the body and the secret`() throws {
    let (one, other) = (WebhookSecret.random(), WebhookSecret.random())
    let signatures = [
      one.signature(id: "a", timestamp: 1, body: [1]), one.signature(id: "b", timestamp: 1, body: [1]),
      one.signature(id: "a", timestamp: 2, body: [1]), one.signature(id: "a", timestamp: 1, body: [2]),
      other.signature(id: "a", timestamp: 1, body: [1]),
    ]
    #expect(Set(signatures).count == 5)
  }

  @Test func `is made with a secret that is written and read back the same`() {
    let secret = WebhookSecret.random()
    #expect(WebhookSecret(secret.text) == secret)
    #expect(secret.text.hasPrefix("whsec_") && secret.bytes.count == 32)
  }

  @Test(arguments: [
    "", "whsec_", "whsec_AAAA", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_?fKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  ])
  func `is made with no secret that is too short or no base64`(text: String) {
    #expect(WebhookSecret(text) == nil)
  }
}

@Suite struct `When a server asks to be left alone` {
  private let now = Instant(seconds: LocalDateTime("2026-11-21 18:00").totalMinutes * 60)

  @Test(arguments: [
    ("0", 0), ("600", 600), (" 30 ", 30), ("Sat, 21 Nov 2026 18:10:05 GMT", 605),
    ("Saturday, 21-Nov-26 18:10:00 GMT", 600), ("Sat Nov 21 18:00:30 2026", 30),
    ("Sat, 21 Nov 2026 17:00:00 GMT", 0), ("99999999999999999999", 999_999_999),
  ])
  func `seconds and dates are understood`(value: String, seconds: Int) {
    #expect(RetryAfter.seconds(value, now: now) == seconds)
  }

  @Test(arguments: ["", "soon", "-5", "1.5", "Sat, 31 Feb 2026 18:10:05 GMT", "Sat, 21 Nov 2026", "21:00"])
  func `anything else is as good as nothing`(value: String) {
    #expect(RetryAfter.seconds(value, now: now) == nil)
  }
}
