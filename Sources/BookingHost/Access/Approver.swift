/// A member of staff whose password has just been checked at a colleague's station. Good for the one decision it was
/// asked for: it is no session, and nothing of it is kept but who it was.
package struct Approver: Hashable, Sendable {
  package let id: String

  /// Only `Access` says so.
  fileprivate init(id: String) {
    self.id = id
  }
}

extension Access {
  /// Checks the password of whoever approves something. Throws `AccessError.wrongCredentials`, which takes as long for
  /// an address without an account as for a wrong password.
  package func approver(email: String, password: String) throws -> Approver {
    Approver(id: try account(email: email, password: password).staff.id)
  }
}
