extension OpenAPISchemas {
  private static let limit: JSONNode = [
    "oneOf": [
      ["type": ["integer", "null"], "minimum": 0, "maximum": 100_000],
      ["type": "string", "enum": ["unlimited"]],
    ]
  ]
  private static let week = Weekday.allCases.map(\.rawValue)

  static let house: [(String, JSONNode)] = [
    (
      "House",
      written([
        ("id", text), ("slug", text), ("name", text), ("timezone", text), ("phone", maybeText),
        ("email", maybeText), ("address", maybeText), ("locale", text), ("seats", maybeNumber),
        ("hours", written(week.map { ($0, text) })),
        (
          "exceptions",
          [
            "type": "array",
            "items": written([("date", date), ("hours", text), ("reason", maybeText)]),
          ]
        ),
        (
          "closures",
          [
            "type": "array",
            "items": written([("id", number), ("from", moment), ("to", moment), ("reason", maybeText)]),
          ]
        ), ("services", list("Service")),
      ])
    ),
    (
      "Service",
      written([
        ("key", text), ("name", text), ("days", ["type": "array", "items": text]), ("hours", text),
        ("maxCovers", maybeNumber), ("maxParties", maybeNumber),
        (
          "capacity",
          [
            "type": "array",
            "items": written([("on", text), ("maxCovers", maybeNumber), ("maxParties", maybeNumber)]),
          ]
        ),
      ])
    ),
    ("Change", written([("what", text), ("from", maybeText), ("to", maybeText)])),
    (
      "Stranded",
      written([
        ("reference", text), ("date", date), ("time", text), ("party", number), ("name", text),
        ("status", status),
        ("reasons", ["type": "array", "items": written([("code", text), ("message", text)])]),
      ])
    ),
    (
      "HouseOutcome",
      written([
        ("restaurant", .schema("House")), ("changes", list("Change")), ("stranded", list("Stranded")),
      ])
    ),
    ("HouseHistory", written([("history", list("HouseEvent"))])),
    (
      "HouseEvent",
      written([
        ("id", number), ("at", moment), ("action", text), ("by", maybeText), ("role", maybeText),
        ("changes", list("Change")),
      ])
    ),
    ("Member", written([("id", text), ("email", text), ("role", role), ("canSignIn", truth)])),
    ("MemberList", written([("staff", list("Member"))])),
    ("HouseEdit", edit(["name", "timezone", "phone", "email", "address", "locale"].map { ($0, maybeText) })),
    ("WeekEdit", edit(week.map { ($0, maybeText) })),
    ("DayEdit", edit([("hours", text), ("reason", maybeText)], required: ["hours"])),
    (
      "ClosureEdit",
      edit([
        ("minutes", maybeNumber), ("from", maybeText), ("to", maybeText), ("reason", maybeText),
      ])
    ),
    ("SeatsEdit", edit([("seats", limit)], required: ["seats"])),
    (
      "ServiceEdit",
      edit([
        ("name", maybeText), ("days", maybeText), ("hours", maybeText), ("maxCovers", limit),
        ("maxParties", limit),
      ])
    ),
    ("CapacityEdit", edit([("maxCovers", limit), ("maxParties", limit)])),
    ("Invitation", read([("email", text), ("role", role)], required: ["email", "role"])),
    ("RoleEdit", read([("role", role)], required: ["role"])),
  ]

  private static func edit(_ members: [(String, JSONNode)], required: [String] = []) -> JSONNode {
    read(members + [("confirm", maybeTruth)], required: required)
  }
}
