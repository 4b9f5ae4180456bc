import Foundation
import Testing

@testable import BookingHost

@Suite("Quoted-printable")
struct QuotedPrintableTests {
  @Test func `plain text stays as it is`() {
    #expect(QuotedPrintable.encode("Dear Ada,\n\nsee you.") == "Dear Ada,\r\n\r\nsee you.")
  }

  @Test func `equals signs and other scripts are written in hexadecimal`() {
    #expect(QuotedPrintable.encode("1+1=2 Zoë") == "1+1=3D2 Zo=C3=AB")
  }

  @Test func `white space at the end of a line is kept`() {
    #expect(QuotedPrintable.encode("a \nb\t\n ") == "a=20\r\nb=09\r\n=20")
  }

  @Test func `a line of exactly 76 columns is not broken, a longer one is`() {
    let fits = String(repeating: "x", count: 76)
    #expect(QuotedPrintable.encode(fits) == fits)
    #expect(QuotedPrintable.encode(fits + "y") == String(repeating: "x", count: 75) + "=\r\nxy")
  }

  @Test func `what is decoded is what was encoded, in short lines of ASCII without space at their ends`()
    throws
  {
    for seed in 1...400 as ClosedRange<UInt64> {
      let text = HostileTexts.random(seed, length: Int(seed)).replacing("\r", with: "")
      let encoded = QuotedPrintable.encode(text)
      let decoded = try #require(MailDecoding.quotedPrintable(encoded))
      #expect(String(decoding: decoded, as: UTF8.self) == text.replacing("\n", with: "\r\n"))
      for line in encoded.components(separatedBy: "\r\n") {
        #expect(line.utf8.count <= 76 && line.utf8.allSatisfy { (0x20...0x7E).contains($0) || $0 == 9 })
        #expect(!line.hasSuffix(" ") && !line.hasSuffix("\t"))
      }
    }
  }
}
