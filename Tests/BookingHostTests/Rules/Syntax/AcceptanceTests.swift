import Testing

@testable import BookingHost

@Suite struct `The parser takes what liblua takes and refuses what liblua refuses` {
  private func compare(_ source: String, _ name: String, running: Bool = false) {
    let liblua = Oracle.answer(source, running: running)
    let ours = Oracle.parserAnswer(source)
    // What follows from how liblua generates code is left to it.
    if case .refuses(_, let message) = liblua, message.contains("too many registers"), ours.isAccepting {
      return
    }
    #expect(
      ours.isAccepting == liblua.isAccepting,
      "\(name): liblua \(liblua), parser \(ours)\n\(source.count < 400 ? source : "")")
  }

  /// Ours is where the mistake begins, liblua's where it was come by: the same line, or one further down.
  private func compareLines(_ source: String) -> Bool? {
    guard case .refuses(let theirs, _) = Oracle.answer(source),
      case .refuses(let ours, _) = Oracle.parserAnswer(source)
    else { return nil }
    #expect(ours <= theirs, "line \(ours), and liblua \(theirs):\n\(source)")
    return ours == theirs
  }

  @Test func `on the line that liblua names, or where the mistake began`() {
    var random = Seeded(seed: 21)
    var same = 0, other = 0
    for name in ["ops.lua", "customer.lua", "lib/contact.lua"] {
      let mutator = SourceMutator(Shipped.file(name))
      for _ in 0..<150 {
        guard let isSame = compareLines(mutator.mutant(&random)) else { continue }
        if isSame { same += 1 } else { other += 1 }
      }
    }
    #expect(same > 4 * other)
  }

  @Test func `in every file of the corpus`() {
    #expect(SourceCorpus.all.count > 250)
    for (name, source) in SourceCorpus.all { compare(source, name) }
  }

  @Test(arguments: HandMadeSources.all)
  func `in cases made by hand`(source: String) {
    compare(source, "by hand")
  }

  @Test(arguments: HandMadeSources.beginnings)
  func `in how a file begins`(source: String) {
    compare(source, "beginning", running: true)
  }

  @Test func `at the very number where a limit is met`() {
    for limit in LimitSources.all {
      for count in limit.counts { compare(limit.make(count), "\(limit.name) × \(count)") }
    }
  }

  @Test func `when tokens are left out, doubled, swapped or replaced`() {
    var random = Seeded(seed: 5)
    var mutants = 0, refused = 0
    for (name, source) in SourceCorpus.all {
      let mutator = SourceMutator(source)
      for _ in 0..<(name.hasPrefix("rules") || name.hasPrefix("lib") ? 200 : 12) {
        let mutant = mutator.mutant(&random)
        mutants += 1
        if !Oracle.parserAnswer(mutant).isAccepting { refused += 1 }
        compare(mutant, name)
      }
    }
    #expect(mutants > 4000)
    #expect(refused > 1000 && refused < mutants - 500)
  }
}
