import BookingHost

/// What the doctor has found: a line each, and below it what to do.
struct DoctorText {
  let findings: [HealthFinding]
  let style: Style

  var text: String {
    let rows = findings.map { finding in
      let advice = finding.advice.map { "\n" + $0 } ?? ""
      return [word(finding.state), finding.subject, Plain.text(finding.sentence), Plain.text(advice)]
    }
    let lines = rows.flatMap { row in
      [[row[0], row[1], row[2]]] + (row[3].isEmpty ? [] : [["", "", "→ " + row[3].trimmingPrefix("\n")]])
    }
    return Table(rows: lines, indent: "").text + "\n\n" + summary
  }

  private func word(_ state: HealthFinding.State) -> String {
    switch state {
    case .ok: style.green("ok")
    case .mind: style.yellow("mind")
    case .wrong: style.red("wrong")
    }
  }

  private var summary: String {
    let (wrong, mind) = (count(.wrong), count(.mind))
    if wrong > 0 { return "\(Words.count(wrong, "thing is", "things are")) wrong." }
    return mind > 0
      ? "Nothing is wrong; \(Words.count(mind, "thing", "things")) to have a look at." : "All is well."
  }

  private func count(_ state: HealthFinding.State) -> Int { findings.filter { $0.state == state }.count }
}
