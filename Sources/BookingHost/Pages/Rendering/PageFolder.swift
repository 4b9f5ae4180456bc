import Foundation

/// The pages' files in a folder, for whoever works on them: read anew for every page.
package enum PageFolder {
  package struct Unusable: Error {
    package var message: String
  }

  /// Throws `Unusable` for a folder without pages, and what `PageTemplates` throws.
  package static func templates(_ folder: String) throws -> PageTemplates {
    try PageTemplates(files(folder))
  }

  /// Text by path below the folder.
  package static func files(_ folder: String) throws -> [String: String] {
    guard let paths = FileManager.default.enumerator(atPath: folder) else {
      throw Unusable(message: "\(folder) cannot be read.")
    }
    var files: [String: String] = [:]
    for case let path as String in paths where isPart(path) {
      files[path] = try String(contentsOfFile: folder + "/" + path, encoding: .utf8)
    }
    guard files["Templates/layout.mustache"] != nil else {
      throw Unusable(message: "\(folder) holds no pages.")
    }
    return files
  }

  private static func isPart(_ path: String) -> Bool {
    ["Assets/", "Templates/", "Words/"].contains { path.hasPrefix($0) }
      && ["css", "js", "svg", "mustache", "txt"].contains { path.hasSuffix("." + $0) }
  }
}
