import BookingHost

/// What came of an import.
struct ImportText {
  let report: BookingImport.Report
  let isDryRun: Bool
  let keepsGoing: Bool

  var summary: String {
    let already = report.duplicates > 0 ? ", \(Words.grouped(report.duplicates)) there already" : ""
    let bad = report.faults > 0 ? ", \(Words.grouped(report.faults)) cannot be used" : ""
    let rows = "\(Words.grouped(report.rows)) \(report.rows == 1 ? "row" : "rows")"
    if isDryRun { return "\(rows): \(Words.grouped(report.imported)) would be taken in\(already)\(bad)" }
    if report.faults > 0, !keepsGoing { return "\(rows)\(already)\(bad): nothing was taken in" }
    return "\(rows): \(Words.grouped(report.imported)) taken in\(already)\(bad)"
  }

  var faults: String {
    var lines = report.firstFaults.map { fault in
      let column = fault.error.column.map { ", \(Plain.text($0))" } ?? ""
      return "line \(fault.line)\(column): \(Plain.text(fault.error.message))"
    }
    let more = report.faults - report.firstFaults.count
    if more > 0 { lines.append("and \(Words.grouped(more)) more") }
    return lines.joined(separator: "\n")
  }
}
