import Foundation
import Testing

@testable import BookingHost

@Suite struct `The examples for operators` {
  /// A recipe: what goes into a mode file, and the cases that show what it does.
  struct Recipe: CustomTestStringConvertible {
    var title: String
    /// What is written, but for the cases, in its blocks.
    var rules: [String] = []
    var cases: [String] = []
    var testDescription: String { title }

    /// The recipe as a mode file: a part of one goes between the braces.
    var mode: String {
      let text = rules.joined(separator: "\n")
      if text.contains("\nreturn {") || text.hasPrefix("return {") { return text }
      let access = text.contains("access =") ? "" : "access = \"staff\","
      return "local contact = require \"lib.contact\"\nreturn { \(access)\n\(text)\n}"
    }

    var test: String {
      """
      return {
        mode = "m", now = "2026-11-20 19:00",
        draft = { date = "2026-11-22", time = "19:00", party = 2, name = "Ada Lovelace" },
        cases = {
      \(cases.joined(separator: "\n"))
        },
      }
      """
    }
  }

  static let recipes = read("cookbook.md", heading: "## ")

  /// The steps of the tour; what has no cases shows how a command is used.
  static let steps = read("writing-rules.md", heading: "### ").filter { !$0.cases.isEmpty }

  private static func read(_ page: String, heading: String) -> [Recipe] {
    let text = try! String(contentsOfFile: Shipped.directory + "/../docs/" + page, encoding: .utf8)
    var recipes: [Recipe] = []
    var block: [Substring]?, isTest = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if block == nil, line.hasPrefix(heading) {
        recipes.append(Recipe(title: String(line.dropFirst(heading.count))))
      }
      if line.hasPrefix("```") {
        if let written = block?.joined(separator: "\n"), !recipes.isEmpty {
          let index = recipes.count - 1
          if isTest { recipes[index].cases.append(written) } else { recipes[index].rules.append(written) }
        }
        block = block == nil && line.hasPrefix("```lua") ? [] : nil
        isTest = line.hasSuffix(" test")
      } else {
        block?.append(line)
      }
    }
    return recipes
  }

  @Test(arguments: recipes + steps)
  func `hold what they say`(recipe: Recipe) throws {
    let rules = try RuleBook(files: [
      "m.lua": recipe.mode, "lib/contact.lua": Shipped.file("lib/contact.lua"),
      "lib/calling_codes.lua": Shipped.file("lib/calling_codes.lua"),
    ])
    let report = RuleTests.run(["tests/m.lua": recipe.test], rules: rules)
    for result in report.results { #expect(result.outcome == .passed, "\(result.name)") }
    #expect(report.passed >= 1)
  }

  @Test func `are twenty recipes at least, each with its own cases, and a tour`() {
    #expect(Self.steps.count >= 9)
    #expect(Self.recipes.count >= 20)
    #expect(Set(Self.recipes.map(\.title)).count == Self.recipes.count)
    #expect(Self.recipes.allSatisfy { !$0.rules.isEmpty && !$0.cases.isEmpty })
  }
}
