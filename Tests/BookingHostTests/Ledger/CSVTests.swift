import Foundation
import Testing

@testable import BookingHost

@Suite struct `A CSV file` {
  private func records(_ text: String) -> [[String]?] { records(Array(text.utf8)) }

  private func records(_ bytes: [UInt8]) -> [[String]?] {
    var reader = CSVReader()
    var found = bytes.compactMap { reader.take($0) }
    if let last = reader.end() { found.append(last) }
    return found.map { try? $0.cells.get() }
  }

  @Test func `may end its lines either way, or not at all`() {
    #expect(records("a,b\r\nc,d\r\n") == [["a", "b"], ["c", "d"]])
    #expect(records("a,b\nc,d") == [["a", "b"], ["c", "d"]])
    #expect(records("a,b\r\n\r\n\nc,") == [["a", "b"], ["c", ""]])
    #expect(records("") == [])
  }

  @Test func `may have commas, quotes and line ends in quoted cells`() {
    #expect(
      records("\"a,b\",\"say \"\"hi\"\"\",\"one\r\ntwo\"\r\n") == [["a,b", "say \"hi\"", "one\r\ntwo"]])
    #expect(records("\"\",\"\"\n") == [["", ""]])
    #expect(records("\"\"\n") == [[""]])
  }

  @Test func `may begin with a byte order mark`() {
    #expect(records("\u{FEFF}a,b\n") == [["a", "b"]])
  }

  @Test func `has its mistakes in the row where they are`() {
    #expect(records("a,b\"c\nd\n") == [nil, ["d"]])
    #expect(records("\"a\"x\nd\n") == [nil, ["d"]])
    #expect(records("d\n\"a\nb") == [["d"], nil])
    #expect(records([0x61, 0xff, 0x0a, 0x62, 0x0a]) == [nil, ["b"]])
  }

  @Test func `counts lines as an editor does`() {
    var reader = CSVReader()
    let lines = Array("a\n\"b\nc\"\n\nd\n".utf8).compactMap { reader.take($0)?.line }
    #expect(lines == [1, 2, 5])
  }

  @Test(arguments: [
    "=1+1", "+cmd|' /C calc'!A0", "-2", "@SUM(A1)", "'=already", "''@twice", "plain", "'t Hooft", "a,b",
    "say \"hi\"",
    "two\nlines", "-",
  ])
  func `is read as it was written`(text: String) {
    for column in [BookingColumn.name, .phone, .notes] {
      let cell = CSVCell.written(text, in: column)
      #expect(!"=+-@\t\r".contains(cell.first!) && !"=+-@".contains(cell.drop { $0 == "\"" }.first ?? "x"))
      let read = records(cell + ",x\r\n")
      #expect(read.first??.first.map(CSVCell.read) == text)
    }
  }

  @Test func `leaves phone numbers as they are`() {
    #expect(CSVCell.written("+44 (0)20 7946-0100", in: .phone) == "+44 (0)20 7946-0100")
    #expect(CSVCell.written("+44 20", in: .name) == "'+44 20")
    #expect(CSVCell.written("+44;cmd", in: .phone) == "'+44;cmd")
  }
}
