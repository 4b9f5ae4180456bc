import Foundation

@testable import BookingHost

/// What liblua says of a source text, asked through the evaluator.
enum Oracle {
  enum Answer: Equatable {
    case accepts
    /// With the line that liblua names.
    case refuses(line: Int, String)
  }

  /// Nothing of the source is run: a statement before it returns at once. Where that would change how the
  /// beginning is read, the source must be safe to run.
  static func answer(_ source: String, running: Bool = false) -> Answer {
    do {
      _ = try Evaluator(
        entry: "m.lua", sources: ["m.lua": running ? source : "do return end " + source],
        interface: Evaluator.Interface(recorders: [], levels: ["none"]), limits: limits)
      return .accepts
    } catch {
      switch error.kind {
      case .syntax, .limitStack:
        let line = error.rule.flatMap { Int($0.split(separator: ":").last ?? "") } ?? 0
        return .refuses(line: line, error.message)
      case .limitMemory, .limitWork, .noMemory, .source: fatalError("the oracle cannot tell: \(error)")
      default: return .accepts
      }
    }
  }

  private static let limits = {
    var limits = RuleLimits()
    limits.loadWork = 20_000_000_000
    limits.loadMemory = 64 * 1024 * 1024
    limits.sourceBytes = 8 * 1024 * 1024
    return limits
  }()

  /// The parser's answer, in the same form.
  static func parserAnswer(_ source: String) -> Answer {
    do {
      _ = try LuaParser.parse(source)
      return .accepts
    } catch {
      return .refuses(line: error.position.line, error.message)
    }
  }
}

extension Oracle.Answer {
  var isAccepting: Bool { self == .accepts }
}

/// Sources to try the parser on: the shipped rules, the attacks, the seeds of the fuzzers.
enum SourceCorpus {
  static let all: [(name: String, source: String)] = {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let root = tests.deletingLastPathComponent().deletingLastPathComponent()
    let folders = [
      root.appending(path: "rules"), root.appending(path: "rules/lib"),
      tests.appending(path: "Sandbox/Attacks"),
      root.appending(path: "Fuzz/corpus/source"),
    ]
    return folders.flatMap(files)
  }()

  private static func files(in folder: URL) -> [(name: String, source: String)] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".lua") }.sorted().compactMap { name in
      (try? Data(contentsOf: folder.appending(path: name))).map {
        (folder.lastPathComponent + "/" + name, String(decoding: $0, as: UTF8.self))
      }
    }
  }
}
