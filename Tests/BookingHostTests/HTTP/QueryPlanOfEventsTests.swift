import Testing

@testable import BookingHost

@Suite("Looking for news") struct QueryPlanOfEventsTests {
  @Test("reads no more of the audit trail than is new", .aboutSQLite)
  func plans() throws {
    let house = try House()
    let plans = try house.store.plans { writer in
      _ = try writer.lastAuditID()
      _ = try writer.bookingEvents(after: 5, through: 9, limit: 10)
      _ = try writer.staff(
        identity: ExternalIdentity(issuer: "i", subject: "s", expiresAt: House.saturdayEvening))
    }
    let steps = plans.flatMap(\.plan)
    #expect(!steps.isEmpty)
    for step in steps { #expect(!step.hasPrefix("SCAN") || step == "SCAN CONSTANT ROW", "\(step)") }
  }
}
