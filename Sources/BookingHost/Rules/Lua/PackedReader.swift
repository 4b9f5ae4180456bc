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
