import Foundation

/// Dates and times written out as a place's people write them.
package struct LocalWords {
  private let locale: Locale
  private let zone: TimeZone?

  /// `locale` is a BCP 47 tag; English where it names none that is known.
  package init(locale: String, zone: Zone) {
    let isKnown = Locale(identifier: locale).language.languageCode != nil && !locale.isEmpty
    self.locale = Locale(identifier: isKnown ? locale : "en-GB")
    self.zone = TimeZone(identifier: zone.identifier)
  }

  /// `Friday, 27 November 2026`
  package func date(_ instant: Instant) -> String { text(instant, "EEEEdMMMMy") }

  /// `19:30`, `7:30 PM`
  package func time(_ instant: Instant) -> String { text(instant, "jmm") }

  /// `en`
  var language: String { locale.language.languageCode?.identifier ?? "en" }

  /// The language of a BCP 47 tag; English where it names none.
  static func language(of locale: String) -> String { LocalWords(locale: locale, zone: .utc).language }

  private func text(_ instant: Instant, _ template: String) -> String {
    let formatter = DateFormatter()
    formatter.locale = locale
    formatter.timeZone = zone
    formatter.setLocalizedDateFormatFromTemplate(template)
    let date = Date(timeIntervalSince1970: TimeInterval(instant.seconds))
    // The narrow space before "PM" would have the whole subject encoded, and some programs show a box for it.
    return formatter.string(from: date).replacing("\u{202F}", with: " ").replacing("\u{A0}", with: " ")
  }
}
