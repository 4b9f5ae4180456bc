/// A problem as it is sent.
struct ProblemJSON: Encodable {
  var type: String
  var title: String
  var status: Int
  var detail: String
  var code: String
  var requestId: String
  var field: String?
  var issues: Issues?
  var overridable: Bool?
  var waitlist: WaitOfferJSON?
  /// Of a booking that has changed: the version that was seen, and the one that it has.
  var expectedVersion: Int?
  var currentVersion: Int?
  var stranded: [StrandedJSON]?

  /// Issues as their reader may see them.
  enum Issues: Encodable {
    case staff([IssueJSON])
    case guest([GuestIssueJSON])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .staff(let issues): try issues.encode(to: encoder)
      case .guest(let issues): try issues.encode(to: encoder)
      }
    }
  }

  init(_ problem: Problem, requestID: String) {
    type = "/docs/api#\(problem.code)"
    title = ProblemJSON.titles[problem.status] ?? "Error"
    status = problem.status
    detail = problem.detail
    code = problem.code
    requestId = requestID
    field = problem.field
    overridable = problem.isOverridable
    waitlist = problem.wait.map { WaitOfferJSON($0) }
    expectedVersion = problem.conflict?.expected
    currentVersion = problem.conflict?.current
    stranded = problem.stranded.map { $0.map { StrandedJSON($0) } }
    issues = problem.issues.map { issues in
      problem.isForStaff
        ? .staff(issues.map { IssueJSON($0) }) : .guest(GuestIssueJSON.list(issues))
    }
  }

  static let titles = [
    400: "Bad Request", 401: "Unauthorized", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
    409: "Conflict", 413: "Content Too Large", 422: "Unprocessable Content", 429: "Too Many Requests",
    500: "Internal Server Error", 503: "Service Unavailable",
  ]
}
