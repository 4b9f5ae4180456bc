import Foundation

@testable import BookingHost

/// A house with a manager who takes bookings in and hands them out.
struct LedgerHouse {
  let house: House
  let directory: TemporaryDirectory

  init() throws {
    house = try House()
    directory = try TemporaryDirectory()
  }

  func file(_ text: String, _ name: String = "in.csv") throws -> String {
    let path = directory.path + "/" + name
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    return path
  }

  /// `only` is the slug of the one restaurant, with which rows need not name it.
  func order(_ only: String? = "anchor") throws -> BookingImport {
    let anchor = try house.store.read { try $0.restaurant(slug: "anchor")! }
    return BookingImport(
      store: house.store, rules: house.rules, mode: "ops", environment: house.desk().environment,
      staff: house.manager, managed: [anchor], only: only == nil ? nil : anchor)
  }

  @discardableResult
  func take(
    _ text: String, _ format: BookingFormat = .csv, keepGoing: Bool = false, only: String? = "anchor"
  ) throws -> BookingImport.Report {
    let source = try RowSource(path: file(text), format: format)
    return try keepGoing ? order(only).runKeepingGoing(source) : order(only).run(source)
  }

  func export(_ format: BookingFormat = .csv, from: CivilDate? = nil, to: CivilDate? = nil) throws -> String {
    var text = ""
    let query = BookingQuery(restaurantIDs: ["id-anchor"], from: from, to: to)
    _ = try BookingExport(store: house.store, query: query, format: format).run { piece, _ in text += piece }
    return text
  }

  func bookings() throws -> [Booking] {
    try house.store.read { try $0.bookings(BookingQuery(restaurantIDs: ["id-anchor"])) }
  }
}
