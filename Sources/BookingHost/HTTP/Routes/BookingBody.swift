/// What a request to book says, in either route.
struct BookingBody {
  let json: JSONBody

  init(_ exchange: Exchange) throws {
    json = try exchange.object()
  }

  /// The answers that anyone may give.
  func draft() throws -> Draft {
    try BookingBody.draft(json)
  }

  static func draft(_ json: JSONBody) throws -> Draft {
    let party = try json.wholeNumber("party").map { Answer.integer($0) }
    return Draft(
      date: try text(json, "date"), time: try text(json, "time"), party: party,
      name: try text(json, "name"), email: try text(json, "email"), phone: try text(json, "phone"),
      notes: try text(json, "notes"), seating: try text(json, "seating"),
      bookingType: try text(json, "bookingType"), marketingOptIn: try truth(json, "marketingOptIn"),
      terms: try truth(json, "terms"), answers: try own(json))
  }

  /// Answers to a mode's own questions. What has a key of its own is not taken from here too.
  private static func own(_ json: JSONBody) throws -> [String: Answer] {
    guard let answers = try json.object("answers")?.answers() else { return [:] }
    if let core = answers.keys.sorted().first(where: { (Field.plan + Field.core).contains($0) }) {
      let key = WireEncoder.key(core)
      throw Problem.malformed("\(key) has a key of its own beside answers.", field: "answers.\(core)")
    }
    return answers
  }

  /// The answers that are to be changed: a member that is null takes one away, one that is not there leaves it.
  static func changes(_ json: JSONBody) throws -> [String: Answer?] {
    let draft = try draft(json)
    var changes: [String: Answer?] = [:]
    for field in Field.plan + Field.core {
      let key = WireEncoder.key(field)
      if json.isNull(key) {
        changes[field] = .some(nil)
      } else if json.has(key) {
        changes[field] = .some(draft[field])
      }
    }
    for key in try json.object("answers")?.keys ?? [] where !(Field.plan + Field.core).contains(key) {
      changes[key] = .some(draft[key])
    }
    return changes
  }

  /// The reason of an override that is asked for; empty text where none is given.
  static func overrideReason(_ json: JSONBody) throws -> String? {
    guard let override = try json.object("override") else { return nil }
    let reason = try override.text("reason")
    return try override.truth("apply") == true ? reason ?? "" : nil
  }

  private static func text(_ json: JSONBody, _ key: String) throws -> Answer? {
    try json.text(key).map { .text($0) }
  }

  private static func truth(_ json: JSONBody, _ key: String) throws -> Answer? {
    try json.truth(key).map { .boolean($0) }
  }
}

/// The header by which a repeated request is known: a text in quotes (a structured field), or as it is.
enum IdempotencyHeader {
  static func key(_ headers: RequestHeaders) throws -> String? {
    let sent = headers.all("Idempotency-Key")
    guard let first = sent.first else { return nil }
    let isQuoted = first.utf8.count >= 2 && first.hasPrefix("\"") && first.hasSuffix("\"")
    let key = isQuoted ? String(first.dropFirst().dropLast()) : first
    guard sent.count == 1, (1...255).contains(key.utf8.count),
      key.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") })
    else {
      throw Problem.malformed(
        "Idempotency-Key must be one key of 1 to 255 visible ASCII characters.", field: "idempotency-key")
    }
    return key
  }
}
