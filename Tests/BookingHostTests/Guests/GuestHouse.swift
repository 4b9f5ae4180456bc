@testable import BookingHost

/// A house with guests in its book.
struct GuestHouse {
  let life: LifeHouse
  var house: House { life.house }
  var store: Store { life.house.store }
  var manager: Caller { .staff(life.house.manager) }
  var host: Caller { .staff(life.house.host) }

  init(rules: String = LifeHouse.rules, store: Store? = nil, isNew: Bool = true) throws {
    life = try LifeHouse(rules: rules, store: store, isNew: isNew)
  }

  func book(
    _ name: String, email: String? = nil, phone: String? = nil, _ more: [String: Answer] = [:]
  ) throws -> Booking {
    var answers = more
    answers[Field.name] = .text(name)
    answers[Field.email] = email.map { .text($0) }
    answers[Field.phone] = phone.map { .text($0) }
    return try life.book(answers)
  }

  func guest(_ booking: Booking) throws -> Guest {
    try house.desk().guest(booking.reference, by: host).guest
  }

  func merge(_ other: Booking, into kept: Booking) throws -> Guest {
    try house.desk().merge(other.reference, into: kept.reference, by: manager)
  }
}
