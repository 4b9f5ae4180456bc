/// Everything that a rule can say: what it can read, and what it can call. `rules check` holds rules against
/// these tables, and what documents the contract is made from them.
package enum Vocabulary {
  /// `facts`.
  package static let facts: [VocabularyTerm] = [
    VocabularyTerm("mode", .text, "the mode that decides: the name of its file"),
    VocabularyTerm(
      "action", .oneOf(["create", "walkin", "change", "quote"], called: "action"),
      "what the caller is doing: \"walkin\" is guests at the door, \"quote\" is only asking"),
    VocabularyTerm("now", .record(moment), "the restaurant's clock"),
    VocabularyTerm("start", .record(start), "when the booking would start"),
    VocabularyTerm(
      "day", .record(day), "the start on its service day, to which the hours after midnight belong"),
    VocabularyTerm("hours", .record(hours), "when the restaurant is open that service day"),
    VocabularyTerm("service", .record(service), "the service that contains the start"),
    VocabularyTerm("services", .list(of: .record(service)), "all services of the service day"),
    VocabularyTerm("closures", .list(of: .record(closure)), "when the restaurant is shut that service day"),
    VocabularyTerm("load", .record(load), "how full it is, the booking being changed left out"),
    VocabularyTerm("restaurant", .record(restaurant), "the restaurant"),
    VocabularyTerm("staff", .record(staff), "who is booking on the guest's behalf"),
    VocabularyTerm("guest", .record(guest), "what is known of the guest"),
    VocabularyTerm("previous", .draft, "the booking before a change; empty when it is not a change"),
  ]

  private static let weekdays: ValueType = .oneOf(Weekday.allCases.map(\.rawValue), called: "weekday")

  private static let moment = [
    VocabularyTerm("date", .date, "the date"),
    VocabularyTerm("time", .time, "the time of day"),
    VocabularyTerm("minute", .integer, "the time in minutes since midnight"),
    VocabularyTerm("weekday", weekdays, "the day of the week"),
  ]

  private static let start =
    moment + [
      VocabularyTerm(
        "notice_minutes", .integer, "minutes from now to the start; negative when it has passed")
    ]

  private static let day = [
    VocabularyTerm("date", .date, "the date of the service day"),
    VocabularyTerm("weekday", weekdays, "the day of the week of the service day"),
    VocabularyTerm(
      "minute", .integer, "the start in minutes of the service day: 1530 is half past one at night"),
  ]

  private static let hours = [
    VocabularyTerm("opens", .integer, "the opening, in minutes of the service day"),
    VocabularyTerm("closes", .integer, "the closing, in minutes of the service day"),
    VocabularyTerm("closed", .boolean, "whether the restaurant stays shut all day"),
    VocabularyTerm("label", .text, optional: true, "what the day's hours are called, such as a holiday"),
  ]

  private static let service = [
    VocabularyTerm("key", .text, "the service's short name; \"none\" outside every service"),
    VocabularyTerm("name", .text, "the service's name as guests read it"),
    VocabularyTerm("opens", .integer, "its first minute of the service day"),
    VocabularyTerm("closes", .integer, "its last minute of the service day"),
  ]

  private static let closure = [
    VocabularyTerm("from", .integer, "its first minute of the service day"),
    VocabularyTerm("to", .integer, "the minute of the service day when it is over"),
    VocabularyTerm("reason", .text, optional: true, "why"),
  ]

  private static let load = [
    VocabularyTerm("covers", .integer, "covers of the service, or of the day where there is no service"),
    VocabularyTerm("parties", .integer, "parties of the service, or of the day"),
    VocabularyTerm("max_covers", .integer, optional: true, "how many covers it holds; nil when unlimited"),
    VocabularyTerm("max_parties", .integer, optional: true, "how many parties it holds; nil when unlimited"),
    VocabularyTerm("seated", .integer, "covers whose sitting overlaps this one"),
    VocabularyTerm("seats", .integer, optional: true, "how many can sit at once; nil when nobody counts"),
    VocabularyTerm("starts", .list(of: .record(startLoad)), "what starts when on the service day"),
  ]

  private static let startLoad = [
    VocabularyTerm("minute", .integer, "the minute of the service day"),
    VocabularyTerm("covers", .integer, "covers that start then"),
    VocabularyTerm("parties", .integer, "parties that start then"),
  ]

  private static let restaurant = [
    VocabularyTerm("id", .text, "its id"),
    VocabularyTerm("slug", .text, "its short name in addresses and commands"),
    VocabularyTerm("name", .text, "its name"),
    VocabularyTerm("timezone", .text, "its time zone, such as \"Europe/London\""),
    VocabularyTerm("phone", .text, optional: true, "its phone number"),
    VocabularyTerm("locale", .text, "its language and region, such as \"en-GB\""),
  ]

  private static let staff = [
    VocabularyTerm("id", .text, optional: true, "the staff member's id; nil for guests"),
    VocabularyTerm(
      "role", .oneOf(Role.allCases.map(\.rawValue), called: "role"),
      "the staff member's role at this restaurant; \"none\" for guests"),
  ]

  private static let guest = [
    VocabularyTerm("known", .boolean, "whether the guest has been here, or booked, before"),
    VocabularyTerm("verified", .boolean, "whether the guest has proved to be themselves"),
    VocabularyTerm("visits", .integer, "how often they came"),
    VocabularyTerm("no_shows", .integer, "how often they did not turn up"),
    VocabularyTerm("points", .integer, "their loyalty points"),
    VocabularyTerm("upcoming", .integer, "how many bookings they have ahead"),
    VocabularyTerm("tags", .list(of: .text), "what staff have tagged them with"),
  ]
}
