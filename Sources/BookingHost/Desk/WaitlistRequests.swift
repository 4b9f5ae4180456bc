/// A party that wants to wait, now.
package struct WaitRequest: Hashable, Sendable {
  /// The restaurant's slug or id.
  package var restaurant: String
  package var mode: String
  /// How many, and who: party, name, email, phone, notes, seating.
  package var draft: Draft

  package init(restaurant: String, mode: String = "ops", draft: Draft) {
    self.restaurant = restaurant
    self.mode = mode
    self.draft = draft
  }
}

/// What came of it.
package enum WaitResult: Hashable, Sendable {
  case added(Waitlist.Place)
  case refused(Refusal)
}

/// A step that staff want a party on the list to take.
package struct WaitlistStepRequest: Hashable, Sendable {
  /// The entry's id, or its code (W7) on the service day that is on.
  package var entry: String
  /// Where the code is looked for: slug or id; nil for the only restaurant it can be.
  package var restaurant: String?
  package var step: WaitlistStep
  /// Why it leaves, in staff's own words.
  package var reason: String?
  /// Where it is seated.
  package var table: String?
  /// Answers to questions of the mode's own, for the booking that it is seated with.
  package var answers: [String: Answer]
  package var overrideReason: String?
  /// The version that was seen; nil when whoever asks does not mind.
  package var version: Int?

  package init(
    _ entry: String, restaurant: String? = nil, step: WaitlistStep, reason: String? = nil,
    table: String? = nil, answers: [String: Answer] = [:], overrideReason: String? = nil, version: Int? = nil
  ) {
    self.entry = entry
    self.restaurant = restaurant
    self.step = step
    self.reason = reason
    self.table = table
    self.answers = answers
    self.overrideReason = overrideReason
    self.version = version
  }
}

/// What came of a step.
package enum WaitlistStepResult: Hashable, Sendable {
  /// `booking` is the one that the party was seated with.
  case made(Waitlist.Place, booking: Booking?)
  case refused(Refusal)
}

/// The parties of one service day, in their order.
package struct Waitlist: Hashable, Sendable {
  package var restaurant: Restaurant
  package var date: CivilDate
  package var places: [Place]
  package var now: Instant

  /// A party, and its place in the line.
  package struct Place: Hashable, Sendable {
    package var entry: WaitlistEntry
    /// From 1; nil for one that was seated or has left.
    package var position: Int?

    package init(_ entry: WaitlistEntry, position: Int?) {
      self.entry = entry
      self.position = position
    }

    /// Entries of one line, in order, each with its place.
    static func all(_ entries: [WaitlistEntry]) -> [Place] {
      var next = 1
      return entries.map { entry in
        defer { if entry.state.isOpen { next += 1 } }
        return Place(entry, position: entry.state.isOpen ? next : nil)
      }
    }
  }
}

/// That a party that cannot be seated now can wait, and for how long.
package struct WaitOffer: Hashable, Sendable {
  package var quotedMinutes: Int
  /// The place in the line that it would have, from 1.
  package var position: Int

  package init(quotedMinutes: Int, position: Int) {
    self.quotedMinutes = quotedMinutes
    self.position = position
  }
}

/// Why a party cannot wait.
enum WaitIssue {
  static func notAllowed(_ terms: WaitingTerms) -> Issue {
    Issue(
      code: "waitlist_not_allowed", message: terms.message ?? "There is no waiting list for this party.",
      rule: terms.rule)
  }

  static func full(_ limit: Int) -> Issue {
    Issue(
      code: "waitlist_full", message: "No more than \(limit) parties may wait.",
      numbers: Issue.Numbers(limit: limit))
  }

  static func tooLong(_ minutes: Int, _ limit: Int) -> Issue {
    Issue(
      code: "waitlist_too_long",
      message: "It would take \(minutes) minutes, and \(limit) is as long as anybody waits here.",
      numbers: Issue.Numbers(limit: limit, over: minutes - limit, minutes: minutes))
  }

  static let notToday = Issue(
    code: "waitlist_not_today", message: "There will be no room for this party before the last seating.")
}
