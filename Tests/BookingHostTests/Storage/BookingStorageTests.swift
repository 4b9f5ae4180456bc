import Testing

@testable import BookingHost

struct BookingStorageTests {
  let store: Store

  init() throws { store = try StoreFixtures.inMemory() }

  private func full() -> Booking {
    var booking = StoreFixtures.booking(1, minute: 1530, name: "Zoë \"Z\" O'Hara\n")
    booking.bookingType = "late"
    booking.seating = "window"
    booking.notes = "Line one\nLine \\ two\t\u{1}"
    booking.staffNotes = "Regular"
    booking.email = "Zoe@Example.com"
    booking.phone = "07700 900123"
    booking.normalisedEmail = "zoe@example.com"
    booking.normalisedPhone = "+447700900123"
    booking.marketingOptIn = true
    booking.termsAcceptedAt = Instant(seconds: 1_794_999_000)
    booking.label = "Created by System"
    booking.staff = Booking.StaffMark(id: "s-host", role: .host)
    booking.answers = [
      "children": 2, "ratio": .number(4.0), "allergy": "nuts 🥜", "vip": true, "tiny": .number(1.5e-9),
    ]
    booking.override = Booking.Override(reason: "regular guest", by: "s-host")
    booking.version = 3
    booking.updatedAt = Instant(seconds: 1_795_000_500)
    booking.covers = 1
    booking.issues = [
      Issue(
        code: "capacity_exceeded", message: "Full, \"sorry\"", severity: .override(.manager),
        rule: "ops.lua:42", numbers: Issue.Numbers(limit: 40, over: 2)),
      Issue(
        code: "time_ambiguous", field: "time", message: "Twice", severity: .warn,
        numbers: Issue.Numbers(minutes: 90)),
    ]
    booking.effects = [
      StoredEffect(Effect(action: .email(template: "confirmation", beforeMinutes: nil), rule: "ops.lua:55")),
      StoredEffect(Effect(action: .email(template: "reminder", beforeMinutes: 120))),
      StoredEffect(Effect(action: .loyalty(points: 30, reason: "walk-in"))),
      StoredEffect(Effect(action: .notify(channel: "floor", message: nil))),
      StoredEffect(
        effect: Effect(action: .webhook(event: "booked")), state: .failed, reason: "connection refused"),
      StoredEffect(Effect(action: .none(kind: "email"), skipped: "no address")),
    ]
    for index in booking.effects.indices {
      booking.effects[index].trigger = index == 3 ? "cancelled" : StoredEffect.created
      booking.effects[index].dueAt = booking.startsAt.adding(minutes: -index)
      booking.effects[index].expiresAt = index == 2 ? nil : booking.startsAt
    }
    return booking
  }

  @Test func everyFieldComesBackAsItWasStored() throws {
    let booking = try store.add(full())
    #expect(try store.read { try $0.booking(id: booking.id) } == booking)
    #expect(try store.read { try $0.bookings(BookingQuery(restaurantIDs: ["r-anchor"])) } == [booking])
  }

  @Test func whatWasNotGivenIsNull() throws {
    let booking = try store.add(StoreFixtures.booking(1))
    #expect(try store.read { try $0.booking(id: booking.id) } == booking)
    let row = try #require(try store.rows("SELECT * FROM bookings").first)
    for column in ["email", "phone", "normalised_email", "normalised_phone", "notes", "label", "staff_id"] {
      #expect(row[column] == nil)
    }
    let guest = try #require(try store.rows("SELECT * FROM guests").first)
    #expect(guest["email"] == nil && guest["phone"] == nil)
  }

  @Test func aTextIsNeverCutShortByANullCharacter() throws {
    var booking = StoreFixtures.booking(1)
    booking.notes = "\0no nuts"
    try store.add(booking)
    #expect(try store.read { try $0.booking(id: "b-1")?.notes } == "\u{FFFD}no nuts")
  }

  @Test func aReferenceIsFoundInAnyCaseAndOnlyWhereOneMayLook() throws {
    try store.add(StoreFixtures.booking(1))
    #expect(try store.read { try $0.booking(reference: "ref1", restaurantIDs: ["r-anchor"])?.id } == "b-1")
    #expect(try store.read { try $0.booking(reference: "REF1", restaurantIDs: ["r-other"]) } == nil)
    #expect(try store.read { try $0.booking(reference: "REF1", restaurantIDs: []) } == nil)
  }

  @Test func aTakenReferenceIsSaidAndLeavesNothing() throws {
    try store.add(StoreFixtures.booking(1))
    let before = try store.census()
    var second = StoreFixtures.booking(2)
    second.reference = "ref1"
    try store.write { writer in
      // Caught inside the transaction, which goes on: the half-made booking must be gone all the same.
      #expect(throws: StoreError.referenceTaken) {
        try writer.insert(second, record: StoreFixtures.record(for: second))
      }
    }
    #expect(try store.census() == before)
  }

  @Test func anIdempotencyKeyMakesOneBooking() throws {
    let key = IdempotencyKey(scope: "s-host/r-anchor", keyHash: Digest.sha256("key"))
    let first = StoreFixtures.booking(1)
    let second = StoreFixtures.booking(2)
    try store.write {
      try $0.insert(first, record: StoreFixtures.record(for: first, idempotency: (key, [7, 8])))
    }
    let before = try store.census()
    #expect(throws: StoreError.idempotencyKeyTaken) {
      try store.write {
        try $0.insert(second, record: StoreFixtures.record(for: second, idempotency: (key, [7, 8])))
      }
    }
    #expect(try store.census() == before)
    let found = try store.read { try $0.idempotentBooking(key) }
    #expect(found?.payloadHash == [7, 8] && found?.bookingID == "b-1")
    let elsewhere = IdempotencyKey(scope: "other", keyHash: key.keyHash)
    #expect(try store.read { try $0.idempotentBooking(elsewhere) } == nil)
  }

  @Test func rulesAreStoredOnceForEachRevision() throws {
    try store.add(StoreFixtures.booking(1))
    try store.add(StoreFixtures.booking(2))
    let files = try store.rows("SELECT path, content FROM rule_files ORDER BY path")
    #expect(files.map { $0["path"] } == ["lib/contact.lua", "ops.lua"])
    #expect(try store.count("rule_revisions") == 1)
  }

  /// A failure at the Nth row written, for every N until there is none left to fail.
  @Test(.aboutSQLite) func aFailureAtAnyWriteLeavesNothingHalfWritten() throws {
    let booking = full()
    let key = IdempotencyKey(scope: "x", keyHash: [1])
    let record = StoreFixtures.record(for: booking, idempotency: (key, [2]))
    let before = try store.census()
    try store.execute("CREATE TEMP TABLE fault (remaining INTEGER)")
    for table in try store.tables() {
      for event in ["INSERT", "UPDATE", "DELETE"] {
        try store.execute(
          """
          CREATE TEMP TRIGGER fault_\(table)_\(event) BEFORE \(event) ON main.\(table) BEGIN
            UPDATE fault SET remaining = remaining - 1;
            SELECT RAISE(ABORT, 'injected') FROM fault WHERE remaining < 0;
          END
          """)
      }
    }
    var writes = 0
    while writes < 100 {
      try store.execute("DELETE FROM temp.fault; INSERT INTO temp.fault VALUES (\(writes))")
      do {
        try store.write { try $0.insert(booking, record: record) }
        break
      } catch {
        #expect(try store.census() == before)
      }
      // The same where the caller catches the error and commits.
      try store.execute("DELETE FROM temp.fault; INSERT INTO temp.fault VALUES (\(writes))")
      try store.write { writer in
        #expect(throws: (any Error).self) { try writer.insert(booking, record: record) }
      }
      #expect(try store.census() == before)
      writes += 1
    }
    // Revision, two files, guest, booking, decision and its count, six effects, idempotency, audit.
    #expect(writes == 15)
    #expect(try store.read { try $0.booking(id: booking.id) } == booking)
  }

  @Test func theAuditTrailSaysWhoDidWhatAndNotWhatWasWritten() throws {
    try store.add(full())
    let entry = try #require(try store.rows("SELECT * FROM audit").first)
    #expect(entry["action"] == "booking.created")
    #expect(entry["staff_id"] == "s-host")
    #expect(entry["staff_role"] == "host")
    #expect(entry["booking_id"] == "b-1")
    #expect(
      entry["detail"]
        == #"{"email":true,"mode":"ops","newGuest":true,"notes":true,"override":true,"#
        + #""phone":true,"source":"system","status":"confirmed"}"#)
  }

  @Test func personalDataIsInBookingsAndGuestsOnly() throws {
    var booking = full()
    booking.name = "Quenby Marlowe"
    booking.email = "Quenby@zzmail.example"
    booking.normalisedEmail = "quenby@zzmail.example"
    booking.phone = "07700 900987"
    booking.normalisedPhone = "+447700900987"
    booking.notes = "wheelchair xyzzy"
    booking.staffNotes = "plugh tipper"
    booking.answers = ["birthday": "frobozz day"]
    booking.override = Booking.Override(reason: "grue cousin", by: "s-host")
    booking.issues[0].message = "Sorry Quenby Marlowe"
    let key = IdempotencyKey(scope: "x", keyHash: [1])
    var record = StoreFixtures.record(for: booking, idempotency: (key, [2]))
    record.decision.issues = booking.issues
    try store.write { try $0.insert(booking, record: record) }
    try store.write {
      var refusal = StoreFixtures.decision("d-refused")
      refusal.issues = booking.issues
      try $0.recordRefusal(refusal)
    }
    let words = ["quenby", "marlowe", "zzmail", "900987", "xyzzy", "plugh", "frobozz", "grue"]
    var holders: Set<String> = []
    for table in try store.tables() {
      let text = try store.rows("SELECT * FROM \(table)").flatMap(\.values).joined(separator: "\n")
      if words.contains(where: text.lowercased().contains) { holders.insert(table) }
    }
    #expect(holders == ["bookings", "guests"])
  }

  @Test func refusalsAreKeptWithoutMessages() throws {
    var refusal = StoreFixtures.decision("d-1")
    refusal.issues = [
      Issue(code: "party_max", field: "party", message: "Secret", numbers: Issue.Numbers(limit: 12))
    ]
    try store.write { try $0.recordRefusal(refusal) }
    let row = try #require(try store.rows("SELECT * FROM decisions").first)
    #expect(row["issues"] == #"[{"code":"party_max","field":"party","limit":12,"severity":"refuse"}]"#)
    #expect(row["booking_id"] == nil)
  }

  @Test func oldAndSurplusRefusalsAreCleared() throws {
    let now = StoreFixtures.now
    try store.add(StoreFixtures.booking(1))
    try store.write { writer in
      try writer.recordRefusal(
        StoreFixtures.decision("old", createdAt: now.adding(minutes: -31 * 1440)))
      try writer.recordRefusal(StoreFixtures.decision("elsewhere", at: "r-other"))
      for number in 0..<(Refusals.kept + 3) {
        try writer.recordRefusal(
          StoreFixtures.decision("d\(number)", createdAt: Instant(seconds: now.seconds + number)))
      }
    }
    let ofTheAnchor = "booking_id IS NULL AND restaurant_id = 'r-anchor'"
    #expect(try store.count("decisions", where: ofTheAnchor) == Refusals.kept)
    #expect(try store.count("decisions", where: "id IN ('old', 'd0', 'd1', 'd2')") == 0)
    #expect(try store.count("decisions", where: "id IN ('elsewhere', 'd3', 'd-b-1')") == 3)
  }
}
