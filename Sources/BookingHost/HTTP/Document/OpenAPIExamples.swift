/// Requests that pass on a fresh demo, dates aside.
enum OpenAPIExamples {
  static let staffBooking: JSONNode = [
    "restaurantId": "the-anchor", "date": "2026-11-28", "time": "19:30", "party": 2, "name": "Ada Lovelace",
  ]

  static let change: JSONNode = ["time": "20:00", "party": 3, "email": .null]

  static let transition: JSONNode = ["to": "cancelled", "reason": "rang to say so"]

  static let waitingParty: JSONNode = [
    "restaurantId": "the-anchor", "party": 4, "name": "Ada Lovelace", "phone": "+44 20 7946 0999",
  ]

  static let waitlistStep: JSONNode = ["step": "call"]

  static let guestBooking: JSONNode = [
    "restaurant": "the-anchor", "date": "2026-11-28", "time": "19:30", "party": 2, "name": "Ada Lovelace",
    "email": "ada@example.com", "phone": "+44 20 7946 0999", "terms": true,
  ]

  static let guestChange: JSONNode = ["time": "20:00", "notes": .null]

  static let guestCancellation: JSONNode = ["to": "cancelled"]

  static let wizardTurn: JSONNode = [
    "restaurant": "the-anchor", "done": "plan",
    "draft": ["date": "2026-11-28", "time": "19:30", "party": 2],
  ]
}
