// The same request twice makes one booking.
extension BookingDesk {
  /// Keys are the caller's own, per restaurant.
  func idempotency(_ key: String, _ visit: Visit) -> (key: IdempotencyKey, payloadHash: [UInt8]) {
    let scope = "\(visit.staff.id ?? "guest")/\(visit.restaurant.id)"
    return (IdempotencyKey(scope: scope, keyHash: keyedHash("key\u{0}" + key)), keyedHash(payload(visit)))
  }

  /// Everything that was asked for, so that another request under the same key is told apart.
  private func payload(_ visit: Visit) -> String {
    let request = visit.request
    var answers = request.draft.answers
    if request.isNow {
      // "now" is the same request a minute later.
      answers[Field.date] = nil
      answers[Field.time] = "now"
    }
    let parts = answers.keys.sorted().map { "\($0)\u{1}\(answers[$0]!)" }
    let seating = request.seating.map { ["seated", $0.table ?? ""] } ?? []
    return (["payload", request.mode, request.overrideReason ?? ""] + seating + parts).joined(
      separator: "\u{0}")
  }

  /// The booking that this very request made before. Throws when the key was used for another request.
  func earlier(_ visit: Visit, _ reader: some StoreReading) throws -> Booking? {
    guard let (key, payloadHash) = visit.idempotency, let found = try reader.idempotentBooking(key)
    else { return nil }
    guard found.payloadHash == payloadHash else {
      throw HostError(
        .idempotencyConflict, "This idempotency key was used for another booking.", field: "idempotency-key")
    }
    return try reader.booking(id: found.bookingID)
  }
}
