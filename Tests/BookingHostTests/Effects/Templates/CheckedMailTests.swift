import Foundation
import Testing

@testable import BookingHost

@Suite struct `The check of a rule directory with mail` {
  private func report(_ mail: [String: String], _ effects: String = "email(\"confirmation\")") throws
    -> RuleCheckReport
  {
    let folder = try RuleFolderOnDisk(mail)
    let rules = "return { access = \"staff\",\n  effects = function(booking) \(effects) end,\n}"
    try Data(rules.utf8).write(to: URL(filePath: folder.path + "/ops.lua"))
    return RuleCheck.report(directory: folder.path, mail: MailTemplates.read(in: folder.path).checked)
  }

  @Test func `points at what is wrong in a template, to the column`() throws {
    let report = try report([
      "confirmation.txt.mustache": "Subject: Your table\n\nDear {{nmae}},\n{{#notes}}{{notes}}\n"
    ])
    #expect(
      report.errors.map { [$0.rule ?? "", "\($0.column ?? 0)", $0.code, $0.suggestion ?? ""] } == [
        ["mail/confirmation.txt.mustache:3", "6", "unknown_value", "did you mean {{name}}?"],
        [
          "mail/confirmation.txt.mustache:4", "1", "unclosed_section", "write {{/notes}} where it ends",
        ],
      ])
    // Not well, and yet the rules decide, and the mail that came with the program stands in.
    #expect(!report.isClean && report.isUsable && report.modes == ["ops"])
    #expect(report.texts["mail/confirmation.txt.mustache"]?.contains("{{nmae}}") == true)
  }

  @Test func `every kind of mail is there without a file`() throws {
    let all = MailKind.allCases.map { "email(\"\($0.rawValue)\")" }.joined(separator: " ")
    #expect(try report([:], all).findings == [])
  }

  @Test func `a template that a rule names and nobody wrote is pointed out in the rule`() throws {
    let found = try report([:], "email(\"welcome\") email(\"confirmaton\")").findings
    #expect(found.map(\.code) == ["missing_template", "missing_template"])
    #expect(found.map(\.rule) == ["ops.lua:2", "ops.lua:2"])
    #expect(found[0].message == "there is no mail/welcome.txt.mustache")
    #expect(
      found.map(\.suggestion) == ["write that file, or take the email out", "did you mean \"confirmation\"?"])
    #expect(
      try report(
        ["welcome.txt.mustache": "Subject: x\n", "welcome.html.mustache": "y"], "email(\"welcome\")"
      ).findings == [])
  }

  @Test func `a file that cannot be read is named once`() throws {
    let found = try report(
      ["welcome.txt.mustache": String(repeating: "x", count: 70_000)], "email(\"welcome\")"
    ).findings
    #expect(found.map(\.code) == ["unreadable_template"])
    #expect(found.map(\.file) == ["mail/welcome.txt.mustache"])
  }

  @Test func `the shipped rules and templates have nothing wrong with them`() {
    let directory = Shipped.directory
    #expect(
      RuleCheck.report(directory: directory, mail: MailTemplates.read(in: directory).checked).findings == [])
  }
}
