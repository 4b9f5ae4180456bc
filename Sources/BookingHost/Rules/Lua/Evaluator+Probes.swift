internal import CLua

// What an instrumented program says of itself. See `Instrumenter`.
extension Evaluator {
  /// The most probes that a program can have.
  static let mostProbes = Int(CLUA_MAX_PROBES)

  /// How often each of the first `count` probes has been visited since `begin`.
  func visits(_ count: Int) -> [UInt32] {
    guard let counts = clua_probe_counts(handle) else { return [] }
    return Array(UnsafeBufferPointer(start: counts, count: count))
  }

  /// The last value that a probe has seen since `begin`: a scalar, an empty record for any table, a function
  /// without a handle for any function. Nil when it has seen none.
  func lastValue(ofProbe probe: Int) -> PackedValue? {
    let packed = clua_probe_value(handle, UInt32(probe))
    guard packed.length > 0 else { return nil }
    var reader = PackedReader(UnsafeRawBufferPointer(start: packed.bytes, count: packed.length))
    return try? reader.value()
  }
}

/// The calls of one decision, in order, each with what it came to. Belongs to one evaluator at a time.
final class CallJournal {
  struct Entry {
    var function: RuleFunction
    /// What the function returned, or nothing when it failed.
    var results: [PackedValue]
    var hasFailed: Bool
    /// The visits of every probe when it had ended.
    var visits: [UInt32]
  }

  private(set) var entries: [Entry] = []
  private let probes: Int

  /// For a program with so many probes.
  init(probes: Int) {
    self.probes = probes
  }

  func note(_ function: RuleFunction, _ evaluator: Evaluator) {
    let hasFailed = clua_last_error(evaluator.handle).pointee.status != CLUA_OK
    var results: [PackedValue] = []
    if !hasFailed, case .list(let values)? = try? Evaluator.result(of: evaluator.handle) { results = values }
    entries.append(
      Entry(
        function: function, results: results, hasFailed: hasFailed, visits: evaluator.visits(probes)))
  }
}
