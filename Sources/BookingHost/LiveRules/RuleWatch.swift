import Foundation
import Synchronization

/// Notices edits in a rule directory and has them taken up: once the directory has been still for one look,
/// so that of several files that are saved together none goes live without the others.
package final class RuleWatch: Sendable {
  package let directory: String
  private let intake: RuleIntake
  private let live: LiveRules
  private let state: Mutex<State>

  private struct State {
    /// What was there at the last look, and at the last look that was acted on.
    var seen: RuleSignature
    var judged: RuleSignature
  }

  /// Begins from the directory as it is: what is in it now has been judged.
  package init(directory: String, intake: RuleIntake, live: LiveRules) {
    self.directory = directory
    self.intake = intake
    self.live = live
    let now = RuleSignature(of: directory)
    state = Mutex(State(seen: now, judged: now))
  }

  /// Looks once; to be called some times a second, by one thread. Blocks. Returns what came of an edit, nil
  /// when there was none, or it is still being made.
  package func look() throws -> RuleIntake.Outcome? {
    let found = RuleSignature(of: directory)
    let isDue = state.withLock { state in
      defer { state.seen = found }
      return found == state.seen && found != state.judged
    }
    guard isDue else { return nil }
    return try takeUp(found)
  }

  /// Has the directory judged as it is, whether or not it has changed: a rollback that is over lets in what had to
  /// wait. Blocks.
  package func takeUp() throws -> RuleIntake.Outcome {
    RuleSignature.waitUntilStill(directory)
    return try takeUp(RuleSignature(of: directory))
  }

  private func takeUp(_ found: RuleSignature) throws -> RuleIntake.Outcome {
    let outcome = try intake.takeUp()
    // A directory that changed while it was read is looked at again.
    state.withLock { $0.judged = found }
    switch outcome {
    case .current(let book), .adopted(let book, _): live.install(book)
    case .rejected, .waiting: break
    }
    return outcome
  }
}

/// What tells one state of a rule directory's files from another without reading them.
package struct RuleSignature: Hashable, Sendable {
  private var files: [File] = []

  fileprivate struct File: Hashable, Sendable {
    var path: String
    var size: Int
    var modified: Int
    var inode: UInt64
  }

  package init(of directory: String) {
    for folder in ["", "lib", "tests", "mail"] {
      let path = folder.isEmpty ? directory : directory + "/" + folder
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      files += names.sorted().compactMap { File(path: path + "/" + $0) }
    }
  }

  /// When a file was last written, in nanoseconds since 1970; 0 when there is none.
  private var latest: Int { files.map(\.modified).max() ?? 0 }

  /// Waits, a second at most, until nothing in a directory has been written for a moment: a command that
  /// starts in the middle of several saves is not to see some of them.
  package static func waitUntilStill(_ directory: String) {
    for _ in 0..<4 {
      let age = Int(Date().timeIntervalSince1970 * 1e9) - RuleSignature(of: directory).latest
      // A clock that was set back is no reason to wait.
      guard (0..<still).contains(age) else { return }
      Thread.sleep(forTimeInterval: Double(still - age) / 1e9)
    }
  }

  private static let still = 250_000_000
}

extension RuleSignature.File {
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(
      path: path, size: Int(status.st_size),
      modified: Int(status.st_mtim.tv_sec) * 1_000_000_000 + Int(status.st_mtim.tv_nsec),
      inode: UInt64(status.st_ino))
  }
}
