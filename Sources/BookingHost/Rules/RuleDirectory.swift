import Foundation

/// Reads a rule directory. Only plain files that lie inside it are taken; nothing else is even opened.
package enum RuleDirectory {
  /// The files that decide, or why they cannot be had.
  static func files(in directory: String, limits: RuleLimits) throws(RuleBookError) -> RuleFiles {
    let (files, errors) = try readableFiles(in: directory, limits: limits)
    guard errors.isEmpty else { throw RuleBookError(errors: errors) }
    return files
  }

  /// The files that decide as far as they can be read, and why others cannot. Throws when there is no such
  /// directory.
  static func readableFiles(
    in directory: String, limits: RuleLimits
  ) throws(RuleBookError) -> (files: RuleFiles, errors: [RuleError]) {
    let reading = try reading(of: directory, limits) {
      $0.topLevel($1)
      $0.library($1)
    }
    return (RuleFiles(texts: reading.texts, warnings: reading.warnings), reading.errors)
  }

  /// The test files, text by path: "tests/ops.lua". They do not decide, and are no part of the revision.
  /// Empty when there are none.
  package static func tests(
    in directory: String, limits: RuleLimits = .standard
  ) throws(RuleBookError) -> [String: String] {
    let (tests, errors) = try readableTests(in: directory, limits: limits)
    guard errors.isEmpty else { throw RuleBookError(errors: errors) }
    return tests
  }

  /// The test files as far as they can be read, and why others cannot.
  static func readableTests(
    in directory: String, limits: RuleLimits
  ) throws(RuleBookError) -> (tests: [String: String], errors: [RuleError]) {
    let reading = try reading(of: directory, limits) { $0.tests($1) }
    return (reading.texts, reading.errors)
  }

  private static func reading(
    of directory: String, _ limits: RuleLimits, _ body: (inout Reading, String) -> Void
  ) throws(RuleBookError) -> Reading {
    var reading = Reading(limits: limits)
    guard let root = realPath(directory), isDirectory(root) else {
      throw RuleBookError(errors: [
        RuleError(kind: .source, message: "there is no rule directory at \(directory)", rule: nil)
      ])
    }
    body(&reading, root)
    return reading
  }

  /// What has been read so far.
  private struct Reading {
    let limits: RuleLimits
    var texts: [String: String] = [:]
    var warnings: [String] = []
    var errors: [RuleError] = []
    var total = 0

    init(limits: RuleLimits) {
      self.limits = limits
    }

    mutating func topLevel(_ root: String) {
      for name in entries(root) where name.hasSuffix(".lua") {
        if RuleFiles.modeName(name) == nil {
          warnings.append("\(name) is ignored: a mode's file name is lower-case letters, digits and _")
        } else {
          take(name, root)
        }
      }
    }

    mutating func library(_ root: String) {
      for name in entries(root + "/lib") {
        if name.hasSuffix(".lua"), RuleFiles.modeName(name) != nil {
          take("lib/" + name, root)
        } else if !name.hasPrefix(".") {
          warnings.append(
            "lib/\(name) is ignored: a library file is lower-case letters, digits and _, and .lua")
        }
      }
    }

    /// Whatever a test file is called: one that were left out would keep none of its promises.
    mutating func tests(_ root: String) {
      for name in entries(root + "/tests") where name.hasSuffix(".lua") && !name.hasPrefix(".") {
        take("tests/" + name, root)
      }
    }

    private func entries(_ path: String) -> [String] {
      ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }

    private mutating func take(_ path: String, _ root: String) {
      switch RuleDirectory.text(path, root, limits.sourceBytes) {
      case .success(let text):
        total += text.utf8.count
        texts[path] = text
        if total > limits.directoryBytes {
          fail(path, "the rule files are more than \(limits.directoryBytes) bytes together")
        }
      case .failure(let problem): fail(path, problem.sentence)
      }
    }

    private mutating func fail(_ path: String, _ sentence: String) {
      errors.append(RuleError(kind: .source, message: sentence, rule: path))
    }
  }

  struct Problem: Error {
    var sentence: String
  }

  /// The text of one file, read whole: a file that changes while it is read is read again.
  static func text(_ path: String, _ root: String, _ limit: Int) -> Result<String, Problem> {
    guard let real = realPath(root + "/" + path) else {
      return .failure(Problem(sentence: "the file cannot be read"))
    }
    guard real.hasPrefix(root + "/") else {
      return .failure(Problem(sentence: "the file is a link out of the rule directory"))
    }
    for _ in 0..<5 {
      switch bytes(real, limit) {
      case .failure(let problem): return .failure(problem)
      case .success(nil): continue
      case .success(let bytes?):
        guard let text = String(validating: bytes, as: UTF8.self) else {
          return .failure(Problem(sentence: "the file is not UTF-8 text"))
        }
        return .success(text)
      }
    }
    return .failure(Problem(sentence: "the file keeps changing while it is read"))
  }

  /// The bytes of a plain file of at most `limit` bytes; nil when it changed meanwhile.
  private static func bytes(_ path: String, _ limit: Int) -> Result<[UInt8]?, Problem> {
    // Not blocking, so that a pipe in the place of a file is found out rather than waited for.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { return .failure(Problem(sentence: "the file cannot be opened")) }
    defer { close(descriptor) }
    var before = stat()
    guard fstat(descriptor, &before) == 0, before.st_mode & S_IFMT == S_IFREG else {
      return .failure(Problem(sentence: "it is not a plain file"))
    }
    guard before.st_size <= limit else {
      return .failure(Problem(sentence: "the file has more than \(limit) bytes"))
    }
    var bytes = [UInt8](repeating: 0, count: limit + 1)
    var count = 0
    while count < bytes.count {
      let got = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + count, $0.count - count) }
      guard got >= 0 else { return .failure(Problem(sentence: "the file cannot be read")) }
      if got == 0 { break }
      count += got
    }
    var after = stat()
    guard fstat(descriptor, &after) == 0, after.st_size == count, before.st_size == count,
      after.st_mtim.tv_sec == before.st_mtim.tv_sec, after.st_mtim.tv_nsec == before.st_mtim.tv_nsec
    else { return .success(nil) }
    return .success(Array(bytes.prefix(count)))
  }

  /// The directory with links resolved; nil when there is none.
  static func resolved(_ directory: String) -> String? { realPath(directory) }

  private static func realPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  private static func isDirectory(_ path: String) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
  }
}
