import Foundation

/// Reads the folder `mail/` of a rule directory. Only plain files that lie inside the directory are taken.
enum MailDirectory {
  struct Contents {
    var files: [MailFile] = []
    var findings: [MailFinding] = []
  }

  /// What there is. No folder is no templates; a file that cannot be read is a finding.
  static func contents(of directory: String) -> Contents {
    var contents = Contents()
    guard let root = RuleDirectory.resolved(directory) else { return contents }
    var bytes = 0
    for file in names(in: root) {
      guard let name = MailFile.Name(file: file) else {
        contents.findings.append(ignored(file))
        continue
      }
      switch RuleDirectory.text(name.path, root, MailTemplateLimits.fileBytes) {
      case .success(let text):
        bytes += text.utf8.count
        guard bytes <= MailTemplateLimits.directoryBytes, contents.files.count < MailTemplateLimits.files
        else {
          contents.findings.append(unreadable(name.path, "there is too much in mail/; this file is left out"))
          continue
        }
        contents.files.append(MailFile(name, text))
      case .failure(let problem): contents.findings.append(unreadable(name.path, problem.sentence))
      }
    }
    return contents
  }

  private static func names(in root: String) -> [String] {
    let found = (try? FileManager.default.contentsOfDirectory(atPath: root + "/mail")) ?? []
    return found.filter { $0.hasSuffix(".mustache") && !$0.hasPrefix(".") }.sorted()
  }

  private static func unreadable(_ path: String, _ sentence: String) -> MailFinding {
    MailFinding(file: path, code: "unreadable_template", message: sentence)
  }

  private static func ignored(_ file: String) -> MailFinding {
    let base = file.prefix { $0 != "." }.lowercased()
    return MailFinding(
      file: "mail/" + file, code: "ignored_template", message: "the file is ignored for its name",
      suggestion:
        "call it \(base).txt.mustache or \(base).html.mustache; in one language \(base).fr.txt.mustache",
      isWarning: true)
  }
}
