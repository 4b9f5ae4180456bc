/// One start that could be booked.
package struct SlotJSON: Encodable, Sendable {
  package var date: String
  package var time: String
  package var outcome: String
  package var issues: [IssueJSON]
  package var needs: [String]

  package init(_ slot: Slot) {
    date = slot.start.date.description
    time = slot.start.time
    outcome = slot.outcome.rawValue
    issues = slot.issues.map { IssueJSON($0) }
    needs = slot.needs.map(WireEncoder.key)
  }
}
