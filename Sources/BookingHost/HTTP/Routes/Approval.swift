/// A colleague's word that comes with a request: `override.approveAs` with their email and password.
enum Approval {
  static let key = "approveAs"

  /// Whether a body may have one: then its password has to be hashed.
  static func isAsked(_ exchange: Exchange) -> Bool {
    exchange.body.firstRange(of: Array(#""\(key)""#.utf8)) != nil
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
    let account = Digest.hex(Digest.sha256(Access.normalised(email)))
    try limits.take(.signInAddress, exchange.address)
    try limits.take(.signInAccount, account)
    do {
      let approver = try access.approver(email: email, password: password)
      limits.clear(.signInAccount, account)
      return visitor.caller.approved(by: approver)
    } catch AccessError.wrongCredentials {
      throw Problem(
        403, "not_allowed", "The email or the password of whoever approves is wrong.",
        field: "override.approveAs")
    }
  }
}
