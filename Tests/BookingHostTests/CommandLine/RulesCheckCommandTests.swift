import Foundation
import Testing

@testable import BookingHost

@Suite struct `rules check` {
  /// A rule directory of its own, in which files can be broken.
  private struct Folder: ~Copyable {
    let path = HostProcess.temporaryDirectory()

    init(_ texts: [String: String]) throws {
      try FileManager.default.createDirectory(atPath: path + "/lib", withIntermediateDirectories: true)
      for (file, text) in texts { try write(file, text) }
    }

    func write(_ file: String, _ text: String) throws {
      try text.write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private let cli = HostProcess(data: "/nonexistent")
  private let good = "return { access = \"staff\" }\n"
  private let bad =
    "return {\n  access = \"staff\",\n  check = function(draft, facts)\n\tif facts.lod then warn(\"a\", \"b\") end\n  end,\n}\n"

  @Test func `shows each mistake as editors read it, with the line, a mark and what to write`() throws {
    let folder = try Folder(["ops.lua": bad, "Ops.lua": good])
    let result = try cli.run(["rules", "check", folder.path])
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(
      result.complaint == """
        Ops.lua: warning: ignored: a mode's file name is lower-case letters, digits and _
             = to use it, call it ops.lua
        ops.lua:4:11: there is no fact `facts.lod`
           4 │   if facts.lod then warn("a", "b") end
             │            ^
             = did you mean `facts.load`?
        error: 1 mistake; these rules cannot be used.

        """)
  }

  @Test func `shows a long line around the spot`() throws {
    let start = "return { access = \"staff\", label = \"" + String(repeating: "ä", count: 200) + "\", "
    let folder = try Folder([
      "ops.lua": start + "acess = 1, title = \"" + String(repeating: "x", count: 200) + "\" }"
    ])
    let lines = try cli.run(["rules", "check", folder.path]).complaint.split(separator: "\n")
    #expect(lines[0].hasPrefix("ops.lua:1:240: unknown key `acess`"))
    #expect(lines[1].contains("…ää") && lines[1].hasSuffix("…") && lines[1].count <= 80)
    let mark = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: mark)
    #expect(lines[1].dropFirst(column).hasPrefix("acess"))
  }

  @Test func `as JSON has every finding with its place`() throws {
    let folder = try Folder(["ops.lua": bad, "Ops.lua": good])
    let result = try cli.json("rules", "check", folder.path)
    #expect(result.status == 2)
    let json = try result.json()
    #expect(json["ok"] as? Bool == false)
    #expect(json["revision"] is NSNull)
    let errors = try #require(json["errors"] as? [[String: Any]])
    #expect(errors.count == 1)
    #expect(errors[0]["code"] as? String == "unknown_fact")
    #expect(errors[0]["rule"] as? String == "ops.lua:4")
    #expect(errors[0]["line"] as? Int == 4 && errors[0]["column"] as? Int == 11)
    #expect(errors[0]["suggestion"] as? String == "did you mean `facts.load`?")
    #expect(
      json["warnings"] as? [String] == [
        "Ops.lua is ignored: a mode's file name is lower-case letters, digits and _"
      ])
    let findings = try #require(json["findings"] as? [[String: Any]])
    #expect(findings.map { $0["severity"] as? String } == ["warning", "error"])
  }

  @Test func `is content with warnings`() throws {
    let folder = try Folder(["ops.lua": good, "notes.LUA.lua": ""])
    let text = try cli.run(["rules", "check", folder.path])
    #expect(text.status == 0)
    #expect(text.complaint == "")
    #expect(text.output.contains("warning: ignored") && text.output.contains("\nok  ops  revision "))
    #expect(try cli.json("rules", "check", folder.path).json()["ok"] as? Bool == true)
  }

  @Test func `says where it looked in vain`() throws {
    let result = try cli.run(["rules", "check", "/nonexistent/rules"])
    #expect(result.status == 2)
    #expect(result.complaint.hasPrefix("there is no rule directory at /nonexistent/rules\n"))
  }

  @Test func `prints nothing that moves the cursor`() throws {
    let folder = try Folder(["ops.lua": "return { access = \"staff\", [\"\u{1B}[2Jx\"] = 1 }"])
    let result = try cli.run(["rules", "check", folder.path])
    #expect(!result.complaint.contains("\u{1B}"))
  }

  @Test func `watches in text only`() throws {
    let result = try cli.run(["rules", "check", "--watch", "--format", "json"])
    #expect(result.status == 64)
    #expect(try result.errorCode() == "usage")
  }

  @Test func `checks again when a file is saved, until it is interrupted`() throws {
    let folder = try Folder(["ops.lua": good])
    let watching = try Watching(["rules", "check", folder.path, "--watch"])
    #expect(watching.reads("ok  ops"))
    try folder.write("ops.lua", bad)
    #expect(watching.reads("ops.lua:4:11: there is no fact"))
    try folder.write("lib/x.lua", "return }")
    #expect(watching.reads("lib/x.lua:1:8:"))
    try folder.write("ops.lua", good)
    try FileManager.default.removeItem(atPath: folder.path + "/lib/x.lua")
    #expect(watching.reads("ok  ops"))
    #expect(watching.interrupt() == SIGINT)
  }
}

/// A command that goes on, and what it says meanwhile.
private final class Watching {
  private let process = Process()
  private let output = Pipe()
  private var text = ""

  init(_ arguments: [String]) throws {
    // Tests that are run in the background of a shell have Ctrl-C ignored, and so would what they start.
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["--default-signal=INT", HostProcess.executable.path] + arguments
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  deinit { if process.isRunning { process.terminate() } }

  /// Whether the command comes to say something, after what was read before; a command that is silent for too
  /// long does not.
  func reads(_ words: String) -> Bool {
    while true {
      if let range = text.range(of: words) {
        text = String(text[range.upperBound...])
        return true
      }
      var waiting = pollfd(fd: output.fileHandleForReading.fileDescriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, 600_000) > 0 else { return false }
      let data = output.fileHandleForReading.availableData
      guard !data.isEmpty else { return false }
      text += String(decoding: data, as: UTF8.self)
    }
  }

  /// Presses Ctrl-C, and says by which signal the command ended.
  func interrupt() -> Int32 {
    process.interrupt()
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal ? process.terminationStatus : 0
  }
}
