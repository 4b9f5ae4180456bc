/// Decisions of many kinds, for measuring: small and large parties, with and without contact and notes,
/// from the opening to the last slots, from an empty service to one that is over full. The C baseline in
/// `Benchmarks/` decides the same ones.
package enum Workload {
  /// The drafts and facts, 64 of them.
  package static func scenarios(mode: String) -> [(draft: Draft, facts: Facts)] {
    (0..<64).map { (draft($0), facts($0, mode)) }
  }

  private static func draft(_ index: Int) -> Draft {
    var draft = Draft(
      date: "2026-11-22", time: .text(ClockTime.text(1020 + 15 * (index % 16))),
      party: .integer(index % 8 + 1), name: "Ada Lovelace")
    if index & 8 != 0 { draft[Field.email] = "ada@example.com" }
    if index & 16 != 0 { draft[Field.phone] = "07700 900123" }
    if index & 32 != 0 { draft[Field.notes] = "A quiet table, if there is one." }
    draft[Field.terms] = true
    return draft
  }

  private static func facts(_ index: Int, _ mode: String) -> Facts {
    var facts = Facts.standard(now: "2026-11-21 18:00")
    facts.hours = DayHours(opens: 720, closes: 1380)
    facts.services = [ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1380)]
    facts.load = Load(covers: index * 5 % 45, maxCovers: 40)
    facts.restaurant.phone = "+44 20 7946 0100"
    let start = LocalDateTime(date: "2026-11-22", minute: 1020 + 15 * (index % 16))
    let instant = Instant(seconds: start.totalMinutes * 60)
    let notice = start.totalMinutes - facts.now.totalMinutes
    facts.start = Facts.Start(local: start, noticeMinutes: notice, instant: instant)
    facts.day = Facts.ServiceDayMoment(date: start.date, minute: start.minute)
    return facts
  }
}
