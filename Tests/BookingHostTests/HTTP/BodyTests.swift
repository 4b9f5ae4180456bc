import Testing

@testable import BookingHost

@Suite("A body") struct BodyTests {
  static let broken: [(String, field: String?)] = [
    ("", nil), ("   ", nil), ("{", nil), (#"{"party": 2"#, nil), ("[]", nil), ("null", nil),
    (#""text""#, nil),
    (#"{"party": 2} x"#, nil), (#"{"party": 2, "party": 3}"#, "party"), (#"{"party": "2"}"#, "party"),
    (#"{"party": 2.5}"#, "party"), (#"{"party": true}"#, "party"), (#"{"party": []}"#, "party"),
    (#"{"party": 1e400}"#, "party"), (#"{"party": 1e30}"#, "party"), (#"{"party": 02}"#, "party"),
    (#"{"party": +2}"#, "party"), (#"{"party": .5}"#, "party"), (#"{"party": NaN}"#, "party"),
    (#"{"name": 5}"#, "name"), (#"{"name": "a\u0000b"}"#, "name"), (#"{"name": "\ud800"}"#, "name"),
    (#"{"name": "\udc00\ud800"}"#, "name"), (#"{"name": "\x"}"#, "name"), ("{\"name\": \"a\u{1}\"}", "name"),
    (#"{"name": "a}"#, "name"), (#"{"date": 20261122}"#, "date"), (#"{"terms": "true"}"#, "terms"),
    (#"{"answers": []}"#, "answers"), (#"{"answers": {"x": []}}"#, "answers.x"),
    (#"{"answers": {"party": 99}}"#, "answers.party"), (#"{"override": 1}"#, "override"),
    (#"{"override": {"apply": "yes"}}"#, "override.apply"), (#"{party: 2}"#, nil), ("{'party': 2}", nil),
    (#"{"a":"# + String(repeating: "[", count: 5000), nil),
  ]

  @Test("that cannot be read is refused with a sentence that names the field")
  func malformed() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.host)
      let before = try web.house.rowCounts()
      for (body, field) in Self.broken {
        let sent =
          body.hasPrefix("{\"") && field != nil
          ? #"{"restaurantId":"id-anchor","# + body.dropFirst() : body
        let answer = try await web.client.send("POST", "/api/ops/bookings", headers: headers, body: sent)
        #expect(answer.status == 400, "\(body.prefix(60)): \(answer.body)")
        #expect(answer.string("detail")?.hasSuffix(".") == true)
        if let field { #expect(answer.string("field") == field, "\(body): \(answer.body)") }
      }
      #expect(try web.house.rowCounts() == before)
    }
  }

  @Test("with bytes that are no text is refused")
  func notUTF8() async throws {
    try await WebHouse.open { web in
      let bytes = Array(#"{"restaurantId":"id-anchor","name":""#.utf8) + [0xC3, 0x28] + Array("\"}".utf8)
      let answer = try await web.client.send(
        "POST", "/api/ops/bookings", headers: web.bearer(web.house.host), bytes: bytes)
      #expect(answer.status == 400)
    }
  }

  @Test("that is too large is refused, whether it says so or not")
  func tooLarge() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.host)
      let large = [UInt8](repeating: 0x20, count: 10 * 1024 * 1024)
      let told = try await web.client.send("POST", "/api/ops/bookings", headers: headers, bytes: large)
      #expect(told.status == 413)
      let chunk = "11000\r\n" + String(repeating: " ", count: 0x11000) + "\r\n0\r\n\r\n"
      let head =
        "POST /api/bookings HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
      let untold = try await web.client.exchange(Array((head + chunk).utf8))
      #expect(untold.hasPrefix("HTTP/1.1 413"))
    }
  }

  @Test("may write a whole number with a fraction of nought", arguments: ["4", "4.0", "4e0", "40e-1"])
  func wholeNumbers(number: String) async throws {
    try await WebHouse.open { web in
      let body =
        #"{"restaurantId":"id-anchor","date":"2026-11-22","time":"19:00","name":"Ada","party":\#(number)}"#
      let made = try await web.client.send(
        "POST", "/api/ops/bookings", headers: web.bearer(web.house.host), body: body)
      #expect(made.status == 201)
      #expect(try made.json()["party"] as? Int == 4)
    }
  }

  @Test("is read as JSON is written")
  func reads() throws {
    let text = #" {"a":[1,-2.5,"x\n\u00e9\ud83c\udf77",true,null],"b":{}} "#
    let value = try JSONReader.read(Array(text.utf8))
    #expect(
      value
        == .object([
          "a": .list([.integer(1), .number(-2.5), .text("x\né🍷"), .boolean(true), .null]), "b": .object([:]),
        ]))
  }
}
