extension OpenAPIOperation {
  private static let base = "/api/ops/restaurants/{restaurant}"

  private static let warning =
    "For managers. What would leave bookings without a place is a 409 that lists them, unless it says `confirm`."

  static let house: [OpenAPIOperation] = {
    var show = OpenAPIOperation("GET", base, "How a restaurant is set up")
    show.answers = [(200, answer("Everything.", "House"))]
    show.needsStaff = true
    var history = OpenAPIOperation("GET", base + "/history", "Who changed what", "For managers.")
    history.parameters = [
      query(
        "limit", "Changes at most.", ["type": "integer", "minimum": 1, "maximum": 200, "default": 50])
    ]
    history.answers = [(200, answer("The latest first.", "HouseHistory"))]
    history.needsStaff = true
    return [
      show, change("PATCH", "", "Change name, zone or contact", ("HouseEdit", ["phone": "+44 20 7946 0101"])),
      history,
      change("PATCH", "/hours", "Set hours of weekdays", ("WeekEdit", ["friday": "12:00-02:00"])),
      change(
        "PUT", "/hours/{date}", "Set the hours of one date",
        ("DayEdit", ["hours": "12:00-16:00", "reason": "Christmas Eve"])),
      change("DELETE", "/hours/{date}", "Have a date be like any other again"),
      change(
        "POST", "/closures", "Take no bookings that start within some time",
        ("ClosureEdit", ["minutes": 60, "reason": "Kitchen is full"])),
      change("DELETE", "/closures/{closure}", "End a closure: its number, `now` or `all`"),
      change("PUT", "/seats", "Set how many covers can sit at once", ("SeatsEdit", ["seats": 44])),
      change(
        "PATCH", "/services/{key}", "Add a service, or change one",
        ("ServiceEdit", ["days": "mon-sat", "hours": "17:30-23:00", "maxCovers": 44])),
      change("DELETE", "/services/{key}", "Take a service away"),
      change(
        "PATCH", "/services/{key}/capacity/{on}", "Set what a service holds on a weekday or date",
        ("CapacityEdit", ["maxCovers": 50])),
      change("DELETE", "/services/{key}/capacity/{on}", "Have it hold what it usually does"),
    ]
  }()

  static let members: [OpenAPIOperation] = {
    let base = OpenAPIOperation.base + "/staff"
    var list = OpenAPIOperation("GET", base, "Who works at a restaurant", "For managers.")
    list.answers = [(200, answer("Owners first.", "MemberList"))]
    var invite = OpenAPIOperation(
      "POST", base, "Have somebody work there", "For managers, up to their own role.")
    invite.body = ("Invitation", ["email": "grace@the-anchor.example", "role": "host"])
    invite.answers = [(201, answer("They do.", "Member"))]
    invite.problems = [422]
    var setRole = OpenAPIOperation("PATCH", base + "/{member}", "Change a role", "For owners.")
    setRole.body = ("RoleEdit", ["role": "manager"])
    setRole.answers = [(200, answer("The member.", "Member"))]
    setRole.problems = [404, 422]
    var revoke = OpenAPIOperation(
      "DELETE", base + "/{member}", "Take somebody off the restaurant, at once",
      "For managers, up to their own role. An owner stays.")
    revoke.answers = [(204, ["description": "They work there no more."])]
    revoke.problems = [404, 422]
    return [list, invite, setRole, revoke].map { operation in
      var operation = operation
      operation.needsStaff = true
      return operation
    }
  }()

  private static func change(
    _ method: String, _ path: String, _ summary: String, _ body: (schema: String, example: JSONNode)? = nil
  ) -> OpenAPIOperation {
    var change = OpenAPIOperation(method, base + path, summary, warning)
    change.body = body
    if body == nil { change.parameters = [query("confirm", "Although it strands bookings.", truth)] }
    change.answers = [(200, answer("What is different, and what is set up now.", "HouseOutcome"))]
    change.problems = [409, 422]
    change.needsStaff = true
    return change
  }
}
