import BookingHost
import Foundation

/// Where results and failures go: results to standard output; complaints to standard error, or, when a
/// program is listening, as the one JSON document on standard output.
struct Output {
  let format: OutputFormat

  init(_ format: OutputFormat) {
    self.format = format
  }

  /// Prints a result in the format asked for.
  func result(_ json: @autoclosure () -> some Encodable, text: () -> String) throws {
    switch format {
    case .json: line(try WireEncoder.text(json()))
    case .text: line(text())
    }
  }

  func line(_ text: String) { Output.write(text + "\n", to: STDOUT_FILENO) }

  /// Prints a line to standard error.
  static func complain(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  func report(_ failure: Failure) {
    switch (failure.report, format) {
    case (.told, _): break
    case (.error(let code, let message, let field), .json):
      document(ErrorJSON(code: code, message: message, field: field.map(WireEncoder.key)))
    case (.refused(let refusal), .json): document(ResultJSON(.refused(refusal)))
    case (.wouldStrand(let refusal), .json): document(WouldStrandJSON(refusal, field: "yes"))
    case (.wouldStrand(let refusal), .text):
      Output.complain(HouseText.stranded(refusal.stranded, style: .standardError))
      Output.complain("\n\(refusal.message) To do it all the same: --yes")
    case (.error(_, let message, _), .text): Output.complain("error: " + Plain.text(message))
    case (.refused(let refusal), .text): Output.complain(RefusalText(refusal, style: .standardError).text)
    }
  }

  private func document(_ value: some Encodable) {
    line((try? WireEncoder.text(value)) ?? "{}")
  }

  /// Writes everything, however little a pipe takes at a time.
  static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 { bytes = bytes.dropFirst(count) } else if errno != EINTR && errno != EAGAIN { return }
    }
  }
}
