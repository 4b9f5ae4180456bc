/// When there will be room for parties who wait, one after the other: a simulation of the rest of the service day.
///
/// A value: who sits until when, who is booked to come, and who stands in line before whom are in it, and what would be
/// let in is asked of `judge`. Each party in turn gets the first moment at which it would be let in, with all before it
/// seated at theirs; a small party may so come before a large one, but never in its place.
package struct WaitingLine {
  private var diary: Diary
  private let now: Instant
  private let judge: (Party, Instant, Diary) throws -> Sitting

  /// Who waits, and by whose rules.
  package struct Party: Hashable, Sendable {
    package var mode: String
    package var draft: Draft

    package init(mode: String, draft: Draft) {
      self.mode = mode
      self.draft = draft
    }
  }

  /// What the rules say to a party that sits down at a moment.
  package struct Sitting: Hashable, Sendable {
    /// Whether it would be let in as things stand then.
    package var isFree: Bool
    package var covers: Int
    package var minutes: Int

    package init(isFree: Bool, covers: Int, minutes: Int) {
      self.isFree = isFree
      self.covers = covers
      self.minutes = minutes
    }
  }

  /// The grain of what is told, in minutes.
  package static let step = 5
  /// For how much longer guests are taken to stay whose time is up, in minutes.
  package static let lingering = 15

  /// - Parameters:
  ///   - seated: the ids of bookings whose guests sit there. Those whose time is up stay a little longer.
  ///   - judge: what the rules say to a party that sits down at a moment, given a diary.
  package init(
    _ diary: Diary, now: Instant, seated: Set<String>,
    judge: @escaping (Party, Instant, Diary) throws -> Sitting
  ) {
    self.diary = diary.lingering(seated, at: now)
    self.now = now
    self.judge = judge
  }

  /// Seats a party as soon as it can be, in minutes from now; nil when that is not before the service day ends.
  /// Whoever is asked about afterwards comes after it.
  package mutating func seat(_ party: Party) throws -> Int? {
    var wait = 0
    while isOpen(now.adding(minutes: wait)) {
      let moment = now.adding(minutes: wait)
      let sitting = try judge(party, moment, diary)
      if sitting.isFree {
        place(sitting, at: moment)
        return wait
      }
      wait += WaitingLine.step
    }
    return nil
  }

  /// Gives a party that has been called its table now, whatever else is there: it was promised.
  package mutating func hold(_ party: Party) throws {
    place(try judge(party, now, diary), at: now)
  }

  /// Whether a moment is before closing time of the service day that is on now, or about to begin.
  private func isOpen(_ moment: Instant) -> Bool {
    let at = diary.moment(of: diary.restaurant.zone.local(moment))
    guard at.date == today, let hours = diary.days[at.date]?.hours else { return false }
    return !hours.closed && at.minute < hours.closes
  }

  private var today: CivilDate { diary.moment(of: diary.restaurant.zone.local(now)).date }

  private mutating func place(_ sitting: Sitting, at moment: Instant) {
    let at = diary.moment(of: diary.restaurant.zone.local(moment))
    let ends = moment.adding(minutes: sitting.minutes)
    diary.days[at.date]?.bookings.append(
      DiaryEntry(bookingID: "", minute: at.minute, starts: moment, ends: ends, covers: sitting.covers))
  }
}

extension Diary {
  /// With the tables of guests whose time is up taken for a while longer.
  fileprivate func lingering(_ seated: Set<String>, at now: Instant) -> Diary {
    var diary = self
    for date in diary.days.keys {
      for index in diary.days[date]!.bookings.indices {
        let entry = diary.days[date]!.bookings[index]
        guard seated.contains(entry.bookingID), entry.ends <= now else { continue }
        diary.days[date]!.bookings[index].ends = now.adding(minutes: WaitingLine.lingering)
      }
    }
    return diary
  }
}
