import Foundation
import Testing

@testable import BookingHost

@Suite struct `A rule directory` {
  private let directory: TemporaryDirectory

  init() throws {
    directory = try TemporaryDirectory()
    try write("ops.lua", "return { access = 'staff' }")
  }

  private func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: directory.path).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func errors() -> [String] {
    do throws(RuleBookError) {
      _ = try RuleBook(directory: directory.path)
      return []
    } catch { return error.errors.map(\.description) }
  }

  @Test func `is read as it is on disk`() throws {
    try write("lib/a.lua", "return { n = 3 }")
    try write("tasting.lua", "return { access = 'public', party = { max = require('lib.a').n } }")
    let book = try RuleBook(directory: directory.path)
    #expect(book.modeNames == ["ops", "tasting"])
    #expect(try book.decide(mode: "tasting", draft: draft(party: 4), facts: facts()).codes == ["party_max"])
  }

  @Test func `has a revision that follows every byte and every name, and nothing else`() throws {
    let first = try RuleBook(directory: directory.path).revision
    #expect(try RuleBook(directory: directory.path).revision == first)
    try write("tests/x.lua", "return {}")
    try write("mail/confirmation.mustache", "Hello")
    #expect(try RuleBook(directory: directory.path).revision == first)
    try write("ops.lua", "return { access = 'staff' } ")
    let second = try RuleBook(directory: directory.path).revision
    #expect(second != first)
    try write("lib/a.lua", "return 1")
    #expect(try RuleBook(directory: directory.path).revision != second)
    #expect(second.count == 64)
  }

  @Test func `that does not exist, or holds no mode, is an error`() throws {
    #expect(throws: RuleBookError.self) { try RuleBook(directory: "/nonexistent/rules") }
    let empty = try TemporaryDirectory()
    #expect(throws: RuleBookError.self) { try RuleBook(directory: empty.path) }
  }

  @Test func `takes no link that leads out of it`() throws {
    let outside = try TemporaryDirectory()
    try Data("return { access = 'public' }".utf8).write(to: URL(filePath: outside.path + "/x.lua"))
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/evil.lua", withDestinationPath: outside.path + "/x.lua")
    #expect(errors() == ["evil.lua: the file is a link out of the rule directory"])
  }

  @Test func `takes a link that stays inside`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/same.lua", withDestinationPath: directory.path + "/ops.lua")
    #expect(errors() == [])
  }

  @Test func `does not wait for a pipe`() throws {
    #expect(mkfifo(directory.path + "/pipe.lua", 0o600) == 0)
    #expect(errors() == ["pipe.lua: it is not a plain file"])
  }

  @Test func `takes no directory for a file, and no dangling link`() throws {
    try FileManager.default.createDirectory(
      atPath: directory.path + "/dir.lua", withIntermediateDirectories: false)
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/gone.lua", withDestinationPath: directory.path + "/nothing")
    #expect(errors().count == 2)
  }

  @Test func `takes no file that is too large, a gigabyte no more than a megabyte`() throws {
    try write("big.lua", "return {} --" + String(repeating: "x", count: 300_000))
    #expect(errors() == ["big.lua: the file has more than 262144 bytes"])
    let handle = try #require(FileHandle(forWritingAtPath: directory.path + "/big.lua"))
    try handle.truncate(atOffset: 1 << 30)
    #expect(errors() == ["big.lua: the file has more than 262144 bytes"])
  }

  @Test func `takes text only`() throws {
    try Data([0x1B, 0x4C, 0x75, 0x61, 0x54]).write(to: URL(filePath: directory.path + "/ops.lua"))
    #expect(errors().count == 1)
    try Data([0x2D, 0x2D, 0xFF, 0xFE]).write(to: URL(filePath: directory.path + "/ops.lua"))
    #expect(errors() == ["ops.lua: the file is not UTF-8 text"])
  }

  @Test(arguments: ["../../etc/passwd", "/etc/passwd", "lib.nothing", "ops", "lib.a.b", "os", ""])
  func `is all that require reaches`(name: String) throws {
    try write("ops.lua", "local x = require \"\(name)\"\nreturn { access = 'staff' }")
    #expect(errors().count == 1)
    #expect(errors().first?.hasPrefix("ops.lua:1: ") == true)
  }

  @Test func `says a require cycle as a path`() throws {
    try write("lib/a.lua", "return require 'lib.b'")
    try write("lib/b.lua", "return require 'lib.a'")
    #expect(errors().first?.contains("lib/a.lua -> lib/b.lua -> lib/a.lua") == true)
  }

  @Test func `that is written to while it is read gives a whole file or an error, never half of one`()
    async throws
  {
    let path = directory.path
    let texts = [
      "return { access = 'staff', title = 'A' } --" + String(repeating: "a", count: 60_000),
      "return { access = 'staff', title = 'B' } --" + String(repeating: "b", count: 90_000),
    ]
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for index in 0..<60 {
          try? Data(texts[index % 2].utf8).write(to: URL(filePath: path + "/ops.lua"), options: .atomic)
        }
      }
      group.addTask {
        for _ in 0..<60 {
          if let files = try? RuleDirectory.files(in: path, limits: .standard) {
            let text = files.texts["ops.lua"] ?? ""
            #expect(texts.contains(text) || text == "return { access = 'staff' }")
          }
        }
      }
    }
  }
}
