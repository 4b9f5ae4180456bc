import ArgumentParser
import BookingHost
import Foundation

/// `rules types`: has editors know what rules can say.
struct RulesTypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types", abstract: "Write annotations and settings for editors that know Lua.",
    discussion: """
      Writes types/booking.lua (annotations for LuaLS, own fields of your modes included), .luarc.json and \
      .luacheckrc into the rule directory. Settings files of your own are left as they are, unless --force. \
      Run it again when a mode has got a field.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: "The rule directory (default: --rules).", completion: .directory)
  var dir: String?

  @Flag(help: "Replace settings files that are there already.")
  var force = false

  func run() throws {
    let root = dir ?? common.rules
    let rules = try RuleBook(directory: root)
    var written = [EditorSettings.annotationsPath]
    var kept: [String] = []
    try write(LuaAnnotations.text(for: rules), root, EditorSettings.annotationsPath)
    for (path, text) in [(".luarc.json", EditorSettings.luarc), (".luacheckrc", EditorSettings.luacheck)] {
      let there = try? String(contentsOfFile: root + "/" + path, encoding: .utf8)
      if let there, there != text, !force {
        kept.append(path)
      } else {
        try write(text, root, path)
        written.append(path)
      }
    }
    try Output(common.format).result(["written": written, "kept": kept]) {
      let note = kept.isEmpty ? "" : "; \(Words.list(kept)) left as it was (--force replaces it)"
      return "Wrote \(Words.list(written)) in \(Plain.text(root))\(note)"
    }
  }

  private func write(_ text: String, _ root: String, _ path: String) throws {
    let target = URL(filePath: root + "/" + path)
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
      try text.write(to: target, atomically: true, encoding: .utf8)
    } catch {
      throw HostError(.internal, "\(root)/\(path) cannot be written.", field: "dir")
    }
  }
}
