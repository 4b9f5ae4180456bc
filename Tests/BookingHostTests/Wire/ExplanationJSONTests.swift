import Foundation
import Testing

@testable import BookingHost

@Suite struct `An explanation as JSON` {
  private func json(_ source: String, _ asked: Draft = draft(), full: Bool = false) throws -> [String: Any] {
    let rules = try RuleBook(files: ["m.lua": source])
    let explanation = Explainer(rules).explain(
      Explainer.Question(mode: "m", draft: asked, facts: facts(), everyDayIsAlike: true))
    let text = try WireEncoder.text(ExplanationJSON(explanation, full: full))
    return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private let mode =
    "return {\n  access = 'staff',\n  party = { max = function(d) return d.party - 1 end },\n}"

  @Test func `has the verdict's keys, the lines, the calls and the alternatives`() throws {
    let found = try json(mode)
    #expect(
      Set(found.keys) == [
        "outcome", "issues", "effects", "error", "revision", "now", "facts", "source", "calls",
        "alternatives",
      ])
    #expect(found["error"] is NSNull && found["outcome"] as? String == "refused")
    let source = try #require(found["source"] as? [String: [[String: Any]]])
    let line = try #require(source["m.lua"]?.first)
    #expect(source["m.lua"]?.count == 1 && line["line"] as? Int == 3 && line["ran"] as? Bool == true)
    #expect(line["text"] as? String == "  party = { max = function(d) return d.party - 1 end },")
    let values = try #require(line["values"] as? [[String: Any]])
    #expect(values.map { $0["expression"] as? String } == ["d.party - 1", "d.party"])
    #expect(values.map { $0["value"] as? Int } == [1, 2] && values.map { $0["count"] as? Int } == [1, 1])
    let call = try #require((found["calls"] as? [[String: Any]])?.first)
    #expect(call["function"] as? String == "party.max" && call["rule"] as? String == "m.lua:3")
    #expect(call["results"] as? [Int] == [1] && call["failed"] as? Bool == false)
    #expect((found["alternatives"] as? [Any])?.isEmpty == true)
  }

  @Test func `has whole files where they are asked for`() throws {
    let source = try #require(try json(mode, full: true)["source"] as? [String: [[String: Any]]])
    #expect(source["m.lua"]?.count == 4)
    #expect(source["m.lua"]?.map { $0["ran"] is NSNull } == [true, true, false, true])
  }

  @Test func `can be written whatever the values are`() throws {
    let odd = """
      return { access = 'staff', check = function(d)
        local a, b, c = 0/0, 1/0, ("\\255\\0\\27é"):rep(40)
        local t, f = d, print
        if a == b or c == a or t == f then refuse("x", "y") end
      end }
      """
    let source = try #require(try json(odd, full: true)["source"] as? [String: [[String: Any]]])
    let values = try #require(source["m.lua"]?[3]["values"] as? [[String: Any]])
    let texts = values.filter { ["a", "b"].contains($0["expression"] as? String) }.map {
      $0["value"] as? String
    }
    #expect(texts.contains("nan") || texts.contains("-nan"))
    #expect(texts.contains("inf"))
  }

  @Test func `is the same each time`() throws {
    let question = Explainer.Question(
      mode: "ops", draft: draft(party: 13), facts: facts(), everyDayIsAlike: true)
    let texts = try (0..<3).map { _ in
      try WireEncoder.text(ExplanationJSON(Explainer(Shipped.rules).explain(question), full: true))
    }
    #expect(Set(texts).count == 1)
  }
}
