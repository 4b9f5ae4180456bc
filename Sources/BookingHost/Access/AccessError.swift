/// Why somebody was not let in, or a password was not taken.
package enum AccessError: Error, Hashable, Sendable {
  /// No such account, no password set, or another password: which of them is not told.
  case wrongCredentials
  case unknownAccount
  /// A password must have at least this many characters.
  case passwordTooShort(minimum: Int)
  case passwordTooLong(maximum: Int)

  /// A sentence for a person.
  package var message: String {
    switch self {
    case .wrongCredentials: "The email or the password is wrong."
    case .unknownAccount: "There is no staff account with this email."
    case .passwordTooShort(let minimum): "A password needs at least \(minimum) characters."
    case .passwordTooLong(let maximum): "A password can have at most \(maximum) characters."
    }
  }
}
