extension OpenAPIOperation {
  /// Parties who wait for a table.
  static let waitlist: [OpenAPIOperation] = {
    let version: (String, JSONNode) = (
      "ETag", ["description": "The entry's version.", "schema": ["type": "string"]]
    )
    var list = OpenAPIOperation(
      "GET", "/api/ops/waitlist", "Who waits for a table",
      "The line of the service day that is on, in its order.")
    list.parameters = [
      query(
        "restaurant", "The restaurant's slug or id; left out, the only one that you are a member of.",
        example: "the-anchor"),
      query("all", "Also those who were seated or have left.", truth),
    ]
    list.answers = [(200, answer("The line.", "Waitlist"))]
    var add = OpenAPIOperation(
      "POST", "/api/ops/waitlist", "Put a party on the list",
      "Behind all others. Who may wait, and for how long, is for the mode's `waitlist` to say.")
    add.body = ("WaitingParty", OpenAPIExamples.waitingParty)
    add.answers = [(201, answer("It waits.", "WaitlistStep", headers: [version]))]
    add.problems = [422]
    var step = OpenAPIOperation(
      "POST", "/api/ops/waitlist/{entry}/steps", "Call, put back, seat or let go a party",
      "The entry's id, or its code on the service day that is on. To `seat` is to book this very minute and to check in, "
        + "with all that a booking may be refused for; the booking is answered with the entry. A step that cannot "
        + "follow is refused with the issue `transition_invalid`.")
    step.parameters = [
      query("restaurant", "Where a code is looked for; left out, the only one that you are a member of."),
      header("If-Match", "Only if the entry is still at this version: its ETag."),
    ]
    step.body = ("WaitlistStepRequest", OpenAPIExamples.waitlistStep)
    step.answers = [(200, answer("Where the party is now.", "WaitlistStep", headers: [version]))]
    step.problems = [404, 409, 422]
    var all = [list, add, step]
    for index in all.indices { all[index].needsStaff = true }
    return all
  }()
}
