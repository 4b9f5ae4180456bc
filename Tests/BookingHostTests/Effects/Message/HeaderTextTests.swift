import Foundation
import Testing

@testable import BookingHost

@Suite("Text in headers")
struct HeaderTextTests {
  private static let texts =
    HostileTexts.all + (1...300).map { HostileTexts.random($0, length: Int($0) % 160) }

  @Test func `plain text stays as it is, and breaks between words`() {
    let subject = "Your table at The Anchor on Friday, 27 November 2026 at 19:30 for a party of twelve guests"
    #expect(
      MailHeader("Subject", text: subject).lines
        == "Subject: Your table at The Anchor on Friday, 27 November 2026 at 19:30 for a\r\n"
        + " party of twelve guests\r\n")
  }

  @Test func `the shorter of the two encodings is taken`() {
    #expect(HeaderText.words("Chez Zoë, Paris", after: 9) == ["=?UTF-8?Q?Chez_Zo=C3=AB=2C_Paris?="])
    #expect(HeaderText.words("李小龙", after: 9) == ["=?UTF-8?B?5p2O5bCP6b6Z?="])
  }

  @Test func `whatever it is, a reader sees the text on one line`() throws {
    for text in HeaderTextTests.texts {
      let lines = MailHeader("Subject", text: text).lines
      let value = MailDecoding.unfolded(String(lines.dropFirst(8).dropLast()))
      let seen = try #require(MailDecoding.headerText(Text.trimmed(value)), "\(text.debugDescription)")
      #expect(seen == HeaderText.clean(text))
      #expect(!seen.unicodeScalars.contains { $0.properties.generalCategory == .control })
    }
  }

  @Test func `no line is longer than 76 columns, or anything but printable ASCII`() {
    for text in HeaderTextTests.texts {
      for header in [
        MailHeader("Subject", text: text), MailHeader("From", MailAddress("b@host.example", name: text)!),
        MailHeader("Content-Disposition", "attachment", [HeaderParameter("filename", text)]),
      ] {
        #expect(header.lines.hasSuffix("\r\n"))
        for (index, line) in header.lines.dropLast().split(separator: "\r\n").enumerated() {
          #expect(line.utf8.count <= 76, "\(line)")
          #expect(line.utf8.allSatisfy { (0x20...0x7E).contains($0) })
          // A line that continues begins with a space, and is not only space.
          #expect((index == 0) == !line.hasPrefix(" "))
          #expect(line.contains { $0 != " " })
        }
      }
    }
  }

  @Test func `each encoded word is text by itself`() {
    let words = HeaderText.encodedWords(String(repeating: "👩‍👩‍👧‍👦é", count: 40), after: 9)
    #expect(words.count > 5)
    #expect(words.allSatisfy { MailDecoding.headerText($0) != nil && $0.utf8.count <= 75 })
  }

  @Test func `text that looks encoded is shown as it was written`() throws {
    let words = HeaderText.words("=?UTF-8?Q?evil?=", after: 9)
    #expect(MailDecoding.headerText(words.joined(separator: " ")) == "=?UTF-8?Q?evil?=")
    #expect(words != ["=?UTF-8?Q?evil?="])
  }

  @Test func `a name is bare, quoted or encoded, as it needs`() {
    #expect(HeaderText.phrase("Ada Lovelace", after: 4) == ["Ada", "Lovelace"])
    #expect(HeaderText.phrase("Lovelace, Ada", after: 4) == ["\"Lovelace, Ada\""])
    #expect(HeaderText.phrase(#"The "Old" \ Inn"#, after: 4) == [#""The \"Old\" \\ Inn""#])
    #expect(HeaderText.phrase("Zoë", after: 4) == ["=?UTF-8?Q?Zo=C3=AB?="])
  }

  @Test func `file names in any script survive, in parts where they are long`() {
    #expect(HeaderParameter("filename", "booking.ics").words == [#"filename="booking.ics""#])
    #expect(HeaderParameter("filename", "Zoë.ics").words == ["filename*=UTF-8''Zo%C3%AB.ics"])
    let long = HeaderParameter("filename", String(repeating: "é", count: 30)).words
    #expect(long.count == 4)
    #expect(long[0].hasPrefix("filename*0*=UTF-8''%C3%A9") && long[3].hasPrefix("filename*3*=%C3"))
  }
}
