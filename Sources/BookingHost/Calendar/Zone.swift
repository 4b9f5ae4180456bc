import Foundation

/// A point in time, in whole seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
  public var seconds: Int

  public init(seconds: Int) {
    self.seconds = seconds
  }

  public init(_ date: Date) {
    self.init(seconds: Int(date.timeIntervalSince1970.rounded(.down)))
  }

  public static func < (a: Instant, b: Instant) -> Bool { a.seconds < b.seconds }

  public func adding(minutes: Int) -> Instant { Instant(seconds: seconds + minutes * 60) }
}

/// A time zone of the IANA database, with the questions a booking asks of one.
///
/// Foundation's `Calendar` silently moves a local time that a clock skips; here such a time has no instant.
public struct Zone: Hashable, Sendable {
  /// `Europe/London`.
  public let identifier: String
  private let zone: TimeZone

  /// Nil when the machine's zone database does not know the identifier.
  public init?(identifier: String) {
    guard let zone = TimeZone(identifier: identifier) else { return nil }
    self.identifier = identifier
    self.zone = zone
  }

  public static let utc = Zone(identifier: "UTC")!

  /// Seconds that the zone's clocks are ahead of UTC at an instant.
  public func offset(at instant: Instant) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(instant.seconds)))
  }

  /// What the wall clock shows at an instant, seconds dropped.
  public func local(_ instant: Instant) -> LocalDateTime {
    let seconds = instant.seconds + offset(at: instant)
    let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    return LocalDateTime(date: CivilDate(dayNumber: day), minute: (seconds - day * 86_400) / 60)
  }

  /// The instants at which the wall clock shows `local`: none in the gap when clocks go forward, two in
  /// the hour that repeats when they go back (earlier first), otherwise one.
  public func instants(of local: LocalDateTime) -> [Instant] {
    let asUTC = local.totalMinutes * 60
    // No zone has two changes within a day, so the offsets a day away on either side are all there are.
    let offsets = Set([-86_400, 86_400].map { offset(at: Instant(seconds: asUTC + $0)) })
    return offsets.map { Instant(seconds: asUTC - $0) }
      .filter { self.local($0) == local }
      .sorted()
  }

  /// When a date begins: midnight, or the first minute after it that clocks show.
  public func beginning(of date: CivilDate) -> Instant {
    for minute in 0..<180 {
      if let first = instants(of: LocalDateTime(date: date, minute: minute)).first { return first }
    }
    return Instant(seconds: date.dayNumber * 86_400)
  }

  /// RFC 3339 with the zone's offset: `2026-11-22T19:30:00+00:00`.
  public func timestamp(_ instant: Instant) -> String {
    let shift = offset(at: instant)
    let shifted = instant.seconds + shift
    let day = (shifted >= 0 ? shifted : shifted - 86_399) / 86_400
    let time = shifted - day * 86_400
    let sign = shift < 0 ? "-" : "+"
    let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, to: 2) }.joined(separator: ":")
    let ahead = [abs(shift) / 3600, abs(shift) / 60 % 60].map { padded($0, to: 2) }.joined(separator: ":")
    return "\(CivilDate(dayNumber: day))T\(clock)\(sign)\(ahead)"
  }
}
