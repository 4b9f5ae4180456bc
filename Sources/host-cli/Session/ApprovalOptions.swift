import ArgumentParser
import BookingHost

/// A manager's word at somebody else's station.
struct ApprovalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Whose word counts for this override: their password is asked for, and nobody is signed in by it.",
      valueName: "email"))
  var approveAs: String?

  @Flag(help: "Read that password from standard input instead of asking for it.")
  var approvalPasswordStdin = false
}

extension Session {
  /// The caller, with the word of whoever approves where one is named.
  func caller(_ caller: Caller, _ approval: ApprovalOptions) throws -> Caller {
    guard let email = approval.approveAs else { return caller }
    guard caller.account != nil else {
      throw HostError(.usage, "Only staff can have somebody approve.", field: "approve-as")
    }
    let prompt = PasswordPrompt(
      fromStandardInput: approval.approvalPasswordStdin, option: "--approval-password-stdin")
    return try caller.approved(by: approver(email, prompt.password(of: email)))
  }

  /// Whoever approves, with their role at a restaurant.
  func approver(_ email: String, _ password: String, at restaurant: Restaurant) throws -> (Approver, Role) {
    let approver = try approver(email, password)
    let membership = try store().read { try $0.membership(ofStaff: approver.id, atRestaurant: restaurant.id) }
    guard let membership else { throw HostError.strangerApproves }
    return (approver, membership.role)
  }

  func approver(_ email: String, _ password: String) throws -> Approver {
    let access = try access()
    do {
      return try Progress.saying("Checking the password") {
        try access.approver(email: email, password: password)
      }
    } catch AccessError.wrongCredentials {
      throw HostError(
        .notAllowed, "The email or the password of whoever approves is wrong.", field: "approve-as")
    }
  }
}
