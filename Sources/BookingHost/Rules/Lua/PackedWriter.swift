internal import CLua

/// Writes packed values, front to back, into memory of its own.
///
/// What a rule is handed is written anew for every decision, so the small methods are inlined: a key's length
/// and the size of a number are then known where they are written.
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

  /// Forgets what was written; its memory is used again, unless it has become large.
  func restart() {
    count = 0
    guard capacity > PackedWriter.mostKept else { return }
    capacity = PackedWriter.mostKept
    memory.deallocate()
    memory = .allocate(byteCount: capacity, alignment: 8)
  }

  private static let mostKept = 64 * 1024

  package func none() { append(tag: CLUA_NIL) }

  package func boolean(_ value: Bool) { append(tag: value ? CLUA_TRUE : CLUA_FALSE) }

  @inline(__always)
  package func integer(_ value: Int) { append(CLUA_INTEGER, Int64(value)) }

  package func number(_ value: Double) { append(CLUA_NUMBER, value.bitPattern) }

  package func text(_ value: String) {
    guard value.utf8.withContiguousStorageIfAvailable({ append(text: $0) }) == nil else { return }
    var contiguous = value
    contiguous.withUTF8 { append(text: $0) }
  }

  @inline(__always)
  private func append(text utf8: UnsafeBufferPointer<UInt8>) {
    let at = room(5 + utf8.count)
    at.storeBytes(of: UInt8(CLUA_TEXT), as: UInt8.self)
    at.storeBytes(of: UInt32(utf8.count).littleEndian, toByteOffset: 1, as: UInt32.self)
    if let start = utf8.baseAddress { (at + 5).copyMemory(from: start, byteCount: utf8.count) }
  }

  package func text(_ date: CivilDate) {
    let (year, month, day) = date.parts
    append(CLUA_TEXT, UInt32(10))
    let at = room(10)
    store(digits: year / 100, at)
    store(digits: year, at + 2)
    at.storeBytes(of: UInt8(ascii: "-"), toByteOffset: 4, as: UInt8.self)
    store(digits: month, at + 5)
    at.storeBytes(of: UInt8(ascii: "-"), toByteOffset: 7, as: UInt8.self)
    store(digits: day, at + 8)
  }

  /// A time of day, from minutes after midnight.
  package func time(_ minute: Int) {
    append(CLUA_TEXT, UInt32(5))
    let at = room(5)
    store(digits: minute / 60 % 24, at)
    at.storeBytes(of: UInt8(ascii: ":"), toByteOffset: 2, as: UInt8.self)
    store(digits: minute % 60, at + 3)
  }

  @inline(__always)
  package func list<Element>(_ elements: [Element], _ write: (PackedWriter, Element) -> Void) {
    let header = open(CLUA_LIST)
    for element in elements { write(self, element) }
    close(header, elements.count)
  }

  /// A record whose entries `body` writes and counts.
  @inline(__always)
  package func record(_ body: (inout RecordWriter) -> Void) {
    let header = open(CLUA_RECORD)
    var record = RecordWriter(writer: self)
    body(&record)
    close(header, record.count)
  }

  // MARK: Bytes

  /// The tag of a container, and room for its size and count.
  @inline(__always)
  private func open(_ tag: Int) -> Int {
    append(tag, UInt64(0))
    return count - 8
  }

  @inline(__always)
  private func close(_ header: Int, _ elements: Int) {
    let size = UInt32(count - header - 8)
    memory.storeBytes(of: size.littleEndian, toByteOffset: header, as: UInt32.self)
    memory.storeBytes(of: UInt32(elements).littleEndian, toByteOffset: header + 4, as: UInt32.self)
  }

  /// The last two digits of a number.
  @inline(__always)
  private func store(digits number: Int, _ at: UnsafeMutableRawPointer) {
    at.storeBytes(of: UInt8(48 + number / 10 % 10), as: UInt8.self)
    at.storeBytes(of: UInt8(48 + number % 10), toByteOffset: 1, as: UInt8.self)
  }

  @inline(__always)
  private func append(tag: Int) {
    room(1).storeBytes(of: UInt8(tag), as: UInt8.self)
  }

  /// A tag and the number that follows it.
  @inline(__always)
  private func append<Number: FixedWidthInteger>(_ tag: Int, _ value: Number) {
    let at = room(1 + MemoryLayout<Number>.size)
    at.storeBytes(of: UInt8(tag), as: UInt8.self)
    at.storeBytes(of: value.littleEndian, toByteOffset: 1, as: Number.self)
  }

  /// Writes a key, and gives where its value begins that takes so many bytes.
  @inline(__always)
  fileprivate func room(after key: UnsafeRawBufferPointer, _ size: Int) -> UnsafeMutableRawPointer {
    let at = room(2 + key.count + size)
    at.storeBytes(of: UInt16(key.count).littleEndian, as: UInt16.self)
    if let start = key.baseAddress { (at + 2).copyMemory(from: start, byteCount: key.count) }
    return at + 2 + key.count
  }

  private func append(_ bytes: UnsafeRawBufferPointer) {
    guard let start = bytes.baseAddress else { return }
    room(bytes.count).copyMemory(from: start, byteCount: bytes.count)
  }

  /// Makes the written bytes longer, and gives where the new ones begin.
  @inline(__always)
  private func room(_ more: Int) -> UnsafeMutableRawPointer {
    if count + more > capacity { grow(more) }
    let at = memory + count
    count += more
    return at
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
  @inline(__always)
  package mutating func entry(_ key: StaticString, _ body: (PackedWriter) -> Void) {
    _ = room(key, 0)
    body(writer)
  }

  /// The key of another entry, and where its value begins that takes so many bytes.
  @inline(__always)
  private mutating func room(_ key: StaticString, _ size: Int) -> UnsafeMutableRawPointer {
    count += 1
    return writer.room(
      after: UnsafeRawBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount), size)
  }

  /// An entry with a key that is only known at run time.
  package mutating func entry(named key: String, _ body: (PackedWriter) -> Void) {
    count += 1
    var key = key
    key.withUTF8 { _ = writer.room(after: UnsafeRawBufferPointer($0), 0) }
    body(writer)
  }

  @inline(__always)
  package mutating func text(_ key: StaticString, _ value: String?) {
    if let value { entry(key) { $0.text(value) } }
  }

  @inline(__always)
  package mutating func integer(_ key: StaticString, _ value: Int?) {
    guard let value else { return }
    let at = room(key, 9)
    at.storeBytes(of: UInt8(CLUA_INTEGER), as: UInt8.self)
    at.storeBytes(of: Int64(value).littleEndian, toByteOffset: 1, as: Int64.self)
  }

  @inline(__always)
  package mutating func boolean(_ key: StaticString, _ value: Bool?) {
    guard let value else { return }
    room(key, 1).storeBytes(of: UInt8(value ? CLUA_TRUE : CLUA_FALSE), as: UInt8.self)
  }

  @inline(__always)
  package mutating func record(_ key: StaticString, _ body: (inout RecordWriter) -> Void) {
    entry(key) { $0.record(body) }
  }

  @inline(__always)
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
