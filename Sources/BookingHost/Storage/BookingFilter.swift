/// A query for bookings as SQL conditions on `bookings b`, with their arguments in order.
struct BookingFilter {
  private(set) var conditions: [String] = []
  private(set) var arguments: [(any Storable)?] = []

  init(_ query: BookingQuery) {
    add("b.restaurant_id", InList(query.restaurantIDs))
    if let from = query.from { add("b.service_date >= ?", [from.description]) }
    if let to = query.to { add("b.service_date <= ?", [to.description]) }
    if let statuses = query.statuses {
      add("b.status", InList(statuses.map(\.rawValue)))
    }
    if let place = query.after {
      add(
        "(b.service_date, b.service_minute, b.reference) > (?, ?, ?)",
        [place.serviceDate.description, place.serviceMinute, place.reference])
    }
    for alternatives in BookingSearch.terms(query.search ?? "") {
      let condition = alternatives.map { _ in "b.search_text LIKE ? ESCAPE '!'" }.joined(separator: " OR ")
      add("(\(condition))", alternatives.map(BookingSearch.pattern))
    }
  }

  private mutating func add(_ column: String, _ list: InList) {
    add("\(column) \(list.condition)", list.values)
  }

  private mutating func add(_ condition: String, _ values: [any Storable]) {
    conditions.append(condition)
    arguments += values
  }
}

/// How bookings are found by what a person remembers of them.
enum BookingSearch {
  /// What is searched through: name, email, phone digits as typed and as normalised, reference.
  static func text(of booking: Booking) -> String {
    let folded = [booking.name, booking.email, booking.normalisedEmail, booking.reference]
    let phones = [booking.phone, booking.normalisedPhone].map { $0.map(digits) }
    let lines = folded.map { $0.map(GuestName.folded) } + phones
    return lines.compactMap { $0 }.joined(separator: "\n")
  }

  /// The words of a search: each must occur, as one of its spellings. A telephone number is one word, with
  /// and without the zero that is dialled at home only.
  static func terms(_ search: String) -> [[String]] {
    let folded = GuestName.folded(String(search.prefix(longest)))
    let number = digits(folded)
    if !number.isEmpty, folded.unicodeScalars.allSatisfy({ isDigit($0) || signs.contains($0) }) {
      let national = String(number.drop { $0 == "0" })
      return [[folded, number] + (national.count >= 5 ? [national] : [])]
    }
    return folded.split(separator: " ").prefix(10).map { [String($0)] }
  }

  /// In characters; what is longer was pasted by mistake.
  private static let longest = 200
  /// What people write between the digits of a number.
  private static let signs = "+-()./ ".unicodeScalars

  static func pattern(_ term: String) -> String {
    var escaped = ""
    for character in term {
      if "%_!".contains(character) { escaped += "!" }
      escaped.append(character)
    }
    return "%\(escaped)%"
  }

  static func digits(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(isDigit)))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (48...57).contains(scalar.value) }
}
