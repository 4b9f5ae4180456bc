import Foundation
import Testing

@testable import BookingHost

/// docs/mail.md against what it describes.
@Suite struct `The guide to mail` {
  private let guide: String

  init() throws {
    guide = try String(contentsOfFile: Shipped.directory + "/../docs/mail.md", encoding: .utf8)
  }

  @Test func `lists every value that a template may use, and no other`() {
    let rows = guide.split(separator: "\n").filter { $0.hasPrefix("| `{{") }.map(String.init)
    #expect(rows == MailVocabulary.entries.flatMap { rowsOf($0) })
  }

  private func rowsOf(_ entry: MailVocabulary.Entry, prefix: String = "", within: String = "") -> [String] {
    let section = "| `{{#\(entry.name)}}…{{/\(entry.name)}}` | \(entry.meaning) | |"
    switch entry.kind {
    case .text(let isOptional):
      let doubt = isOptional ? " (may be missing)" : ""
      return ["| `{{\(prefix)\(entry.name)}}` | \(within)\(entry.meaning)\(doubt) | \(entry.example) |"]
    case .flag: return [section]
    case .list(let inner): return [section] + inner.flatMap { rowsOf($0, within: "inside `\(entry.name)`: ") }
    case .group(let inner): return inner.flatMap { rowsOf($0, prefix: entry.name + ".") }
    }
  }

  @Test func `has every kind of mail, every state and the delays between attempts`() {
    for kind in MailKind.allCases { #expect(guide.contains("| `\(kind.rawValue)` | ")) }
    for state in ["queued", "sending", "delivered", "failed", "skipped"] {
      #expect(guide.contains("| `\(state)` | "))
    }
  }
}
