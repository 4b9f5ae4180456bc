/// Whom a mode takes for a guest who has been there before.
public struct GuestMatch: Hashable, Sendable {
  public var contact: Contact
  /// Whether the name has to be the same too, but for case, accents and spacing. Without it everyone who shares an
  /// address is one guest, under the name that is known first.
  public var sameName: Bool

  /// What has to be the same. Nobody without contact is ever recognised.
  public enum Contact: String, Hashable, Sendable, CaseIterable {
    /// The email or the phone.
    case either
    case email, phone
    /// The email and the phone.
    case both
    /// Every booking is a guest of its own.
    case none
  }

  public init(_ contact: Contact = .either, sameName: Bool = true) {
    self.contact = contact
    self.sameName = sameName
  }
}
