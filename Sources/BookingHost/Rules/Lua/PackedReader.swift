internal import CLua

/// Reads packed values, front to back. Malformed bytes throw; they never trap or read out of bounds.
package struct PackedReader {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  package struct Malformed: Error {}

  package init(_ bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
  }

  package var isAtEnd: Bool { position == bytes.count }

  package mutating func value() throws -> PackedValue {
    switch Int(try byte()) {
    case CLUA_NIL: return .none
    case CLUA_FALSE: return .boolean(false)
    case CLUA_TRUE: return .boolean(true)
    case CLUA_INTEGER: return .integer(Int(Int64(bitPattern: try unsigned())))
    case CLUA_NUMBER: return .number(Double(bitPattern: try unsigned()))
    case CLUA_TEXT: return .text(try string(length: Int(try unsigned() as UInt32)))
    case CLUA_LIST: return .list(try elements())
    case CLUA_RECORD: return .record(try entries())
    case CLUA_FUNCTION: return .function(try function())
    default: throw Malformed()
    }
  }

  /// A record's number of entries; each is then read by `key` and `value`.
  package mutating func recordCount() throws -> Int {
    guard Int(try byte()) == CLUA_RECORD else { throw Malformed() }
    return try header()
  }

  /// A list's number of elements; each is then read by `value`.
  package mutating func listCount() throws -> Int {
    guard Int(try byte()) == CLUA_LIST else { throw Malformed() }
    return try header()
  }

  package mutating func key() throws -> String {
    try string(length: Int(try unsigned() as UInt16))
  }

  package mutating func unsigned<Number: FixedWidthInteger & UnsignedInteger>() throws -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.count - position >= size else { throw Malformed() }
    defer { position += size }
    return Number(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: Number.self))
  }

  package mutating func string(length: Int) throws -> String {
    String(decoding: try bytes(length: length), as: UTF8.self)
  }

  /// The next bytes, as long as what is read from is there.
  mutating func bytes(length: Int) throws -> UnsafeRawBufferPointer {
    guard bytes.count - position >= length else { throw Malformed() }
    defer { position += length }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
  }

  /// Hands each entry of a record to `body`, which reads its value. A record that should be empty may be
  /// written as an empty list: there is no telling them apart.
  package mutating func entries(_ body: (PackedKey, inout PackedReader) throws -> Void) throws {
    let tag = Int(try byte())
    let count = try header()
    guard tag == CLUA_RECORD || (tag == CLUA_LIST && count == 0) else { throw Malformed() }
    for _ in 0..<count {
      let length = Int(try unsigned() as UInt16)
      let key = PackedKey(bytes: try slice(length))
      let before = position
      try body(key, &self)
      // A key that nobody knows is passed over.
      if position == before { try skip() }
    }
  }

  /// Calls `body` for each element of a list, which it reads.
  package mutating func elements(_ body: (inout PackedReader) throws -> Void) throws {
    let tag = Int(try byte())
    let count = try header()
    guard tag == CLUA_LIST || (tag == CLUA_RECORD && count == 0) else { throw Malformed() }
    for _ in 0..<count { try body(&self) }
  }

  /// Text; nil for nil.
  package mutating func text() throws -> String? {
    switch Int(try byte()) {
    case CLUA_NIL: return nil
    case CLUA_TEXT: return try string(length: Int(try unsigned() as UInt32))
    default: throw Malformed()
    }
  }

  /// A whole number, 4.0 included; nil for nil.
  package mutating func wholeNumber() throws -> Int? {
    switch Int(try byte()) {
    case CLUA_NIL: return nil
    case CLUA_INTEGER: return Int(Int64(bitPattern: try unsigned()))
    case CLUA_NUMBER:
      guard let whole = Int(exactly: Double(bitPattern: try unsigned())) else { throw Malformed() }
      return whole
    default: throw Malformed()
    }
  }

  package mutating func boolean() throws -> Bool {
    switch Int(try byte()) {
    case CLUA_NIL, CLUA_FALSE: return false
    case CLUA_TRUE: return true
    default: throw Malformed()
    }
  }

  /// Passes over a value without reading it.
  package mutating func skip() throws {
    switch Int(try byte()) {
    case CLUA_NIL, CLUA_FALSE, CLUA_TRUE: break
    case CLUA_INTEGER, CLUA_NUMBER: _ = try slice(8)
    case CLUA_TEXT: _ = try slice(Int(try unsigned() as UInt32))
    case CLUA_LIST, CLUA_RECORD:
      let size: UInt32 = try unsigned()
      _ = try slice(4 + Int(size))
    default: throw Malformed()
    }
  }

  private mutating func slice(_ length: Int) throws -> UnsafeRawBufferPointer {
    guard bytes.count - position >= length else { throw Malformed() }
    defer { position += length }
    return UnsafeRawBufferPointer(rebasing: bytes[position..<position + length])
  }

  private mutating func byte() throws -> UInt8 { try unsigned() }

  private mutating func header() throws -> Int {
    let size: UInt32 = try unsigned()
    let count: UInt32 = try unsigned()
    guard Int(size) <= bytes.count - position, count <= size else { throw Malformed() }
    return Int(count)
  }

  private mutating func elements() throws -> [PackedValue] {
    let count = try header()
    var elements: [PackedValue] = []
    elements.reserveCapacity(count)
    for _ in 0..<count { elements.append(try value()) }
    return elements
  }

  private mutating func entries() throws -> [PackedEntry] {
    let count = try header()
    var entries: [PackedEntry] = []
    entries.reserveCapacity(count)
    for _ in 0..<count { entries.append(PackedEntry(key: try key(), value: try value())) }
    return entries
  }

  private mutating func function() throws -> RuleFunction {
    let handle: UInt32 = try unsigned()
    let line: UInt32 = try unsigned()
    let parameters: UInt32 = try unsigned()
    let file = try string(length: Int(try unsigned() as UInt16))
    return RuleFunction(
      handle: handle, parameters: Int(parameters), place: RulePlace(file: file, line: Int(line)))
  }
}

/// A record's key while its bytes are there. Compared without being made into a string.
package struct PackedKey {
  fileprivate let bytes: UnsafeRawBufferPointer

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  @inline(__always)
  package static func ~= (name: StaticString, key: PackedKey) -> Bool {
    let count = name.utf8CodeUnitCount
    guard count == key.bytes.count else { return false }
    // From the end: keys of one record are more often alike at the beginning.
    for index in (0..<count).reversed() where name.utf8Start[index] != key.bytes[index] { return false }
    return true
  }
}
