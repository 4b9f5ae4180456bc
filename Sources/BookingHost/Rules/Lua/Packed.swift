internal import CLua

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

  package var description: String { file + ":" + String(line) }
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

/// Writes packed values, front to back, into memory of its own.
package final class PackedWriter {
  private var memory: UnsafeMutableRawPointer
  private var capacity: Int
  private(set) var count = 0

  package init(capacity: Int = 256) {
    self.capacity = max(16, capacity)
    memory = .allocate(byteCount: self.capacity, alignment: 8)
  }

  deinit { memory.deallocate() }

  /// What has been written. Good until the next write, and while the writer lives.
  var written: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: memory, count: count) }

  package var bytes: [UInt8] { Array(written) }

  package func none() { byte(CLUA_NIL) }

  package func boolean(_ value: Bool) { byte(value ? CLUA_TRUE : CLUA_FALSE) }

  package func integer(_ value: Int) {
    byte(CLUA_INTEGER)
    append(Int64(value))
  }

  package func number(_ value: Double) {
    byte(CLUA_NUMBER)
    append(value.bitPattern)
  }

  package func text(_ value: String) {
    byte(CLUA_TEXT)
    append(UInt32(value.utf8.count))
    append(value)
  }

  package func text(_ date: CivilDate) {
    let (year, month, day) = date.parts
    byte(CLUA_TEXT)
    append(UInt32(10))
    digits(year / 100)
    digits(year % 100)
    append(UInt8(ascii: "-"))
    digits(month)
    append(UInt8(ascii: "-"))
    digits(day)
  }

  /// A time of day, from minutes after midnight.
  package func time(_ minute: Int) {
    byte(CLUA_TEXT)
    append(UInt32(5))
    digits(minute / 60 % 24)
    append(UInt8(ascii: ":"))
    digits(minute % 60)
  }

  package func list<Element>(_ elements: [Element], _ write: (PackedWriter, Element) -> Void) {
    let header = open(CLUA_LIST)
    for element in elements { write(self, element) }
    close(header, elements.count)
  }

  /// A record whose entries `body` writes and counts.
  package func record(_ body: (inout RecordWriter) -> Void) {
    let header = open(CLUA_RECORD)
    var record = RecordWriter(writer: self)
    body(&record)
    close(header, record.count)
  }

  // MARK: Bytes

  /// The tag of a container, and room for its size and count.
  private func open(_ tag: Int) -> Int {
    byte(tag)
    append(UInt64(0))
    return count - 8
  }

  private func close(_ header: Int, _ elements: Int) {
    let size = UInt32(count - header - 8)
    memory.storeBytes(of: size.littleEndian, toByteOffset: header, as: UInt32.self)
    memory.storeBytes(of: UInt32(elements).littleEndian, toByteOffset: header + 4, as: UInt32.self)
  }

  private func byte(_ tag: Int) { append(UInt8(tag)) }

  private func digits(_ number: Int) {
    append(UInt8(48 + number / 10 % 10))
    append(UInt8(48 + number % 10))
  }

  @inline(__always)
  fileprivate func append<Number: FixedWidthInteger>(_ value: Number) {
    reserve(MemoryLayout<Number>.size)
    memory.storeBytes(of: value.littleEndian, toByteOffset: count, as: Number.self)
    count += MemoryLayout<Number>.size
  }

  fileprivate func append(_ text: String) {
    var text = text
    text.withUTF8 { append(UnsafeRawBufferPointer($0)) }
  }

  fileprivate func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (memory + count).copyMemory(from: start, byteCount: bytes.count)
    count += bytes.count
  }

  @inline(__always)
  private func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: memory, byteCount: count)
    memory.deallocate()
    memory = larger
  }
}

/// Writes the entries of one record.
package struct RecordWriter {
  fileprivate let writer: PackedWriter
  fileprivate var count = 0

  /// An entry whose value `body` writes.
  package mutating func entry(_ key: StaticString, _ body: (PackedWriter) -> Void) {
    count += 1
    writer.append(UInt16(key.utf8CodeUnitCount))
    writer.append(UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
    body(writer)
  }

  /// An entry with a key that is only known at run time.
  package mutating func entry(named key: String, _ body: (PackedWriter) -> Void) {
    count += 1
    writer.append(UInt16(key.utf8.count))
    writer.append(key)
    body(writer)
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
    _ key: StaticString, _ elements: [Element], _ write: (PackedWriter, Element) -> Void
  ) {
    entry(key) { $0.list(elements, write) }
  }
}

extension PackedWriter {
  package func answer(_ answer: Answer) {
    switch answer {
    case .text(let value): text(value)
    case .integer(let value): integer(value)
    case .number(let value): number(value)
    case .boolean(let value): boolean(value)
    }
  }
}
