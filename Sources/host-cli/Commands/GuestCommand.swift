import ArgumentParser
import BookingHost

/// `guests`: the guest book.
struct GuestsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "guests", abstract: "List guests by name.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: all of yours).", valueName: "slug"))
  var restaurant: String?

  @Option(parsing: .unconditional, help: "Part of a name, email, phone number or booking reference.")
  var search: String?

  @Option(help: ArgumentHelp("How many at most.", valueName: "number"))
  var limit = 100

  func run() throws {
    guard limit > 0 else { throw HostError(.usage, "--limit must be at least 1.", field: "limit") }
    let session = Session(common)
    let caller = Caller.staff(try session.staff())
    let guests = try session.desk().guests(restaurant: restaurant, search: search, limit: limit, by: caller)
    try session.output.result(GuestListJSON(guests)) {
      if guests.isEmpty { return Style.standardOutput.dim("No guests.") }
      let places = Set(guests.map(\.restaurant.id)).count
      return GuestListText(guests: guests, style: .standardOutput, showsRestaurant: places > 1).text
    }
  }
}

/// `guest`: one guest.
struct GuestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "guest", abstract: "See to one guest.",
    discussion: """
      GUEST is an id, the first six characters of one or more, or the reference of one of the guest's bookings.
      """,
    subcommands: [
      GuestShowCommand.self, GuestNoteCommand.self, GuestAllergiesCommand.self, GuestTagCommand.self,
      GuestMergeCommand.self, GuestSplitCommand.self, GuestExportCommand.self, GuestEraseCommand.self,
      GuestTidyCommand.self,
    ])
}

/// What every command about one guest takes.
struct GuestOptions: ParsableArguments {
  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The guest: an id, or a booking's reference.", valueName: "guest"))
  var guest: String

  func note(_ edit: GuestEdit) throws {
    let session = Session(common)
    let after = try session.desk().note(edit, of: guest, by: .staff(session.staff()))
    try session.output.result(GuestBookJSON(after)) {
      GuestText(guest: after, style: .standardOutput).block
    }
  }
}

struct GuestShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show a guest, their bookings, and what was done to their entry.")

  @OptionGroup var options: GuestOptions

  func run() throws {
    let session = Session(options.common)
    let file = try session.desk().guest(options.guest, by: .staff(session.staff()))
    try session.output.result(GuestFileJSON(file)) {
      GuestText(guest: file.guest, style: .standardOutput).detail(file, zone: .machine)
    }
  }
}

struct GuestNoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Note something of a guest; an empty text takes the note away.")

  @OptionGroup var options: GuestOptions

  @Argument(parsing: .remaining, help: "The note, instead of the one before.")
  var text: [String]

  func run() throws {
    var edit = GuestEdit()
    edit.notes = ChangeRequest.Edit(text.joined(separator: " "))
    try options.note(edit)
  }
}

struct GuestAllergiesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "allergies", abstract: "Note what a guest must not eat; an empty text takes it away.")

  @OptionGroup var options: GuestOptions

  @Argument(parsing: .remaining, help: "The allergies, instead of those before.")
  var text: [String]

  func run() throws {
    var edit = GuestEdit()
    edit.allergies = ChangeRequest.Edit(text.joined(separator: " "))
    try options.note(edit)
  }
}

struct GuestTagCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Tag a guest, and take tags away: guest tag GUEST +vip -blocked.",
    discussion: "Rules for staff see the tags as facts.guest.tags.")

  @OptionGroup var options: GuestOptions

  @Argument(parsing: .allUnrecognized, help: "+tag adds, -tag takes away.")
  var tags: [String]

  func run() throws {
    var edit = GuestEdit()
    for tag in tags {
      switch tag.first {
      case "+": edit.addedTags.append(String(tag.dropFirst()))
      case "-": edit.removedTags.append(String(tag.dropFirst()))
      default: throw HostError(.usage, "Write +\(tag) to add it, or -\(tag) to take it away.", field: "tags")
      }
    }
    try options.note(edit)
  }
}

struct GuestMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make two guests one, for managers.",
    discussion: """
      Bookings and points of the other go to the one that is kept, and the other's email and phone find the one \
      that is kept from then on. guest split takes it back.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The guest to keep.", valueName: "keep"))
  var kept: String

  @Argument(help: ArgumentHelp("The guest who turned out to be the same.", valueName: "other"))
  var other: String

  func run() throws {
    let session = Session(common)
    let guest = try session.desk().merge(other, into: kept, by: .staff(session.staff()))
    try session.output.result(GuestBookJSON(guest)) { GuestText(guest: guest, style: .standardOutput).block }
  }
}

struct GuestSplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split", abstract: "Give bookings a guest of their own, for managers.",
    discussion: """
      By the name and contact that the first of the bookings has. A guest who was merged comes back if it is theirs. \
      Points that were given for the bookings go along.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("References of bookings of one guest.", valueName: "ref"))
  var references: [String]

  func run() throws {
    let session = Session(common)
    let split = try session.desk().split(references, by: .staff(session.staff()))
    try session.output.result(GuestSplitJSON(split)) {
      [split.kept, split.split].map { GuestText(guest: $0, style: .standardOutput).block }
        .joined(separator: "\n\n")
    }
  }
}
