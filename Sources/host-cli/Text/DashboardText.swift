import BookingHost

/// A service day on one screen: totals, how full it is, and who comes.
struct DashboardText {
  let dashboard: Dashboard
  let style: Style
  let today: CivilDate

  var text: String {
    [heading, rules, totals, services, slots, waiting, list].compactMap { $0 }.joined(separator: "\n\n")
  }

  /// What is wrong with the rules, if anything is.
  private var rules: String? {
    let failures = dashboard.rules.failures.map { failure in
      "  " + style.red("rule failed") + "  \(failure.rule ?? "no line known"): "
        + "\(Words.count(failure.refused, "booking")) refused for it"
    }
    let rejected = dashboard.rules.rejected.map { event in
      "  " + style.yellow("rejected edit") + "  " + Plain.text(event.notes.first?.description ?? "")
        + style.dim("  (host-cli rules status)")
    }
    let lines = failures + [rejected].compactMap { $0 }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  private var heading: String {
    let name = style.bold(Plain.text(dashboard.restaurant.name))
    return "\(name)  \(Words.date(dashboard.date, today: today))"
  }

  private var totals: String {
    let totals = dashboard.totals
    let states = BookingStatus.inOrder.compactMap { status in
      totals.byStatus[status].map { "\($0) \(Words.status(status))" }
    }
    let sums = [
      Words.count(totals.all, "booking"), Words.count(totals.covers, "cover"), "\(totals.upcoming) upcoming",
    ]
    let detail = states.isEmpty ? "" : "  (" + states.joined(separator: ", ") + ")"
    return "  " + sums.joined(separator: " · ") + style.dim(detail)
  }

  private var services: String? {
    guard !dashboard.services.isEmpty else { return nil }
    let rows = dashboard.services.map { service in
      [
        Plain.text(service.period.name),
        "\(ClockTime.text(service.period.opens))–\(ClockTime.text(service.period.closes))",
        gauge(service.covers, of: service.capacity.covers),
        service.capacity.covers.map { "\(service.covers) of \($0) covers" }
          ?? Words.count(service.covers, "cover"),
      ]
    }
    return Table(rows: rows).text
  }

  private func gauge(_ covers: Int, of limit: Int?) -> String {
    guard let limit, limit > 0 else { return "" }
    let colour = covers > limit ? style.red : covers * 10 >= limit * 9 ? style.yellow : style.green
    return bar(covers, of: limit, width: 20, colour)
  }

  /// A bar for each start, as long as the service it is in would let it be.
  private var slots: String? {
    guard let most = dashboard.starts.map(\.covers).max(), most > 0 else { return nil }
    let width = max(10, min(40, Terminal.width - 40))
    let rows = dashboard.starts.map { start in
      let service = dashboard.services.first { $0.period.contains(start.minute) }
      return [
        ClockTime.text(start.minute),
        bar(start.covers, of: max(service?.capacity.covers ?? most, most), width: width, style.cyan),
        "\(Words.count(start.covers, "cover")), \(Words.count(start.parties, "party", "parties"))",
      ]
    }
    return Table(rows: rows).text
  }

  /// Who waits for a table, if anybody does.
  private var waiting: String? {
    guard let list = dashboard.waitlist, !list.places.isEmpty else { return nil }
    return "  " + style.bold("Waiting") + "\n" + WaitlistText(list, style: style).text
  }

  /// What is there shows, however little of the whole it is.
  private func bar(_ part: Int, of whole: Int, width: Int, _ colour: (String) -> String) -> String {
    let filled = part == 0 ? 0 : min(width, max(1, part * width / max(1, whole)))
    return colour(String(repeating: "█", count: filled))
      + style.dim(String(repeating: "░", count: width - filled))
  }

  private var list: String {
    if dashboard.bookings.isEmpty { return "  " + style.dim("No bookings.") }
    return BookingListText(bookings: dashboard.bookings, style: style, showsDay: false).text
  }
}

extension BookingStatus {
  /// In the order of a booking's life.
  static let inOrder: [BookingStatus] = [.pending, .confirmed, .checkedIn, .completed, .cancelled, .noShow]
}
