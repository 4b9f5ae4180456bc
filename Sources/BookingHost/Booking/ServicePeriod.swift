/// A stretch of a service day in which guests are seated: lunch, dinner. Minutes count from the midnight
/// that begins the service day and go past 1440 for what is open after the next midnight.
public struct ServicePeriod: Hashable, Sendable {
  public var key: String
  public var name: String
  public var opens: Int
  public var closes: Int

  public init(key: String, name: String, opens: Int, closes: Int) {
    self.key = key
    self.name = name
    self.opens = opens
    self.closes = closes
  }

  public func contains(_ minute: Int) -> Bool { minute >= opens && minute < closes }
}

/// When a restaurant is open on one service day, in minutes of that day.
public struct DayHours: Hashable, Sendable {
  public var opens: Int
  public var closes: Int
  public var closed: Bool
  /// Why the day differs from the week: "Christmas Eve".
  public var label: String?

  public init(opens: Int, closes: Int, closed: Bool = false, label: String? = nil) {
    self.opens = opens
    self.closes = closes
    self.closed = closed
    self.label = label
  }

  public static func closed(label: String? = nil) -> DayHours {
    DayHours(opens: 0, closes: 0, closed: true, label: label)
  }

  public func contains(_ minute: Int) -> Bool { !closed && minute >= opens && minute < closes }
}

/// A stretch in which no booking may start, in minutes of a service day, `to` excluded.
public struct ClosedPeriod: Hashable, Sendable {
  public var from: Int
  public var to: Int
  public var reason: String?

  public init(from: Int, to: Int, reason: String? = nil) {
    self.from = from
    self.to = to
    self.reason = reason
  }
}
