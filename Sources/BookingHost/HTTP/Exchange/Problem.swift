/// Why a request was not done: an RFC 9457 problem document.
package struct Problem: Error, Hashable, Sendable {
  package var status: Int
  /// Stable, in snake case: what programs look at.
  package var code: String
  /// A sentence for a person, without internals and without personal data.
  package var detail: String
  /// The member, parameter or option to look at, as it is spelled in JSON.
  package var field: String?
  /// What the rules found; nil when they were not asked.
  package var issues: [Issue]?
  /// Whether someone with the issues' role could let it pass; nil where that is not told.
  package var isOverridable: Bool?
  /// Whether issues are shown with rule, role and warnings.
  package var isForStaff = false
  /// That guests at the door can wait instead; only where that is so.
  package var wait: WaitOffer?
  /// The versions of a booking that has changed since it was seen.
  package var conflict: VersionConflict?
  /// The bookings that a change would leave without a place; nil where it is about no change.
  package var stranded: [Stranded]?
  /// In seconds: when it makes sense to try again.
  package var retryAfter: Int?
  package var headers: [String: String] = [:]

  package init(_ status: Int, _ code: String, _ detail: String, field: String? = nil) {
    self.status = status
    self.code = code
    self.detail = detail
    self.field = field
  }
}

extension Problem {
  static func malformed(_ detail: String, field: String? = nil) -> Problem {
    Problem(400, "malformed", detail, field: field)
  }

  static let notSignedIn = unauthorized("Sign in first.")

  static func unauthorized(_ detail: String) -> Problem {
    var problem = Problem(401, HostError.Code.notSignedIn.rawValue, detail)
    problem.headers["WWW-Authenticate"] = #"Bearer realm="booking""#
    return problem
  }

  static func notFound(_ detail: String) -> Problem {
    Problem(404, HostError.Code.notFound.rawValue, detail)
  }

  static func busy(_ detail: String, retryAfter: Int = 1) -> Problem {
    var problem = Problem(503, HostError.Code.busy.rawValue, detail)
    problem.retryAfter = retryAfter
    return problem
  }

  static func rateLimited(retryAfter: Int) -> Problem {
    let seconds = retryAfter == 1 ? "a second" : "\(retryAfter) seconds"
    var problem = Problem(429, "rate_limited", "That was too often. Please try again in \(seconds).")
    problem.retryAfter = retryAfter
    return problem
  }

  static let tooLarge = Problem(413, "too_large", "The body is larger than this server takes.")

  static let inside = Problem(500, HostError.Code.internal.rawValue, "Something went wrong inside.")

  static func changed(_ conflict: VersionConflict) -> Problem {
    var problem = Problem(409, VersionConflict.code, conflict.message, field: "if-match")
    problem.conflict = conflict
    problem.headers["ETag"] = VersionHeader.tag(conflict.current)
    return problem
  }

  /// What cannot be done with a booking that is there.
  static func refusedChange(_ refusal: Refusal) -> Problem {
    var problem = refused(refusal, forStaff: true)
    problem.detail = "That cannot be done with this booking."
    return problem
  }

  /// What the rules refused. Guests are not told which line refused, nor what only staff could do about it.
  static func refused(_ refusal: Refusal, forStaff: Bool) -> Problem {
    var problem = Problem(422, "refused", "The booking rules do not allow this booking.")
    problem.issues = refusal.issues
    problem.isForStaff = forStaff
    problem.isOverridable = forStaff ? refusal.isOverridable : nil
    problem.wait = forStaff ? refusal.wait : nil
    return problem
  }
}
