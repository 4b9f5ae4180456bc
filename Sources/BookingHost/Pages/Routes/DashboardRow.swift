internal import Mustache

/// One booking in the list of a day. It answers a template's questions itself, because looking into a value for its
/// members takes long where there are many rows.
struct DashboardRow {
  private var values: [String: Any]

  /// Makes rows, with what they have in common worked out once.
  final class Maker {
    private let dashboard: Dashboard
    private let dates: PageDates
    private let words: PageWords
    private let ops: OpsWords
    private let csrf: String
    private var times: [Int: String] = [:]
    private var steps: [String: [StepButton]] = [:]

    init(_ dashboard: Dashboard, _ dates: PageDates, _ words: PageWords, csrf: String?) {
      self.dashboard = dashboard
      self.dates = dates
      self.words = words
      self.csrf = csrf ?? ""
      ops = OpsWords(words: words)
    }

    /// `isDated`: it stands among bookings of other days.
    func row(_ booking: Booking, isDated: Bool = false) -> DashboardRow {
      var values: [String: Any] = [
        "id": (isDated ? "found-" : "") + booking.reference, "reference": booking.reference, "time": time(booking.start.minute), "name": booking.name,
        "party": booking.party, "people": ops.party(booking.party), "status": ops.status(booking.status),
        "tone": OpsWords.tone(booking.status), "state": booking.status.rawValue,
        "contact": contact(booking), "effects": effects(booking), "version": booking.version,
        "t": words, "csrf": csrf,
      ]
      values["dated"] = isDated ? dates.shortDay(booking.serviceDate) : nil
      values["label"] = booking.label
      values["table"] = booking.table.map { words("at_table", ["table": $0]) }
      values["notes"] = booking.notes
      values["staffNotes"] = booking.staffNotes
      offer(booking, isDated: isDated, in: &values)
      return DashboardRow(values: values)
    }

    /// `Ada Lovelace, 19:30, 4 people`
    func line(_ booking: Booking) -> String {
      words(
        "booking_line",
        ["name": booking.name, "time": time(booking.start.minute), "people": ops.party(booking.party)])
    }

    private func time(_ minute: Int) -> String {
      if let known = times[minute] { return known }
      let text = dates.time(minute: minute)
      times[minute] = text
      return text
    }

    private func contact(_ booking: Booking) -> String {
      switch (booking.phone, booking.email) {
      case (nil, nil): words("contact_none")
      case (_, nil): words("contact_phone")
      case (nil, _): words("contact_email")
      default: words("contact_both")
      }
    }

    // MARK: What can be done

    /// What the list offers of what may follow: on another day nobody is at the door.
    private func offer(_ booking: Booking, isDated: Bool, in values: inout [String: Any]) {
      let undoable = dashboard.changedToday.contains(booking.reference)
      let isAhead = booking.serviceDate > dashboard.today
      let key = "\(booking.status.rawValue) \(undoable) \(isAhead) \(isDated)"
      let buttons = steps[key] ?? (isDated ? [] : buttons(booking.status, undoable, isAhead))
      steps[key] = buttons
      let next = LifeCycle.next(after: booking.status)
      values["steps"] = buttons
      values["takesTable"] = buttons.contains { $0.step == BookingStatus.checkedIn.rawValue }
      values["mayCancel"] = !isDated && next.contains(.cancelled)
      values["hasActions"] = !buttons.isEmpty || (!isDated && next.contains(.cancelled))
    }

    private func buttons(_ status: BookingStatus, _ undoable: Bool, _ isAhead: Bool) -> [StepButton] {
      var buttons: [StepButton] = []
      for next in LifeCycle.next(after: status) {
        switch next {
        case .confirmed where status == .pending: buttons.append(StepButton(next, words, kind: "primary"))
        case .checkedIn where status == .confirmed ? !isAhead : undoable:
          buttons.append(StepButton(next, words, kind: "primary"))
        case .completed: buttons.append(StepButton(next, words, kind: "primary"))
        case .noShow where status == .confirmed && !isAhead: buttons.append(StepButton(next, words))
        default: break
        }
      }
      let isUndone = undoable && status != .pending && status != .confirmed
      return buttons + (isUndone ? [StepButton(StepButton.undo, words)] : [])
    }

    // MARK: What followed

    /// Emails, and whatever went wrong: the rest is with the booking itself.
    private func effects(_ booking: Booking) -> [[String: String]] {
      let shown = booking.effects.filter { $0.effect.action.kind == "email" || $0.state == .failed }
      return OpsEffects.states.compactMap { state in
        let group = shown.filter { OpsEffects.shown($0.state) == state }
        guard !group.isEmpty else { return nil }
        let names = group.map { effect in
          let name = ops.effect(effect.effect)
          guard state == .failed || state == .skipped, let reason = effect.reason else { return name }
          return words("with_reason", ["what": name, "reason": reason])
        }
        return [
          "line": words("effects_\(state.rawValue)", ["what": names.joined(separator: ", ")]),
          "bad": state == .failed ? "bad" : "",
        ]
      }
    }
  }
}

extension DashboardRow: MustacheParent {
  func child(named name: String) -> Any? { values[name] }
}

enum OpsEffects {
  /// What is told first comes first.
  static let states: [StoredEffect.State] = [.failed, .skipped, .queued, .delivered]

  /// Being sent is waiting, to whoever waits.
  static func shown(_ state: StoredEffect.State) -> StoredEffect.State { state == .sending ? .queued : state }
}
