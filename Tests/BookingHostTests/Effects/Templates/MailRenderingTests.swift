import Foundation
import Testing

@testable import BookingHost

@Suite("Filling mail templates in")
struct MailRenderingTests {
  private func rendered(
    _ body: String, html: String? = nil, _ words: MailWords = words()
  ) throws -> RenderedMail {
    var files = ["tasting.txt.mustache": "Subject: Hi {{name}}\n\n" + body]
    files["tasting.html.mustache"] = html
    return try #require(templates(files).render("tasting", isPending: false, words))
  }

  @Test func `every value of the table has one, and no other has`() {
    var known: Set<String> = []
    for entry in MailVocabulary.entries {
      if case .group(let parts) = entry.kind {
        known.formUnion(parts.map { "\(entry.name).\($0.name)" })
      } else {
        known.insert(entry.name)
      }
    }
    #expect(words(manageURL: "https://x").values(inEnglish: false).names == known)
  }

  @Test func `the examples of the table are the sample's values`() throws {
    for entry in MailVocabulary.entries where !entry.example.isEmpty && entry.name != "manageUrl" {
      #expect(try rendered("{{\(entry.name)}}").text == entry.example, "\(entry.name)")
    }
    #expect(try rendered("{{#answers}}{{label}}: {{value}}{{/answers}}").text == "High chairs: 2")
  }

  @Test func `values are escaped in pages and not in texts`() throws {
    let hostile = "<b>\"Eve\" & 'Bob'</b>"
    let words = words { booking, _ in booking.name = hostile }
    let mail = try rendered("{{name}} {{{name}}}", html: "<p title=\"{{name}}\">{{name}}</p>", words)
    #expect(mail.text == "\(hostile) \(hostile)" && mail.subject == "Hi " + hostile)
    let escaped = "&lt;b&gt;&quot;Eve&quot; &amp; &#39;Bob&#39;&lt;/b&gt;"
    #expect(mail.html == "<p title=\"\(escaped)\">\(escaped)</p>")
  }

  @Test func `a mark with an accent on it is escaped all the same`() throws {
    let words = words { booking, _ in booking.name = "x\"\u{301} onclick=\"y\u{200D} <\u{301}" }
    let html = try #require(try rendered("x", html: "{{name}}", words).html)
    #expect(html.utf8.allSatisfy { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") })
  }

  @Test func `tags in a value are text`() throws {
    let words = words { booking, _ in booking.name = "{{reference}}{{> footer}}" }
    #expect(try rendered("{{name}}", words).text == "{{reference}}{{> footer}}")
  }

  @Test func `line breaks stay in the notes and nowhere else`() throws {
    let words = words { booking, _ in
      booking.notes = "one\r\ntwo\u{0}"
      booking.name = "Eve\r\nBcc: all@example.com"
    }
    let mail = try rendered("{{notes}}|{{name}}", words)
    #expect(mail.text == "one\ntwo|Eve Bcc: all@example.com")
    #expect(mail.subject == "Hi Eve Bcc: all@example.com")
  }

  @Test func `seating that was left open, and what is blank, is not there`() throws {
    let words = words { booking, restaurant in
      booking.seating = "any"
      restaurant.phone = " "
    }
    let body = "{{^seating}}open{{/seating}}{{#restaurant.phone}}ring{{/restaurant.phone}}"
    #expect(try rendered(body, words).text == "open")
  }

  @Test func `a very long value and a very long list are cut`() throws {
    let words = words { booking, _ in booking.notes = String(repeating: "ab ", count: 5_000) }
    #expect(try rendered("{{notes}}", words).text.unicodeScalars.count == MailVocabulary.longestValue)
  }

  @Test func `only answers to fields that guests may see are there`() throws {
    let words = words { booking, _ in booking.answers["vip"] = "rude to waiters" }
    #expect(try rendered("{{#answers}}{{value}};{{/answers}}", words).text == "2;")
    let policy = try #require(
      rules(
        """
        fields = {
          vip = { set_by = "staff", label = "VIP" },
          children = { type = "integer", label = "Children", order = 2 },
          cake = { label = "Cake", order = 1 },
        }
        """
      ).policy("m"))
    #expect(
      MailField.own(of: policy) == [
        MailField(name: "cake", label: "Cake"), MailField(name: "children", label: "Children"),
      ])
  }

  // MARK: Which template

  @Test func `the confirmation of a booking that is pending is the request's`() throws {
    let mail = try #require(MailTemplates.shipped.render("confirmation", isPending: true, words(.requested)))
    #expect(mail.template == "requested" && mail.kind == .requested)
    let own = templates([
      "requested_tasting.txt.mustache": "Subject: x\n\ny",
      "confirmation_tasting.txt.mustache": "Subject: c\n\nz",
    ])
    #expect(own.render("confirmation_tasting", isPending: true, words())?.template == "requested_tasting")
    let none = templates(["confirmation_tasting.txt.mustache": "Subject: c\n\nz"])
    #expect(none.render("confirmation_tasting", isPending: true, words())?.template == "requested")
  }

  @Test func `a template nobody has written is none`() {
    #expect(MailTemplates.shipped.render("invented", isPending: false, words()) == nil)
    #expect(MailTemplates.shipped.render("confirmation_invented", isPending: false, words()) == nil)
    #expect(MailTemplates.shipped.render("_footer", isPending: false, words()) == nil)
    #expect(MailTemplates.shipped.render("../../etc/passwd", isPending: false, words()) == nil)
  }

  @Test func `an edited template that is broken is replaced by the shipped one, and that is said`() throws {
    let broken = templates([
      "confirmation.txt.mustache": "Subject: x\n\n{{nmae}}", "confirmation.html.mustache": "mine",
    ])
    let mail = try #require(broken.render("confirmation", isPending: false, words()))
    #expect(
      mail.isShipped && mail.text.hasPrefix("Dear Ada Lovelace,") && mail.html?.contains("mine") == false)
    #expect(
      mail.notes.map(\.description) == [
        #"mail/confirmation.txt.mustache:3: there is no value "nmae"; did you mean {{name}}?"#
      ])
    let page = templates([
      "confirmation.txt.mustache": "Subject: x\n\ny", "confirmation.html.mustache": "{{x",
    ])
    #expect(page.render("confirmation", isPending: false, words())?.isShipped == true)
    let kind = templates(["confirmation_tasting.txt.mustache": "Subject: x\n\n{{nmae}}"])
    #expect(kind.render("confirmation_tasting", isPending: false, words())?.template == "confirmation")
    let other = templates(["invented.txt.mustache": "Subject: x\n\n{{nmae}}"])
    #expect(other.render("invented", isPending: false, words()) == nil)
  }

  @Test func `an edited partial is used by the shipped templates; a broken one is not`() throws {
    let mine = templates(["_footer.txt.mustache": "Yours, {{restaurant.name}}\n"])
    let text = try #require(mine.render("confirmation", isPending: false, words())).text
    #expect(text.hasSuffix("Yours, The Anchor\n"))
    let broken = templates(["_footer.txt.mustache": "Yours, {{restaurant.nmae}}\n"])
    let other = try #require(broken.render("confirmation", isPending: false, words())).text
    #expect(other.hasSuffix("hello@the-anchor.example\n"))
  }

  @Test func `the restaurant's language comes first`() throws {
    let both = templates([
      "confirmation.txt.mustache": "Subject: Hello\n\n{{> sign}}", "_sign.txt.mustache": "Yours",
      "confirmation.fr.txt.mustache": "Subject: Bonjour\n\n{{> sign}}",
      "_sign.fr.txt.mustache": "Cordialement",
    ])
    let french = try #require(both.render("confirmation", isPending: false, words(locale: "fr-CA")))
    #expect(french.subject == "Bonjour" && french.text == "Cordialement")
    let german = try #require(both.render("confirmation", isPending: false, words(locale: "de")))
    #expect(german.subject == "Hello" && german.text == "Yours")
  }

  // MARK: What tries to take long

  @Test func `templates that would grow without end are refused before they are filled in`() throws {
    // Ten partials, each of which brings the next in ten times: ten thousand million.
    var files = Dictionary(
      uniqueKeysWithValues: (0..<10).map { index in
        ("_p\(index).txt.mustache", String(repeating: "{{> p\(index + 1)}}", count: 10))
      })
    files["_p10.txt.mustache"] = "x"
    files["confirmation.txt.mustache"] = "Subject: x\n\n{{> p0}}"
    let found = templates(files)
    #expect(found.findings.contains { $0.code == "too_large" })
    #expect(found.render("confirmation", isPending: false, words())?.isShipped == true)
  }

  /// A template of many pages, of which a run's log shows the beginning.
  struct LongTemplate: CustomTestStringConvertible {
    var text: String
    var testDescription: String { "\(text.prefix(24))… (\(text.count))" }
  }

  @Test(
    arguments: [
      String(repeating: "{{#notes}}", count: 5_000), String(repeating: "{{", count: 30_000),
      String(repeating: "{{#answers}}", count: 10) + "x" + String(repeating: "{{/answers}}", count: 10),
      "{{" + String(repeating: "a", count: 60_000) + "}}", "{{!" + String(repeating: "} ", count: 30_000),
      String(repeating: "{{x}}", count: 12_000), "{{" + String(repeating: "(", count: 60_000),
      String(repeating: "{{{", count: 20_000), String(repeating: "{{!}}", count: 13_000) + "{{x}}",
      "{{#answers}}" + String(repeating: "{{value}}", count: 2_000) + "{{/answers}}",
    ].map(LongTemplate.init))
  func `templates written to take long are refused, and the shipped one is sent`(body: LongTemplate) {
    let found = templates(["confirmation.txt.mustache": "Subject: x\n\n" + body.text])
    #expect(found.findings.contains { !$0.isWarning })
    #expect(found.render("confirmation", isPending: false, words())?.isShipped == true)
  }

  @Test func `long chains of partials are refused`() {
    var files = Dictionary(
      uniqueKeysWithValues: (0..<60).map { ("_p\($0).txt.mustache", "{{> p\($0 + 1)}}") })
    files["_p60.txt.mustache"] = "x"
    #expect(templates(files).findings.contains { $0.code == "endless_partial" })
  }

  @Test func `a subject that goes on for pages is cut`() throws {
    let long = templates([
      "tasting.txt.mustache": "Subject: " + String(repeating: "{{notes}} ", count: 5) + "\n\nx"
    ])
    let words = words { booking, _ in booking.notes = String(repeating: "x", count: 1_500) }
    #expect(
      try #require(long.render("tasting", isPending: false, words)).subject.unicodeScalars.count == 1000)
  }
}
