extension OpenAPISchemas {
  private static let outcome = words("confirmed", "pending", "refused", "override")
  private static let eitherIssues: JSONNode = [
    "type": "array", "items": ["anyOf": [.schema("Issue"), .schema("GuestIssue")]],
  ]

  static let answers: [(String, JSONNode)] = [
    (
      "Problem",
      written(
        [
          ("type", text), ("title", text), ("status", number), ("detail", text), ("code", text),
          ("requestId", text), ("field", text), ("issues", eitherIssues), ("overridable", truth),
          ("waitlist", .schema("WaitOffer")),
          ("expectedVersion", number), ("currentVersion", number), ("stranded", list("Stranded")),
        ],
        optional: [
          "field", "issues", "overridable", "waitlist", "expectedVersion", "currentVersion", "stranded",
        ])
    ),
    ("Session", written([("token", text), ("expiresAt", moment), ("csrfToken", text)])),
    (
      "Me",
      written([
        ("id", text), ("email", text), ("expiresAt", moment), ("csrfToken", maybeText),
        (
          "memberships",
          [
            "type": "array",
            "items": written([("restaurantId", text), ("restaurant", text), ("role", role)]),
          ]
        ),
      ])
    ),
    ("Restaurant", written([("id", text), ("slug", text), ("name", text), ("timezone", text)])),
    ("RestaurantList", written([("restaurants", list("Restaurant"))])),
    (
      "Availability",
      written([
        ("date", date), ("mode", text), ("slots", list("Slot")), ("alternatives", list("Alternative")),
      ])
    ),
    (
      "Alternative",
      written([
        ("date", date), ("time", text), ("party", number), ("service", maybeText),
        ("difference", words("time", "service", "party", "date")),
      ])
    ),
    (
      "Slot",
      written([
        ("date", date), ("time", text), ("outcome", outcome), ("issues", eitherIssues),
        ("needs", ["type": "array", "items": text]),
      ])
    ),
    ("Form", form), ("WizardState", wizard), ("Dashboard", dashboard),
    (
      "Event",
      written([
        ("id", number), ("action", text), ("reference", maybeText), ("waitlistId", maybeText),
        ("restaurantId", text), ("at", moment),
      ])
    ),
    ("Status", written([("status", text), ("revision", text)], optional: ["revision"])),
  ]

  private static let form: JSONNode = written([
    ("mode", text), ("title", text), ("access", words("public", "staff")),
    ("party", written([("min", number), ("max", number)])),
    ("time", written([("slotMinutes", number), ("noticeMinutes", number), ("horizonDays", number)])),
    ("overrideReasons", ["type": "array", "items": text]),
    (
      "fields",
      [
        "type": "array",
        "items": written([
          ("name", text), ("label", text), ("help", maybeText),
          ("type", words("text", "integer", "boolean", "date")), ("required", truth),
          ("choices", ["type": ["array", "null"], "items": text]),
          ("default", ["type": ["string", "number", "boolean", "null"]]), ("minLength", maybeNumber),
          ("maxLength", maybeNumber), ("min", maybeNumber), ("max", maybeNumber),
        ]),
      ]
    ),
  ])

  private static let wizard: JSONNode = written([
    ("step", words("plan", "details", "review", "confirmed")), ("issues", eitherIssues),
    ("needs", ["type": "array", "items": text]),
    ("outcome", ["enum": ["confirmed", "pending", "refused", "override", .null]]), ("provisional", truth),
    ("alternatives", list("Alternative")), ("form", .schema("Form")),
  ])

  private static let dashboard: JSONNode = written([
    ("restaurant", .schema("Restaurant")), ("date", date),
    (
      "totals",
      written(
        [
          "all", "confirmed", "pending", "checkedIn", "completed", "cancelled", "noShow", "upcoming",
          "covers",
        ].map { ($0, number) })
    ),
    (
      "slots",
      [
        "type": "array",
        "items": written([("time", text), ("minute", number), ("covers", number), ("parties", number)]),
      ]
    ),
    (
      "services",
      [
        "type": "array",
        "items": written([
          ("key", text), ("name", text), ("opens", number), ("closes", number), ("covers", number),
          ("parties", number), ("maxCovers", maybeNumber), ("maxParties", maybeNumber),
        ]),
      ]
    ),
    ("bookings", list("Booking")), ("rules", ruleNotice), ("waitlist", list("WaitlistEntry")),
  ])

  private static let ruleNotice: JSONNode = written([
    ("revision", maybeText), ("number", maybeNumber),
    (
      "rejected",
      [
        "anyOf": [
          ["type": "null"],
          written([
            ("at", maybeText),
            ("findings", ["type": "array", "items": written([("rule", maybeText), ("message", text)])]),
          ]),
        ]
      ]
    ),
    (
      "failures",
      [
        "type": "array",
        "items": written([("mode", text), ("rule", maybeText), ("count", number), ("lastAt", moment)]),
      ]
    ),
  ])
}
