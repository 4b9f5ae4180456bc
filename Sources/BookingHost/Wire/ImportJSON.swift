/// What came of an import.
package struct ImportJSON: Encodable, Sendable {
  package var rows: Int
  package var imported: Int
  package var duplicates: Int
  package var failed: Int
  package var dryRun: Bool
  /// The first hundred.
  package var errors: [Fault]

  package struct Fault: Encodable, Sendable {
    package var line: Int
    @OrNull package var column: String?
    package var code: String
    package var message: String
  }

  package init(_ report: BookingImport.Report, isDryRun: Bool) {
    rows = report.rows
    imported = report.imported
    duplicates = report.duplicates
    failed = report.faults
    dryRun = isDryRun
    errors = report.firstFaults.map {
      Fault(line: $0.line, column: $0.error.column, code: $0.error.code, message: $0.error.message)
    }
  }
}

/// What came of an export into a file.
package struct ExportJSON: Encodable, Sendable {
  package var file: String
  package var bookings: Int

  package init(file: String, bookings: Int) {
    self.file = file
    self.bookings = bookings
  }
}
