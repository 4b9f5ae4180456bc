extension PackedValue {
  /// A function that a program returned, somewhere in its tables.
  struct FoundFunction {
    var function: RuleFunction
    /// The keys that lead to it: `["severity", "capacity_exceeded"]`.
    var path: [String]
  }

  /// Every function in these tables, in the order of their keys.
  var functions: [FoundFunction] { functions(below: []) }

  private func functions(below path: [String]) -> [FoundFunction] {
    switch self {
    case .function(let function): [FoundFunction(function: function, path: path)]
    case .record(let entries): entries.flatMap { $0.value.functions(below: path + [$0.key]) }
    default: []
    }
  }
}
