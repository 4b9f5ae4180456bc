/// One thing that is set up differently than before, in words: for the audit trail, and for who has changed it.
package struct SetupDifference: Hashable, Sendable {
  /// `hours.friday`, `service.dinner`, `phone`.
  package var what: String
  /// Nil when it was not there.
  package var from: String?
  /// Nil when it is gone.
  package var to: String?

  /// Everything that differs, by name.
  package static func between(_ before: HouseSetup, _ after: HouseSetup) -> [SetupDifference] {
    let zone = before.restaurant.zone
    let (old, new) = (before.described(zone), after.described(zone))
    return Set(old.keys).union(new.keys).sorted().compactMap { what in
      old[what] == new[what] ? nil : SetupDifference(what: what, from: old[what], to: new[what])
    }
  }
}

extension HouseSetup {
  /// Everything in words, by name; moments on the clock of a zone.
  fileprivate func described(_ zone: Zone) -> [String: String] {
    var words: [String: String?] = [
      "name": restaurant.name, "timezone": restaurant.zone.identifier, "phone": restaurant.phone,
      "email": restaurant.email, "address": restaurant.address, "locale": restaurant.locale,
      "seats": restaurant.seats.map(String.init),
    ]
    for (day, hours) in schedule.weekly { words["hours.\(day.rawValue)"] = hours.described }
    for (date, hours) in schedule.exceptions { words["hours.\(date)"] = hours.described }
    for service in schedule.services { words.merge(service.described) { $1 } }
    for closure in closures {
      let reason = closure.reason.map { " (\($0))" } ?? ""
      words["closure.\(closure.id.map(String.init) ?? "new")"] =
        "\(zone.local(closure.from)) to \(zone.local(closure.to))\(reason)"
    }
    return words.compactMapValues { $0 }
  }
}

extension DayHours {
  fileprivate var described: String { HoursText.text(self) + (label.map { " (\($0))" } ?? "") }
}

extension Capacity {
  /// `40 covers, 12 parties`; `unlimited`.
  package var described: String {
    let parts = [covers.map { "\($0) covers" }, parties.map { "\($0) parties" }].compactMap { $0 }
    return parts.isEmpty ? "unlimited" : parts.joined(separator: ", ")
  }
}

extension ScheduledService {
  fileprivate var described: [String: String?] {
    let name = "service.\(period.key)"
    let hours = HoursText.span(period.opens, period.closes)
    var words: [String: String?] = [
      name: "\(period.name), \(WeekdayText.text(weekdays)) \(hours), \(capacity.described)"
    ]
    for (day, capacity) in weekdayCapacity { words["\(name).\(day.rawValue)"] = capacity.described }
    for (date, capacity) in dateCapacity { words["\(name).\(date)"] = capacity.described }
    return words
  }
}
