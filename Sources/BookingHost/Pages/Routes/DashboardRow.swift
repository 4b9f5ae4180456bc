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
    private let statuses: [BookingStatus: String]
    private let contacts: (none: String, phone: String, email: String, both: String)
    private var times: [Int: String] = [:]
    private var parties: [Int: String] = [:]
    private var steps: [String: [[String: Any]]] = [:]

    init(_ dashboard: Dashboard, _ dates: PageDates, _ words: PageWords, csrf: String?) {
      self.dashboard = dashboard
      self.dates = dates
      self.words = words
      self.csrf = csrf ?? ""
      let ops = OpsWords(words: words)
      self.ops = ops
      statuses = Dictionary(uniqueKeysWithValues: BookingStatus.allCases.map { ($0, ops.status($0)) })
      contacts = (
        words("contact_none"), words("contact_phone"), words("contact_email"), words("contact_both")
      )
    }

    /// `isDated`: it stands among bookings of other days.
    func row(_ booking: Booking, isDated: Bool = false) -> DashboardRow {
      let time = time(booking.start.minute)
      var values: [String: Any] = [
        "id": (isDated ? "found-" : "") + booking.reference, "reference": booking.reference,
        "time": isDated ? "\(dates.shortDay(booking.serviceDate)), \(time)" : time, "name": booking.name,
        "people": people(booking.party), "status": statuses[booking.status] ?? "",
        "tone": OpsWords.tone(booking.status), "state": booking.status.rawValue, "more": more(booking),
        "version": booking.version, "csrf": csrf,
      ]
      values["table"] = booking.table.map { words("at_table", ["table": $0]) }
      values["notes"] = booking.notes
      values["staffNotes"] = booking.staffNotes
      let failed = booking.effects.filter { $0.state == .failed }
      if !failed.isEmpty { values["failed"] = line(of: failed, .failed) }
      if !isDated { offer(booking, in: &values) }
      // What is not there would be looked for in the page around it.
      for name in ["table", "notes", "staffNotes", "failed", "tableField", "steps", "hasActions"]
      where values[name] == nil {
        values[name] = false
      }
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

    private func people(_ count: Int) -> String {
      if let known = parties[count] { return known }
      let text = ops.party(count)
      parties[count] = text
      return text
    }

    /// Where it is from, how the guests are reached, and what has become of the emails.
    private func more(_ booking: Booking) -> String {
      let emails = booking.effects.filter { $0.effect.action.kind == "email" }
      let lines = [StoredEffect.State.skipped, .queued, .delivered].compactMap { state -> String? in
        let group = emails.filter { OpsEffects.shown($0.state) == state }
        return group.isEmpty ? nil : line(of: group, state)
      }
      return ([booking.label, contact(booking)].compactMap { $0 } + lines).joined(separator: " · ")
    }

    private func contact(_ booking: Booking) -> String {
      switch (booking.phone, booking.email) {
      case (nil, nil): contacts.none
      case (_, nil): contacts.phone
      case (nil, _): contacts.email
      default: contacts.both
      }
    }

    private func line(of effects: [StoredEffect], _ state: StoredEffect.State) -> String {
      let names = effects.map { effect in
        let name = ops.effect(effect.effect)
        guard state == .failed || state == .skipped, let reason = effect.reason else { return name }
        return words("with_reason", ["what": name, "reason": reason])
      }
      return words("effects_\(state.rawValue)", ["what": names.joined(separator: ", ")])
    }

    // MARK: What can be done

    /// What the list offers of what may follow: on another day nobody is at the door.
    private func offer(_ booking: Booking, in values: inout [String: Any]) {
      let undoable = dashboard.changedToday.contains(booking.reference)
      let isAhead = booking.serviceDate > dashboard.today
      let key = "\(booking.status.rawValue) \(undoable) \(isAhead)"
      let buttons = steps[key] ?? buttons(booking.status, undoable, isAhead).map(\.values)
      steps[key] = buttons
      values["steps"] = buttons
      values["hasActions"] = !buttons.isEmpty
      let seats = LifeCycle.passage(from: booking.status, to: .checkedIn) == .onward && !isAhead
      values["tableField"] = seats ? words("table") : nil
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
        case .cancelled: buttons.append(StepButton(next, words))
        default: break
        }
      }
      let isUndone = undoable && status != .pending && status != .confirmed
      return buttons + (isUndone ? [StepButton(StepButton.undo, words)] : [])
    }
  }
}

extension DashboardRow: MustacheParent {
  func child(named name: String) -> Any? { values[name] }
}

enum OpsEffects {
  /// Being sent is waiting, to whoever waits.
  static func shown(_ state: StoredEffect.State) -> StoredEffect.State { state == .sending ? .queued : state }
}
