/// Names that rules mention of what every restaurant calls its own way: its services, and itself. A mode is
/// tried with these, since rules that look them up know no others.
struct Mentions {
  private var names: [String: [String]] = [:]

  private static let facts = ["facts.service.key", "facts.restaurant.slug", "facts.restaurant.id"]
  private static let most = 6

  mutating func add(_ name: String, of fact: String) {
    guard Mentions.facts.contains(fact), name != "none", names[fact, default: []].count < Mentions.most,
      !names[fact, default: []].contains(name)
    else { return }
    names[fact, default: []].append(name)
  }

  var services: [String] { names["facts.service.key"] ?? [] }
  var slugs: [String] { names["facts.restaurant.slug"] ?? [] }
  var ids: [String] { names["facts.restaurant.id"] ?? [] }
}
