/// Settings for the tools that operators' editors run: which globals rules have, and which they have not.
package enum EditorSettings {
  /// The path of the annotations, from the rule directory.
  package static let annotationsPath = "types/booking.lua"

  /// `.luarc.json`, for the Lua language server.
  package static let luarc = """
    {
      "$schema": "https://raw.githubusercontent.com/LuaLS/vscode-lua/master/setting/schema.json",
      "runtime.version": "Lua 5.4",
      "runtime.path": ["?.lua"],
      "runtime.builtin": {
    \(["coroutine", "debug", "io", "os", "package"].map { "    \"\($0)\": \"disable\"" }.joined(separator: ",\n"))
      },
      "workspace.library": ["types"],
      "workspace.ignoreDir": ["types"],
      "diagnostics.globals": ["absent"]
    }

    """

  /// `.luacheckrc`, for luacheck: names in two tables, what rules may read and nothing that they may write.
  package static var luacheck: String {
    """
    -- For luacheck (Debian: lua-check). Written by `host-cli rules types`; not read by the host.
    std = {
      read_globals = {
        -- What rules may call.
    \(lines((Vocabulary.recorders + [Vocabulary.atLeast]).map(\.name)))
        -- What there is of Lua's library.
    \(lines(Vocabulary.base.map(\.name)))
    \(Vocabulary.libraries.map(library).joined(separator: "\n"))
      },
    }
    max_line_length = 140
    -- A function may leave unused what every function of its kind is given.
    unused_args = false
    files["tests/"] = { read_globals = { "absent" } }
    exclude_files = { "types/" }

    """
  }

  private static func lines(_ names: [String]) -> String {
    "    " + names.map { "\"\($0)\"" }.joined(separator: ", ") + ","
  }

  private static func library(_ library: Vocabulary.Library) -> String {
    let names = library.functions.map(\.name) + library.constants.map(\.name)
    return "    \(library.name) = { fields = { \(names.map { "\"\($0)\"" }.joined(separator: ", ")) } },"
  }
}
