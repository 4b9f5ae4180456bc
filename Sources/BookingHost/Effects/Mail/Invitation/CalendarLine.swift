/// Lines of an iCalendar file (RFC 5545, 3.1 and 3.3.11).
enum CalendarLine {
  /// A property whose value is text that somebody wrote.
  static func text(_ name: String, _ value: String) -> String { folded("\(name):\(escaped(value))") }

  /// A property whose value is written as it is.
  static func raw(_ name: String, _ value: String) -> String { folded("\(name):\(value)") }

  /// Text with line feeds between its lines as a value.
  static func escaped(_ text: String) -> String {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\" + String(scalar)
      case "\n": value += "\\n"
      case "\t": value += " "
      default:
        if scalar.properties.generalCategory != .control { value.unicodeScalars.append(scalar) }
      }
    }
    return value
  }

  /// A parameter's value: quoted, with what may not be inside left out (RFC 5545, 3.2).
  static func quoted(_ text: String) -> String {
    let scalars = HeaderText.clean(text).unicodeScalars.map { $0 == "\"" ? "'" : $0 }
    return "\"" + String(String.UnicodeScalarView(scalars)) + "\""
  }

  /// In lines of at most 75 octets, none of which ends within a scalar.
  private static func folded(_ line: String) -> String {
    var text = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let length = UTF8.width(scalar)
      if octets + length > 75 {
        text += "\r\n "
        octets = 1
      }
      text.unicodeScalars.append(scalar)
      octets += length
    }
    return text + "\r\n"
  }
}
