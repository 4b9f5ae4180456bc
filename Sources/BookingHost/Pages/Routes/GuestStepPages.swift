/// A step of the wizard in the line above the page.
struct GuestStepView {
  var label: String
  var isHere: Bool

  static func line(_ words: PageWords, at here: Int) -> [GuestStepView] {
    ["guest_step_time", "guest_step_details", "guest_step_review"].enumerated().map {
      GuestStepView(label: words($1), isHere: $0 == here)
    }
  }
}

struct GuestErrorView {
  var message: String
  var target: String?
}

/// The list of restaurants.
struct GuestListPage {
  var frame: PageFrame
  var t: PageWords
  var restaurants: [Line]
  var hasRestaurants: Bool

  struct Line {
    var name: String
    var place: String?
    var address: String
  }

  static func reply(_ shell: PageShell, _ restaurants: [Restaurant], _ addresses: [String]) -> Reply {
    let title = shell.words("guest_list_title")
    let page = GuestListPage(
      frame: shell.frame(title: title, heading: shell.words("product"), home: "/reserve"), t: shell.words,
      restaurants: zip(restaurants, addresses).map {
        Line(name: $0.name, place: $0.address, address: $1)
      }, hasRestaurants: !restaurants.isEmpty)
    return .page(shell.templates.html("guest-list", page))
  }
}

/// When, how many and where.
struct GuestTimesPage {
  var frame: PageFrame
  var t: PageWords
  var steps: [GuestStepView]
  var title: String
  /// Whether somebody has come on from another step: the heading is then where the reader is.
  var takesFocus: Bool
  var days: FormView
  var slots: FormView
  var date: String
  var firstDate: String
  var lastDate: String
  var parties: [FieldView.Choice]
  var hasParties: Bool
  var party: String
  var more: String?
  var questions: [FieldView]
  var quickDays: [QuickDay]
  var hasQuickDays: Bool
  var times: GuestTimes
  var choose: String
  /// What a chosen time is called in its form: `at` in an address, with a dot beside a mode's own fields.
  var slotName: String
  var phone: GuestPhone?
  /// Where one comes back to without choosing.
  var back: String?

  struct QuickDay {
    var label: String
    var address: String
    var isHere: Bool
  }
}

/// Who is coming, and what else the mode asks.
struct GuestDetailsPage {
  var frame: PageFrame
  var t: PageWords
  var steps: [GuestStepView]
  var when: String
  var hasErrors: Bool
  var errors: [GuestErrorView]
  var form: FormView
  var fields: [FieldView]
}

/// What was said, once more before it is booked.
struct GuestReviewPage {
  var frame: PageFrame
  var t: PageWords
  var steps: [GuestStepView]
  var form: FormView
  var facts: [GuestFact]
  var isPending: Bool
}

struct GuestFact {
  var name: String
  var value: String
}

extension GuestDoor {
  /// `Friday 27 November, 19:30, for 2`
  func when(_ start: LocalDateTime, party: Int) -> String {
    words.count(
      "guest_when", party,
      ["day": dates.day(start.date, today: today), "time": dates.time(minute: start.minute)])
  }

  /// The questions of one step, with answers and what is wrong with them.
  func views(
    _ fields: [FormField], _ bounds: FormBounds, _ answers: [String: Answer], _ issues: [Issue] = []
  ) -> [FieldView] {
    let wording = GuestIssueWords(self)
    return fields.map { field in
      let issue = issues.first { $0.field == field.name && $0.severity != .warn }
      return FieldView(
        field, bounds.fields[field.name], answer: answers[field.name], error: issue.map(wording.message),
        words)
    }
  }

  func errors(_ issues: [Issue], _ views: [FieldView]) -> [GuestErrorView] {
    let wording = GuestIssueWords(self)
    return issues.filter { $0.severity != .warn }.map { issue in
      GuestErrorView(
        message: wording.message(issue), target: views.first { $0.name == issue.field }?.id)
    }
  }
}

extension FieldView {
  /// What was answered, in words; nil where nothing was.
  func said(_ words: PageWords) -> String? {
    if isCheckbox { return isChecked ? words("yes") : nil }
    if hasChoices { return choices.first { $0.isChosen && !$0.value.isEmpty }?.label }
    return value.isEmpty ? nil : value
  }
}

extension GuestTurn {
  private var isKept: Bool { form != nil && answers.hasDetails }

  // MARK: The steps

  func times(_ issues: [Issue] = []) throws -> Reply {
    let (fields, bounds) = try fields()
    let path = action
    let isKept = isKept
    let asked = Set(fields.map(\.name).filter { Field.ofPlanStep.contains($0) } + ["date", "party"])
    let send = { (step: String, hidden: [HiddenField]) in
      FormView(method: isKept ? "post" : "get", action: path, hidden: hidden, step: isKept ? step : nil)
    }
    let carried = { (asked: Set<String>) in
      isKept ? answers.hidden(place, asking: asked) : self.inAddress(asked)
    }
    let question = GuestTimesQuestion(
      services: services, place: place, answers: answers, bounds: bounds,
      address: isKept ? nil : { $0.address(place) },
      picks: FormView(
        method: "post", action: path, hidden: answers.hidden(place, asking: [GuestAnswers.Control.start]),
        step: "time"))
    let times = try question.times(issues)
    let draft = GuestTimesDraft(place: place, bounds: bounds, answers: answers)
    let views = place.views(
      fields.filter { Field.ofPlanStep.contains($0.name) }, bounds, answers.others, issues)
    let quick = isKept ? [] : draft.quickDays { $0.address(place) }
    let page = GuestTimesPage(
      frame: place.frame(title: place.words("guest_title")), t: place.words,
      steps: GuestStepView.line(place.words, at: 0), title: place.words("guest_title"),
      takesFocus: times.refusal == nil && (answers.day != nil || form != nil),
      days: send("times", carried(asked.union([GuestAnswers.Control.start, "at"]))),
      slots: send("time", carried([GuestAnswers.Control.start, "at"])), date: draft.date,
      firstDate: draft.first, lastDate: draft.last, parties: draft.parties,
      hasParties: !draft.parties.isEmpty,
      party: String(draft.party), more: draft.more, questions: views, quickDays: quick,
      hasQuickDays: !quick.isEmpty, times: times, choose: place.words("guest_choose"),
      slotName: isKept ? GuestAnswers.Control.start : "at", phone: GuestPhone(place.restaurant))
    return .page(
      place.shell.templates.html("guest-times", page),
      status: issues.isEmpty || form == nil ? 200 : 422)
  }

  /// What an address carries on to the next.
  private func inAddress(_ asked: Set<String>) -> [HiddenField] {
    answers.query(mode: place.modeInAddresses).filter { !asked.contains($0.0) }
      .map { HiddenField(name: $0.0, value: $0.1) }
  }

  func details(_ issues: [Issue] = []) throws -> Reply {
    guard let start = answers.start, let party = answers.party else { return try times() }
    let (all, bounds) = try fields()
    let fields = all.filter { !Field.ofPlanStep.contains($0.name) }
    let views = place.views(fields, bounds, answers.others, issues)
    let errors = place.errors(issues, views)
    let title = place.words("guest_details_title")
    var hidden = answers.hidden(place, asking: Set(fields.map(\.name)))
    let isSecure = services.settings.cookie.isSecure
    let known = FormKey(exchange, form, isSecure)
    let key = known ?? .random()
    hidden.append(HiddenField(name: GuestAnswers.Control.key, value: key.text))
    let page = GuestDetailsPage(
      frame: place.frame(title: errors.isEmpty ? title : place.words("guest_error_title", ["title": title])),
      t: place.words, steps: GuestStepView.line(place.words, at: 1), when: place.when(start, party: party),
      hasErrors: !errors.isEmpty, errors: errors,
      form: FormView(method: "post", action: action, hidden: hidden),
      fields: views)
    let reply = Reply.page(
      place.shell.templates.html("guest-details", page), status: errors.isEmpty ? 200 : 422)
    return known == nil ? reply.with("Set-Cookie", key.cookie(isSecure)) : reply
  }

  func review(isPending: Bool, fields: [FormField]) -> Reply {
    var facts: [GuestFact] = []
    if let start = answers.start, let party = answers.party {
      facts.append(GuestFact(name: place.words("guest_fact_when"), value: place.when(start, party: party)))
    }
    let bounds = FormBounds(party: 1...1, slotMinutes: 1, noticeMinutes: 0, horizonDays: 0, fields: [:])
    facts += place.views(fields, bounds, answers.others).compactMap { view in
      view.said(place.words).map { GuestFact(name: view.label, value: $0) }
    }
    var hidden = answers.hidden(place)
    if let key = FormKey(exchange, form, services.settings.cookie.isSecure) {
      hidden.append(HiddenField(name: GuestAnswers.Control.key, value: key.text))
    }
    let page = GuestReviewPage(
      frame: place.frame(title: place.words("guest_review_title")), t: place.words,
      steps: GuestStepView.line(place.words, at: 2),
      form: FormView(method: "post", action: action, hidden: hidden), facts: facts, isPending: isPending)
    return .page(place.shell.templates.html("guest-review", page))
  }
}

/// What the form of day and party starts from.
struct GuestTimesDraft {
  var place: GuestDoor
  var bounds: FormBounds
  var answers: GuestAnswers

  var date: String { (answers.day ?? answers.start?.date ?? place.today).description }
  var first: String { place.today.description }
  var last: String { place.today.adding(days: bounds.horizonDays).description }
  var party: Int { answers.party ?? min(max(2, bounds.party.lowerBound), bounds.party.upperBound) }

  /// Sizes to choose from; none where there are too many for a list.
  var parties: [FieldView.Choice] {
    guard bounds.party.count <= GuestTimesDraft.mostChoices else { return [] }
    var sizes = Array(bounds.party)
    // What was asked for is shown, be it too many.
    if !sizes.contains(party) { sizes.append(party) }
    return sizes.map {
      FieldView.Choice(value: String($0), label: place.words.count("guest_people", $0), isChosen: $0 == party)
    }
  }

  private static let mostChoices = 30

  var more: String? {
    bounds.party.upperBound < 1000
      ? place.words("guest_more", ["limit": String(bounds.party.upperBound)]) : nil
  }

  /// The next days, a press away.
  func quickDays(_ address: (GuestAnswers) -> String) -> [GuestTimesPage.QuickDay] {
    let dates = place.dates
    return (0...min(GuestTimesDraft.quickDays, bounds.horizonDays)).map { ahead in
      var plan = answers
      plan.day = place.today.adding(days: ahead)
      (plan.start, plan.party) = (nil, party)
      let label =
        ahead < 2 ? place.words(ahead == 0 ? "guest_today" : "guest_tomorrow") : dates.shortDay(plan.day!)
      return GuestTimesPage.QuickDay(
        label: label, address: address(plan), isHere: plan.day == (answers.day ?? answers.start?.date))
    }
  }

  private static let quickDays = 6
}
