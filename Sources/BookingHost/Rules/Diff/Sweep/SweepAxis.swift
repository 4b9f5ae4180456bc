/// Something that bookings differ in.
package enum SweepSubject: Hashable, Sendable {
  case party
  /// When on the service day.
  case time
  /// On the grid of slots, or between.
  case grid
  case day
  /// How long ahead.
  case notice
  /// What the clock shows when it is asked, where rules look at that.
  case asking
  /// Who asks, and whether they give a reason for an override.
  case caller
  /// How full it is, this party included.
  case load
  /// How many start at the same time, this party included.
  case pacing
  /// Whether the guest is known, and proven to be themselves.
  case standing
  case visits, noShows, points, upcoming, tags
  case restaurant
  case field(String)
}

extension SweepSubject {
  /// Whether its points are numbers in a row.
  var isOrdered: Bool {
    switch self {
    case .party, .time, .notice, .asking, .load, .pacing, .visits, .noShows, .points, .upcoming: true
    case .grid, .day, .caller, .standing, .tags, .restaurant, .field: false
    }
  }
}

/// One thing that bookings differ in, and the values of it that are tried.
package struct SweepAxis: Hashable, Sendable {
  package let subject: SweepSubject
  /// In their natural order.
  package let points: [SweepPoint]
  /// Which of them an ordinary booking has.
  package let base: Int

  /// Sets of points are kept as the bits of one word.
  static let mostPoints = 64

  init(_ subject: SweepSubject, _ points: [SweepPoint], base: SweepPoint) {
    var seen: Set<SweepPoint> = []
    let distinct = Array(points.filter { seen.insert($0).inserted }.prefix(SweepAxis.mostPoints))
    self.subject = subject
    self.points = distinct
    self.base = distinct.firstIndex(of: base) ?? 0
  }

  var everyPoint: PointSet { PointSet(count: points.count) }
}

/// One value of one axis.
package enum SweepPoint: Hashable, Sendable {
  case party(Int)
  /// A minute of the service day.
  case time(Int)
  case onGrid
  /// A minute after the slot.
  case offGrid
  case day(SweepDay)
  /// Minutes from now to the start; negative when it has passed.
  case notice(Int)
  /// Guests who stand at the door.
  case atTheDoor
  /// As the notice has it.
  case askedByNotice
  /// So many days before, at a minute of that day.
  case asked(days: Int, minute: Int)
  case caller(Role, givesReason: Bool)
  /// Nobody else is coming.
  case empty
  /// So many covers are booked, without this party.
  case booked(Int)
  /// So many covers with this party, of the `SweepWorld.seats` that there are.
  case filled(Int)
  /// Nothing says how much fits.
  case unlimited
  /// So many covers start at the same time with this party.
  case starting(Int)
  case stranger
  case known(isVerified: Bool)
  case count(Int)
  case tag(String?)
  case restaurant(String)
  case missing
  case answer(Answer, SweepAnswerKind)
}

/// What is to be said of an answer.
package enum SweepAnswerKind: Hashable, Sendable {
  /// One that will do.
  case usual
  /// One that is written wrongly.
  case malformed
  /// Text of so many characters.
  case length(Int)
  /// This very answer.
  case value
  /// None of the choices.
  case noChoice
}

/// A kind of day.
package enum SweepDay: Hashable, Sendable {
  /// A day of the week, in a week without anything special.
  case weekday(Weekday)
  case date(CivilDate)
  /// The restaurant is closed.
  case closed
  /// Open, and the whole day is in a closure.
  case closure
  /// Open, and the clocks show each time twice.
  case clockChange
  /// Open at hours that are called something.
  case labelled(String)
}

/// Some of an axis's points.
package struct PointSet: Hashable, Sendable {
  private(set) var bits: UInt64

  init(bits: UInt64 = 0) {
    self.bits = bits
  }

  /// The first so many points.
  init(count: Int) {
    bits = count >= 64 ? .max : (1 << UInt64(count)) - 1
  }

  init(_ index: Int) {
    bits = 1 << UInt64(index)
  }

  package func contains(_ index: Int) -> Bool { bits & (1 << UInt64(index)) != 0 }

  mutating func insert(_ index: Int) { bits |= 1 << UInt64(index) }

  var count: Int { bits.nonzeroBitCount }

  var indexes: [Int] { (0..<64).filter(contains) }
}
