/// How many columns of a terminal text takes: two for wide characters and emoji, none for marks that sit on
/// others, and none for colour codes.
enum DisplayWidth {
  static func of(_ text: String) -> Int {
    var width = 0
    var isInCode = false
    for character in text {
      if character == "\u{1B}" {
        isInCode = true
      } else if isInCode {
        isInCode = character != "m"
      } else {
        width += of(character)
      }
    }
    return width
  }

  static func of(_ character: Character) -> Int {
    guard let first = character.unicodeScalars.first else { return 0 }
    if character.unicodeScalars.contains(where: isWide) { return 2 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: return 0
    default: return 1
    }
  }

  /// The text, filled up to a width with spaces.
  static func pad(_ text: String, to width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(0, width - of(text)))
    return right ? space + text : text + space
  }

  /// As much of the text as fits, with an ellipsis where something is missing. Not for text with colours.
  static func cut(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    for character in text where of(kept) + of(character) < width { kept.append(character) }
    return kept + "…"
  }

  /// The text in lines that fit, broken between words. A word that is too long stays whole.
  static func wrap(_ text: String, to width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line -> [String] in
      guard of(String(line)) > width else { return [String(line)] }
      var lines: [String] = []
      for word in line.split(separator: " ") {
        if let last = lines.last, of(last) + 1 + of(String(word)) <= width {
          lines[lines.count - 1] = last + " " + word
        } else {
          lines.append(String(word))
        }
      }
      return lines
    }
  }

  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isEmojiPresentation || scalar == "\u{FE0F}" { return true }
    return wide.contains { $0.contains(scalar.value) }
  }

  /// East Asian Wide and Fullwidth (Unicode Standard Annex #11), in large strokes.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
    0x20000...0x3FFFD,
  ]
}

/// Text that came from somewhere else, made safe to print: nothing in it moves the cursor, colours the
/// screen or turns the reading direction round.
enum Plain {
  static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map { isUnsafe($0) ? "\u{FFFD}" : $0 }))
  }

  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A: false
    case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
    default: scalar.properties.generalCategory == .control
    }
  }
}
