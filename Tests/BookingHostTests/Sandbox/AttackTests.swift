import Foundation
import Testing

@testable import BookingHost

/// A rule file that tries something, and how it must end: its first line says `-- expect: …`.
struct Attack: Sendable, CustomTestStringConvertible {
  var name: String
  var source: String

  var testDescription: String { name }

  /// `limit_work`, `runtime`, … or `harmless`, where the decision is made as if nothing were.
  var expected: Set<String> {
    let line = source.prefix { $0 != "\n" }.replacing("-- expect:", with: "")
    return Set(line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) })
  }

  static let all: [Attack] = {
    let directory = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Attacks")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
    return names.filter { $0.hasSuffix(".lua") }.sorted().compactMap { name in
      (try? String(contentsOf: directory.appending(path: name), encoding: .utf8)).map {
        Attack(name: name, source: $0)
      }
    }
  }()
}

/// Each attack runs in a process of its own, which is killed when it has used up so many seconds of a processor, or
/// sleeps for as good as ever: a regression fails, and cannot hold up what follows. Waiting for its turn is no fault.
@Suite struct `No rule file can hang, crash or escape` {
  private static let (seconds, mostSeconds) = (20, 600)

  private struct Ending: Decodable {
    struct Failure: Decodable {
      var code: String
      var rule: String?
      var message: String
    }
    var outcome: String
    var error: Failure?
  }

  @Test(arguments: Attack.all)
  func `it ends as expected, in an error with its place or in nothing at all`(attack: Attack) throws {
    let directory = HostProcess.temporaryDirectory()
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: directory) }
    try attack.source.write(toFile: directory + "/m.lua", atomically: true, encoding: .utf8)
    let (status, output) = try explain(directory)
    #expect(status == 0 || status == 2, "ended with status \(status)")
    let ending = try JSONDecoder().decode(Ending.self, from: Data(output.utf8))
    let isRefused = ending.error != nil && attack.expected.contains("refused_at_load")
    #expect(isRefused || attack.expected.contains(ending.error?.code ?? "harmless"), "\(output.prefix(300))")
    if let error = ending.error {
      #expect(status == 2)
      #expect(error.message.utf8.count <= 512 && !error.message.contains("0x"))
      if error.code.hasPrefix("limit") {
        #expect(error.rule?.hasPrefix("m.lua") == true, "\(output.prefix(300))")
      }
    } else {
      #expect(ending.outcome == "confirmed")
    }
  }

  private func explain(_ directory: String) throws -> (Int32, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/timeout")
    process.arguments = [
      "--signal=KILL", String(Self.mostSeconds), "prlimit", "--cpu=\(Self.seconds)",
      HostProcess.executable.path, "rules", "explain", "--mode", "m", "--rules", directory, "--format",
      "json", "--now", "2026-11-21 18:00", "--draft",
      #"{"date":"2026-11-22","time":"19:00","party":2,"name":"Ada Lovelace"}"#,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: output, as: UTF8.self))
  }

  @Test func `there are attacks to try`() {
    #expect(Attack.all.count > 100)
  }

  @Test func `an attack on one core holds up nobody on another`() async throws {
    let attack = try rules("check = function() while true do end end")
    let asked = draft(), given = facts()
    let expected = try Shipped.rules.decide(mode: "ops", draft: asked, facts: given)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { () throws in
        for _ in 0..<10 {
          #expect(throws: RuleError.self) { try attack.decide(mode: "m", draft: asked, facts: given) }
        }
      }
      group.addTask { () throws in
        for _ in 0..<200 {
          #expect(try Shipped.rules.decide(mode: "ops", draft: asked, facts: given) == expected)
        }
      }
      try await group.waitForAll()
    }
  }

  @Test func `many decisions leave memory flat`() throws {
    func residentPages() throws -> Int {
      let fields = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
      return try #require(Int(fields[1]))
    }
    // Decisions that allocate much, that fail, and that are ordinary.
    let book = try rules(
      """
      check = function(draft)
        local t = {}
        for i = 1, draft.party * 400 do t[i] = ("x"):rep(i) end
        if draft.party == 9 then error("full") end
      end
      """)
    func round(_ count: Int) {
      for index in 0..<count {
        _ = try? book.decide(mode: "m", draft: draft(party: .integer(index % 10 + 1)), facts: facts())
      }
    }
    round(50)
    // Other tests take memory meanwhile in this process, but not in every round, as decisions that keep something
    // would: 100 of them allocate some 100 MiB.
    let growths = try (0..<5).map { _ in
      let before = try residentPages()
      round(100)
      return try residentPages() - before
    }
    #expect(growths.min()! < 32 * 1024 * 1024 / 4096)
  }
}
