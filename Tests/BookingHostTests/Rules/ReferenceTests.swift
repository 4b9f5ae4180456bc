import Foundation
import Testing

@testable import BookingHost

@Suite struct `What documents the contract is made from the contract` {
  private static let root = URL(filePath: Shipped.directory).deletingLastPathComponent()

  private func file(_ path: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: path), encoding: .utf8)
  }

  @Test func `the reference page is the one that the program prints`() throws {
    #expect(try file("docs/rule-reference.md") == ReferencePage.markdown)
  }

  @Test func `the settings beside the shipped rules are the ones that the program writes`() throws {
    #expect(try file("rules/.luacheckrc") == EditorSettings.luacheck)
    #expect(try file("rules/.luarc.json") == EditorSettings.luarc)
    #expect(throws: Never.self) {
      try JSONSerialization.jsonObject(with: Data(EditorSettings.luarc.utf8))
    }
  }

  @Test func `every key, fact, answer and function is in the annotations, which are Lua`() throws {
    let text = LuaAnnotations.text(for: Shipped.rules)
    _ = try LuaParser.parse(text)
    for key in Contract.mode + Contract.field + Contract.party + Contract.time + Contract.pacing {
      #expect(text.contains("---@field \(key.name)? "), "\(key.name)")
    }
    for term in Vocabulary.facts + Vocabulary.draft + Vocabulary.booking + Vocabulary.issue {
      #expect(text.contains("---@field \(term.name)\(term.isOptional ? "?" : "") "), "\(term.name)")
    }
    for function in Vocabulary.recorders + [Vocabulary.atLeast] {
      #expect(text.contains("\nfunction \(function.name)("))
    }
  }

  @Test func `own fields of a mode are in the annotations, with their types`() throws {
    let book = try rules(
      "fields = { children = { type = 'integer', label = 'Children' }, car = { label = 'Number plate' } }")
    let text = LuaAnnotations.text(for: book)
    #expect(
      text.contains(
        "---@class booking.Draft.m: booking.Draft\n---@field car? string Number plate\n"
          + "---@field children? integer Children\n"))
  }

  @Test func `what cannot be a function is not said to be one`() {
    let text = LuaAnnotations.text(for: Shipped.rules)
    #expect(text.contains("---@field title? string what"))
    #expect(
      text.contains("---@field label? string|fun(draft: booking.Draft, facts: booking.Facts): string shown"))
  }
}
