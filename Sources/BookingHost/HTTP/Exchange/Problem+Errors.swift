extension Problem {
  /// What an error means to the caller. One that nobody foresaw keeps its words to itself.
  init(_ error: any Error) {
    switch error {
    case let problem as Problem: self = problem
    case let fault as JSONFault: self = .malformed(fault.message, field: fault.field)
    case let error as HostError: self = Problem(host: error)
    case let error as StoreError: self = Problem(store: error)
    case let conflict as VersionConflict: self = .changed(conflict)
    case let error as AccessError: self = Problem(access: error)
    case let error as HouseRefusal: self.init(422, error.code, error.message, field: error.field)
    case let error as HouseControl.WouldStrand: self = Problem(stranding: error)
    case is RuleError: self = .rulesFailed
    default: self = .inside
    }
  }

  /// What a rule has to say about itself is the operator's to read, not the caller's.
  static let rulesFailed = Problem(422, RuleError.decisionCode, "The booking rules failed on this request.")

  private init(host error: HostError) {
    switch error.code {
    case .notSignedIn: self = .notSignedIn
    case .notAllowed: self.init(403, error.code.rawValue, error.message)
    case .notFound: self.init(404, error.code.rawValue, error.message)
    case .usage: self.init(400, "malformed", error.message)
    case .busy: self = .busy(error.message)
    case .idempotencyConflict, .upcomingBookings: self.init(409, error.code.rawValue, error.message)
    case .internal: self = .inside
    }
    field = error.field.map(WireEncoder.key)
  }

  private init(store error: StoreError) {
    switch error {
    case .busy: self = .busy(error.message)
    // Guests need not know what is wrong with the disk; that it is worth trying again they do.
    case .unavailable:
      self.init(503, HostError.Code.internal.rawValue, "Bookings cannot be written down at the moment.")
      retryAfter = 30
    // Whoever tries again with the same idempotency key gets what has been written, if it has.
    case .uncertain:
      self.init(503, error.code, error.message)
      retryAfter = 5
    default: self = .inside
    }
  }

  private init(stranding error: HouseControl.WouldStrand) {
    self.init(
      409, HouseControl.WouldStrand.code, error.message + " To do it all the same: confirm.", field: "confirm"
    )
    stranded = error.stranded
  }

  private init(access error: AccessError) {
    switch error {
    case .wrongCredentials: self = .unauthorized(error.message)
    default: self = .inside
    }
  }
}
