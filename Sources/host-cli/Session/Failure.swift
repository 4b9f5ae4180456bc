import BookingHost

/// How a process ends.
enum ExitStatus: Int32 {
  case done = 0
  case internalFailure = 1
  /// Refused by the rules, or input that cannot be used.
  case refused = 2
  case notAllowed = 3
  case notFound = 4
  case usage = 64
  case busy = 75
  case interrupted = 130
}

/// Everything that can go wrong, as the person or program at the other end is told.
struct Failure: Error {
  var status: ExitStatus
  var report: Report

  enum Report {
    case error(code: String, message: String, field: String?)
    /// Findings, each with its code and field.
    case refused(Refusal)
    /// A change that would leave bookings without a place.
    case wouldStrand(HouseControl.WouldStrand)
    /// All has been said already.
    case told
  }

  static func error(
    _ status: ExitStatus, code: HostError.Code, _ message: String, field: String? = nil
  ) -> Failure {
    Failure(status: status, report: .error(code: code.rawValue, message: message, field: field))
  }

  static func refused(_ issues: [Issue], isOverridable: Bool = false) -> Failure {
    Failure(status: .refused, report: .refused(Refusal(issues: issues, isOverridable: isOverridable)))
  }

  static func told(_ status: ExitStatus) -> Failure { Failure(status: status, report: .told) }
}

extension Failure {
  /// What an error means here. One that nobody foresaw is an internal failure, and keeps its words to itself.
  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as HostError: self = Failure(host: error)
    case let error as StoreError: self = Failure(store: error)
    case let conflict as VersionConflict:
      self.init(
        status: .refused,
        report: .error(code: VersionConflict.code, message: conflict.message, field: "version"))
    case let error as AccessError: self = Failure(access: error)
    case let error as Setup.Refusal:
      self = .refused([Issue(code: error.code, field: error.field, message: error.message)])
    case let error as HouseRefusal:
      self = .refused([Issue(code: error.code, field: error.field, message: error.message)])
    case let error as HouseControl.WouldStrand:
      self = Failure(status: .refused, report: .wouldStrand(error))
    case let error as RuleBookError:
      self = .error(.internalFailure, code: .internal, Failure.sentence(error))
    case let error as RuleError:
      let message = "The booking rules failed: \(error.message)"
      self = .refused([Issue(code: RuleError.decisionCode, message: message, rule: error.rule)])
    case let error as UnusableSetting:
      self = Failure(host: HostError(.usage, error.message, field: "config"))
    case let error as PrivateFile.Failure: self = .error(.internalFailure, code: .internal, error.message)
    default:
      self = .error(.internalFailure, code: .internal, "Something went wrong inside. Nothing was booked.")
    }
  }

  private static func sentence(_ error: RuleBookError) -> String {
    let first = error.errors.first?.description ?? "they cannot be read"
    let others = error.errors.count - 1
    let more = others > 0 ? " (and \(others) more; see: host-cli rules check)" : ""
    return "The booking rules cannot be used: \(first)\(more)"
  }

  private init(host error: HostError) {
    let status: ExitStatus
    switch error.code {
    case .notSignedIn, .notAllowed: status = .notAllowed
    case .notFound: status = .notFound
    case .usage: status = .usage
    case .busy: status = .busy
    case .idempotencyConflict, .upcomingBookings: status = .refused
    case .internal: status = .internalFailure
    }
    let hint = error.code == .notSignedIn ? " Sign in with: host-cli sign-in EMAIL" : ""
    self = .error(status, code: error.code, error.message + hint, field: error.field)
  }

  private init(store error: StoreError) {
    switch error {
    case .busy: self = .error(.busy, code: .busy, error.message)
    case .missing: self = .error(.notFound, code: .notFound, error.message, field: "data")
    case .inUse: self = .error(.busy, code: .busy, error.message)
    case .fileExists:
      self = .error(.usage, code: .usage, error.message + " Replace it with --force.", field: "file")
    case .notBuiltIn: self = .error(.usage, code: .usage, error.message, field: "database")
    case .filesOnly: self = .error(.usage, code: .usage, error.message, field: "database")
    case .otherSecret: self = .error(.usage, code: .usage, error.message, field: "data")
    case .notRestorable: self = .refused([Issue(code: error.code, field: "file", message: error.message)])
    default: self = .error(.internalFailure, code: .internal, error.message)
    }
  }

  private init(access error: AccessError) {
    switch error {
    case .wrongCredentials: self = .error(.notAllowed, code: .notSignedIn, error.message)
    case .unknownAccount: self = .error(.notFound, code: .notFound, error.message, field: "email")
    case .passwordTooShort:
      self = .refused([Issue(code: "password_too_short", field: "password", message: error.message)])
    case .passwordTooLong:
      self = .refused([Issue(code: "password_too_long", field: "password", message: error.message)])
    }
  }
}
