/// The first thing that keeps a text from being Lua.
package struct LuaSyntaxError: Error, Sendable {
  // By reference: the parser's functions keep room for one in every frame, and there are hundreds of frames.
  private let mistake: Mistake

  private final class Mistake: Sendable {
    let message: String
    let range: SourceRange
    let suggestion: String?

    init(message: String, range: SourceRange, suggestion: String?) {
      self.message = message
      self.range = range
      self.suggestion = suggestion
    }
  }

  init(_ message: String, at range: SourceRange, suggestion: String? = nil) {
    mistake = Mistake(message: message, range: range, suggestion: suggestion)
  }

  /// What is wrong, in a sentence without the place.
  package var message: String { mistake.message }
  package var range: SourceRange { mistake.range }
  /// What to write instead, where that can be told.
  package var suggestion: String? { mistake.suggestion }

  package var position: SourcePosition { range.start }
}

extension LuaSyntaxError: CustomStringConvertible {
  /// `12:5: message`.
  package var description: String { "\(position): \(message)" }
}
