import Testing

@testable import BookingHost

@Suite struct `The shipped tests` {
  private let tests = try! RuleDirectory.tests(in: Shipped.directory)

  @Test func `pass, every one`() {
    let report = RuleTests.run(tests, rules: Shipped.rules)
    #expect(report.results.filter { $0.outcome != .passed } == [])
    #expect(report.passed > 300)
  }

  @Test func `try every line of the rules`() throws {
    let covered = try CoverageRun.coverage(tests, rules: Shipped.rules)
    for file in covered.files {
      #expect(file.lines.filter { !$0.isCovered } == [], "\(file.path)")
    }
    #expect(
      covered.files.map(\.path) == ["customer.lua", "lib/calling_codes.lua", "lib/contact.lua", "ops.lua"])
    #expect(covered.total > 70)
  }

  @Test func `notice every change to a bound, a comparison, a flag or a word`() {
    let report = MutationRun(tests, rules: Shipped.rules).report()
    let survivors = report.survivors.map {
      "\($0.file):\($0.range.start) \($0.change(in: Shipped.file($0.file)))"
    }
    #expect(survivors == [])
    #expect(report.total > 250)
  }

  @Test func `each say in their own words what they promise`() {
    for result in RuleTests.run(tests, rules: Shipped.rules).results {
      #expect(result.name.count > 10, "\(result.place)")
    }
  }

  // MARK: Guards

  /// The guards that an edit of the shipped rules breaks, by name.
  private func guardsBroken(_ file: String, _ old: String, _ new: String) throws -> [String] {
    var files = Shipped.rules.files.texts
    let text = try #require(files[file])
    try #require(text.contains(old))
    files[file] = text.replacing(old, with: new)
    let report = RuleTests.run(tests, rules: try RuleBook(files: files), only: .guards)
    return report.brokenGuards.map(\.name)
  }

  @Test func `hold back whatever loosens what guests are asked for`() throws {
    for field in ["email", "phone"] {
      let broken = try guardsBroken("customer.lua", "\(field) = { required = true, ", "\(field) = { ")
      #expect(broken.contains { $0.contains("is asked for") }, "\(field)")
    }
    #expect(try !guardsBroken("customer.lua", "terms = { required = true, ", "terms = { ").isEmpty)
    #expect(try !guardsBroken("customer.lua", "max = 12", "max = 20").isEmpty)
    #expect(try !guardsBroken("customer.lua", "notice_minutes = 120", "notice_minutes = 0").isEmpty)
    #expect(try !guardsBroken("customer.lua", "offered = true", "offered = false").isEmpty)
    #expect(try !guardsBroken("customer.lua", "access  = \"public\"", "access  = \"staff\"").isEmpty)
  }

  @Test func `do not hold back what staff may have changed`() throws {
    #expect(try guardsBroken("ops.lua", "max = 12", "max = 8") == [])
    #expect(try guardsBroken("ops.lua", "horizon_days = 90", "horizon_days = 10") == [])
    #expect(try guardsBroken("ops.lua", "loyalty(10 + 5 * booking.party)", "loyalty(0)") == [])
  }

  @Test func `hold back rules in which a mode is missing or a rule fails`() throws {
    var files = Shipped.rules.files.texts
    files["customer.lua"] = nil
    let report = RuleTests.run(tests, rules: try RuleBook(files: files), only: .guards)
    #expect(!report.brokenGuards.isEmpty)
    #expect(
      try !guardsBroken(
        "ops.lua", "email = { format = contact.email }", "email = { format = function() error('x') end }"
      )
      .isEmpty)
  }
}
