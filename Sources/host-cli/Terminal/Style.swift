import Foundation

/// Colours and weights, where somebody sees them: on a terminal, unless NO_COLOR asks for none.
struct Style {
  let isOn: Bool

  static let standardOutput = Style(isOn: isWanted(STDOUT_FILENO))
  static let standardError = Style(isOn: isWanted(STDERR_FILENO))

  func bold(_ text: String) -> String { wrap(text, "1") }
  func dim(_ text: String) -> String { wrap(text, "2") }
  func red(_ text: String) -> String { wrap(text, "31") }
  func green(_ text: String) -> String { wrap(text, "32") }
  func yellow(_ text: String) -> String { wrap(text, "33") }
  func cyan(_ text: String) -> String { wrap(text, "36") }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  private static func isWanted(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1 && CommonOptions.environment("NO_COLOR") == nil && !Terminal.isDumb
  }
}
