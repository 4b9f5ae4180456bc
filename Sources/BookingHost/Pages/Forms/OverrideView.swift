/// Asks why rules are to be overridden, and for the word of somebody who may, where whoever asks may not.
struct OverrideView {
  /// What would be let pass.
  var messages: [String]
  /// Who can let it pass.
  var needed: String
  var reason: String
  var reasonError: String?
  var presets: [String]
  var isForOthers: Bool
  var approver: String
  var approverError: String?

  /// Nil where nobody can let the issues pass, or nothing has to be let pass.
  init?(
    _ issues: [Issue], _ own: Role, presets: [String], typed: PostedForm?, error: String? = nil,
    _ words: PageWords
  ) {
    let blocking = issues.filter { $0.severity != .warn && $0.field != OverrideView.field }
    let roles = blocking.map(\.severity.role)
    guard !roles.contains(nil), let role = roles.compactMap({ $0 }).max() else { return nil }
    messages = blocking.map(\.message)
    isForOthers = own < role
    needed = words(own < role ? "override_needs_\(role.rawValue)" : "override_yours")
    reason = typed?[OverrideView.field] ?? ""
    reasonError = issues.first { $0.field == OverrideView.field }?.message
    self.presets = presets
    approver = typed?[Approval.emailField] ?? ""
    approverError = error
  }

  static let field = "override_reason"
}

extension WebServices {
  /// What is wrong with the word of whoever approves, as the form says it; rethrows what is not about that.
  func approvalError(_ error: any Error, _ words: PageWords) throws -> String {
    switch error {
    case let problem as Problem where problem.field == "override.approveAs": words("approve_wrong")
    case let problem as Problem where problem.status == 429: words("sign_in_often")
    case let error as HostError where error == .strangerApproves: words("approve_stranger")
    default: throw error
    }
  }
}
