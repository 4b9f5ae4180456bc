import BookingHost
import Foundation

/// Where a password comes from: the terminal, without showing it, or standard input when asked for.
struct PasswordPrompt {
  let fromStandardInput: Bool
  /// What has it read from standard input.
  var option = "--password-stdin"

  /// The password of an account that has one.
  func password() throws -> String {
    if fromStandardInput { return readInput() }
    return try ask("Password: ")
  }

  /// The password of somebody who stands beside whoever is signed in.
  func password(of email: String) throws -> String {
    if fromStandardInput { return readInput() }
    return try ask("Password of \(Plain.text(email)): ")
  }

  /// A password to be set: asked twice, checked before it is asked again.
  func newPassword() throws -> String {
    if fromStandardInput { return readInput() }
    let first = try ask("New password: ")
    try Access.check(first)
    guard try ask("The same again: ") == first else {
      let message = "The two passwords differ. Nothing was changed."
      throw Failure.refused([Issue(code: "password_mismatch", field: "password", message: message)])
    }
    return first
  }

  /// The first line.
  private func readInput() -> String {
    let line = readLine(strippingNewline: true) ?? ""
    return line.hasSuffix("\r") ? String(line.dropLast()) : line
  }

  private func ask(_ prompt: String) throws -> String {
    guard isatty(STDIN_FILENO) == 1 else {
      throw HostError(
        .usage, "There is no terminal to ask on; give the password on standard input with \(option).",
        field: String(option.dropFirst(2)))
    }
    switch LineEditor(style: .standardError).readHidden(prompt: prompt) {
    case .text(let password): return password
    case .endOfInput: throw Failure.told(.refused)
    case .interrupted: throw Failure.told(.interrupted)
    }
  }
}
