/// A colleague's word that comes with a request: `override.approveAs` with their email and password, or the fields of a
/// page's form.
enum Approval {
  static let key = "approveAs"
  /// What a form calls them.
  static let emailField = "approve_email"
  static let passwordField = "approve_password"

  /// Whether a body may have one: then its password has to be hashed.
  static func isAsked(_ exchange: Exchange) -> Bool {
    if exchange.body.firstRange(of: Array("\"\(key)\"".utf8)) != nil { return true }
    guard let field = exchange.body.firstRange(of: Array("\(passwordField)=".utf8)) else { return false }
    let rest = exchange.body[field.upperBound...]
    return rest.first.map { $0 != UInt8(ascii: "&") } ?? false
  }
}

extension WebServices {
  /// The visitor as a caller, with the word of whoever approves, when the request has one. Guessing is limited as it is
  /// for signing in.
  func caller(_ visitor: Visitor, _ exchange: Exchange, _ body: JSONBody) throws -> Caller {
    guard let override = try body.object("override"), try override.truth("apply") == true,
      let said = try override.object(Approval.key)
    else { return visitor.caller }
    let email = try said.required("override.approveAs.email", said.text("email"))
    let password = try said.required("override.approveAs.password", said.text("password"))
    return try approved(visitor, exchange, email: email, password: password)
  }

  /// The same of a page's form.
  func caller(_ visitor: Visitor, _ exchange: Exchange, _ form: PostedForm) throws -> Caller {
    guard form["override_reason"] != nil, let email = form[Approval.emailField],
      let password = form[Approval.passwordField]
    else { return visitor.caller }
    return try approved(visitor, exchange, email: email, password: password)
  }

  private func approved(
    _ visitor: Visitor, _ exchange: Exchange, email: String, password: String
  ) throws -> Caller {
    do {
      let approver = try guess(passwordOf: email, exchange) {
        try access.approver(email: email, password: password)
      }
      return visitor.caller.approved(by: approver)
    } catch AccessError.wrongCredentials {
      throw Problem(
        403, "not_allowed", "The email or the password of whoever approves is wrong.",
        field: "override.approveAs")
    }
  }
}
