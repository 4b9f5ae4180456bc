import Foundation
import Testing

@testable import BookingHost

@Suite("Checking mail templates")
struct MailTemplateCheckTests {
  /// What is said of the body of a template that is otherwise right: line, column, message and suggestion.
  private func said(_ body: String, html: Bool = false) -> [String] {
    let text = html ? "Subject: Hi\n\nHi\n" : "Subject: Hi\n\n\(body)"
    return templates([
      "confirmation.txt.mustache": text, "confirmation.html.mustache": html ? body : "<p>Hi</p>\n",
    ]).findings.map {
      "\($0.line ?? 0):\($0.column ?? 0): \($0.message)" + ($0.suggestion.map { "; \($0)" } ?? "")
    }
  }

  @Test func `a template in order has no findings`() {
    #expect(
      said(
        "Dear {{ name }},\n{{#notes}}{{notes}}{{/notes}}{{^notes}}-{{/notes}}\n{{! note }}\n{{> footer}}\n")
        == [])
    #expect(said("{{#restaurant}}{{name}} {{phone}} {{reference}}{{/restaurant}}") == [])
    #expect(said("{{#answers}}{{label}}: {{value}} for {{party}}\n{{/answers}}") == [])
    #expect(said("{{{name}}} {{&name}}") == [])
  }

  @Test func `a name that there is not is told with what was meant, and its place`() {
    #expect(said("Dear {{nmae}},") == [#"3:6: there is no value "nmae"; did you mean {{name}}?"#])
    #expect(
      said("é {{restaurant.phon}}") == [
        #"3:3: there is no value "restaurant.phon"; did you mean {{restaurant.phone}}?"#
      ])
    #expect(said("{{guests}}") == [#"3:1: there is no value "guests"; did you mean {{party}}?"#])
    #expect(said("{{guest_name}}") == [#"3:1: there is no value "guest_name"; did you mean {{name}}?"#])
    #expect(said("{{zzz}}") == [#"3:1: there is no value "zzz"; docs/mail.md lists those that there are"#])
    #expect(
      said("{{label}}") == [#"3:1: there is no value "label"; docs/mail.md lists those that there are"#])
    #expect(said("{{name.first}}").count == 1)
  }

  @Test func `sections that do not match are told with the line where they begin`() {
    #expect(said("\n{{#notes}}x") == ["4:1: {{#notes}} is never ended; write {{/notes}} where it ends"])
    #expect(said("x{{/notes}}") == ["3:2: {{/notes}} ends nothing: no section is open; take it out"])
    #expect(
      said("{{#notes}}\n{{/note}}")
        == [
          "4:1: {{/note}} is here while {{#notes}} of line 3 is still open; write {{/notes}}",
          "3:1: {{#notes}} is never ended; write {{/notes}} where it ends",
        ].sorted { $0 > $1 }.reversed())
    #expect(
      said("{{#notes}}{{#phone}}{{/notes}}") == [
        "3:21: {{/notes}} is here while {{#phone}} of line 3 is still open; write {{/phone}}"
      ])
  }

  @Test func `what cannot be printed is told with what to write`() {
    #expect(
      said("{{isToday}}") == [
        "3:1: {{isToday}} is true or false, and cannot be printed; write {{#isToday}}…{{/isToday}}"
      ])
    #expect(
      said("{{answers}}") == [
        "3:1: {{answers}} is a list, and cannot be printed; write {{#answers}}{{label}} {{value}}{{/answers}}"
      ])
    #expect(
      said("{{restaurant}}") == [
        "3:1: {{restaurant}} has parts, and cannot be printed; write {{restaurant.name}}"
      ])
  }

  @Test(arguments: [
    "{{}}", "{{.}}", "{{.name}}", "{{name.}}", "{{ }}", "{{upper(name)}}", "{{na me}}", "{{#}}x{{/}}",
    "{{name",
    "{{{name}}", "{{=<% %>=}}", "{{<layout}}{{/layout}}", "{{$block}}x{{/block}}", "{{%CONTENT_TYPE:HTML}}",
    "{{> *name}}", "{{>}}", "{{_guts}}", "{{name}}{{", "{{ {{name}} }}", "{{#name}}{{/name", "{{{{name}}}}",
  ])
  func `what mail does without, or is no tag, is refused`(body: String) {
    #expect(!said(body).isEmpty)
    #expect(templates(["confirmation.txt.mustache": "Subject: Hi\n\n\(body)"]).library.broken.count == 1)
  }

  @Test func `a guest's words never go into a page as HTML`() {
    #expect(
      said("<p>{{{name}}}</p>", html: true) == [
        "1:4: what a guest wrote would go into the page as HTML; write {{name}}"
      ])
    #expect(said("<p>{{&name}}</p>", html: true).count == 1)
  }

  @Test func `a text needs its subject, on one line`() {
    let missing = templates(["review.txt.mustache": "Dear {{name}}", "review.html.mustache": "x"]).findings
    #expect(missing.map(\.code) == ["missing_subject"] && missing[0].line == 1)
    let open = templates([
      "review.txt.mustache": "Subject: {{#notes}}x\n{{/notes}}", "review.html.mustache": "x",
    ]).findings
    #expect(open.first?.code == "unclosed_section")
    #expect(open.first?.message == "{{#notes}} does not end on the line of the subject")
  }

  @Test func `the text and the page belong together`() {
    let alone = templates(["review.txt.mustache": "Subject: x\n\ny"]).findings
    #expect(alone.map(\.code) == ["missing_html"] && alone[0].isWarning)
    let page = templates(["review.html.mustache": "y"]).findings
    #expect(page.map(\.code) == ["missing_text"] && !page[0].isWarning)
    #expect(templates(["calendar.txt.mustache": "Subject: x\n\ny"]).findings == [])
    #expect(templates(["calendar.html.mustache": "y"]).findings.map(\.code) == ["unused_template"])
  }

  @Test func `a partial is found, or told with what was meant`() {
    #expect(
      said("{{> foter}}") == ["3:1: there is no mail/_foter.txt.mustache; did you mean {{> footer}}?"])
    #expect(
      said("{{> _footer}}") == ["3:1: there is no mail/_footer.txt.mustache; did you mean {{> footer}}?"])
    #expect(
      said("{{> terms_and_conditions}}") == [
        "3:1: there is no mail/_terms_and_conditions.txt.mustache; write that file, or take the tag out"
      ])
  }

  @Test func `partials that never end are refused, and what uses them says so`() {
    let found = templates([
      "_a.txt.mustache": "{{> b}}", "_b.txt.mustache": "{{> a}}", "_c.txt.mustache": "\n{{> c}}",
      "review.txt.mustache": "Subject: x\n\n{{> c}}", "review.html.mustache": "y",
    ]).findings
    #expect(
      found.map { "\($0.place) \($0.code)" } == [
        "mail/_a.txt.mustache:1 endless_partial", "mail/_b.txt.mustache:1 broken_partial",
        "mail/_c.txt.mustache:2 endless_partial", "mail/review.txt.mustache:3 broken_partial",
      ])
  }

  @Test func `a template of a name that is nearly a known one is pointed out`() {
    let found = templates(["confirmaton.txt.mustache": "Subject: x\n", "confirmaton.html.mustache": "y"])
      .findings
    #expect(found.map(\.code) == ["misspelt_template"] && found[0].suggestion == "did you mean confirmation?")
    let fine = [
      "confirmation_tasting.txt.mustache": "Subject: x\n", "confirmation_tasting.html.mustache": "y",
    ]
    #expect(templates(fine).findings == [])
  }

  @Test func `files are read from the directory, and only plain ones inside it`() throws {
    let outside = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString).path
    try Data("Subject: secret\n".utf8).write(to: URL(filePath: outside))
    defer { try? FileManager.default.removeItem(atPath: outside) }
    let folder = try RuleFolderOnDisk([
      "confirmation.txt.mustache": "Subject: {{oops}}\r\n\r\nx", "Review.txt.mustache": "x", "notes.md": "x",
      ".confirmation.txt.mustache.swp": "x", "review.mustache": "x",
      "big.txt.mustache": String(repeating: "x", count: 70_000),
    ])
    #expect(symlink(outside, folder.path + "/mail/reminder.txt.mustache") == 0)
    #expect(mkfifo(folder.path + "/mail/changed.txt.mustache", 0o600) == 0)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/mail/x.txt.mustache", withIntermediateDirectories: false)
    #expect(
      MailTemplates.findings(in: folder.path).map { "\($0.place): \($0.code)" } == [
        "mail/Review.txt.mustache: ignored_template",
        "mail/big.txt.mustache: unreadable_template", "mail/changed.txt.mustache: unreadable_template",
        "mail/confirmation.txt.mustache:1: unknown_value",
        "mail/reminder.txt.mustache: unreadable_template",
        "mail/review.mustache: ignored_template", "mail/x.txt.mustache: unreadable_template",
      ])
    #expect(MailTemplates.findings(in: "/nonexistent") == [])
  }

  @Test func `shipped names count as there, and an edit changes the hash`() throws {
    let folder = try RuleFolderOnDisk(["tasting.txt.mustache": "Subject: x\n", "tasting.html.mustache": "y"])
    let read = MailTemplates.read(in: folder.path)
    #expect(read.names == (MailKind.allCases.map(\.rawValue) + ["tasting"]).sorted())
    #expect(
      read.fileNames.contains("confirmation.txt.mustache") && read.fileNames.contains("tasting.html.mustache")
    )
    try Data("z".utf8).write(to: URL(filePath: folder.path + "/mail/tasting.html.mustache"))
    #expect(MailTemplates.read(in: folder.path).hash != read.hash)
  }
}
