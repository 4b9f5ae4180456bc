internal import CLua

/// A value as it crosses between host and evaluator; the layout is described in `CLua.h`.
package indirect enum PackedValue: Hashable, Sendable {
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
  package var place: RulePlace
}

/// A line of a file in the rule directory.
package struct RulePlace: Hashable, Sendable, CustomStringConvertible {
  package var file: String
  package var line: Int

  package var description: String { "\(file):\(line)" }
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

/// Writes packed values, front to back.
package struct PackedWriter {
  package fileprivate(set) var bytes: [UInt8] = []

  package init(capacity: Int = 256) {
    bytes.reserveCapacity(capacity)
  }

  package mutating func none() { bytes.append(UInt8(CLUA_NIL)) }

  package mutating func boolean(_ value: Bool) { bytes.append(UInt8(value ? CLUA_TRUE : CLUA_FALSE)) }

  package mutating func integer(_ value: Int) {
    bytes.append(UInt8(CLUA_INTEGER))
    append(UInt64(bitPattern: Int64(value)))
  }

  package mutating func number(_ value: Double) {
    bytes.append(UInt8(CLUA_NUMBER))
    append(value.bitPattern)
  }

  package mutating func text(_ value: String) {
    bytes.append(UInt8(CLUA_TEXT))
    append(UInt32(value.utf8.count))
    bytes.append(contentsOf: value.utf8)
  }

  package mutating func list<Element>(_ elements: [Element], _ write: (inout PackedWriter, Element) -> Void) {
    container(tag: CLUA_LIST, count: elements.count) { writer in
      for element in elements { write(&writer, element) }
    }
  }

  /// A record whose entries `body` writes and counts.
  package mutating func record(_ body: (inout RecordWriter) -> Void) {
    bytes.append(UInt8(CLUA_RECORD))
    let header = bytes.count
    append(UInt64(0))
    var record = RecordWriter(writer: PackedWriter())
    swap(&record.writer.bytes, &bytes)
    body(&record)
    swap(&record.writer.bytes, &bytes)
    patch(header, size: bytes.count - header - 8, count: record.count)
  }

  private mutating func container(tag: Int, count: Int, _ body: (inout PackedWriter) -> Void) {
    bytes.append(UInt8(tag))
    let header = bytes.count
    append(UInt64(0))
    body(&self)
    patch(header, size: bytes.count - header - 8, count: count)
  }

  private mutating func patch(_ at: Int, size: Int, count: Int) {
    for shift in 0..<4 {
      bytes[at + shift] = UInt8(truncatingIfNeeded: size >> (8 * shift))
      bytes[at + 4 + shift] = UInt8(truncatingIfNeeded: count >> (8 * shift))
    }
  }

  fileprivate mutating func append<Number: FixedWidthInteger>(_ value: Number) {
    withUnsafeBytes(of: value.littleEndian) { bytes.append(contentsOf: $0) }
  }
}

/// Writes the entries of one record.
package struct RecordWriter {
  fileprivate var writer: PackedWriter
  fileprivate var count = 0

  /// An entry whose value `body` writes.
  package mutating func entry(_ key: StaticString, _ body: (inout PackedWriter) -> Void) {
    count += 1
    writer.append(UInt16(key.utf8CodeUnitCount))
    key.withUTF8Buffer { writer.bytes.append(contentsOf: $0) }
    body(&writer)
  }

  /// An entry with a key that is only known at run time.
  package mutating func entry(named key: String, _ body: (inout PackedWriter) -> Void) {
    count += 1
    writer.append(UInt16(key.utf8.count))
    writer.bytes.append(contentsOf: key.utf8)
    body(&writer)
  }

  package mutating func text(_ key: StaticString, _ value: String?) {
    if let value { entry(key) { $0.text(value) } }
  }

  package mutating func integer(_ key: StaticString, _ value: Int?) {
    if let value { entry(key) { $0.integer(value) } }
  }

  package mutating func boolean(_ key: StaticString, _ value: Bool?) {
    if let value { entry(key) { $0.boolean(value) } }
  }

  package mutating func record(_ key: StaticString, _ body: (inout RecordWriter) -> Void) {
    entry(key) { $0.record(body) }
  }

  package mutating func list<Element>(
    _ key: StaticString, _ elements: [Element], _ write: (inout PackedWriter, Element) -> Void
  ) {
    entry(key) { $0.list(elements, write) }
  }
}

extension PackedWriter {
  package mutating func answer(_ answer: Answer) {
    switch answer {
    case .text(let value): text(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .boolean(let value): boolean(value)
    }
  }
}
