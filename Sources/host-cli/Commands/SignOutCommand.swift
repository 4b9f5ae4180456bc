import ArgumentParser
import BookingHost

/// `sign-out`: ends the session. Doing it twice does no harm.
struct SignOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "sign-out", abstract: "Sign out.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let access = try session.access()
    let token = try session.signInFile.load()
    if let token { try access.signOut(token: token) }
    try session.signInFile.remove()
    try session.output.result(["signedOut": token != nil]) {
      token == nil ? "Nobody was signed in." : "Signed out."
    }
  }
}
