/// One booking as a page.
struct OpsBookingPage {
  var frame: PageFrame
  var t: PageWords
  var name: String
  var status: String
  var tone: String
  var line: String
  var address: String
  var back: String
  var restaurant: String
  var facts: OpsBookingFacts
  var change: OpsChangeForm
  var errors: [ErrorLine]
  var hasErrors: Bool
  var override: OverrideView?
  var isSaved: Bool
  var warnings: [String]
  var hasWarnings: Bool
  var isConflict: Bool
  /// Whether the form is open to begin with.
  var isChanging: Bool
  var hasFindings: Bool
  var hasEffects: Bool
  var hasNotes: Bool
  var hasActions: Bool
  var revision: String
  var rules: String?
  var whyAddress: String
  var showsLines: Bool

  init(_ facts: OpsBookingFacts, _ change: OpsChangeForm, _ place: OpsPlace, _ view: OpsBookingView) {
    let booking = facts.booking
    let words = place.shell.words
    let ops = OpsWords(words: words)
    let dates = place.shell.dates(booking.zone)
    frame = place.frame(title: words("booking_title", ["name": booking.name]), at: nil)
    t = words
    name = booking.name
    status = ops.status(booking.status)
    tone = OpsWords.tone(booking.status)
    line = words(
      "booking_when",
      [
        "day": dates.longDay(booking.start.date), "time": dates.time(minute: booking.start.minute),
        "people": ops.party(booking.party),
      ])
    address = OpsBookingPages.path(booking.reference)
    back = place.address(DashboardPages.path, [("date", "\(booking.serviceDate)")]) + "#" + booking.reference
    restaurant = booking.restaurant.name
    self.facts = facts
    self.change = change
    (errors, hasErrors, override) = (change.errors, change.hasErrors, change.override)
    isSaved = view.isSaved
    warnings = view.warnings
    hasWarnings = !view.warnings.isEmpty
    isConflict = view.isConflict
    isChanging = view.typed != nil
    hasFindings = !facts.findings.isEmpty
    hasEffects = !facts.effects.isEmpty
    hasNotes = !facts.notes.isEmpty
    hasActions = !facts.steps.isEmpty
    revision = String(booking.revision.prefix(12))
    rules = place.role >= OpsPlace.Place.rules.leastRole ? place.address(OpsPlace.Place.rules.path) : nil
    whyAddress = address + "?why=1#why"
    showsLines = view.showsLines
  }
}
