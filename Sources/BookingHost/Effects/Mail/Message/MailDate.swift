/// Dates as mail writes them (RFC 5322, 3.3): `Fri, 27 Nov 2026 19:30:05 +0000`.
enum MailDate {
  static func text(_ instant: Instant, in zone: Zone) -> String {
    let ahead = zone.offset(at: instant)
    let seconds = instant.seconds + ahead
    let dayNumber = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
    let date = CivilDate(dayNumber: dayNumber)
    let (year, month, day) = date.parts
    let time = seconds - dayNumber * 86_400
    let clock = [time / 3600, time / 60 % 60, time % 60].map { padded($0, to: 2) }.joined(separator: ":")
    let shift = padded(abs(ahead) / 3600, to: 2) + padded(abs(ahead) / 60 % 60, to: 2)
    let weekday = weekdays[date.weekday.number - 1]
    let dayMonthYear = "\(day) \(months[month - 1]) \(padded(year, to: 4))"
    return "\(weekday), \(dayMonthYear) \(clock) \(ahead < 0 ? "-" : "+")\(shift)"
  }

  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
