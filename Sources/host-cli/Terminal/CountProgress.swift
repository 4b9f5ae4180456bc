import Foundation
import Synchronization

/// Says on standard error how far a count has got, how fast it goes and how long it will take, once it has
/// taken a second. On a terminal one line that is written over; elsewhere a line every ten seconds.
final class CountProgress: Sendable {
  private let noun: String
  private let total: Int
  private let began = ContinuousClock.now
  private let isTerminal = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  private struct State {
    var done = 0
    var said: Duration?
  }

  init(_ noun: String, of total: Int) {
    self.noun = noun
    self.total = total
  }

  /// Counts some more; may be called from any thread.
  func add(_ count: Int) {
    let elapsed = ContinuousClock.now - began
    state.withLock { state in
      state.done += count
      let pause: Duration = isTerminal ? .milliseconds(200) : .seconds(10)
      guard elapsed >= .seconds(1), state.said.map({ elapsed - $0 >= pause }) ?? true else { return }
      state.said = elapsed
      say(state.done, elapsed)
    }
  }

  /// Takes the line away.
  func end() {
    state.withLock { state in
      if isTerminal, state.said != nil { Output.write("\r\u{1B}[K", to: STDERR_FILENO) }
    }
  }

  private func say(_ done: Int, _ elapsed: Duration) {
    let rate = Double(done) / (elapsed / .seconds(1))
    let remaining = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    let words = [
      "\(Words.grouped(done)) of \(Words.grouped(total)) \(noun)", "\(Words.grouped(Int(rate))) a second",
      "\(Words.duration(seconds: remaining)) left",
    ]
    let line = words.joined(separator: ", ")
    Output.write(isTerminal ? "\r\(line)\u{1B}[K" : line + "\n", to: STDERR_FILENO)
  }
}
