// Parties who wait for a table.
extension OpenAPISchemas {
  private static let state = words("waiting", "called", "seated", "left")
  private static let maybeMoment: JSONNode = ["type": ["string", "null"], "format": "date-time"]

  static let waitlist: [(String, JSONNode)] = [
    ("WaitOffer", written([("quotedMinutes", number), ("position", number)])),
    (
      "Waitlist",
      written([("restaurant", .schema("Restaurant")), ("date", date), ("waitlist", list("WaitlistEntry"))])
    ),
    ("WaitlistEntry", entry),
    (
      "WaitlistStep",
      written(
        [("outcome", state), ("entry", .schema("WaitlistEntry")), ("booking", .schema("Booking"))],
        optional: ["booking"])
    ),
    (
      "WaitingParty",
      read(
        [
          ("restaurantId", text), ("party", maybeNumber), ("name", maybeText), ("email", maybeText),
          ("phone", maybeText), ("notes", maybeText), ("seating", maybeText), ("mode", maybeText),
          ("answers", .schema("Answers")),
        ], required: ["restaurantId"])
    ),
    (
      "WaitlistStepRequest",
      read(
        [
          ("step", ["type": "string", "enum": .list(WaitlistStep.allCases.map { .text($0.rawValue) })]),
          ("reason", maybeText), ("table", maybeText), ("answers", .schema("Answers")), overriding,
        ], required: ["step"])
    ),
  ]

  private static let entry: JSONNode = written([
    ("id", text), ("code", text), ("restaurant", .schema("Place")), ("serviceDate", date),
    ("position", maybeNumber), ("party", number), ("name", text), ("email", maybeText), ("phone", maybeText),
    ("notes", maybeText), ("seating", maybeText), ("state", state), ("overdue", truth),
    ("quotedMinutes", number), ("waitingSince", moment), ("calledAt", maybeMoment),
    ("heldUntil", maybeMoment), ("endedAt", maybeMoment), ("reason", maybeText), ("booking", maybeText),
    ("mode", text), ("addedBy", written([("id", text), ("role", text)])), ("version", number),
    ("updatedAt", moment),
  ])
}
