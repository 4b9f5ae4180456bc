import Testing

@testable import BookingHost

@Suite struct `A test file` {
  private func report(
    _ file: String, _ rules: RuleBook = Shipped.rules, only: RuleTests.Selection = .all, filter: String? = nil
  ) -> RuleTestReport {
    RuleTests.run(["tests/t.lua": file], rules: rules, only: only, filter: filter)
  }

  @Test func `runs as the contract shows it`() {
    let report = report(shownTestFile)
    #expect(report.results.map(\.outcome) == [.passed, .passed, .passed, .passed])
    #expect(report.results.map(\.place.description) == (6...9).map { "tests/t.lua:\($0)" })
    #expect(report.results[0].name == "a walk-in needs only a name")
    #expect(report.allPass)
  }

  @Test func `show`() throws {
    for r in report(shownTestFile.replacing("loyalty = 20", with: "loyalty = 21")).results { print(r) }
  }
}
