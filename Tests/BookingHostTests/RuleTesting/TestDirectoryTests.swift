import Foundation
import Testing

@testable import BookingHost

@Suite struct `The tests of a rule directory` {
  private let directory: String

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)").path
    try write("ops.lua", "return { access = 'staff' }")
  }

  private func write(_ path: String, _ text: String) throws {
    let url = URL(filePath: directory).appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func cleaningUp(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try body()
  }

  private func errors(_ body: () throws(RuleBookError) -> Void) -> [String] {
    do { try body() } catch { return error.errors.map(\.description) }
    return []
  }

  @Test func `are read whatever they are called, and nothing beside them`() throws {
    try cleaningUp {
      #expect(try RuleDirectory.tests(in: directory) == [:])
      try write("tests/ops.lua", "return 1")
      try write("tests/Large parties.lua", "return 2")
      try write("tests/.hidden.lua", "return 3")
      try write("tests/notes.txt", "x")
      #expect(
        try RuleDirectory.tests(in: directory) == [
          "tests/ops.lua": "return 1", "tests/Large parties.lua": "return 2",
        ])
    }
  }

  @Test func `are no part of the revision`() throws {
    try cleaningUp {
      let before = try RuleBook(directory: directory).revision
      try write("tests/ops.lua", "return {")
      #expect(try RuleBook(directory: directory).revision == before)
    }
  }

  @Test func `are plain text files inside the directory, or an error`() throws {
    try cleaningUp {
      try write("tests/big.lua", String(repeating: "-", count: 300_000))
      #expect(
        errors { () throws(RuleBookError) in _ = try RuleDirectory.tests(in: directory) }
          == ["tests/big.lua: the file has more than 262144 bytes"])
      try FileManager.default.removeItem(atPath: directory + "/tests/big.lua")
      try FileManager.default.createSymbolicLink(
        atPath: directory + "/tests/out.lua", withDestinationPath: "/etc/passwd")
      #expect(
        errors { () throws(RuleBookError) in _ = try RuleDirectory.tests(in: directory) }
          == ["tests/out.lua: the file is a link out of the rule directory"])
    }
    #expect(errors { () throws(RuleBookError) in _ = try RuleDirectory.tests(in: "/nonexistent") }.count == 1)
  }

  @Test func `are rewritten whole, with the permissions they had`() throws {
    try cleaningUp {
      try write("tests/ops.lua", "return 1")
      let path = directory + "/tests/ops.lua"
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try RuleDirectory.replace("tests/ops.lua", in: directory, "return 1", by: "return 2")
      #expect(try String(contentsOfFile: path, encoding: .utf8) == "return 2")
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: directory + "/tests") == ["ops.lua"])
    }
  }

  @Test func `are not rewritten when they have changed meanwhile, or lie elsewhere`() throws {
    try cleaningUp {
      try write("tests/ops.lua", "return 3")
      #expect(
        errors { () throws(RuleBookError) in
          try RuleDirectory.replace("tests/ops.lua", in: directory, "return 1", by: "return 2")
        } == ["tests/ops.lua: the file has changed meanwhile"])
      #expect(
        errors { () throws(RuleBookError) in
          try RuleDirectory.replace("tests/gone.lua", in: directory, "", by: "return 2")
        } == ["tests/gone.lua: the file cannot be read"])
      #expect(try String(contentsOfFile: directory + "/tests/ops.lua", encoding: .utf8) == "return 3")
    }
  }
}
