import Foundation

/// The terminal handing over every key as it is pressed, without showing it.
struct RawMode {
  private var before = termios()

  /// Nil when standard input is no terminal.
  init?() {
    guard tcgetattr(STDIN_FILENO, &before) == 0 else { return nil }
    var raw = before
    // Ctrl-C comes as a key too, so that the terminal is always put back in order.
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
    raw.c_iflag |= tcflag_t(ICRNL)
    // What was typed ahead is kept.
    guard tcsetattr(STDIN_FILENO, TCSADRAIN, &raw) == 0 else { return nil }
  }

  func end() {
    var before = before
    tcsetattr(STDIN_FILENO, TCSADRAIN, &before)
  }
}

/// One key.
enum Key: Equatable {
  case character(Character)
  case enter, backspace, delete, left, right, home, end
  case eraseLine, eraseWord, eraseRest
  case interrupt, endOfInput
  case other
}

/// Keys from the bytes a terminal sends.
struct KeyReader {
  private var pending: [UInt8] = []

  mutating func next() -> Key {
    guard let byte = byte() else { return .endOfInput }
    switch byte {
    case 0x01: return .home
    case 0x02: return .left
    case 0x03: return .interrupt
    case 0x04: return .endOfInput
    case 0x05: return .end
    case 0x06: return .right
    case 0x08, 0x7F: return .backspace
    case 0x0A, 0x0D: return .enter
    case 0x0B: return .eraseRest
    case 0x15: return .eraseLine
    case 0x17: return .eraseWord
    case 0x1B: return escape()
    case 0x09: return .character(" ")
    case ..<0x20: return .other
    default: return character(byte)
    }
  }

  private mutating func byte() -> UInt8? {
    if pending.isEmpty {
      var buffer = [UInt8](repeating: 0, count: 256)
      var count = read(STDIN_FILENO, &buffer, buffer.count)
      while count < 0 && errno == EINTR { count = read(STDIN_FILENO, &buffer, buffer.count) }
      guard count > 0 else { return nil }
      pending = Array(buffer.prefix(count))
    }
    return pending.removeFirst()
  }

  private mutating func character(_ first: UInt8) -> Key {
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var bytes = [first]
    while bytes.count < length, let more = byte() { bytes.append(more) }
    guard let character = String(validating: bytes, as: UTF8.self)?.first else { return .other }
    return .character(character)
  }

  /// Arrows and their like: `ESC [ D`, `ESC O H`, `ESC [ 3 ~`.
  private mutating func escape() -> Key {
    // A lone Escape comes without anything after it.
    guard let introducer = pending.first, introducer == 0x5B || introducer == 0x4F else { return .other }
    pending.removeFirst()
    var parameters = ""
    while let byte = byte() {
      guard (0x40...0x7E).contains(byte) else {
        parameters.unicodeScalars.append(Unicode.Scalar(byte))
        continue
      }
      return KeyReader.key(final: byte, parameters)
    }
    return .endOfInput
  }

  private static func key(final: UInt8, _ parameters: String) -> Key {
    switch (final, parameters) {
    case (0x43, _): .right
    case (0x44, _): .left
    case (0x48, _), (0x7E, "1"), (0x7E, "7"): .home
    case (0x46, _), (0x7E, "4"), (0x7E, "8"): .end
    case (0x7E, "3"): .delete
    default: .other
    }
  }
}
