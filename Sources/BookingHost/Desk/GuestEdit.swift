/// What staff want written down of a guest.
package struct GuestEdit: Hashable, Sendable {
  /// Nil leaves it as it is.
  package var notes: ChangeRequest.Edit?
  package var allergies: ChangeRequest.Edit?
  package var addedTags: [String] = []
  package var removedTags: [String] = []

  package init() {}

  static let mostTags = 30
  private static let longestNotes = 4000
  private static let longestAllergies = 500

  /// Throws for what cannot be kept.
  func check() throws(HostError) {
    for tag in addedTags where !GuestEdit.isTag(tag) {
      throw HostError(
        .usage, "A tag is one to 40 small letters, digits, - and _, such as vip.", field: "tags")
    }
    if Text.length(notes?.text ?? "") > GuestEdit.longestNotes {
      throw HostError(.usage, "Notes have \(GuestEdit.longestNotes) characters at most.", field: "notes")
    }
    if Text.length(allergies?.text ?? "") > GuestEdit.longestAllergies {
      throw HostError(
        .usage, "Allergies have \(GuestEdit.longestAllergies) characters at most.", field: "allergies")
    }
  }

  private static func isTag(_ text: String) -> Bool {
    (1...40).contains(text.unicodeScalars.count)
      && text.unicodeScalars.allSatisfy {
        $0 == "-" || $0 == "_" || ("0"..."9").contains($0)
          || ($0.properties.isAlphabetic && !$0.properties.isUppercase)
      }
  }

  func applied(to guest: Guest) -> Guest {
    var guest = guest
    if let notes { guest.notes = notes.text.map(Text.manyLines).map(Text.trimmed).flatMap(GuestEdit.kept) }
    if let allergies { guest.allergies = StaffText.line(allergies.text) }
    guest.tags.removeAll { removedTags.contains($0) }
    for tag in addedTags where !guest.tags.contains(tag) { guest.tags.append(tag) }
    return guest
  }

  private static func kept(_ text: String) -> String? { Text.isBlank(text) ? nil : text }

  static func differences(_ a: Guest, _ b: Guest) -> [String] {
    [
      a.notes == b.notes ? nil : "notes", a.allergies == b.allergies ? nil : "allergies",
      a.tags == b.tags ? nil : "tags",
    ].compactMap { $0 }
  }
}
