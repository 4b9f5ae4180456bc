/// A value as it crosses between host and evaluator; the layout is described in `CLua.h`.
package enum PackedValue: Hashable, Sendable {
  case none
  case boolean(Bool)
  case integer(Int)
  case number(Double)
  case text(String)
  case list([PackedValue])
  case record([PackedEntry])
  case function(RuleFunction)
}

package struct PackedEntry: Hashable, Sendable {
  package var key: String
  package var value: PackedValue
}

/// A function of a loaded rule file, and where it begins.
package struct RuleFunction: Hashable, Sendable {
  package var handle: UInt32
  /// How many arguments it takes; 255 when any number. More need not be packed.
  package var parameters: Int
  package var place: RulePlace
}

/// A line of a file in the rule directory.
package struct RulePlace: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var line: Int

  package var description: String {
    var file = file
    return file.withUTF8 { RulePlace.text(UnsafeRawBufferPointer($0), line) }
  }

  /// `ops.lua:42`. Put together by hand, because every issue and effect has one.
  static func text(_ file: UnsafeRawBufferPointer, _ line: Int) -> String {
    var length = file.count + 2
    var rest = line
    while rest >= 10 {
      length += 1
      rest /= 10
    }
    return String(unsafeUninitializedCapacity: length) { text in
      for index in file.indices { text[index] = file[index] }
      text[file.count] = UInt8(ascii: ":")
      rest = line
      for index in (file.count + 1..<length).reversed() {
        text[index] = UInt8(48 + rest % 10)
        rest /= 10
      }
      return length
    }
  }
}

extension PackedValue {
  /// What a person would call it.
  package var kindName: String {
    switch self {
    case .none: "nil"
    case .boolean: "a boolean"
    case .integer, .number: "a number"
    case .text: "text"
    case .list, .record: "a table"
    case .function: "a function"
    }
  }

  /// The whole number this is; 4.0 is one.
  package var wholeNumber: Int? {
    switch self {
    case .integer(let value): value
    case .number(let value): Int(exactly: value)
    default: nil
    }
  }

  package subscript(key: String) -> PackedValue? {
    guard case .record(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
