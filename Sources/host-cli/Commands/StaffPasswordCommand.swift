import ArgumentParser
import BookingHost

/// `staff password`: needs no session, as whoever owns the data directory owns the accounts in it.
struct StaffPasswordCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "password", abstract: "Set the password of a staff account and end its sessions.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "The account's email.")
  var email: String

  @Flag(help: "Read the new password from standard input instead of asking for it.")
  var passwordStdin = false

  func run() throws {
    let session = Session(common)
    let access = try session.access()
    guard try session.store().read({ try $0.staff(email: Access.normalised(email)) }) != nil else {
      throw AccessError.unknownAccount
    }
    let password = try PasswordPrompt(fromStandardInput: passwordStdin).newPassword()
    try Progress.saying("Hashing the password") {
      try access.setPassword(email: email, password: password)
    }
    let account = Access.normalised(email)
    try session.output.result(["email": account]) {
      "The password of \(account) is set; its sessions have ended."
    }
  }
}
