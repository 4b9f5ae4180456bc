import Testing

@testable import BookingHost

@Suite("A booking as JSON")
struct BookingJSONTests {
  /// A walk-in at an hour when London is an hour ahead of UTC.
  private var walkIn: Booking {
    let zone = Zone(identifier: "Europe/London")!
    let start: LocalDateTime = "2026-07-17 23:30"
    let startsAt = zone.instants(of: start)[0]
    var booking = Booking(
      id: "b1", reference: "K7QM3PX",
      restaurant: Booking.RestaurantName(id: "r1", slug: "the-anchor", name: "The Anchor"), mode: "ops",
      start: start, end: "2026-07-18 01:00", serviceDate: "2026-07-17", serviceMinute: 1410,
      startsAt: startsAt,
      endsAt: startsAt.adding(minutes: 90), zone: zone, party: 2, covers: 2, name: "Ada \"A/L\" Lovelace",
      status: .confirmed, source: "system", revision: "abc", createdAt: startsAt.adding(minutes: -5))
    booking.label = "Created by System"
    booking.staff = Booking.StaffMark(id: "s1", role: .host)
    booking.answers = ["high_chairs": 2, "parking": true]
    booking.issues = [
      Issue(
        code: "outside_service", field: "booking_type", message: "Late", severity: .warn, rule: "ops.lua:30")
    ]
    booking.effects = [
      StoredEffect(
        Effect(
          action: .email(template: "confirmation", beforeMinutes: nil), skipped: "no email address was given",
          rule: "ops.lua:44")),
      StoredEffect(Effect(action: .loyalty(points: 20, reason: nil))),
    ]
    return booking
  }

  @Test("has every key of the contract, and null for what was not given")
  func golden() throws {
    let expected =
      #"{"bookingType":null,"covers":2,"createdAt":"2026-07-17T23:25:00+01:00","date":"2026-07-17","#
      + #""decision":{"issues":[{"code":"outside_service","field":"bookingType","message":"Late","role":null,"#
      + #""rule":"ops.lua:30","severity":"warn"}],"revision":"abc"},"#
      + #""details":{"answers":{"high_chairs":2,"parking":true},"channel":"ops","createdBy":"system","#
      + #""override":null,"staff":{"id":"s1","role":"host"}},"#
      + #""effects":[{"kind":"email","reason":"no email address was given","rule":"ops.lua:44","#
      + #""state":"skipped","template":"confirmation","trigger":"created"},"#
      + #"{"kind":"loyalty","points":20,"reason":null,"rule":null,"state":"queued","trigger":"created"}],"#
      + #""email":null,"endTime":"01:00","endsAt":"2026-07-18T01:00:00+01:00","id":"b1","#
      + #""label":"Created by System","marketingOptIn":false,"mode":"ops","name":"Ada \"A/L\" Lovelace","#
      + #""notes":null,"party":2,"phone":null,"reference":"K7QM3PX","#
      + #""restaurant":{"id":"r1","name":"The Anchor","slug":"the-anchor"},"seating":null,"#
      + #""serviceDate":"2026-07-17","source":"system","staffNotes":null,"#
      + #""startsAt":"2026-07-17T23:30:00+01:00","status":"confirmed","table":null,"time":"23:30","#
      + #""updatedAt":"2026-07-17T23:25:00+01:00","version":1}"#
    #expect(try WireEncoder.text(BookingJSON(walkIn)) == expected)
  }

  @Test("of a guest has no staff, and one with an override says why and whose it was")
  func origin() throws {
    var booking = walkIn
    booking.staff = nil
    booking.override = Booking.Override(reason: "regular guest", by: "s2")
    let text = try WireEncoder.text(BookingJSON(booking))
    #expect(text.contains(#""override":{"by":"s2","reason":"regular guest"},"staff":null"#))
  }

  @Test("comes with its outcome, and says so when it had been made before")
  func outcome() throws {
    func text(_ booking: Booking, isDuplicate: Bool) throws -> String {
      try WireEncoder.text(ResultJSON(.booked(booking, isDuplicate: isDuplicate)))
    }
    var pending = walkIn
    pending.status = .pending
    #expect(try text(walkIn, isDuplicate: false).hasSuffix(#","outcome":"confirmed"}"#))
    #expect(try text(pending, isDuplicate: true).hasSuffix(#","duplicate":true,"outcome":"pending"}"#))
    #expect(try !text(walkIn, isDuplicate: false).contains("duplicate"))
  }
}

@Suite("A refusal and a failure as JSON")
struct FailureJSONTests {
  @Test("a refusal lists its issues, each with every key")
  func refusal() throws {
    let issue = Issue(code: "capacity_exceeded", message: "Full", severity: .override(.manager))
    let refusal = BookingResult.refused(Refusal(issues: [issue], isOverridable: true))
    #expect(
      try WireEncoder.text(ResultJSON(refusal))
        == #"{"issues":[{"code":"capacity_exceeded","field":null,"message":"Full","role":"manager","#
        + #""rule":null,"severity":"override"}],"outcome":"refused","overridable":true}"#)
  }

  @Test("a failure names its code, message and field")
  func failure() throws {
    #expect(
      try WireEncoder.text(ErrorJSON(code: "busy", message: "Try again.", field: nil))
        == #"{"error":{"code":"busy","field":null,"message":"Try again."}}"#)
  }
}
