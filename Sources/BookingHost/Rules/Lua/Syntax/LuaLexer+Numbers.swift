// Numerals: what liblua takes for one, and its value.
extension LuaLexer {
  mutating func numeral(_ start: SourcePosition) throws(LuaSyntaxError) -> LuaToken {
    let first = offset
    consumeNumeral()
    let digits = bytes[first..<offset]
    guard let value = LuaNumeral(digits).value else {
      throw LuaSyntaxError("`\(text(from: first))` is not a number", at: range(from: start))
    }
    let kind: LuaToken.Kind = if case .integer = value { .integer } else { .number }
    return LuaToken(kind: kind, value: value, range: range(from: start))
  }

  /// Everything that clings to a number is part of it, and is then found wrong or right as a whole.
  private mutating func consumeNumeral() {
    if current == .dot { advance() }
    let isZero = current == 0x30
    advance()
    var exponent = 0x65
    if isZero, current | 0x20 == 0x78 {
      exponent = 0x70
      advance()
    }
    while true {
      if current >= 0, current | 0x20 == exponent {
        advance()
        if current == 0x2B || current == .hyphen { advance() }
      } else if current.hexadecimalDigit != nil || current == .dot {
        advance()
      } else {
        break
      }
    }
    if current.isNameByte { advance() }
  }
}

/// Reads the text of a numeral.
private struct LuaNumeral {
  private let text: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    self.text = text
  }

  /// An integer or a float; nil when it is neither.
  var value: LuaToken.Value? {
    let isHexadecimal = text.count > 1 && text.first == 0x30 && text[text.startIndex + 1] | 0x20 == 0x78
    if let integer = isHexadecimal ? hexadecimalInteger : decimalInteger { return .integer(integer) }
    return float(isHexadecimal: isHexadecimal).map { .number($0) }
  }

  /// Wraps around, as liblua's do.
  private var hexadecimalInteger: Int? {
    var value: UInt = 0
    guard text.count > 2 else { return nil }
    for byte in text.dropFirst(2) {
      guard let digit = Int(byte).hexadecimalDigit else { return nil }
      value = value &* 16 &+ UInt(digit)
    }
    return Int(bitPattern: value)
  }

  /// Nil too when it does not fit: then it is a float.
  private var decimalInteger: Int? {
    var value = 0
    for byte in text {
      guard Int(byte).isDigit else { return nil }
      let (tenfold, tooLarge) = value.multipliedReportingOverflow(by: 10)
      let (sum, stillTooLarge) = tenfold.addingReportingOverflow(Int(byte) - 0x30)
      if tooLarge || stillTooLarge { return nil }
      value = sum
    }
    return value
  }

  /// Digits with at most one dot, and an exponent; put into the one form that Swift reads.
  private func float(isHexadecimal: Bool) -> Double? {
    var rest = isHexadecimal ? text.dropFirst(2) : text
    let mark: UInt8 = isHexadecimal ? 0x70 : 0x65
    var digits: [UInt8] = []
    var scale = 0
    var isPastDot = false
    while let byte = rest.first, byte | 0x20 != mark {
      rest.removeFirst()
      if byte == 0x2E, !isPastDot {
        isPastDot = true
      } else if isHexadecimal ? Int(byte).hexadecimalDigit != nil : Int(byte).isDigit {
        digits.append(byte)
        if isPastDot { scale -= isHexadecimal ? 4 : 1 }
      } else {
        return nil
      }
    }
    guard !digits.isEmpty, let exponent = exponent(rest) else { return nil }
    let mantissa = String(decoding: digits, as: UTF8.self)
    return Double((isHexadecimal ? "0x\(mantissa)p" : "\(mantissa)e") + String(exponent + scale))
  }

  /// The exponent with its mark; 0 when there is none. What is beyond every float stays beyond.
  private func exponent(_ text: ArraySlice<UInt8>) -> Int? {
    var rest = text.dropFirst()
    guard !text.isEmpty else { return 0 }
    let isNegative = rest.first == 0x2D
    if isNegative || rest.first == 0x2B { rest.removeFirst() }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      guard Int(byte).isDigit else { return nil }
      value = min(value * 10 + Int(byte) - 0x30, 100_000_000)
    }
    return isNegative ? -value : value
  }
}
