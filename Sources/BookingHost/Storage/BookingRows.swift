extension Booking {
  /// A row of `bookings` with the restaurant's slug and name; effects come separately.
  init(row: Row) throws {
    self.init(
      id: row["id"], reference: row["reference"],
      restaurant: RestaurantName(
        id: row["restaurant_id"], slug: row["restaurant_slug"], name: row["restaurant_name"]),
      mode: row["mode"],
      start: LocalDateTime(date: try row.date("start_date"), minute: row["start_minute"]),
      end: LocalDateTime(date: try row.date("end_date"), minute: row["end_minute"]),
      serviceDate: try row.date("service_date"), serviceMinute: row["service_minute"],
      startsAt: row.instant("starts_at"), endsAt: row.instant("ends_at"), zone: try row.zone("timezone"),
      party: row["party"], covers: row["covers"], name: row["name"], status: try row.word("status"),
      source: row["source"], revision: row["revision"], createdAt: row.instant("created_at"))
    readOptionals(row)
    staff = try (row["staff_id"] as String?).map { StaffMark(id: $0, role: try row.word("staff_role")) }
    answers = StoredAnswers.decode(row["answers"])
    issues = StoredIssues.decode(row["issues"])
    version = row["version"]
    updatedAt = row.instant("updated_at")
  }

  private mutating func readOptionals(_ row: Row) {
    bookingType = row["booking_type"]
    seating = row["seating"]
    notes = row["notes"]
    staffNotes = row["staff_notes"]
    table = row["table_name"]
    email = row["email"]
    phone = row["phone"]
    normalisedEmail = row["normalised_email"]
    normalisedPhone = row["normalised_phone"]
    marketingOptIn = row["marketing_opt_in"]
    termsAcceptedAt = (row["terms_accepted_at"] as Int?).map(Instant.init(seconds:))
    label = row["label"]
    if let reason: String = row["override_reason"], let by: String = row["override_by"] {
      override = Override(reason: reason, by: by)
    }
  }

  /// The row to insert, but for the guest and the contract version.
  func columns(
    guestID: String, contractVersion: Int
  ) -> KeyValuePairs<String, (any Storable)?> {
    [
      "id": id, "reference": reference, "restaurant_id": restaurant.id, "guest_id": guestID, "mode": mode,
      "start_date": start.date.description, "start_minute": start.minute,
      "end_date": end.date.description, "end_minute": end.minute,
      "service_date": serviceDate.description, "service_minute": serviceMinute,
      "starts_at": startsAt.seconds, "ends_at": endsAt.seconds, "timezone": zone.identifier,
      "party": party, "covers": covers, "booking_type": bookingType, "seating": seating, "notes": notes,
      "staff_notes": staffNotes, "table_name": table, "name": name, "email": email, "phone": phone,
      "normalised_email": normalisedEmail, "normalised_phone": normalisedPhone,
      "marketing_opt_in": marketingOptIn, "terms_accepted_at": termsAcceptedAt?.seconds,
      "status": status.rawValue, "source": source, "label": label, "staff_id": staff?.id,
      "staff_role": staff?.role.rawValue, "answers": StoredAnswers.encode(answers),
      "override_reason": override?.reason, "override_by": override?.by, "revision": revision,
      "contract_version": contractVersion, "issues": StoredIssues.encode(issues),
      "search_text": BookingSearch.text(of: self), "version": version, "created_at": createdAt.seconds,
      "updated_at": updatedAt.seconds,
    ]
  }
}
