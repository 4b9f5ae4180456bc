import Foundation

@testable import BookingHost

extension Shipped {
  /// Every file of the shipped rules that decides, by path.
  static let texts: [String: String] = {
    var texts: [String: String] = [:]
    for path in ["customer.lua", "ops.lua", "lib/contact.lua", "lib/calling_codes.lua"] {
      texts[path] = file(path)
    }
    return texts
  }()
}

/// What the check says of some files, one line for each finding, with what to write instead after `->`.
func check(
  _ texts: [String: String], tests: [String: String] = [:], mail: [String]? = nil
) -> [String] {
  RuleCheck.findings(files: RuleFiles(texts: texts), tests: tests, mail: mail).map(\.line_)
}

/// What the check says of a staff mode, given as what stands inside its table.
func check(mode body: String, before: String = "", library: [String: String] = [:], mail: [String]? = nil)
  -> [String]
{
  check(["m.lua": "\(before)\nreturn { access = \"staff\",\n\(body)\n}"].merging(library) { $1 }, mail: mail)
}

extension RuleFinding {
  fileprivate var line_: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap { $0 }.joined(
      separator: ":")
    let kind = severity == .warning ? "warning " : ""
    return "\(place): \(kind)[\(code)] \(message)" + (suggestion.map { " -> \($0)" } ?? "")
  }
}
