import Foundation

/// One row of a file.
package struct BookingRow: Sendable {
  /// Where it begins, counted from 1.
  package var line: Int
  package var content: Result<BookingCells, RowError>
}

/// What is wrong with a row.
package struct RowError: Error, Hashable, Sendable {
  /// Stable, in snake case.
  package var code: String
  /// Nil when it is about the row as a whole.
  package var column: String?
  /// A sentence for a person, without what the row says of anybody.
  package var message: String

  package init(_ code: String, _ column: BookingColumn?, _ message: String) {
    self.init(code, named: column?.rawValue, message)
  }

  package init(_ code: String, named column: String?, _ message: String) {
    self.code = code
    self.column = column
    self.message = message
  }
}

/// A file of bookings, read from its beginning a piece at a time.
package struct RowSource {
  private let handle: FileHandle
  private let format: BookingFormat
  /// How large the file is, in bytes.
  package let size: Int

  /// Throws `HostError` for what is no readable file.
  package init(path: String, format: BookingFormat) throws {
    var status = stat()
    guard stat(path, &status) == 0, let handle = FileHandle(forReadingAtPath: path) else {
      throw HostError(.notFound, "There is no file \(path) that can be read.", field: "file")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw HostError(.usage, "\(path) must be a file: it is read twice.", field: "file")
    }
    self.handle = handle
    self.format = format
    size = Int(status.st_size)
  }

  /// Reads all of it, calling `take` with each row and with how far the file has been read.
  ///
  /// Throws `HostError` for a heading that makes no sense, and whatever `take` throws.
  package func rows(_ take: (BookingRow, _ bytesRead: Int) throws -> Void) throws {
    try handle.seek(toOffset: 0)
    var read = 0
    var reader = RecordReader(format: format)
    while let piece = try handle.read(upToCount: 1 << 16), !piece.isEmpty {
      read += piece.count
      for byte in piece {
        if let row = try reader.take(byte) { try take(row, read) }
      }
    }
    if let row = try reader.end() { try take(row, read) }
  }
}
