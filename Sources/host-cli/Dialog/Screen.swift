import BookingHost

/// The conversation's side of the terminal: labels in one column, what is said beside them.
final class Screen {
  let style: Style
  private let editor: LineEditor
  /// The column that labels stand in.
  private(set) var labelWidth = 12

  init(style: Style = .standardOutput) {
    self.style = style
    editor = LineEditor(style: style)
  }

  /// Makes room for the longest of some labels.
  func fit(_ labels: [String]) {
    labelWidth = min(28, labels.map { DisplayWidth.of($0) + 2 }.reduce(labelWidth, max))
  }

  func say(_ text: String = "") { Output(.text).line(text) }

  /// A remark, under the answers.
  func remark(_ text: String) { say(text, "", style.dim) }

  /// Choices, as many to a line as fit.
  func offer(_ title: String, _ choices: [String]) {
    var line = "    " + title
    for choice in choices {
      if DisplayWidth.of(line) + 3 + DisplayWidth.of(choice) > max(40, Terminal.width) {
        say(line)
        line = "     "
      }
      line += "   " + style.bold(choice)
    }
    say(line)
  }

  func mistake(_ text: String) { say(Plain.text(text), "✗ ", style.red) }

  /// What is wrong with text that was given before.
  func mistake(_ message: String, in text: String) {
    mistake(text.isEmpty ? message : "\(DisplayWidth.cut(text, to: 30)): \(message)")
  }

  func warning(_ text: String) { say(Plain.text(text), "! ", style.yellow) }

  private func say(_ text: String, _ mark: String, _ colour: (String) -> String) {
    let margin = labelWidth + 4
    let lines = DisplayWidth.wrap(text, to: max(20, Terminal.width - margin - mark.count))
    for (index, line) in lines.enumerated() {
      let before = index == 0 ? mark : String(repeating: " ", count: mark.count)
      say(String(repeating: " ", count: margin) + colour(before + line))
    }
  }

  /// Asks without showing what is typed; nil when nothing is. Throws when the person leaves.
  func askHidden(_ label: String) throws -> String? {
    let name = DisplayWidth.pad(DisplayWidth.cut(label, to: labelWidth), to: labelWidth)
    switch editor.readHidden(prompt: "  \(style.bold(name))\(style.cyan("›")) ") {
    case .text(let text): return text.isEmpty ? nil : text
    case .endOfInput: throw Failure.told(.refused)
    case .interrupted: throw Failure.told(.interrupted)
    }
  }

  /// Asks, perhaps with text to be put right; throws when the person leaves. `finish` must follow.
  func ask(_ label: String, suggestion: String = "", initial: String = "") throws -> Reply {
    let name = DisplayWidth.pad(DisplayWidth.cut(label, to: labelWidth), to: labelWidth)
    let prompt = "  \(style.bold(name))\(style.cyan("›")) "
    switch editor.read(prompt: prompt, suggestion: suggestion, initial: initial) {
    case .interrupted: throw leave(.interrupted)
    case .endOfInput: throw leave(.refused)
    case .text(let line):
      let reply = Reply(line)
      if reply == .quit { throw leave(.refused) }
      return reply
    }
  }

  /// What is to stand where was asked.
  func finish(_ shown: String) { editor.finish(showing: Plain.text(shown)) }

  /// Leaves without a booking: said, and told to whoever waits for the exit code.
  private func leave(_ status: ExitStatus) -> Failure {
    editor.finish(showing: "")
    say(style.dim("  Nothing was booked."))
    return .told(status)
  }
}
