/// A message with places for values: "For more than {limit}, please ring {restaurant.phone}".
enum MessageTemplate {
  /// The names that may stand in braces.
  static let names = [
    "limit", "over", "minutes", "party", "date", "time", "field", "restaurant.name", "restaurant.phone",
    "service.name",
  ]

  /// What an operator should know of a template before it is used.
  static func problems(in template: String) -> [(message: String, hint: String?)] {
    placeholders(in: template).filter { !names.contains($0) }.map { name in
      let hint = closest(to: name, among: names).map { "did you mean {\($0)}?" }
      return ("the message has no value for {\(name)}", hint)
    }
  }

  /// The template with each name in braces replaced. A name without a value leaves nothing behind.
  static func fill(_ template: String, _ value: (String) -> String?) -> String {
    var filled = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      filled += value(String(rest[rest.index(after: open)..<close])) ?? ""
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }

  private static func placeholders(in template: String) -> [String] {
    var found: [String] = []
    _ = fill(template) { name in
      found.append(name)
      return nil
    }
    return found
  }
}
