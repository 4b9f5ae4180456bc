import Foundation

@testable import BookingHost

/// A browser without a screen: it keeps cookies, says what browsers say, and follows where it is sent.
final class PageClient {
  private let client: PlainClient
  private(set) var cookies: [String: String] = [:]
  /// Where it is: the last path it was sent to.
  private(set) var path = "/"

  init(_ web: WebHouse, session: String? = nil) {
    client = web.client
    if let session { cookies[web.services.settings.cookie.name] = session }
  }

  func get(_ path: String) async throws -> PlainClient.Response {
    try await ask("GET", path, body: nil)
  }

  func post(_ path: String, _ fields: [(String, String)]) async throws -> PlainClient.Response {
    try await ask("POST", path, body: PageClient.encoded(fields))
  }

  /// Posts, and goes on to where the answer leads.
  func submit(_ path: String, _ fields: [(String, String)]) async throws -> PlainClient.Response {
    var answer = try await post(path, fields)
    while answer.status == 303, let next = answer.headers["location"] { answer = try await get(next) }
    return answer
  }

  func forget(_ cookie: String) { cookies[cookie] = nil }

  private func ask(_ method: String, _ path: String, body: String?) async throws -> PlainClient.Response {
    self.path = path
    var headers = [
      "Accept": "text/html,application/xhtml+xml", "Sec-Fetch-Site": "same-origin",
      "Cookie": cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
    ]
    if body != nil { headers["Content-Type"] = "application/x-www-form-urlencoded" }
    let answer = try await client.send(method, path, headers: headers, body: body)
    if let cookie = answer.headers["set-cookie"]?.split(separator: ";").first {
      let parts = cookie.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      cookies[String(parts[0])] = parts[1].isEmpty ? nil : String(parts[1])
    }
    return answer
  }

  static func encoded(_ fields: [(String, String)]) -> String {
    fields.map { PercentCode.encoded($0.0) + "=" + PercentCode.encoded($0.1) }.joined(separator: "&")
  }
}

extension PlainClient.Response {
  /// The value of a hidden field, or of an input, as the page has it.
  func value(of name: String) -> String? {
    let pattern = try! Regex("name=\"\(name)\"[^>]*? value=\"([^\"]*)\"")
    return body.firstMatch(of: pattern).flatMap { $0[1].substring.map(String.init) }
  }
}
