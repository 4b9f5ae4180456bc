import Foundation
import Testing

@testable import BookingHost

@Suite("What the pages are made of")
struct ShippedPagesTests {
  private static let folder: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return root.appendingPathComponent("Sources/BookingHost/Pages").path
  }()

  @Test func `the program has the files as they are: scripts/embed-pages.sh was run`() throws {
    let files = try PageFolder.files(ShippedPagesTests.folder)
    #expect(ShippedPages.files.keys.sorted() == files.keys.sorted())
    for (path, text) in files {
      #expect(ShippedPages.files[path]?.trimmingSuffix("\n") == text.trimmingSuffix("\n"), "\(path)")
    }
  }

  @Test func `every word that a template uses is there`() throws {
    let words = PageTemplates.shipped.words("en")
    for (path, text) in ShippedPages.files where path.hasSuffix(".mustache") {
      for match in text.matches(of: /\{\{t\.([a-z0-9_]+)\}\}/) {
        #expect(words.known(String(match.1)) != nil, "\(path): \(match.1)")
      }
    }
  }

  @Test func `every template is well-formed, and none lets text through as HTML`() throws {
    _ = try PageTemplates(ShippedPages.files)
    for (path, text) in ShippedPages.files where path.hasSuffix(".mustache") {
      #expect(!text.contains("{{{") && !text.contains("{{&"), "\(path)")
      #expect(!text.contains(" style=") && !text.contains(" onclick="), "\(path)")
    }
  }

  @Test func `another language has no keys that English has not, and the same values in its texts`() throws {
    let english = PageTemplates.shipped.words("en")
    for (path, text) in ShippedPages.files where path.hasPrefix("Words/") && !path.hasPrefix("Words/en/") {
      for (key, words) in try WordList.languages(["Words/xx/a.txt": text])["xx"]!.texts {
        let original = english.known(key)
        #expect(original != nil, "\(path): \(key)")
        #expect(
          ShippedPagesTests.values(words) == ShippedPagesTests.values(original ?? ""), "\(path): \(key)")
      }
    }
  }

  private static func values(_ text: String) -> Set<String> {
    Set(text.matches(of: /\{[a-z]+\}/).map { String($0.0) })
  }

  @Test func `text is shown as text, even when a mark follows a quote`() {
    let page = try! PageTemplates(["Templates/x.mustache": #"<a title="{{name}}">{{name}}</a>"#])
    let name = "\"\u{301} onmouseover='x' <script>"
    let html = page.html("x", ["name": name])
    #expect(
      !html.contains("<script>") && !html.unicodeScalars.dropFirst(10).starts(with: "\"".unicodeScalars))
    #expect(html.contains("&quot;\u{301} onmouseover=&#39;x&#39; &lt;script&gt;"))
  }

  @Test func `values that look like places for values are put in as they are`() {
    #expect(
      WordList.filled("Hello {name}, {party} of you", ["name": "{party}", "party": "2"])
        == "Hello {party}, 2 of you")
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: Character) -> Substring {
    var rest = self[...]
    while rest.last == suffix { rest = rest.dropLast() }
    return rest
  }
}
