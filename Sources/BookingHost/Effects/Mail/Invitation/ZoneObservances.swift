/// How far a zone's clocks are ahead of UTC, from when to when: what a VTIMEZONE spells out.
struct ZoneObservances {
  /// One stretch of time in which the clocks keep their distance from UTC.
  struct Observance: Hashable {
    var begins: Instant
    /// Seconds ahead of UTC until then, and from then on.
    var before: Int
    var after: Int
  }

  var zone: Zone
  /// In order. The first begins with the window, or long ago when nothing changes in it.
  var observances: [Observance]

  /// Those from the beginning of the year before `moment` to the end of the year after it.
  init(of zone: Zone, around moment: Instant) {
    self.zone = zone
    let year = zone.local(moment).date.parts.year
    let from = ZoneObservances.newYear(year - 1)
    let changes = ZoneObservances.changes(of: zone, from: from, to: ZoneObservances.newYear(year + 2))
    let first = zone.offset(at: from)
    observances = [Observance(begins: from, before: first, after: first)] + changes
  }

  private static func newYear(_ year: Int) -> Instant {
    // Kept to the years that there are dates for.
    Instant(seconds: CivilDate(year: min(max(year, 1), 9999), month: 1, day: 1)!.dayNumber * 86_400)
  }

  /// No zone changes twice within a day, so what is the same from one day to the next has not changed.
  private static func changes(of zone: Zone, from: Instant, to: Instant) -> [Observance] {
    stride(from: from.seconds, to: to.seconds, by: 86_400).compactMap { second in
      let before = zone.offset(at: Instant(seconds: second))
      let after = zone.offset(at: Instant(seconds: second + 86_400))
      guard before != after else { return nil }
      let begins = firstSecond(of: after, in: zone, after: second, until: second + 86_400)
      return Observance(begins: begins, before: before, after: after)
    }
  }

  /// Halves the span until only one second is left.
  private static func firstSecond(of offset: Int, in zone: Zone, after: Int, until: Int) -> Instant {
    var (low, high) = (after, until)
    while high - low > 1 {
      let middle = (low + high) / 2
      if zone.offset(at: Instant(seconds: middle)) == offset { high = middle } else { low = middle }
    }
    return Instant(seconds: high)
  }
}

extension ZoneObservances {
  /// The VTIMEZONE component. Every change is written out: rules of repetition are only as good as a guess at
  /// what a parliament decides next.
  var component: String {
    let standard = observances.map(\.after).min() ?? 0
    let parts = observances.map { observance -> String in
      let name = observance.after == standard ? "STANDARD" : "DAYLIGHT"
      return [
        CalendarLine.raw("BEGIN", name),
        // The moment of the change, by the clock as it was until then.
        CalendarLine.raw("DTSTART", CalendarStamp.local(observance.begins, ahead: observance.before)),
        CalendarLine.raw("TZOFFSETFROM", CalendarStamp.offset(observance.before)),
        CalendarLine.raw("TZOFFSETTO", CalendarStamp.offset(observance.after)),
        CalendarLine.raw("END", name),
      ].joined()
    }
    return CalendarLine.raw("BEGIN", "VTIMEZONE") + CalendarLine.raw("TZID", zone.identifier)
      + parts.joined() + CalendarLine.raw("END", "VTIMEZONE")
  }
}

/// Moments as iCalendar writes them.
enum CalendarStamp {
  /// `20261127T193000Z`
  static func utc(_ instant: Instant) -> String { local(instant, ahead: 0) + "Z" }

  /// `20261127T193000`: what a clock shows that is `ahead` seconds ahead of UTC.
  static func local(_ instant: Instant, ahead: Int) -> String {
    let seconds = instant.seconds + ahead
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let time = seconds - day * 86_400
    let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, to: 2) }.joined()
    return CivilDate(dayNumber: day).description.replacing("-", with: "") + "T" + clock
  }

  /// `+0545`
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let parts = [size / 3600, size / 60 % 60] + (size % 60 == 0 ? [] : [size % 60])
    return (seconds < 0 ? "-" : "+") + parts.map { padded($0, to: 2) }.joined()
  }
}
