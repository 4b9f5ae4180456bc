import Foundation
import Synchronization

/// Says on standard error what is being done, once it has taken a second.
enum Progress {
  static func saying<T>(_ words: String, _ work: () throws -> T) rethrows -> T {
    guard isatty(STDERR_FILENO) == 1 else { return try work() }
    let state = ProgressState()
    DispatchQueue.global().asyncAfter(deadline: .now() + 1) { state.begin(words) }
    defer { state.end() }
    return try work()
  }
}

/// Whether the words are on the screen; shared with the timer.
private final class ProgressState: Sendable {
  private enum Phase { case waiting, shown, over }
  private let phase = Mutex(Phase.waiting)

  func begin(_ words: String) {
    phase.withLock { phase in
      guard phase == .waiting else { return }
      phase = .shown
      Output.write(words + "…", to: STDERR_FILENO)
    }
  }

  func end() {
    phase.withLock { phase in
      if phase == .shown { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
      phase = .over
    }
  }
}
