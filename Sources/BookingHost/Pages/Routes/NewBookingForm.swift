/// What staff have typed into the form of a new booking.
struct NewBookingForm {
  /// The restaurant's slug or id, and the mode; nil until somebody has chosen.
  var restaurant: String?
  var mode: String?
  /// Whether the guests are at the door.
  var isNow = true
  var date = ""
  var time = ""
  var party = ""
  /// Whether they sit down as they are booked.
  var isSeated = true
  var table = ""
  /// Tells one form from another: sent twice, it makes one booking.
  var key: String
  /// The warnings that were shown before.
  var seen: Set<String> = []
  var posted: PostedForm?

  /// An empty one, about a day where one comes from it.
  init(_ query: Query, key: String) {
    restaurant = query["restaurant"]
    mode = query["mode"]
    self.key = key
    guard let date = query["date"], CivilDate(date) != nil else { return }
    (isNow, self.date) = (false, date)
  }

  init(_ form: PostedForm, key: String) {
    restaurant = form["restaurant"]
    mode = form["mode"]
    isNow = form["when"] != "later"
    (date, time, party) = (form["date"] ?? "", form["time"] ?? "", form["party"] ?? "")
    isSeated = form["seated"] != nil
    table = form["table"] ?? ""
    self.key = form["key"] ?? key
    seen = Set((form["seen"] ?? "").split(separator: " ").map(String.init))
    posted = form
  }

  /// Takes one of the plans that were offered instead: `2026-11-27 19:45 4`.
  mutating func take(_ offer: String) {
    let parts = offer.split(separator: " ").map(String.init)
    guard parts.count == 3 else { return }
    (isNow, date, time, party) = (false, parts[0], parts[1], parts[2])
  }

  // MARK: As a request

  /// The answers, for a mode.
  func draft(_ policy: Policy) -> Draft {
    var draft = Draft()
    for field in policy.fields where field.name != Field.party {
      guard let text = posted?[field.name] else { continue }
      draft[field.name] = field.type == .boolean ? .boolean(true) : .text(text)
    }
    draft[Field.party] = party.isEmpty ? nil : .text(party)
    if !isNow {
      draft[Field.date] = date.isEmpty ? nil : .text(date)
      draft[Field.time] = time.isEmpty ? nil : .text(time)
    }
    return draft
  }

  func request(_ policy: Policy, at restaurant: Restaurant) -> BookingRequest {
    BookingRequest(
      restaurant: restaurant.id, mode: policy.mode, draft: draft(policy), isNow: isNow,
      seating: isNow && isSeated ? BookingRequest.Seating(table: table.isEmpty ? nil : table) : nil,
      overrideReason: posted?[OverrideView.field])
  }

  /// What a repeated request is known by. Another answer makes it another request: who goes back to a form that was
  /// sent and changes it books anew.
  func idempotencyKey(_ hash: (String) -> [UInt8]) -> String {
    let answers = (posted?.pairs ?? []).filter { !NewBookingForm.aside.contains($0.name) }
    let text = answers.map { "\($0.name)\u{1}\($0.value)" }.sorted().joined(separator: "\u{0}")
    return "page." + Digest.hex(hash("form\u{0}\(key)\u{0}\(text)"))
  }

  /// What is no answer.
  private static let aside: Set<String> = [
    "csrf", "key", "seen", "do", "take", Approval.emailField, Approval.passwordField,
  ]

  /// What a warning is known by, with how much it is about: more of the same is another.
  static func mark(_ issue: Issue) -> String { "\(issue.code).\(issue.numbers.over ?? 0)" }
}
