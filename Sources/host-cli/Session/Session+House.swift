import ArgumentParser
import BookingHost

/// Which restaurant, and whether bookings may be stranded.
struct HouseOptions: ParsableArguments {
  @OptionGroup var place: PlaceOptions

  @Flag(help: "Make the change although it leaves bookings without a place.")
  var yes = false

  var restaurant: String? { place.restaurant }
}

/// Which of one's restaurants.
struct PlaceOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The restaurant's slug (default: your only one).", valueName: "slug"))
  var restaurant: String?
}

// Changing how a restaurant is set up.
extension Session {
  func houseControl() throws -> HouseControl {
    HouseControl(store: try store(), now: environment.now)
  }

  func staffControl() throws -> StaffControl {
    StaffControl(store: try store(), now: environment.now, newID: environment.uuid)
  }

  func houseSetup(_ restaurant: Restaurant) throws -> HouseSetup {
    try houseControl().setup(of: restaurant.id, by: caller())
  }

  /// Makes a change and says what became of it. On a terminal it asks about what would be stranded; what has been
  /// booked meanwhile is asked about again.
  func change(_ change: HouseChange, at restaurant: Restaurant, _ options: HouseOptions) throws {
    var consent: HouseControl.Consent = options.yes ? .any : .none
    while true {
      do {
        let outcome = try houseControl().change(change, of: restaurant.id, consent: consent, by: caller())
        return try output.result(HouseOutcomeJSON(outcome)) {
          HouseText.outcome(outcome, style: .standardOutput)
        }
      } catch let refusal as HouseControl.WouldStrand {
        guard self.options.format == .text, Terminal.isInteractive else { throw refusal }
        output.line(HouseText.stranded(refusal.stranded, style: .standardOutput))
        guard try Confirmation.ask("Make the change all the same?") else { throw Failure.told(.refused) }
        consent = .these(Set(refusal.stranded.map(\.booking.id)))
      }
    }
  }
}

/// A question on a terminal to which the answer is no unless it is yes.
enum Confirmation {
  static func ask(_ question: String) throws -> Bool {
    let editor = LineEditor()
    switch editor.read(prompt: question + " ", suggestion: "no") {
    case .text(let answer):
      editor.finish(showing: answer.isEmpty ? "no" : answer)
      return ["y", "yes"].contains(answer.lowercased())
    case .endOfInput: return false
    case .interrupted: throw Failure.told(.interrupted)
    }
  }
}
