import BookingHost

/// What could be booked instead, in aligned lines: `Mon 23 Nov  19:00  2 people  another day`.
struct AlternativeText {
  let alternatives: [Alternative]
  let style: Style

  init(_ alternatives: [Alternative], style: Style) {
    self.alternatives = alternatives
    self.style = style
  }

  var table: String {
    let rows = alternatives.map { alternative in
      [
        Words.shortDate(alternative.start.date), alternative.start.time,
        Words.count(alternative.party, "person", "people"),
        style.dim(AlternativeText.difference(alternative)),
      ]
    }
    return Table(rows: rows).text
  }

  /// What differs from the plan that was refused.
  static func difference(_ alternative: Alternative) -> String {
    switch alternative.difference {
    case .time: "another time"
    case .service: alternative.service.map { "at \(Plain.text($0.name).lowercased())" } ?? "between services"
    case .party: "a smaller party"
    case .date: "another day"
    }
  }
}
