extension OpenAPISchemas {
  static let status = words("pending", "confirmed", "checked_in", "completed", "cancelled", "no_show")
  static let role = words("server", "host", "manager", "owner")

  static let bookings: [(String, JSONNode)] = [
    ("Booking", booking),
    (
      "BookingStep",
      written([("outcome", status), ("booking", .schema("Booking")), ("issues", list("Issue"))])
    ),
    ("BookingHistory", history),
    ("BookingList", written([("bookings", list("Booking")), ("nextCursor", maybeText)])),
    (
      "GuestView",
      written(
        [
          ("reference", text), ("restaurant", .schema("Place")), ("date", date), ("time", text),
          ("endTime", text), ("party", number), ("seating", maybeText), ("notes", maybeText), ("name", text),
          ("email", maybeText), ("phone", maybeText), ("status", status), ("duplicate", truth),
        ], optional: ["duplicate"])
    ),
    ("Place", written([("id", text), ("slug", text), ("name", text)])),
    (
      "Issue",
      written([
        ("code", text), ("field", maybeText), ("message", text),
        ("severity", words("refuse", "override", "warn")), ("role", maybeText), ("rule", maybeText),
      ])
    ),
    (
      "GuestIssue",
      written([("code", text), ("field", maybeText), ("message", text), ("severity", words("refuse"))])
    ),
    ("Details", details),
    (
      "Effect",
      written(
        [
          ("kind", text), ("state", words("queued", "sending", "delivered", "failed", "skipped")),
          ("reason", maybeText), ("rule", maybeText), ("trigger", text), ("template", text),
          ("points", number),
          ("channel", text), ("event", text),
        ], optional: ["template", "points", "channel", "event"])
    ),
  ]

  static let historyEntry: JSONNode = {
    let plan = written([("date", date), ("time", text), ("party", number), ("covers", number)])
    let person = written([("id", text), ("email", maybeText), ("role", maybeText)])
    return written([
      ("at", moment), ("action", text), ("by", ["oneOf": [person, ["type": "null"]]]), ("from", maybeText),
      ("to", maybeText), ("reason", maybeText), ("overrideReason", maybeText),
      ("approvedBy", ["oneOf": [person, ["type": "null"]]]),
      ("fields", ["type": "array", "items": text]), ("before", ["oneOf": [plan, ["type": "null"]]]),
      ("after", ["oneOf": [plan, ["type": "null"]]]),
    ])
  }()

  private static let history: JSONNode = written([
    ("reference", text), ("history", ["type": "array", "items": historyEntry]),
  ])

  private static let details: JSONNode = written([
    ("createdBy", text), ("channel", text),
    ("staff", ["oneOf": [written([("id", text), ("role", role)]), ["type": "null"]]]),
    ("answers", ["type": "object"]),
    ("override", ["oneOf": [written([("reason", text), ("by", text)]), ["type": "null"]]]),
  ])

  private static let booking: JSONNode = written(
    [
      ("id", text), ("reference", text), ("restaurant", .schema("Place")), ("mode", text), ("date", date),
      ("time", text), ("endTime", text), ("serviceDate", date), ("startsAt", moment), ("endsAt", moment),
      ("party", number), ("covers", number), ("bookingType", maybeText), ("seating", maybeText),
      ("notes", maybeText), ("staffNotes", maybeText), ("table", maybeText), ("name", text),
      ("email", maybeText),
      ("phone", maybeText), ("marketingOptIn", truth), ("status", status), ("source", text),
      ("label", maybeText), ("details", .schema("Details")),
      ("decision", written([("revision", text), ("issues", list("Issue"))])), ("effects", list("Effect")),
      ("version", number), ("createdAt", moment), ("updatedAt", moment), ("duplicate", truth),
    ], optional: ["duplicate"])
}
