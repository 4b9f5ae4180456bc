import Foundation

/// Handing out what is stored of a guest, and taking it out of the store.
package struct GuestPrivacy: Sendable {
  private let desk: BookingDesk
  private let mail: MailFolder

  /// `data` is the data directory: mails that were put there instead of being sent are erased too.
  package init(_ desk: BookingDesk, data: String) {
    self.desk = desk
    mail = MailFolder(data: data, keyedHash: desk.keyedHash)
  }

  private var store: Store { desk.store }
  private var now: Instant { desk.environment.now() }

  /// Everything that is stored of a guest, as one JSON document. For managers.
  package func export(_ name: String, by caller: Caller) throws -> String {
    try store.write { writer in
      let (guest, staff) = try desk.standing(
        name, needs: .manager, for: "Exporting guests", caller, writer)
      try writer.audit(guest, "exported", [:], by: staff, now)
      return try writer.export(guest, at: now)
    }
  }

  /// Erases a guest, and then rewrites the store's file. For managers. With bookings to come nothing happens, unless
  /// these are to go too.
  package func erase(_ name: String, withUpcoming: Bool, by caller: Caller) throws -> ErasedGuest {
    let erased = try store.write { writer in
      let (guest, staff) = try desk.standing(name, needs: .manager, for: "Erasing guests", caller, writer)
      guard guest.upcoming == 0 || withUpcoming else { throw HostError.upcoming(guest.upcoming) }
      guard try !writer.isBeingSent(toGuest: guest.id, now: now) else {
        throw HostError(
          .busy, "Something is on its way to the guest this minute. Please try again in a moment.")
      }
      return try writer.erase(guest, by: staff, now: now)
    }
    try cleanUp()
    return erased
  }

  /// Erases whoever has not been for so many months, and finishes what was left of erasing before.
  package func tidy(_ retention: GuestRetention) throws -> Int {
    var count = 0
    try tidyWaitlist()
    if let before = retention.limit(now) {
      while true {
        let erased = try store.writeAlone { writer in
          let quiet = try writer.guests(quietSince: before, limit: 100, now: now)
            .filter { try !writer.isBeingSent(toGuest: $0.id, now: now) }
          for guest in quiet { _ = try writer.erase(guest, by: .guest, now: now) }
          return quiet.count
        }
        count += erased
        if erased == 0 { break }
      }
    }
    if try store.read({ try $0.isSweepPending() }) { try cleanUp() }
    return count
  }

  /// Who stood in line is nobody's guest for having done so: names and contact are kept for a week, and then go. The
  /// file is not rewritten for it, which is left to the next erasure.
  private func tidyWaitlist() throws {
    let before = Zone.utc.local(now).date.adding(days: -GuestPrivacy.daysOfWaitlist)
    guard try store.read({ try !$0.namedWaitlist(before: before, limit: 1).isEmpty }) else { return }
    while try store.write({ try $0.eraseWaitlist(before: before, limit: 500, now: now) }) == 500 {}
    try mail.remove(effects: store.read { try $0.emailsOfErasedGuests() })
  }

  package static let daysOfWaitlist = 7

  private func cleanUp() throws {
    try mail.remove(effects: store.read { try $0.emailsOfErasedGuests() })
    do {
      try store.sweep()
    } catch StoreError.busy {
      throw HostError(.busy, GuestPrivacy.unswept)
    }
  }
}

extension GuestPrivacy {
  private static let unswept = """
    The guest is erased, but somebody was reading, so the file could not be rewritten yet. A running server does it \
    within the hour; or run: host-cli guest tidy
    """
}

/// How long guests are kept after their last booking.
package struct GuestRetention: Hashable, Sendable {
  /// Nil: for ever.
  package var months: Int?

  package init(months: Int? = nil) {
    self.months = months
  }

  /// Whoever's last booking was over by then is not kept.
  func limit(_ now: Instant) -> Instant? {
    guard let months else { return nil }
    let today = Zone.utc.local(now).date
    let index = today.parts.year * 12 + (today.parts.month - 1) - months
    let (year, month) = (index / 12, index % 12 + 1)
    // The 31st of a month that has none counts from its last day.
    let date = (0...3).lazy.compactMap { CivilDate(year: year, month: month, day: today.parts.day - $0) }
      .first
    return date.map { Instant(seconds: LocalDateTime(date: $0, minute: 0).totalMinutes * 60) }
  }
}

extension HostError {
  fileprivate static func upcoming(_ count: Int) -> HostError {
    let (bookings, them) = count == 1 ? ("a booking", "it") : ("\(count) bookings", "them")
    return HostError(
      .upcomingBookings,
      "The guest has \(bookings) to come. Cancel \(them) first, or say that \(them) is meant too.",
      field: "upcoming")
  }
}
