import ArgumentParser
import BookingHost
import Foundation

// What is stored of a guest: handed out, and taken away.

extension Session {
  func privacy() throws -> GuestPrivacy { GuestPrivacy(try desk(), data: options.data) }
}

struct GuestExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Hand out all that is stored of a guest, as JSON, for managers.")

  @OptionGroup var options: GuestOptions

  @Option(
    help: ArgumentHelp("Write it there, for the owner's eyes only (default: print it).", valueName: "file"),
    completion: .file())
  var output: String?

  func run() throws {
    let session = Session(options.common)
    // Before it is put on record that something was handed out.
    if let output, FileManager.default.fileExists(atPath: output) {
      throw HostError(.usage, "\(output) is there already.", field: "output")
    }
    let document = try session.privacy().export(options.guest, by: .staff(session.staff()))
    guard let output else { return session.output.line(document) }
    guard try PrivateFile.create(output, with: Array((document + "\n").utf8)) else {
      throw HostError(.usage, "\(output) is there already.", field: "output")
    }
    try session.output.result(["file": output]) { "Written to \(Plain.text(output))" }
  }
}

struct GuestEraseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erase", abstract: "Take everything personal of a guest out of the store, for managers.",
    discussion: """
      Name, contact, notes, answers and messages go, also out of the file's free space; mails that wait are not \
      sent. Days, party sizes, statuses, points and the audit trail stay, and are nobody's. There is no way back.
      """)

  @OptionGroup var options: GuestOptions

  @Flag(help: "Yes, for ever.")
  var yes = false

  @Flag(help: "Also with bookings to come: these keep their tables, under nobody's name.")
  var upcoming = false

  func run() throws {
    guard yes else {
      throw HostError(.usage, "Erasing cannot be taken back. Say --yes if that is meant.", field: "yes")
    }
    let session = Session(options.common)
    let erased = try session.privacy()
      .erase(options.guest, withUpcoming: upcoming, by: .staff(session.staff()))
    try session.output.result(ErasedGuestJSON(erased)) {
      let bookings = erased.bookings == 1 ? "1 booking" : "\(erased.bookings) bookings"
      return "Erased, with \(bookings). Backups and what was sent or handed out before are not touched."
    }
  }
}

struct GuestTidyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidy", abstract: "Erase guests who are kept no longer.",
    discussion: """
      How long that is says the setting privacy.keep-guests-months (BOOKING_PRIVACY_KEEP_GUESTS_MONTHS); without it \
      for ever. A running server does this by itself. Needs no session: whoever owns the data directory may run it, \
      from cron for example.
      """)

  @OptionGroup var common: CommonOptions

  func run() throws {
    let session = Session(common)
    let retention = try GuestRetention.readBlocking(
      SettingsSources(environment: ProcessInfo.processInfo.environment))
    let count = try session.privacy().tidy(retention)
    try session.output.result(["erased": count]) {
      retention.months == nil ? "Guests are kept for ever." : "\(count) erased."
    }
  }
}
