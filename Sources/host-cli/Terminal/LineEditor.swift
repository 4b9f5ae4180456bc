import Foundation

/// Asks for one line on a terminal, with the keys people expect, and a suggestion in grey until they type.
final class LineEditor {
  enum Line: Equatable {
    case text(String)
    /// Ctrl-D on an empty line, or the terminal is gone.
    case endOfInput
    /// Ctrl-C.
    case interrupted
  }

  private var keys = KeyReader()
  private let style: Style
  private var prompt = ""
  /// How many rows below the prompt's the cursor stands.
  private var row = 0

  init(style: Style = .standardOutput) {
    self.style = style
  }

  /// Reads a line that may begin with text to be put right. The cursor stays on it: `finish` writes what is
  /// to stand there.
  func read(prompt: String, suggestion: String = "", initial: String = "") -> Line {
    self.prompt = prompt
    row = 0
    guard !Terminal.isDumb, let raw = RawMode() else { return readPlainly(suggestion) }
    defer { raw.end() }
    var buffer = LineBuffer(initial)
    while true {
      draw(buffer, suggestion)
      switch keys.next() {
      case .enter: return .text(buffer.text)
      case .interrupt: return .interrupted
      case .endOfInput: if buffer.characters.isEmpty { return .endOfInput }
      case let key: buffer.take(key)
      }
    }
  }

  /// Replaces the line by the prompt and what came of it.
  func finish(showing text: String) {
    guard !Terminal.isDumb else { return }
    Output.write(home + prompt + text + "\n", to: STDOUT_FILENO)
    row = 0
  }

  /// Reads a line that nobody is to see, prompting on standard error.
  func readHidden(prompt: String) -> Line {
    Output.write(prompt, to: STDERR_FILENO)
    guard let raw = RawMode() else { return .endOfInput }
    defer {
      raw.end()
      Output.write("\n", to: STDERR_FILENO)
    }
    var buffer = LineBuffer()
    while true {
      switch keys.next() {
      case .enter: return .text(buffer.text)
      case .interrupt: return .interrupted
      case .endOfInput: return .endOfInput
      case let key: buffer.take(key)
      }
    }
  }

  private func readPlainly(_ suggestion: String) -> Line {
    let offer = suggestion.isEmpty ? "" : "[\(suggestion)] "
    Output.write(prompt + offer, to: STDOUT_FILENO)
    return readLine().map { .text($0) } ?? .endOfInput
  }

  /// Back to where the prompt begins, everything after it erased.
  private var home: String {
    (row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J"
  }

  private func draw(_ buffer: LineBuffer, _ suggestion: String) {
    let columns = Terminal.width
    let start = DisplayWidth.of(prompt)
    let end = start + DisplayWidth.of(buffer.text)
    let cursor = start + DisplayWidth.of(buffer.beforeCursor)
    var output = home + prompt
    if buffer.characters.isEmpty {
      let room = max(0, columns - start - 1)
      output += style.dim(DisplayWidth.cut(suggestion, to: room))
    } else {
      output += buffer.text
      // At the very edge a terminal wraps only with the next character.
      if end % columns == 0 { output += "\r\n" }
    }
    let up = buffer.characters.isEmpty ? 0 : end / columns - cursor / columns
    output += (up > 0 ? "\u{1B}[\(up)A" : "") + "\r"
    if cursor % columns > 0 { output += "\u{1B}[\(cursor % columns)C" }
    row = cursor / columns
    Output.write(output, to: STDOUT_FILENO)
  }
}
