/// A day's times as a page shows them, and what there is instead where none will do. For a new booking and for one that
/// is to be moved alike.
struct GuestTimes {
  /// When one can come, and what stands in the way of the rest.
  var groups: [Group] = []
  var hasGroups = false
  var legend = ""
  var refusal: Refusal?

  /// The times of a service; nameless where there is only one, or none.
  struct Group {
    var name: String?
    var slots: [Choice]
  }

  struct Choice {
    /// `2026-11-28T19:30`
    var value: String
    var time: String
    /// `Saturday 28 November, 19:30, open`
    var name: String
    /// What stands under the time where one cannot come then.
    var state: String?
    var isChosen: Bool
  }

  /// Why not, and what to do next.
  struct Refusal {
    var title: String
    var reasons: [Reason]
    var alternatives: [Offer]
    var hasAlternatives: Bool
    /// The form whose buttons the alternatives are, where what was typed goes along.
    var picks: FormView?
    var phone: GuestPhone?
  }

  struct Reason {
    var message: String
    /// The id of the question it is about.
    var target: String?
  }

  struct Offer {
    var label: String
    /// Nil where it is a button.
    var address: String?
    /// `2026-11-28T19:30/2`
    var pick: String
  }
}

/// What is asked of a day.
struct GuestTimesQuestion {
  var services: WebServices
  var place: GuestDoor
  var answers: GuestAnswers
  var bounds: FormBounds
  /// The booking that is to be moved.
  var changing: Booking?
  /// Where another plan leads; nil where a form takes it there.
  var address: ((GuestAnswers) -> String)?
  var picks: FormView?

  private var words: PageWords { place.words }

  /// `issues` are what was found against the time that was chosen.
  func times(_ issues: [Issue]) throws -> GuestTimes {
    var times = GuestTimes()
    let day = answers.day ?? answers.start?.date
    guard let day, answers.party != nil, answers.unreadable.isEmpty else {
      times.refusal = unreadable
      return times
    }
    let slots = try services.desk.slots(
      restaurant: place.restaurant.slug, date: day, mode: place.policy.mode, draft: answers.planDraft,
      by: .guest, changing: changing?.id)
    let offered = slots.filter { slot in !slot.issues.contains { $0.code == "past_time" } }
    if offered.contains(where: \.isFree) {
      times.groups = try groups(offered, day)
      times.hasGroups = true
      times.legend = words.count(
        "guest_times_legend", answers.party ?? 0, ["day": place.dates.day(day, today: place.today)])
    }
    if !issues.isEmpty {
      times.refusal = try refusal(ofTime: issues)
    } else if !times.hasGroups {
      times.refusal = try refusal(of: day, slots, offered)
    }
    return times
  }

  private var unreadable: GuestTimes.Refusal? {
    guard !answers.unreadable.isEmpty else { return nil }
    let reasons = answers.unreadable.sorted().map {
      GuestTimes.Reason(message: words("guest_\($0)_invalid"), target: "plan-\($0)")
    }
    return refusal("guest_time_refused", reasons, [])
  }

  // MARK: The times

  private func groups(_ slots: [Slot], _ day: CivilDate) throws -> [GuestTimes.Group] {
    let diary = try services.store.read { try $0.diary(of: place.restaurant, around: day) }
    let services = diary.days[day]?.services.map(\.period) ?? []
    let dates = place.dates
    func service(_ slot: Slot) -> ServicePeriod? {
      services.first { $0.opens <= slot.serviceMinute && slot.serviceMinute < $0.closes }
    }
    var groups: [(key: String?, group: GuestTimes.Group)] = []
    for slot in slots {
      let period = service(slot)
      if groups.last?.key != period?.key || groups.isEmpty {
        groups.append((period?.key, GuestTimes.Group(name: period?.name, slots: [])))
      }
      groups[groups.count - 1].group.slots.append(choice(slot, dates))
    }
    if groups.count == 1 { groups[0].group.name = nil }
    return groups.map(\.group)
  }

  private func choice(_ slot: Slot, _ dates: PageDates) -> GuestTimes.Choice {
    let time = dates.time(minute: slot.start.minute)
    let state = slot.isFree ? nil : words("guest_slot_\(GuestTimesQuestion.state(slot.issues))")
    let name = words(
      "guest_slot_name",
      [
        "day": dates.day(slot.start.date, today: place.today), "time": time,
        "state": state ?? words("guest_slot_open"),
      ])
    return GuestTimes.Choice(
      value: GuestAnswers.text(slot.start), time: time, name: name, state: state,
      isChosen: answers.start == slot.start)
  }

  /// `full`, `closed` or `refused`
  static func state(_ issues: [Issue]) -> String {
    let biting = issues.filter { $0.severity != .warn }.map(\.code)
    if biting.contains(where: { ofRoom.contains($0) }) { return "full" }
    return biting.contains("closed_period") || biting.contains("closed_date") ? "closed" : "refused"
  }

  private static let ofRoom: Set<String> = ["capacity_exceeded", "pacing_exceeded"]

  // MARK: What there is instead

  private func refusal(ofTime issues: [Issue]) throws -> GuestTimes.Refusal {
    let wording = GuestIssueWords(place)
    let reasons = issues.filter { $0.severity != .warn }.map {
      GuestTimes.Reason(message: wording.message($0), target: GuestTimesQuestion.target($0.field))
    }
    var found: [Alternative] = []
    if issues.blockThePlan {
      found =
        try changing == nil
        ? services.desk.alternatives(to: answers.request(place), by: .guest)
        : near(answers.start)
    }
    return refusal("guest_time_refused", reasons, found)
  }

  /// Of a booking that is to be moved, itself left out: the nearest times of the day that are free.
  private func near(_ start: LocalDateTime?) throws -> [Alternative] {
    guard let start, let party = answers.party else { return [] }
    let day = answers.day ?? start.date
    let slots = try services.desk.slots(
      restaurant: place.restaurant.slug, date: day, mode: place.policy.mode, draft: answers.planDraft,
      by: .guest, changing: changing?.id)
    let free = slots.filter(\.isFree).map(\.start).sorted {
      abs($0.totalMinutes - start.totalMinutes) < abs($1.totalMinutes - start.totalMinutes)
    }
    guard free.isEmpty else {
      return free.prefix(3).sorted().map { Alternative(start: $0, party: party, difference: .time) }
    }
    return try otherDays(day, slots)
  }

  private func refusal(of day: CivilDate, _ slots: [Slot], _ offered: [Slot]) throws -> GuestTimes.Refusal {
    let messages = try reasons(day, slots, offered)
    let title = words(
      "guest_day_refused", ["day": place.dates.day(day, today: place.today)])
    return refusal(title: title, messages, try otherDays(day, slots))
  }

  /// Why a day has nothing: what stands in the way of all of its times, in the rules' words.
  private func reasons(_ day: CivilDate, _ slots: [Slot], _ offered: [Slot]) throws -> [GuestTimes.Reason] {
    if !slots.isEmpty, offered.isEmpty, day == place.today { return [reason("guest_day_over")] }
    var findings = (offered.isEmpty ? slots : offered).map { $0.issues.filter { $0.severity != .warn } }
    if findings.isEmpty { findings = [try issues(ofClosed: day)] }
    let isFull = findings.allSatisfy { GuestTimesQuestion.state($0) == "full" }
    if isFull { return [reason("guest_day_full")] }
    let wording = GuestIssueWords(place)
    let everywhere = (findings.first ?? []).filter { issue in
      findings.allSatisfy { $0.contains { $0.code == issue.code } }
    }
    let told = everywhere.isEmpty ? GuestTimesQuestion.mostFrequent(findings) : everywhere
    return told.map {
      GuestTimes.Reason(message: wording.message($0), target: GuestTimesQuestion.target($0.field))
    }
  }

  private func reason(_ key: String) -> GuestTimes.Reason {
    GuestTimes.Reason(message: words(key), target: nil)
  }

  /// A day without a single time: the rules say why to one that there might have been.
  private func issues(ofClosed day: CivilDate) throws -> [Issue] {
    var asked = answers
    asked.start = LocalDateTime(date: day, minute: GuestTimesQuestion.someEvening)
    return try services.desk.verdict(on: asked.request(place), by: .guest, scope: .plan).issues
      .filter { $0.severity != .warn && $0.isAboutThePlan }
  }

  private static let someEvening = 19 * 60

  private static func mostFrequent(_ findings: [[Issue]]) -> [Issue] {
    let all = findings.flatMap { $0 }
    let counts = Dictionary(all.map { ($0.code, 1) }, uniquingKeysWith: +)
    return all.max { (counts[$0.code] ?? 0, $1.code) < (counts[$1.code] ?? 0, $0.code) }.map { [$0] } ?? []
  }

  /// Days near it that have something. A day that is gone, or too far ahead, has its nearest within reach.
  private func otherDays(_ day: CivilDate, _ slots: [Slot]) throws -> [Alternative] {
    let last = place.today.adding(days: max(0, bounds.horizonDays - 4))
    var from = min(max(day, place.today.adding(days: -1)), last)
    var found: [Alternative] = []
    for week in 0..<3 where found.count < 3 {
      found += try services.desk.alternatives(
        toDay: from, restaurant: place.restaurant.slug, slots: week == 0 && from == day ? slots : [],
        mode: place.policy.mode, draft: answers.planDraft, by: .guest, changing: changing?.id)
      from = from.adding(days: 7)
    }
    return found
  }

  private func refusal(
    _ key: String, _ reasons: [GuestTimes.Reason], _ found: [Alternative]
  ) -> GuestTimes.Refusal { refusal(title: words(key), reasons, found) }

  private func refusal(
    title: String, _ reasons: [GuestTimes.Reason], _ found: [Alternative]
  ) -> GuestTimes.Refusal {
    let offers = GuestTimesQuestion.best(found).map(offer)
    return GuestTimes.Refusal(
      title: title, reasons: reasons, alternatives: offers, hasAlternatives: !offers.isEmpty,
      picks: address == nil ? picks : nil, phone: GuestPhone(place.restaurant))
  }

  /// Three: other times first, then what changes more.
  private static func best(_ found: [Alternative]) -> [Alternative] {
    let order: [Alternative.Difference] = [.time, .service, .date, .party]
    var kept: [Alternative] = []
    for kind in order { kept += found.filter { $0.difference == kind } }
    return Array(kept.prefix(3))
  }

  private func offer(_ alternative: Alternative) -> GuestTimes.Offer {
    var plan = answers
    (plan.start, plan.party) = (alternative.start, alternative.party)
    // Of a service day that goes past midnight, only the day that was asked for is known.
    let isElsewhere = alternative.difference == .date || alternative.difference == .party
    plan.day = isElsewhere ? alternative.start.date : answers.day
    let dates = place.dates
    let values = [
      "day": dates.day(alternative.start.date, today: place.today),
      "time": dates.time(minute: alternative.start.minute),
    ]
    let label =
      alternative.party == answers.party
      ? words("guest_alternative", values)
      : words.count("guest_alternative_party", alternative.party, values)
    return GuestTimes.Offer(
      label: label, address: address?(plan),
      pick: "\(GuestAnswers.text(alternative.start))/\(alternative.party)")
  }

  /// The id of the question that a finding is about.
  private static func target(_ field: String?) -> String? {
    switch field {
    case Field.date, Field.party: "plan-\(field!)"
    case Field.seating, Field.bookingType: "field-\(field!)"
    default: nil
    }
  }
}

/// Findings as guests read them.
struct GuestIssueWords {
  private let place: GuestDoor

  init(_ place: GuestDoor) {
    self.place = place
  }

  /// In a mode's own words where it has any; what the program says by itself is said in the language of the page.
  func message(_ issue: Issue) -> String {
    if issue.code == RuleError.decisionCode { return place.words("guest_broken_detail") }
    let field = place.policy.fields.first { $0.name == issue.field }
    let standard = Messages.standard(issue.code, issue.field, label: field?.label, issue.numbers)
    guard place.words.language != "en", issue.message == standard else { return issue.message }
    let label = field.map { field in
      field.label == ContractReader.defaultLabel(field.name)
        ? place.words.known("field_\(field.name)") ?? field.label : field.label
    }
    var values = ["field": label ?? issue.field ?? ""]
    values["limit"] = issue.numbers.limit.map {
      issue.code == "last_seating" ? place.dates.time(minute: $0) : String($0)
    }
    let general = issue.field.map { issue.code.replacing($0, with: "field") } ?? issue.code
    return place.words.known("issue_\(issue.code)", values) ?? place.words.known("issue_\(general)", values)
      ?? issue.message
  }
}
