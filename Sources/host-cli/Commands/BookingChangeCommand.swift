import ArgumentParser
import BookingHost

/// `booking change`: another time, more people, a telephone number.
struct BookingChangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Change a booking.",
    discussion: """
      What is not named stays as it is; empty text takes an answer away, and so does --no-email and the like. What had \
      been accepted and the change does not touch is not raised again.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The booking's reference.", valueName: "ref"))
  var reference: String

  @OptionGroup(title: "When and how many") var plan: ChangedPlanOptions
  @OptionGroup(title: "Who") var details: DetailOptions
  @OptionGroup(title: "Taken away") var removals: RemovalOptions
  @OptionGroup(title: "For staff") var notes: StaffNoteOptions
  @OptionGroup(title: "How") var manner: ChangeMannerOptions

  func run() throws {
    let session = Session(common)
    let staff = try session.staff()
    let request = try request(session, staff)
    try session.finish(session.desk().change(request, by: .staff(staff)))
  }

  private func request(_ session: Session, _ staff: StaffAccount) throws -> ChangeRequest {
    var request = ChangeRequest(
      reference: reference, mode: manner.mode, overrideReason: manner.overrideReason, version: manner.version)
    request.staffNotes = notes.staffNotes.map { .init($0) }
    request.table = notes.table.map { .init($0) }
    let own = try session.memberRestaurants(staff)
    let booking = try session.store().read {
      try $0.booking(reference: reference, restaurantIDs: own.map(\.id))
    }
    let local = booking.map { $0.zone.local(session.environment.now()) }
    request.answers = try details.changes().merging(plan.changes(at: local)) { $1 }
    for field in try removals.fields(given: request.answers) { request.answers[field] = .some(nil) }
    guard !request.answers.isEmpty || request.staffNotes != nil || request.table != nil else {
      throw HostError(.usage, "Say what is to be changed; see: host-cli booking change --help")
    }
    return request
  }
}

struct ChangedPlanOptions: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("2026-11-22, today, tomorrow or a weekday.", valueName: "date"))
  var date: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("19:30, 7:30pm or 730pm.", valueName: "time"))
  var time: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How many people.", valueName: "number"))
  var party: String?

  /// What is to be changed, by the restaurant's clock. What cannot be read stays as it was typed, for the rules to
  /// say what is wrong with it.
  func changes(at local: LocalDateTime?) -> [String: Answer?] {
    var changes: [String: Answer?] = [:]
    if let date {
      let read = local.flatMap { HumanDate.read(date, today: $0.date)?.description }
      changes[Field.date] = .text(read ?? date)
    }
    if let time {
      let isNow = HumanTime.isNow(time)
      let read = isNow ? local?.time : HumanTime.minute(time).map { ClockTime.text($0) }
      changes[Field.time] = .text(read ?? time)
      if isNow, date == nil, let local { changes[Field.date] = .text(local.date.description) }
    }
    if let party { changes[Field.party] = .text(party) }
    return changes
  }
}

struct RemovalOptions: ParsableArguments {
  @Flag(help: "Takes the email away.")
  var noEmail = false

  @Flag(help: "Takes the phone number away.")
  var noPhone = false

  @Flag(help: "Takes the notes away.")
  var noNotes = false

  @Flag(help: "The guest would not like news and offers any more.")
  var noMarketingOptIn = false

  /// The fields to take away. Throws when one is also given.
  func fields(given: [String: Answer?]) throws -> [String] {
    let flags = [
      (noEmail, Field.email), (noPhone, Field.phone), (noNotes, Field.notes),
      (noMarketingOptIn, Field.marketingOptIn),
    ]
    return try flags.filter(\.0).map { _, field in
      guard given[field] == nil else {
        let option = field.replacing("_", with: "-")
        throw HostError(.usage, "--\(option) and --no-\(option) do not go together.", field: field)
      }
      return field
    }
  }
}

struct StaffNoteOptions: ParsableArguments {
  @Option(parsing: .unconditional, help: "What only staff read.")
  var staffNotes: String?

  @Option(parsing: .unconditional, help: "Where they sit, in the house's own words.")
  var table: String?
}

struct ChangeMannerOptions: ParsableArguments {
  @Option(help: "Whose rules decide, for a booking that guests made themselves (default: ops).")
  var mode: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Why a rule that allows it should be overridden.", valueName: "reason"))
  var overrideReason: String?

  @Option(help: ArgumentHelp("Only if the booking is still at this version.", valueName: "number"))
  var version: Int?
}

extension DetailOptions {
  /// What was named, as changes: empty text takes away.
  fileprivate func changes() throws -> [String: Answer?] {
    var changes: [String: Answer?] = [:]
    let texts = [
      (name, Field.name), (email, Field.email), (phone, Field.phone), (notes, Field.notes),
      (seating, Field.seating), (bookingType, Field.bookingType),
    ]
    for (text, field) in texts { if let text { changes[field] = .some(.text(text)) } }
    if terms { changes[Field.terms] = .some(true) }
    if marketingOptIn { changes[Field.marketingOptIn] = .some(true) }
    let own = try draft().own
    for pair in answer {
      let key = String(pair.prefix { $0 != "=" })
      changes[key] = .some(own[key])
    }
    return changes
  }
}
