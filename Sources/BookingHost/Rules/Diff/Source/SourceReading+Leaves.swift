// Leaves of a mode's tables that are functions.
extension SourceReading {
  /// What a function in the tables returns is a bound like one that is written there, and what it looks at
  /// belongs with what it decides about.
  mutating func noteLeaves(of chunk: LuaChunk) {
    for leaf in leaves {
      guard let entry = chunk.entry(at: leaf.path) else { continue }
      noteReading(of: entry.value, about: leaf.subjects)
      guard case .function(let function) = entry.value.kind, let note = leaf.note else { continue }
      for literal in values.literals(function.body.nodes) { note(&self, literal) }
    }
  }

  private mutating func noteReading(of value: LuaExpression, about subjects: Set<SweepSubject>) {
    let looked: [Set<SweepSubject>]
    switch value.kind {
    case .function(let function):
      looked = functions.filter { $0.file == 0 && $0.range == function.range }.map(\.subjects)
    // A function of another file, by its name.
    case .member, .name: looked = functions.filter { $0.name == value.lastWord }.map(\.subjects)
    default: looked = []
    }
    let together = looked.reduce(into: subjects) { $0.formUnion($1) }
    if together.count > subjects.count { boundaries.readings.append(together) }
  }

  private struct Leaf {
    var path: [LuaKey]
    var subjects: Set<SweepSubject>
    var note: ((inout SourceReading, SourceLiteral) -> Void)?
  }

  private var leaves: [Leaf] {
    func bound(_ subject: SweepSubject) -> (inout SourceReading, SourceLiteral) -> Void {
      { reading, literal in reading.attach(literal, to: subject) }
    }
    func whole(_ note: @escaping (inout RuleBoundaries, Int) -> Void) -> (inout SourceReading, SourceLiteral)
      -> Void
    {
      { reading, literal in
        if let number = literal.whole, (0...1_000_000).contains(number) { note(&reading.boundaries, number) }
      }
    }
    let plan = [
      Leaf(path: ["party", "min"], subjects: [.party], note: bound(.party)),
      Leaf(path: ["party", "max"], subjects: [.party], note: bound(.party)),
      Leaf(path: ["covers"], subjects: [.load, .pacing, .party]),
      Leaf(path: ["time", "notice_minutes"], subjects: [.notice], note: bound(.notice)),
      Leaf(path: ["time", "past_grace_minutes"], subjects: [.notice], note: bound(.notice)),
      Leaf(path: ["time", "horizon_days"], subjects: [.notice], note: whole { $0.horizons.insert($1) }),
      Leaf(path: ["time", "slot_minutes"], subjects: [.grid, .time], note: whole { $0.slots.insert($1) }),
      Leaf(
        path: ["time", "last_seating_minutes"], subjects: [.time], note: whole { $0.lastSeatings.insert($1) }),
      Leaf(path: ["pacing", "minutes"], subjects: [.pacing, .time]),
      Leaf(path: ["pacing", "max_covers"], subjects: [.pacing], note: bound(.pacing)),
    ]
    let fields = words.fields.sorted().flatMap { field in
      ["required", "min_length", "max_length", "min", "max", "format", "choices", "default"].map { key in
        Leaf(
          path: ["fields", .name(field), .name(key)], subjects: [.field(field)],
          note: key == "required" || key == "format" ? nil : bound(.field(field)))
      }
    }
    let severities = Contract.issues.map { code in
      Leaf(path: ["severity", .name(code)], subjects: SourceReading.subjects(ofIssue: code))
    }
    return plan + fields + severities
  }

  private static func subjects(ofIssue code: String) -> Set<SweepSubject> {
    switch code {
    case "party_min", "party_max": [.party]
    case "past_time", "notice_too_short", "beyond_horizon": [.notice]
    case "off_slot_grid": [.grid, .time]
    case "outside_hours", "outside_service", "last_seating": [.time]
    case "closed_date", "closed_period", "time_ambiguous": [.day]
    case "capacity_exceeded": [.load]
    case "pacing_exceeded": [.pacing]
    default: []
    }
  }
}
