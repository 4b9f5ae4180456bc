import Foundation

@testable import BookingHost

/// A rule directory with nothing but mail templates, as they are given: file name and text.
func templates(_ files: [String: String]) -> MailTemplates {
  var contents = MailDirectory.Contents()
  for (file, text) in files { contents.files.append(MailFile(MailFile.Name(file: file)!, text)) }
  return MailTemplates(contents)
}

/// The sample's words, in the restaurant's locale.
func words(
  _ kind: MailKind? = .confirmation, locale: String = "en-GB", manageURL: String? = nil,
  _ change: (inout Booking, inout Restaurant) -> Void = { _, _ in }
) -> MailWords {
  let now = Instant(seconds: LocalDateTime("2026-11-25 18:00").totalMinutes * 60)
  var booking = MailSample.booking(for: kind, email: "ada@example.com", now: now)
  var restaurant = MailSample.restaurant
  restaurant.locale = locale
  change(&booking, &restaurant)
  let (finalBooking, finalRestaurant) = (booking, restaurant)
  return MailWords(language: LocalWords.language(of: locale)) { locale in
    MailValues(
      finalBooking, at: finalRestaurant, locale: locale ?? finalRestaurant.locale, fields: MailSample.fields,
      manageURL: manageURL, now: now)
  }
}

/// A rule directory on disk.
struct RuleFolderOnDisk: ~Copyable {
  let path = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)").path

  init(_ files: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(atPath: path + "/mail", withIntermediateDirectories: true)
    for (file, text) in files { try Data(text.utf8).write(to: URL(filePath: path + "/mail/" + file)) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
