internal import CLua

/// One loaded Lua program: a file and what it requires, with the functions it returned.
///
/// Used by one thread at a time; `EvaluatorPool` sees to that. Knows nothing of bookings: what a program
/// can record, and the levels that `at_least` compares, are named by whoever creates it.
final class Evaluator {
  /// What the program returned when it was loaded.
  let definition: PackedValue
  let handle: OpaquePointer
  /// Where calls are noted while a decision is traced.
  var journal: CallJournal?
  /// Where the time of calls is added up while decisions are measured.
  var times: CallTimes?
  /// Arguments by number, kept from call to call and written into the same memory by every decision.
  private let writers = (0..<Int(CLUA_MAX_ARGUMENTS)).map { _ in PackedWriter(capacity: 1024) }
  private let written = UnsafeMutablePointer<clua_argument>.allocate(capacity: Int(CLUA_MAX_ARGUMENTS))

  /// What a program may say to its host.
  struct Interface: Sendable {
    struct Recorder: Sendable {
      var name: String
      var group: UInt32
      /// Where it may be called, for the error: "check".
      var allowed: String
    }
    var recorders: [Recorder]
    var levels: [String]
    /// For a program that describes data: the name of a constant that stands for nothing, and is nil here.
    /// Its tables may then mix names and positions, which are the names "1", "2" and so on.
    var absent: String?
  }

  /// Loads `entry` from `sources`, text by path. Every source is compiled and run, needed or not, so that
  /// a broken one is found now. A program that was instrumented says how many `probes` it has.
  init(
    entry: String, sources: [String: String], interface: Interface, limits: RuleLimits, probes: Int = 0
  ) throws(RuleError) {
    handle = try Evaluator.create(interface, limits)
    written.initialize(repeating: clua_argument(), count: writers.count)
    do {
      if probes > 0 { try Evaluator.check(clua_set_probes(handle, UInt32(probes)), handle) }
      try Evaluator.load(handle, entry: entry, sources: sources)
      definition = try Evaluator.result(of: handle)
    } catch {
      clua_destroy(handle)
      written.deallocate()
      throw error
    }
  }

  deinit {
    clua_destroy(handle)
    written.deallocate()
  }

  /// Starts a decision: nothing of an earlier one remains.
  func begin(level: Int) throws(RuleError) {
    try Evaluator.check(clua_begin(handle, level), handle)
  }

  /// Writes the argument of a number, for calls to come.
  func write(argument number: Int, _ body: (PackedWriter) -> Void) {
    let writer = writers[number]
    writer.restart()
    body(writer)
    written[number] = Evaluator.argument(writer)
  }

  /// Calls a function with some of the arguments that were written. What it returns is not looked at.
  func call(_ function: RuleFunction, arguments: Range<Int>, groups: UInt32) throws(RuleError) {
    try run(function, written + arguments.lowerBound, arguments.count, groups, 0)
  }

  /// The same for a function that returns a value, or two; what it does not return is nil.
  func ask(
    _ function: RuleFunction, arguments: Range<Int>, results: Int = 1
  ) throws(RuleError) -> (PackedValue, PackedValue) {
    try run(function, written + arguments.lowerBound, arguments.count, 0, results)
    let packed = clua_result(handle)
    var reader = PackedReader(UnsafeRawBufferPointer(start: packed.bytes, count: packed.length))
    do {
      let count = try reader.listCount()
      let first = count > 0 ? try reader.value() : .none
      return (first, count > 1 ? try reader.value() : .none)
    } catch {
      throw Evaluator.malformed
    }
  }

  /// Calls a function with packed arguments and returns what it returned, at most `results` values.
  func call(
    _ function: RuleFunction, _ arguments: [PackedWriter], groups: UInt32 = 0, results: Int = 1
  ) throws(RuleError) -> [PackedValue] {
    let packed = arguments.map { Evaluator.argument($0) }
    defer { withExtendedLifetime(arguments) {} }
    try run(function, packed, packed.count, groups, results)
    guard results > 0, case .list(let values) = try Evaluator.result(of: handle) else { return [] }
    return values
  }

  private func run(
    _ function: RuleFunction, _ arguments: UnsafePointer<clua_argument>, _ count: Int, _ groups: UInt32,
    _ results: Int
  ) throws(RuleError) {
    let began = times?.now()
    let status = clua_call(handle, function.handle, arguments, count, groups, results)
    if let began { times?.note(function, since: began) }
    journal?.note(function, self)
    try Evaluator.check(status, handle, fallback: function.place.description)
  }

  /// One call that a program made to a recorder.
  struct Record {
    var recorder: Int
    var place: RulePlace
    var arguments: [PackedValue]
  }

  /// What has been recorded since `begin`, in order.
  func records() throws(RuleError) -> [Record] {
    var records: [Record] = []
    try forEachRecord { call throws(RuleError) in
      var arguments: [PackedValue] = []
      while call.argumentsLeft > 0 { arguments.append(try call.nextArgument()) }
      records.append(Record(recorder: call.recorder, place: call.place, arguments: arguments))
    }
    return records
  }

  /// A record that is being read: its arguments from left to right, while nothing else is asked of the evaluator.
  struct RecordReader {
    let recorder: Int
    private let file: UnsafeRawBufferPointer
    private let line: Int
    private(set) var argumentsLeft: Int
    fileprivate var reader: PackedReader

    fileprivate init(_ all: PackedReader) throws {
      reader = all
      recorder = Int(try reader.unsigned() as UInt32)
      line = Int(try reader.unsigned() as UInt32)
      file = try reader.bytes(length: Int(try reader.unsigned() as UInt16))
      argumentsLeft = try reader.listCount()
    }

    var place: RulePlace { RulePlace(file: String(decoding: file, as: UTF8.self), line: line) }

    /// The place in words: "ops.lua:42".
    var placeText: String { RulePlace.text(file, line) }

    /// The next argument; nil, as the program would say, when there is none.
    mutating func nextArgument() throws(RuleError) -> PackedValue {
      guard argumentsLeft > 0 else { return .none }
      argumentsLeft -= 1
      do { return try reader.value() } catch { throw Evaluator.malformed }
    }
  }

  /// Hands each record since `begin` to `body`, in order: quicker than to have them all.
  func forEachRecord(_ body: (inout RecordReader) throws(RuleError) -> Void) throws(RuleError) {
    let packed = clua_records(handle)
    var reader = PackedReader(UnsafeRawBufferPointer(start: packed.bytes, count: packed.length))
    while !reader.isAtEnd {
      var record: RecordReader
      do { record = try RecordReader(reader) } catch { throw Evaluator.malformed }
      try body(&record)
      while record.argumentsLeft > 0 { _ = try record.nextArgument() }
      reader = record.reader
    }
  }

  /// What the current decision has spent.
  var spent: (work: UInt64, memory: Int, image: Int, allocations: UInt64) {
    let usage = clua_spent(handle)
    return (usage.work, usage.memory, usage.image, usage.allocations)
  }

  private static let noMemory = RuleError(.noMemory, "there was no memory to load the rules", at: nil)
  fileprivate static let malformed = RuleError(.result, "the evaluator's answer could not be read", at: nil)
}

// The calls into C, with Swift's values made into C's for as long as each call lasts.
extension Evaluator {
  private static func create(_ interface: Interface, _ limits: RuleLimits) throws(RuleError) -> OpaquePointer
  {
    var limits = limits.forEvaluator
    let created = withCStrings(interface.recorders.flatMap { [$0.name, $0.allowed] } + interface.levels) {
      all in
      let recorders = interface.recorders.indices.map {
        clua_recorder(name: all[2 * $0], group: interface.recorders[$0].group, allowed: all[2 * $0 + 1])
      }
      let levels = Array(all.dropFirst(2 * recorders.count))
      return clua_create(&limits, recorders, recorders.count, levels, levels.count)
    }
    guard let created else { throw noMemory }
    if let absent = interface.absent, clua_describe(created, absent) != CLUA_OK {
      clua_destroy(created)
      throw noMemory
    }
    return created
  }

  private static func load(
    _ handle: OpaquePointer, entry: String, sources: [String: String]
  ) throws(RuleError) {
    let names = sources.keys.sorted()
    let lengths = names.map { sources[$0]!.utf8.count }
    let status = withCStrings(names + names.map { sources[$0]! }) { all in
      let list = names.indices.map {
        clua_source(name: all[$0], text: all[names.count + $0], length: lengths[$0])
      }
      return clua_load(handle, list, list.count, names.firstIndex(of: entry) ?? list.count)
    }
    try check(status, handle, fallback: entry)
  }

  static func result(of handle: OpaquePointer) throws(RuleError) -> PackedValue {
    let packed = clua_result(handle)
    var reader = PackedReader(UnsafeRawBufferPointer(start: packed.bytes, count: packed.length))
    do { return try reader.value() } catch { throw malformed }
  }

  private static func check(
    _ status: clua_status, _ handle: OpaquePointer, fallback: @autoclosure () -> String? = nil
  ) throws(RuleError) {
    guard status != CLUA_OK else { return }
    let error = clua_last_error(handle)!.pointee
    let file = text(of: error.source)
    // A limit that is met while a file is compiled has a file, but not always a line.
    let known = error.line > 0 ? "\(file):\(error.line)" : file
    throw RuleError(
      kind: kind(of: status), message: text(of: error.message), rule: file.isEmpty ? fallback() : known)
  }

  private static func kind(of status: clua_status) -> RuleError.Kind {
    switch status {
    case CLUA_SYNTAX: .syntax
    case CLUA_RUNTIME: .runtime
    case CLUA_LIMIT_WORK: .limitWork
    case CLUA_LIMIT_MEMORY: .limitMemory
    case CLUA_LIMIT_STACK: .limitStack
    case CLUA_LIMIT_OUTPUT: .limitOutput
    case CLUA_NO_MEMORY: .noMemory
    default: .result
    }
  }

  /// The text in a C array of characters, up to its NUL.
  private static func text<Characters>(of characters: Characters) -> String {
    withUnsafeBytes(of: characters) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
  }

  private static func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    // All strings in one buffer, each with its NUL; the pointers hold while the buffer is borrowed.
    var bytes: [CChar] = []
    let offsets = strings.map { string in
      defer { bytes.append(contentsOf: string.utf8CString) }
      return bytes.count
    }
    return bytes.withUnsafeBufferPointer { buffer in
      body(offsets.map { buffer.baseAddress! + $0 })
    }
  }

  private static func argument(_ writer: PackedWriter) -> clua_argument {
    let bytes = writer.written
    return clua_argument(bytes: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), length: bytes.count)
  }
}
