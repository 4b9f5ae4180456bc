import Testing

@testable import BookingHost

@Suite("Reasons to choose from") struct OverrideReasonTests {
  @Test func `are in the form of a staff mode, in the order of the file`() throws {
    let policy = try #require(
      try rules("override_reasons = { \"regular guest\", \" birthday \" }").policy("m"))
    #expect(policy.overrideReasons == ["regular guest", "birthday"])
  }

  @Test(arguments: [
    "override_reasons = \"regular guest\"", "override_reasons = { 1 }", "override_reasons = { \"no\" }",
    "override_reasons = function() return {} end",
  ])
  func `that nobody could give are an error of the file`(body: String) throws {
    #expect(throws: RuleBookError.self) { try rules(body) }
  }
}
