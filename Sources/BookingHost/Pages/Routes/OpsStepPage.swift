/// Asks about a step, or says why it was not taken.
struct OpsStepPage {
  var frame: PageFrame
  var t: PageWords
  var address: String
  /// Where one came from.
  var back: String
  var isFromBooking: Bool
  var title: String
  /// `Ada Lovelace, 19:30, 4 people`
  var line: String
  var status: String
  var step: String
  var version: Int
  var label: String
  var isDanger: Bool
  /// Whether it is a question that nothing has been said to yet.
  var asks = false
  var reason = ""
  var table = ""
  var issues: [String] = []
  var hasIssues = false
  var conflict: String?
  /// What staff should mind, of a step that was taken.
  var warnings: [String] = []
  var isDone = false
  var override: OverrideView?
  /// Whether pressing the button may make a difference.
  var mayGoOn = true

  init(_ booking: Booking, _ place: OpsPlace, step: String, isFromBooking: Bool) {
    let words = place.shell.words
    let ops = OpsWords(words: words)
    let dates = place.shell.dates(booking.zone)
    let path = OpsBookingPages.path(booking.reference)
    title = words("step_\(step)_title")
    frame = place.frame(title: title, at: nil)
    t = words
    address = path + "/steps"
    back =
      isFromBooking
      ? path
      : place.address(DashboardPages.path, [("date", "\(booking.serviceDate)")]) + "#" + booking.reference
    self.isFromBooking = isFromBooking
    line = words(
      "booking_line",
      [
        "name": booking.name, "time": dates.time(minute: booking.start.minute),
        "people": ops.party(booking.party),
      ])
    status = ops.status(booking.status)
    self.step = step
    version = booking.version
    label = words("step_\(step)_do")
    isDanger = step == BookingStatus.cancelled.rawValue
    asks = isDanger
    mayGoOn = StepButton.step(step).map { OpsStepPage.isPossible($0, booking.status) } ?? false
  }

  private static func isPossible(_ step: BookingStep, _ status: BookingStatus) -> Bool {
    guard case .to(let next) = step else { return true }
    return LifeCycle.passage(from: status, to: next) != nil
  }

  /// What was typed.
  mutating func take(_ form: PostedForm) {
    reason = form["reason"] ?? ""
    table = form["table"] ?? ""
  }

  mutating func succeed(_ warnings: [Issue]) {
    self.warnings = warnings.map(\.message)
    isDone = true
    title = t("step_done")
  }

  mutating func refuse(
    _ refusal: Refusal, _ form: PostedForm, _ role: Role, _ approvalError: String?, _ words: PageWords
  ) {
    override =
      refusal.isOverridable
      ? OverrideView(refusal.issues, role, presets: [], typed: form, error: approvalError, words) : nil
    guard override == nil else { return }
    issues = refusal.issues.filter { $0.severity != .warn }.map(\.message)
    hasIssues = true
    mayGoOn = refusal.issues.contains { $0.field == "table" || $0.field == "reason" }
  }
}
