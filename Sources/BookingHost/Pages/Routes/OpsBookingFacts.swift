/// Everything about a booking, in words.
struct OpsBookingFacts {
  let booking: Booking
  var plan: [Fact] = []
  var guest: [Fact] = []
  var origin: [Fact] = []
  var notes: [Fact] = []
  var effects: [Follow] = []
  var history: [Past] = []
  var findings: [Finding] = []
  var files: [File] = []
  var remark: String?
  var linesMissing: String?
  var steps: [StepButton] = []
  var takesTable = false

  struct Fact {
    var label: String
    var value: String
    /// `tel:`, `mailto:`
    var link: String?
  }

  struct Follow {
    var what: String
    var state: String
    var tone: String
    var why: String?
    var rule: String?
    var trigger: String
  }

  struct Past {
    var at: String
    var what: String
    var by: String
    var why: [String]
  }

  struct Finding {
    var message: String
    var code: String
    var how: String
    var tone: String
    var rule: String
  }

  struct File {
    var path: String
    var lines: [Line]
  }

  struct Line {
    var number: Int
    var text: String
    var notes: [String]
  }
}

extension OpsBookingFacts {
  init(_ booking: Booking, _ place: OpsPlace, _ services: WebServices, showsLines: Bool) throws {
    self.init(booking: booking)
    let words = OpsFactWords(booking, place)
    let (history, by, canUndo) = try services.store.read { reader in
      let history = try reader.history(ofBooking: booking.id)
      let by = try booking.override.flatMap { try reader.staff(id: $0.by)?.email }
      return (history, by, try OpsBookingFacts.canUndo(booking, place, services, reader))
    }
    plan = words.plan
    guest = words.guest
    notes = words.notes
    origin = words.origin(history.first, overriddenBy: by)
    effects = booking.effects.map(words.follow)
    self.history = history.map(words.past)
    findings = booking.issues.map(words.finding)
    offer(booking, canUndo: canUndo, place.shell.words)
    if showsLines { try explain(booking, place, services, words) }
  }

  private static func canUndo(
    _ booking: Booking, _ place: OpsPlace, _ services: WebServices, _ reader: some StoreReading
  ) throws -> Bool {
    let past = try reader.transitions(ofBooking: booking.id)
    let local = place.restaurant.zone.local(services.desk.environment.now())
    let diary = try reader.diary(of: place.restaurant, around: local.date)
    let today = diary.moment(of: local).date
    let change = try? LifeCycle.change(.undo, of: booking.status, past: past) { moment in
      let local = place.restaurant.zone.local(moment)
      return abs(local.date.dayNumber - today.dayNumber) <= 1 && diary.moment(of: local).date == today
    }
    return change != nil
  }

  /// All that may follow, in the order of an evening.
  private mutating func offer(_ booking: Booking, canUndo: Bool, _ words: PageWords) {
    for next in LifeCycle.next(after: booking.status) {
      let isBack = LifeCycle.passage(from: booking.status, to: next) != .onward
      steps.append(StepButton(next, words, kind: steps.isEmpty && !isBack ? "primary" : ""))
      takesTable = takesTable || next == .checkedIn
    }
    if canUndo { steps.append(StepButton(StepButton.undo, words)) }
  }

  /// The operator's own lines that the decision hangs on.
  private mutating func explain(
    _ booking: Booking, _ place: OpsPlace, _ services: WebServices, _ words: OpsFactWords
  ) throws {
    do {
      let stored = try services.store.read {
        try $0.question(ofBooking: booking.reference, restaurantIDs: [place.restaurant.id])
      }
      guard let explanation = try stored?.explanation(current: services.desk.rules) else { return }
      remark = explanation.remark
      files = explanation.files.compactMap(words.file)
      if files.isEmpty, remark == nil { linesMissing = place.shell.words("why_no_lines") }
    } catch let error as HostError where error.code == .notFound {
      linesMissing = error.message
    }
  }
}
