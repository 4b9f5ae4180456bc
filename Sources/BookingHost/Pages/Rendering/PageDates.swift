import Foundation

/// Dates and times as a place's people write them. Its formatters are made once a page.
final class PageDates {
  private let locale: Locale
  private let zone: Zone
  private var formatters: [String: DateFormatter] = [:]

  /// `locale` is a BCP 47 tag; British English where it names none that is known.
  init(locale: String, zone: Zone) {
    let isKnown = !locale.isEmpty && Locale(identifier: locale).language.languageCode != nil
    self.locale = Locale(identifier: isKnown ? locale : "en-GB")
    self.zone = zone
  }

  /// `Friday 27 November`, with the year where it is not this one's.
  func day(_ date: CivilDate, today: CivilDate) -> String {
    text(noon(date), date.parts.year == today.parts.year ? "EEEEdMMMM" : "EEEEdMMMMy")
  }

  /// `Fri 27 Nov`
  func shortDay(_ date: CivilDate) -> String { text(noon(date), "EEEdMMM") }

  /// `Friday 27 November 2026`
  func longDay(_ date: CivilDate) -> String { text(noon(date), "EEEEdMMMMy") }

  /// `19:30`, `7:30 PM`: a wall-clock time, or a minute of a service day, which may be past midnight.
  func time(minute: Int) -> String {
    text(Instant(seconds: (minute % 1440) * 60), "jmm", TimeZone(secondsFromGMT: 0))
  }

  func time(_ instant: Instant) -> String { text(instant, "jmm", place) }

  /// `27 Nov 2026, 19:30`
  func moment(_ instant: Instant) -> String { text(instant, "dMMMyjmm", place) }

  private var place: TimeZone? { TimeZone(identifier: zone.identifier) }

  /// A date is a date everywhere: it is written by the clock of Greenwich, at noon.
  private func noon(_ date: CivilDate) -> Instant {
    Instant(seconds: date.dayNumber * 86_400 + 43_200)
  }

  private func text(_ instant: Instant, _ template: String, _ zone: TimeZone? = TimeZone(secondsFromGMT: 0))
    -> String
  {
    let key = template + (zone?.identifier ?? "")
    let formatter = formatters[key] ?? made(template, zone)
    formatters[key] = formatter
    let date = Date(timeIntervalSince1970: TimeInterval(instant.seconds))
    return formatter.string(from: date).replacing("\u{202F}", with: "\u{A0}")
  }

  private func made(_ template: String, _ zone: TimeZone?) -> DateFormatter {
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.timeZone = zone
    formatter.setLocalizedDateFormatFromTemplate(template)
    return formatter
  }
}
