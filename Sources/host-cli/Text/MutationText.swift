import BookingHost

/// Which changes to the rules no test notices, for people: by file, each with its line before and after.
struct MutationText {
  let mutants: MutationJSON
  let style: Style

  var text: String {
    let byFile = Dictionary(grouping: mutants.survived, by: \.file)
    let files = byFile.keys.sorted().map { file in
      let count = Words.count(byFile[file]?.count ?? 0, "change")
      let head = style.bold(file) + "  \(count) that no test notices"
      return ([head] + (byFile[file] ?? []).map(survivor)).joined(separator: "\n")
    }
    return (files + [total]).joined(separator: "\n\n")
  }

  private func survivor(_ mutant: MutationJSON.Survivor) -> String {
    let place = "\(mutant.file):\(mutant.line):\(mutant.column)"
    let rows = [
      [style.cyan(place), Plain.text(mutant.change)],
      ["", style.red("- " + Plain.text(mutant.before))],
      ["", style.green("+ " + Plain.text(mutant.after))],
    ]
    return Table(rows: rows, width: SourceLines.unbroken).text
  }

  private var total: String {
    let invalid = mutants.invalid > 0 ? ", \(mutants.invalid) not even loaded" : ""
    let counts = "\(Words.count(mutants.total, "mutant")), \(mutants.killed) noticed\(invalid)"
    let survived = mutants.survived.count
    if survived == 0 { return "\(style.green("ok"))  \(counts)" }
    return "\(style.red("not ok"))  \(counts), \(survived) not noticed"
  }
}
