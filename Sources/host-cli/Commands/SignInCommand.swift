import ArgumentParser
import BookingHost

/// `sign-in`: begins a session that the commands after it use.
struct SignInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign-in", abstract: "Sign in as a member of staff.")

  @OptionGroup var common: CommonOptions

  @Argument(help: "Your email.")
  var email: String

  @Flag(help: "Read the password from standard input instead of asking for it.")
  var passwordStdin = false

  func run() throws {
    let session = Session(common)
    let access = try session.access()
    let password = try PasswordPrompt(fromStandardInput: passwordStdin).password()
    let signedIn = try Progress.saying("Checking the password") {
      try access.signIn(email: email, password: password)
    }
    // The session that was open here before is over, whoever's it was.
    if let old = try session.signInFile.load() { try access.signOut(token: old) }
    try session.signInFile.save(token: signedIn.token)
    let record = SessionRecord(staff: signedIn.staff, expiresAt: signedIn.expiresAt)
    try WhoAmICommand.show(record, session) { "Signed in as \($0)." }
  }
}
