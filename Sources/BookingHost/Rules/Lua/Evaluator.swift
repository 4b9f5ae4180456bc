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
    do {
      if probes > 0 { try Evaluator.check(clua_set_probes(handle, UInt32(probes)), handle) }
      try Evaluator.load(handle, entry: entry, sources: sources)
      definition = try Evaluator.result(of: handle)
    } catch {
      clua_destroy(handle)
      throw error
    }
  }

  deinit { clua_destroy(handle) }

  /// Starts a decision: nothing of an earlier one remains.
  func begin(level: Int) throws(RuleError) {
    try Evaluator.check(clua_begin(handle, level), handle)
  }

  /// Calls a function with packed arguments and returns what it returned, at most `results` values.
  func call(
    _ function: RuleFunction, _ arguments: [PackedWriter], groups: UInt32 = 0, results: Int = 1
  ) throws(RuleError) -> [PackedValue] {
    let status = Evaluator.withArguments(arguments) {
      clua_call(handle, function.handle, $0, arguments.count, groups, results)
    }
    journal?.note(function, self)
    try Evaluator.check(status, handle, fallback: function.place.description)
    guard results > 0, case .list(let values) = try Evaluator.result(of: handle) else { return [] }
    return values
  }

  /// One call that a program made to a recorder.
  struct Record {
    var recorder: Int
    var place: RulePlace
    var arguments: [PackedValue]

    func argument(_ index: Int) -> PackedValue { index < arguments.count ? arguments[index] : .none }
  }

  /// What has been recorded since `begin`, in order.
  func records() throws(RuleError) -> [Record] {
    let packed = clua_records(handle)
    guard packed.length > 0 else { return [] }
    do {
      var reader = PackedReader(UnsafeRawBufferPointer(start: packed.bytes, count: packed.length))
      var records: [Record] = []
      while !reader.isAtEnd { records.append(try Evaluator.record(&reader)) }
      return records
    } catch {
      throw Evaluator.malformed
    }
  }

  /// What the current decision has spent.
  var spent: (work: UInt64, memory: Int, image: Int, allocations: UInt64) {
    let usage = clua_spent(handle)
    return (usage.work, usage.memory, usage.image, usage.allocations)
  }

  private static func record(_ reader: inout PackedReader) throws -> Record {
    let recorder: UInt32 = try reader.unsigned()
    let line: UInt32 = try reader.unsigned()
    let length: UInt16 = try reader.unsigned()
    let file = try reader.string(length: Int(length))
    guard case .list(let arguments) = try reader.value() else { throw PackedReader.Malformed() }
    let place = RulePlace(file: file, line: Int(line))
    return Record(recorder: Int(recorder), place: place, arguments: arguments)
  }

  private static let noMemory = RuleError(.noMemory, "there was no memory to load the rules", at: nil)
  private static let malformed = RuleError(.result, "the evaluator's answer could not be read", at: nil)
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
    _ status: clua_status, _ handle: OpaquePointer, fallback: String? = nil
  ) throws(RuleError) {
    guard status != CLUA_OK else { return }
    let error = clua_last_error(handle)!.pointee
    let file = text(of: error.source)
    // A limit that is met while a file is compiled has a file, but not always a line.
    let known = error.line > 0 ? "\(file):\(error.line)" : file
    throw RuleError(
      kind: kind(of: status), message: text(of: error.message), rule: file.isEmpty ? fallback : known)
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

  /// The arguments as C takes them. The writers are borrowed by the caller, so what they wrote holds.
  private static func withArguments<Result>(
    _ arguments: [PackedWriter], _ body: (UnsafePointer<clua_argument>?) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: clua_argument.self, capacity: arguments.count) { packed in
      for (index, argument) in arguments.enumerated() {
        let bytes = argument.written
        packed.initializeElement(
          at: index,
          to: clua_argument(
            bytes: bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), length: bytes.count))
      }
      return withExtendedLifetime(arguments) { body(UnsafePointer(packed.baseAddress)) }
    }
  }
}
