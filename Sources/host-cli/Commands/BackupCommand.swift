import ArgumentParser
import BookingHost

/// `backup`: the store as it is now, in one file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the store into one file, while it is used.",
    discussion: """
      The file has been opened and gone through before it gets its name, and only you can read it. Needs no \
      session: whoever owns the data directory may run it, from cron for example. See docs/operations.md.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The file to make.", valueName: "file"), completion: .file())
  var file: String

  @Flag(help: "Replace the file if there is one.")
  var force = false

  func run() throws {
    let session = Session(common)
    let store = try session.store()
    let copy = try Progress.saying("Copying and checking") { try store.backup(to: file, replacing: force) }
    try session.output.result(BackupJSON(copy)) {
      "\(Words.grouped(copy.bookings)) bookings of \(Words.count(copy.restaurants, "restaurant")) in "
        + "\(Plain.text(copy.path)), gone through and sound (schema \(copy.schema))"
    }
  }
}

/// `restore`: a copy in the place of the store.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a copy in the place of the store; what is there is kept aside.",
    discussion: """
      Stop the server first. Nothing is delivered until you say host-cli outbox release, so that no mail goes out \
      twice, and everybody signs in again. See docs/operations.md.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The copy, from backup.", valueName: "file"), completion: .file())
  var file: String

  func run() throws {
    let session = Session(common)
    guard common.database == nil else { throw StoreError.filesOnly }
    let restore = try Progress.saying("Checking the copy") {
      try StoreRestore.put(file, into: common.data, now: session.environment.now())
    }
    let secret = SecretFile(directory: common.data)
    let isNew = (try? secret.load()) == nil
    if isNew { _ = try secret.create() }
    try session.output.result(RestoreJSON(restore, newSecret: isNew)) { text(restore, isNew) }
  }

  private func text(_ restore: StoreRestore, _ hasNewSecret: Bool) -> String {
    var lines = [
      "\(Words.grouped(restore.copy.bookings)) bookings of "
        + "\(Words.count(restore.copy.restaurants, "restaurant")) are in place (schema \(restore.copy.schema))."
    ]
    if let aside = restore.aside { lines.append("What was there before is in \(Plain.text(aside)).") }
    if hasNewSecret {
      lines.append("There was no secret beside the store, so one was made: rotate the secrets of webhooks.")
    }
    lines.append(
      "Nothing is delivered for now (\(Words.count(restore.effectsHeld, "effect")) due). When this is the right "
        + "store: host-cli outbox release, or with --cancel-due if they may have gone out already.")
    lines.append("Everybody signs in again.")
    return lines.joined(separator: "\n")
  }
}
