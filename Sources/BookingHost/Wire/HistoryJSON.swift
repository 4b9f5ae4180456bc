/// Everything that has been done to a booking, in order.
package struct HistoryJSON: Encodable, Sendable {
  package var reference: String
  package var history: [Entry]

  package struct Entry: Encodable, Sendable {
    package var at: String
    package var action: String
    /// Null for guests, and for what the host does by itself.
    @OrNull package var by: Person?
    @OrNull package var from: String?
    @OrNull package var to: String?
    @OrNull package var reason: String?
    @OrNull package var overrideReason: String?
    /// A colleague whose word let it pass.
    @OrNull package var approvedBy: Person?
    /// What was changed.
    package var fields: [String]
    @OrNull package var before: Plan?
    @OrNull package var after: Plan?
  }

  package struct Person: Encodable, Sendable {
    package var id: String
    @OrNull package var email: String?
    @OrNull package var role: String?
  }

  package struct Plan: Encodable, Sendable {
    package var date: String
    package var time: String
    package var party: Int
    package var covers: Int
  }

  package init(_ booking: Booking, _ history: [HistoryEntry]) {
    reference = booking.reference
    self.history = history.map { Entry($0, booking.zone) }
  }
}

extension HistoryJSON.Entry {
  init(_ entry: HistoryEntry, _ zone: Zone) {
    self.init(
      at: zone.timestamp(entry.at), action: entry.action,
      by: entry.staffID.map {
        HistoryJSON.Person(id: $0, email: entry.staffEmail, role: entry.staffRole?.rawValue)
      },
      from: entry.from?.rawValue, to: entry.to?.rawValue, reason: entry.reason,
      overrideReason: entry.overrideReason,
      approvedBy: entry.approvedBy.map { HistoryJSON.Person(id: $0.id, email: $0.email) },
      fields: entry.fields.map(WireEncoder.key),
      before: entry.before.map(HistoryJSON.Plan.init), after: entry.after.map(HistoryJSON.Plan.init))
  }
}

extension HistoryJSON.Plan {
  fileprivate init(_ plan: HistoryEntry.Plan) {
    self.init(date: plan.date, time: plan.time, party: plan.party, covers: plan.covers)
  }
}
