/// Addresses of pages, with what is in them escaped.
enum PageAddress {
  /// `/ops?restaurant=the-anchor&date=2026-11-27`; without anything to ask, the path alone.
  static func of(_ path: String, _ query: [(name: String, value: String)]) -> String {
    guard !query.isEmpty else { return path }
    return path + "?" + query.map { "\($0.name)=\(PercentCode.encoded($0.value))" }.joined(separator: "&")
  }

  /// Where guests book at a restaurant.
  static func reserve(_ slug: String) -> String { "/reserve/" + PercentCode.encoded(slug) }
}
