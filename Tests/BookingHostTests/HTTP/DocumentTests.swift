import Foundation
import Testing

@testable import BookingHost

@Suite("The document of the routes") struct DocumentTests {
  @Test("has every route, and no other")
  func routes() async throws {
    try await WebHouse.open { web in
      let answer = try await web.client.send("GET", "/openapi.json")
      let paths = try #require(try answer.json()["paths"] as? [String: [String: Any]])
      let documented = Set(
        paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } })
      let there = Set(Endpoints.api(web.services).map { "\($0.method) \($0.path)" })
      #expect(documented == there)
    }
  }

  @Test("refers to schemas that are there")
  func references() throws {
    let text = OpenAPI.document().json
    let names = Set(OpenAPISchemas.all.map(\.0))
    for part in text.components(separatedBy: "#/components/schemas/").dropFirst() {
      #expect(names.contains(String(part.prefix { $0 != "\"" })))
    }
    #expect(names.count == OpenAPISchemas.all.count)
  }

  @Test("has examples that the server takes")
  func examples() async throws {
    try await WebHouse.open { web in
      let headers = try web.bearer(web.house.host)
      for (path, example) in [
        ("/api/ops/bookings", OpenAPIExamples.staffBooking), ("/api/bookings", OpenAPIExamples.guestBooking),
        ("/api/wizard/customer", OpenAPIExamples.wizardTurn),
      ] {
        let body = example.json.replacing("the-anchor", with: "anchor")
        let answer = try await web.client.send("POST", path, headers: headers, body: body)
        #expect([200, 201].contains(answer.status), "\(path): \(answer.body)")
      }
    }
  }

  @Test("can be read as a page that loads nothing")
  func page() async throws {
    try await WebHouse.open { web in
      let page = try await web.client.send("GET", "/docs/api")
      #expect(page.status == 200)
      #expect(page.body.contains("POST /api/ops/bookings"))
      #expect(!page.body.contains("<script") && !page.body.contains("http://") && !page.body.contains("src="))
      #expect(page.headers["content-security-policy"]?.contains("default-src 'none'") == true)
    }
  }

  @Test("has an answer's security headers and request id")
  func headers() async throws {
    try await WebHouse.open { web in
      for path in ["/healthz", "/readyz", "/nothing", "/api/me"] {
        let answer = try await web.client.send("GET", path)
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["x-request-id"]?.isEmpty == false)
        if answer.status >= 400 { #expect(answer.string("requestId") == answer.headers["x-request-id"]) }
      }
    }
  }
}
