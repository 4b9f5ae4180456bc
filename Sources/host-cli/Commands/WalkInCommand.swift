import ArgumentParser
import BookingHost

/// `walkin`: guests at the door, booked for this very minute and seated.
struct WalkInCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "walkin", abstract: "Seat guests who stand at the door.",
    discussion: "Books this very minute, whatever the slots, and checks the guests in with it.")

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("The restaurant's slug (default: the only one it can be).", valueName: "slug"))
  var restaurant: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("How many people.", valueName: "number"))
  var party: String?

  @Option(parsing: .unconditional, help: "Where they sit, in the house's own words.")
  var table: String?

  @OptionGroup(title: "Who") var details: DetailOptions
  @OptionGroup(title: "How") var manner: MannerOptions

  func run() throws {
    let session = Session(common)
    let desk = try session.desk()
    let policy = try desk.policy(manner.mode)
    guard policy.access == .staff else {
      throw HostError(.usage, "The mode \"\(manner.mode)\" is not for staff.", field: "mode")
    }
    let caller = try session.caller(.staff(session.staff()), manner.approval)
    let request = BookingRequest(
      restaurant: try session.memberRestaurant(restaurant).id, mode: manner.mode, draft: try draft(),
      isNow: true,
      seating: BookingRequest.Seating(table: table), overrideReason: manner.overrideReason,
      idempotencyKey: manner.idempotencyKey)
    switch try desk.book(request, by: caller) {
    case .booked(let booking, let isDuplicate):
      let booking = isDuplicate ? booking : session.following(booking)
      try session.output.result(ResultJSON(.booked(booking, isDuplicate: isDuplicate))) {
        BookingText(booking, style: .standardOutput).confirmation(isDuplicate: isDuplicate)
      }
    case .refused(let refusal):
      throw session.refusal(refusal, of: request, at: restaurant, by: caller, desk)
    }
  }

  private func draft() throws -> Draft {
    var draft = try details.draft()
    draft[Field.party] = party.map { .text($0) }
    return draft
  }
}
