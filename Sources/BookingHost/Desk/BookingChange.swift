/// A booking as somebody wants it.
struct BookingChange {
  let request: ChangeRequest
  /// The booking with what no rule has a say in.
  let booking: Booking
  private let previous: Draft
  private let draft: Draft
  /// The answers that are not what they were.
  let changed: Set<String>
  private let isBesides: Bool

  init(_ request: ChangeRequest, of standing: BookingDesk.Standing) {
    self.request = request
    previous = Draft(standing.booking)
    var draft = previous
    for (key, answer) in request.answers { draft[key] = answer }
    self.draft = draft
    changed = draft.differences(from: previous)
    var booking = standing.booking
    if let edit = request.staffNotes { booking.staffNotes = edit.text.map(Text.manyLines).map(Text.trimmed) }
    if let edit = request.table { booking.table = StaffText.line(edit.text) }
    isBesides = booking != standing.booking
    self.booking = booking
  }

  var isNothing: Bool { changed.isEmpty && !isBesides }

  /// Why a booking with a status cannot be changed like this, before any rule is asked. What staff note for
  /// themselves can always be noted.
  func issues(for status: BookingStatus) -> [Issue]? {
    var issues = StaffText.issues(table: booking.table, reason: nil)
    if let notes = booking.staffNotes, Text.length(notes) > BookingChange.longestNotes {
      issues.append(StepIssue.tooLong("staff_notes", BookingChange.longestNotes))
    }
    let isOpen = [.pending, .confirmed, .checkedIn].contains(status)
    if !changed.isEmpty, !isOpen { issues.append(StepIssue.unchangeable(status)) }
    return issues.isEmpty ? nil : issues
  }

  private static let longestNotes = 4000

  // MARK: What the rules are asked

  /// The booking as it would be and as it was, as far as a mode asks. An occasion that is no more than the name of a
  /// service follows the booking to another time.
  func drafts(for policy: Policy, _ services: Set<String>) -> (draft: Draft, previous: Draft) {
    var draft = draft.asked(by: policy)
    if isMoved, !changed.contains(Field.bookingType), let type = booking.bookingType, services.contains(type)
    {
      draft[Field.bookingType] = nil
    }
    // What is newly answered and the mode does not ask is for it to refuse.
    for key in changed { draft[key] = self.draft[key] }
    return (draft, previous.asked(by: policy))
  }

  private var isMoved: Bool { changed.contains(Field.date) || changed.contains(Field.time) }

  /// Whether anything has changed that covers and length may depend on.
  private var isReplanned: Bool {
    changed.contains { Field.plan.contains($0) || Field.ofPlanStep.contains($0) || !Field.core.contains($0) }
  }

  var isAboutTheGuest: Bool { !changed.isDisjoint(with: [Field.name, Field.email, Field.phone]) }

  // MARK: What comes of it

  /// The booking as a verdict lets it be. What was not changed stays as it was, to the letter.
  func booking(by verdict: Verdict, _ standing: BookingDesk.Standing) throws -> Booking {
    var booking = booking
    let before = standing.booking
    take(verdict.values, into: &booking, now: standing.now)
    if isReplanned { try replan(&booking, verdict, standing.restaurant) }
    booking.issues =
      verdict.issues
      + before.issues.filter { old in
        verdict.standing.contains { $0.code == old.code && $0.field == old.field }
      }
    if verdict.terms.overriddenAs != nil, let reason = request.overrideReason, let id = standing.staff.id {
      booking.override = Booking.Override(reason: Text.trimmed(reason), by: id)
    }
    return booking
  }

  private func take(_ values: BookingValues, into booking: inout Booking, now: Instant) {
    for field in changed {
      switch field {
      case Field.date, Field.time, Field.party: break
      case Field.name: booking.name = values.name ?? booking.name
      case Field.email:
        booking.email = values.email
        booking.normalisedEmail = values.normalised[field]
      case Field.phone:
        booking.phone = values.phone
        booking.normalisedPhone = values.normalised[field]
      case Field.notes: booking.notes = values.notes
      case Field.seating: booking.seating = values.seating
      case Field.bookingType: booking.bookingType = values.bookingType
      case Field.marketingOptIn: booking.marketingOptIn = values.marketingOptIn ?? false
      case Field.terms: booking.termsAcceptedAt = values.terms == true ? now : nil
      default: booking.answers[field] = values.own[field]
      }
    }
    if isMoved { booking.bookingType = values.bookingType }
  }

  private func replan(_ booking: inout Booking, _ verdict: Verdict, _ restaurant: Restaurant) throws {
    booking.party = verdict.values.party
    booking.covers = verdict.terms.covers
    if isMoved {
      guard let start = verdict.facts.start, let startsAt = start.instant, let day = verdict.facts.day else {
        throw HostError(.internal, "The booking's start could not be worked out.")
      }
      booking.start = start.local
      booking.startsAt = startsAt
      booking.zone = restaurant.zone
      (booking.serviceDate, booking.serviceMinute) = (day.date, day.minute)
    }
    booking.endsAt = booking.startsAt.adding(minutes: verdict.terms.durationMinutes)
    booking.end = booking.zone.local(booking.endsAt)
  }

  /// What is written of it.
  func record(of booking: Booking, changed: Set<String>, by standing: BookingDesk.Standing) -> ChangeRecord {
    var all = changed
    if booking.staffNotes != standing.booking.staffNotes { all.insert("staff_notes") }
    if booking.table != standing.booking.table { all.insert("table") }
    return ChangeRecord(booking: booking, changed: all, at: standing.now, staff: standing.staff)
  }
}
