import Foundation

extension RuleDirectory {
  /// The names of the files in `mail/`, in order; nil where there is no such folder. They are not opened.
  static func mail(in directory: String) -> [String]? {
    (try? FileManager.default.contentsOfDirectory(atPath: directory + "/mail"))?.sorted()
  }
}
