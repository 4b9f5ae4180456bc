/// The document's schemas. Objects that the server writes say all their keys; those that it reads take more
/// than they know, and ignore it.
enum OpenAPISchemas {
  static let all: [(String, JSONNode)] = requests + bookings + waitlist + house + guestBook + answers

  static let text: JSONNode = ["type": "string"]
  static let number: JSONNode = ["type": "integer"]
  static let truth: JSONNode = ["type": "boolean"]
  static let date: JSONNode = ["type": "string", "format": "date"]
  static let moment: JSONNode = ["type": "string", "format": "date-time"]
  static let maybeText: JSONNode = ["type": ["string", "null"]]
  static let maybeNumber: JSONNode = ["type": ["integer", "null"]]
  static let maybeTruth: JSONNode = ["type": ["boolean", "null"]]

  static func words(_ words: String...) -> JSONNode {
    ["type": "string", "enum": .list(words.map { .text($0) })]
  }

  static func list(_ schema: String) -> JSONNode { ["type": "array", "items": .schema(schema)] }

  static func or(null schema: String) -> JSONNode { ["oneOf": [.schema(schema), ["type": "null"]]] }

  /// An object of which all keys are always there, but for those in `optional`.
  static func written(_ members: [(String, JSONNode)], optional: [String] = []) -> JSONNode {
    let required = members.map(\.0).filter { !optional.contains($0) }.map { JSONNode.text($0) }
    return [
      "type": "object", "required": .list(required), "properties": .object(members),
      "additionalProperties": false,
    ]
  }

  /// An object as it may be sent.
  static func read(_ members: [(String, JSONNode)], required: [String]) -> JSONNode {
    [
      "type": "object", "required": .list(required.map { .text($0) }), "properties": .object(members),
    ]
  }

  private static let requests: [(String, JSONNode)] = [
    ("SignIn", read([("email", text), ("password", text)], required: ["email", "password"])),
    (
      "Answers",
      [
        "type": ["object", "null"],
        "additionalProperties": ["type": ["string", "number", "boolean", "null"]],
      ]
    ),
    (
      "StaffBooking",
      read(
        [("restaurantId", text)] + draft + staffOnly + [("checkIn", maybeTruth), ("table", maybeText)],
        required: ["restaurantId"])
    ),
    (
      "BookingChange",
      read(draft + staffOnly + [("staffNotes", maybeText), ("table", maybeText)], required: [])
    ),
    (
      "BookingTransition",
      read(
        [
          ("to", ["type": "string", "enum": .list(BookingLifeRoutes.words.map { .text($0) })]),
          ("reason", maybeText), ("table", maybeText), overriding,
        ], required: ["to"])
    ),
    (
      "GuestBooking",
      [
        "type": "object",
        "properties": .object(
          [("restaurant", maybeText), ("restaurantId", maybeText), ("mode", [:])] + draft),
        "anyOf": [
          ["required": ["restaurant"], "properties": ["restaurant": text]],
          ["required": ["restaurantId"], "properties": ["restaurantId": text]],
        ],
      ]
    ),
    ("OwnBookingChange", read(draft, required: [])),
    ("OwnBookingCancellation", read([("to", ["type": "string", "enum": ["cancelled"]])], required: ["to"])),
    ("Draft", ["type": ["object", "null"], "properties": .object(draft)]),
    (
      "WizardTurn",
      read(
        [
          ("restaurant", text), ("done", ["enum": ["plan", "details", .null]]), ("draft", .schema("Draft")),
          ("override", ["type": ["object", "null"], "properties": ["reason": maybeText]]),
        ], required: ["restaurant"])
    ),
  ]

  private static let draft: [(String, JSONNode)] = [
    ("date", maybeText), ("time", maybeText), ("party", maybeNumber), ("bookingType", maybeText),
    ("seating", maybeText), ("notes", maybeText), ("name", maybeText), ("email", maybeText),
    ("phone", maybeText), ("marketingOptIn", maybeTruth), ("terms", maybeTruth),
    ("answers", .schema("Answers")),
  ]

  private static let staffOnly: [(String, JSONNode)] = [
    ("mode", maybeText), overriding,
  ]

  static let overriding: (String, JSONNode) = (
    "override",
    [
      "type": ["object", "null"],
      "properties": [
        "apply": maybeTruth, "reason": maybeText,
        "approveAs": [
          "type": ["object", "null"], "required": ["email", "password"],
          "properties": ["email": text, "password": text],
          "description": "a colleague at the same restaurant, whose role counts for this one override",
        ],
      ],
    ]
  )
}
