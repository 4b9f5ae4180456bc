extension OpenAPIOperation {
  static let sessions: [OpenAPIOperation] = {
    var signIn = OpenAPIOperation("POST", "/api/session", "Sign in", "Also sets the session's cookie.")
    signIn.body = (
      "SignIn", ["email": "host@the-anchor.example", "password": "kw7mt-9hxrc-4pdnf"]
    )
    signIn.answers = [(201, answer("Signed in.", "Session", headers: [("Set-Cookie", text("The session."))]))]
    signIn.problems = [401, 403]
    var signOut = OpenAPIOperation("DELETE", "/api/session", "Sign out")
    signOut.parameters = [query("everywhere", "End every session of the account.", truth)]
    signOut.answers = [(204, ["description": "Signed out."])]
    signOut.needsStaff = true
    var me = OpenAPIOperation("GET", "/api/me", "Who is signed in")
    me.answers = [(200, answer("The account, and where it belongs.", "Me"))]
    me.needsStaff = true
    return [signIn, signOut, me]
  }()

  private static let idempotency = header(
    "Idempotency-Key", "The same key and body again make no second booking; another body is a conflict.",
    ["type": "string", "minLength": 1, "maxLength": 255, "pattern": "^[!#-~]+$"])

  private static let restaurant = query(
    "restaurant", "The restaurant's slug or id; left out, all that you are a member of.",
    example: "the-anchor")

  static let staff: [OpenAPIOperation] = {
    var book = OpenAPIOperation(
      "POST", "/api/ops/bookings", "Book for a guest",
      "By a staff mode's rules. Email and phone may be left out where the rules say so.")
    book.body = ("StaffBooking", OpenAPIExamples.staffBooking)
    book.parameters = [idempotency]
    book.answers = [
      (201, answer("Booked.", "Booking", headers: [("Location", text("The booking."))])),
      (200, answer("Had been booked by the same request before.", "Booking")),
    ]
    book.problems = [409, 422]
    book.needsStaff = true
    var list = OpenAPIOperation("GET", "/api/ops/bookings", "List bookings", "By service day and time.")
    list.parameters = [
      restaurant, query("from", "First service day.", date), query("to", "Last service day.", date),
      query("status", "One or several, with commas between.", example: "confirmed,pending"),
      query("q", "Words of name, email, phone or reference.", example: "lovelace"),
      query("limit", "Bookings a page.", ["type": "integer", "minimum": 1, "maximum": 200, "default": 50]),
      query("cursor", "The `nextCursor` of the page before."),
    ]
    list.answers = [(200, answer("A page of bookings.", "BookingList"))]
    list.needsStaff = true
    var show = OpenAPIOperation("GET", "/api/ops/bookings/{reference}", "One booking")
    show.answers = [(200, answer("The booking.", "Booking", headers: [version]))]
    show.problems = [404]
    show.needsStaff = true
    var dashboard = OpenAPIOperation("GET", "/api/ops/dashboard", "A service day at a glance")
    dashboard.parameters = [
      restaurant, query("date", "The service day; left out, the one that is on.", date),
    ]
    dashboard.answers = [(200, answer("The day.", "Dashboard"))]
    dashboard.needsStaff = true
    return [book, list, show] + life + [dashboard, events]
  }()

  private static let version: (String, JSONNode) = ("ETag", text("The booking's version."))

  private static let life: [OpenAPIOperation] = {
    let ifMatch = header("If-Match", "Only if the booking is still at this version: its ETag.")
    let done = answer("How the booking stands.", "BookingStep", headers: [version])
    var change = OpenAPIOperation(
      "PATCH", "/api/ops/bookings/{reference}", "Change a booking",
      "What is not there stays as it is; null takes an answer away. What had been accepted and the change does not "
        + "touch is not raised again.")
    change.body = ("BookingChange", OpenAPIExamples.change)
    var step = OpenAPIOperation(
      "POST", "/api/ops/bookings/{reference}/transitions", "Have a booking take a step in its life",
      "`undo` takes the last step back, on the service day on which it was made. A step that cannot follow is "
        + "refused with the issue `transition_invalid`.")
    step.body = ("BookingTransition", OpenAPIExamples.transition)
    (change.parameters, step.parameters) = ([ifMatch], [ifMatch])
    (change.answers, step.answers) = ([(200, done)], [(200, done)])
    (change.problems, step.problems) = ([404, 409, 422], [404, 409, 422])
    (change.needsStaff, step.needsStaff) = (true, true)
    var history = OpenAPIOperation(
      "GET", "/api/ops/bookings/{reference}/history", "Who did what to a booking, and when")
    history.answers = [(200, answer("Its history, in order.", "BookingHistory"))]
    history.problems = [404]
    history.needsStaff = true
    return [change, step, history]
  }()

  private static let events: OpenAPIOperation = {
    var events = OpenAPIOperation(
      "GET", "/api/ops/events", "What happens to bookings, as it happens",
      "Server-sent events of your restaurants, wherever the bookings are made. The data is an Event.")
    events.parameters = [
      header("Last-Event-ID", "The last event that was seen."),
      query("after", "The same, for who cannot send that header."),
    ]
    events.answers = [
      (
        200,
        [
          "description": "A stream that does not end.",
          "content": ["text/event-stream": ["schema": ["type": "string"]]],
        ]
      )
    ]
    events.needsStaff = true
    return events
  }()

  static let guests: [OpenAPIOperation] = {
    let token: (String, JSONNode) = ("Booking-Token", text("Proves the booking to be one's own. Keep it."))
    var book = OpenAPIOperation(
      "POST", "/api/bookings", "Book for oneself",
      "By the customer rules, or another mode that guests are offered. What only staff may say is ignored.")
    book.body = ("GuestBooking", OpenAPIExamples.guestBooking)
    book.parameters = [idempotency]
    book.answers = [
      (201, answer("Booked.", "GuestView", headers: [("Location", text("The booking.")), token])),
      (200, answer("Had been booked by the same request before.", "GuestView", headers: [token])),
    ]
    book.problems = [404, 409, 422]
    var show = OpenAPIOperation("GET", "/api/bookings/{reference}", "One's own booking")
    show.parameters = [
      header("Booking-Token", "What was handed out when it was booked."),
      query("token", "The same, for links."),
    ]
    show.answers = [(200, answer("The booking.", "GuestView", headers: [version]))]
    show.problems = [404]
    return [book, show] + ownBooking(show.parameters)
  }()

  private static func ownBooking(_ tokens: [JSONNode]) -> [OpenAPIOperation] {
    let ifMatch = header("If-Match", "Only if the booking is still at this version: its ETag.")
    let done = answer("The booking as it is now.", "GuestView", headers: [version])
    var change = OpenAPIOperation(
      "PATCH", "/api/bookings/{reference}", "Change one's own booking",
      "Until it begins, by the rules for guests. What is not there stays as it is; null takes an answer away."
    )
    change.body = ("OwnBookingChange", OpenAPIExamples.guestChange)
    var cancel = OpenAPIOperation(
      "POST", "/api/bookings/{reference}/transitions", "Cancel one's own booking", "Until it begins.")
    cancel.body = ("OwnBookingCancellation", OpenAPIExamples.guestCancellation)
    (change.parameters, cancel.parameters) = (tokens + [ifMatch], tokens + [ifMatch])
    (change.answers, cancel.answers) = ([(200, done)], [(200, done)])
    (change.problems, cancel.problems) = ([403, 404, 409, 422], [403, 404, 409, 422])
    return [change, cancel]
  }

  static let calendars: [OpenAPIOperation] = {
    var calendar = OpenAPIOperation(
      "GET", "/calendar/{secret}.ics", "A restaurant's bookings for calendar programs",
      "An iCalendar file (RFC 5545) of the last week and the next half year: when, how many, and the reference."
    )
    calendar.parameters = [header("If-None-Match", "The ETag of the file that one has.")]
    calendar.answers = [
      (
        200,
        [
          "description": "The calendar.", "headers": ["ETag": ["schema": ["type": "string"]]],
          "content": ["text/calendar": ["schema": ["type": "string"]]],
        ]
      ),
      (304, ["description": "It has not changed."]),
    ]
    calendar.problems = [404]
    return [calendar]
  }()

  static let questions: [OpenAPIOperation] = {
    var list = OpenAPIOperation("GET", "/api/restaurants", "Where one can book")
    list.answers = [(200, answer("Every restaurant.", "RestaurantList"))]
    let party: JSONNode = ["type": "integer", "minimum": 1, "maximum": 100_000]
    var slots = OpenAPIOperation(
      "GET", "/api/restaurants/{slug}/availability", "What the rules say to each slot of a service day")
    slots.parameters = [
      query("date", "The service day.", date, required: true, example: "2026-11-28"),
      query("party", "How many people.", party, required: true, example: 2),
      query("seating", "Where they would like to sit."),
      query("mode", "Whose rules: customer, unless it is said."),
    ]
    slots.answers = [(200, answer("The slots.", "Availability"))]
    (slots.problems, slots.staffMay) = ([404, 422], true)
    var mode = OpenAPIOperation("GET", "/api/modes/{mode}", "What a form has to ask, and within which bounds")
    mode.parameters = [
      query("restaurant", "Slug or id; left out, the first by name."), query("date", "For this date.", date),
      query("time", "For this time.", example: "19:30"), query("party", "For so many.", party),
    ]
    mode.answers = [(200, answer("The form.", "Form"))]
    (mode.problems, mode.staffMay) = ([404, 422], true)
    var wizard = OpenAPIOperation(
      "POST", "/api/wizard/{mode}", "One turn of the wizard",
      "Nothing is kept between turns: the draft is sent whole, with the step that the person is done with.")
    wizard.body = ("WizardTurn", OpenAPIExamples.wizardTurn)
    wizard.answers = [(200, answer("Where the wizard stands.", "WizardState"))]
    (wizard.problems, wizard.staffMay) = ([404, 422], true)
    return [list, slots, mode, wizard]
  }()

  static let upkeep: [OpenAPIOperation] = {
    var health = OpenAPIOperation("GET", "/healthz", "Whether the server lives")
    health.answers = [(200, answer("It does.", "Status"))]
    var ready = OpenAPIOperation("GET", "/readyz", "Whether it can do its work")
    ready.answers = [(200, answer("It can.", "Status"))]
    var document = OpenAPIOperation("GET", "/openapi.json", "This document")
    document.answers = [
      (200, ["description": "It.", "content": ["application/json": ["schema": ["type": "object"]]]])
    ]
    var page = OpenAPIOperation("GET", "/docs/api", "This document to read")
    page.answers = [(200, ["description": "It.", "content": ["text/html": ["schema": ["type": "string"]]]])]
    return [health, ready, document, page]
  }()

  private static func text(_ description: String) -> JSONNode {
    ["description": .text(description), "schema": ["type": "string"]]
  }
}
