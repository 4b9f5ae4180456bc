import BookingHost

/// The starts of a service day, each with what stands in its way.
struct SlotsText {
  let slots: [Slot]
  let style: Style

  var text: String {
    if slots.isEmpty { return style.dim("No slots: the restaurant is closed that day.") }
    let rows = slots.map { slot in
      [
        "\(slot.start.date) \(Words.weekday(slot.start.date))", style.bold(slot.start.time), outcome(slot),
        slot.issues.map { Plain.text($0.message) }.joined(separator: "; "),
      ]
    }
    let needs = slots.first { $0.isFree }?.needs ?? []
    let list = Words.list(needs.map { Plain.text($0) })
    let note = needs.isEmpty ? "" : "\n\n  " + style.dim("To book: \(list)")
    return Table(rows: rows, indent: "").text + note
  }

  private func outcome(_ slot: Slot) -> String {
    switch slot.outcome {
    case .confirmed: style.green("free")
    case .pending: style.yellow("on request")
    case .override: style.yellow("override")
    case .refused: style.dim("no")
    }
  }
}
