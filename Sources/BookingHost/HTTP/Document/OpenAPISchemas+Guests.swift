// The guest book.
extension OpenAPISchemas {
  static let guestBook: [(String, JSONNode)] = [
    ("Guest", guest),
    ("GuestList", written([("guests", list("Guest")), ("nextCursor", maybeText)])),
    (
      "GuestFile",
      written([
        ("guest", .schema("Guest")), ("merged", texts), ("bookings", list("Booking")),
        ("history", ["type": "array", "items": historyEntry]),
      ])
    ),
    (
      "GuestChange",
      read(
        [("notes", maybeText), ("allergies", maybeText), ("addTags", texts), ("removeTags", texts)],
        required: [])
    ),
    ("GuestMerge", read([("other", text)], required: ["other"])),
    (
      "GuestParting",
      read(
        [("references", ["type": "array", "items": text, "minItems": 1, "maxItems": 200])],
        required: ["references"])
    ),
    ("GuestSplit", written([("kept", .schema("Guest")), ("split", .schema("Guest"))])),
    ("ErasedGuest", written([("id", text), ("bookings", number), ("cancelledEffects", number)])),
    ("GuestExport", export),
  ]

  private static let texts: JSONNode = ["type": "array", "items": text]

  private static let guest: JSONNode = written([
    ("id", text), ("restaurant", .schema("Place")), ("name", text), ("email", maybeText),
    ("phone", maybeText),
    ("tags", texts), ("notes", maybeText), ("allergies", maybeText), ("visits", number), ("noShows", number),
    ("upcoming", number), ("points", number), ("bookings", number), ("lastBooking", maybeMoment),
    ("createdAt", moment), ("erasedAt", maybeMoment),
  ])

  private static let maybeMoment: JSONNode = ["type": ["string", "null"], "format": "date-time"]

  private static let export: JSONNode = {
    let rows: JSONNode = ["type": "array", "items": ["type": "object"]]
    let parts = [
      "guest", "bookings", "transitions", "effects", "attempts", "deliveries", "notices", "loyalty",
      "decisions", "waitlist", "audit",
    ]
    return written([("exportedAt", moment), ("restaurant", text)] + parts.map { ($0, rows) })
  }()
}
