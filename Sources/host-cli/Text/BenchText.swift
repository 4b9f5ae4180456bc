import BookingHost

/// What `rules bench` found, for people.
enum BenchText {
  static func text(_ figures: BenchJSON, mode: String) -> String {
    [speed(figures), heading("where the time goes"), functions(figures, mode)].joined(separator: "\n")
  }

  private static func heading(_ text: String) -> String { "\n" + Style.standardOutput.bold(text) }

  private static func speed(_ figures: BenchJSON) -> String {
    Table(
      rows: [
        ["decisions a second, one core", whole(figures.decisionsPerSecond)],
        ["\(figures.allCores.count) cores together", whole(figures.allCores.decisionsPerSecond)],
        ["half are done within", microseconds(Double(figures.p50ns))],
        ["99 in 100 within", microseconds(Double(figures.p99ns))],
        ["999 in 1000 within", microseconds(Double(figures.p999ns))],
      ], right: [1]
    ).text
  }

  private static func functions(_ figures: BenchJSON, _ mode: String) -> String {
    var rows = [["share", "calls", "a call", "function", ""]]
    rows += figures.functions.map { function in
      guard function.callsPerDecision > 0 else {
        return ["", "0", "", Plain.text(function.function), Plain.text(function.rule)]
      }
      return [
        percent(function.share), decimal(function.callsPerDecision),
        microseconds(function.nanosecondsPerCall),
        Plain.text(function.function), Plain.text(function.rule),
      ]
    }
    rows.append([percent(figures.hostShare), "", "", "the host: tables, facts, standard issues", ""])
    return Table(rows: rows, right: [0, 1, 2]).text
  }

  private static func whole(_ number: Double) -> String { Words.grouped(Int(number.rounded())) }

  private static func percent(_ share: Double) -> String { decimal(share * 100) + " %" }

  private static func decimal(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  private static func microseconds(_ nanoseconds: Double) -> String { decimal(nanoseconds / 1000) + " µs" }
}
