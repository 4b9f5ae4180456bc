import Foundation

/// What the host takes from the world around it. Tests pass their own.
package struct HostEnvironment: Sendable {
  package var now: @Sendable () -> Instant
  /// A new UUID, in lower case, that no other is like.
  package var uuid: @Sendable () -> String
  /// The same for a guest: people tell guests by the first characters of their ids.
  package var guestID: @Sendable () -> String
  /// A new booking reference; need not be free.
  package var reference: @Sendable () -> String

  /// Guests' ids are like any other where it is not said how they are made.
  package init(
    now: @escaping @Sendable () -> Instant, uuid: @escaping @Sendable () -> String,
    guestID: (@Sendable () -> String)? = nil, reference: @escaping @Sendable () -> String
  ) {
    self.now = now
    self.uuid = uuid
    self.guestID = guestID ?? uuid
    self.reference = reference
  }

  package static let live = HostEnvironment(
    now: { Instant(Date()) },
    uuid: { HostID.timed() },
    guestID: { HostID.random() },
    reference: { BookingReference.random() })
}

/// UUIDs in lower case (RFC 9562), from the system's secure generator. `UUID()` uses it too, but on Linux opens a
/// device for every one.
enum HostID {
  /// Of the seventh version: the milliseconds, then 74 random bits. What is made together lies together in every index
  /// of ids, and a large store is written to at its end instead of everywhere. Nobody can guess one; when it was made
  /// is no secret.
  static func timed() -> String {
    var generator = SystemRandomNumberGenerator()
    return timed(
      milliseconds: UInt64(max(0, Date().timeIntervalSince1970) * 1000),
      random: (generator.next(), generator.next()))
  }

  static func timed(milliseconds: UInt64, random: (UInt64, UInt64)) -> String {
    text(milliseconds << 16 | 0x7000 | random.0 & 0x0FFF, random.1)
  }

  /// Of the fourth version: 122 random bits.
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    return text(generator.next() & ~0xF000 | 0x4000, generator.next())
  }

  private static func text(_ high: UInt64, _ rest: UInt64) -> String {
    let low = 0x8000_0000_0000_0000 | rest & 0x3FFF_FFFF_FFFF_FFFF
    return String(unsafeUninitializedCapacity: 36) { text in
      var place = 0
      for digit in 0..<32 {
        if [8, 12, 16, 20].contains(digit) {
          text[place] = UInt8(ascii: "-")
          place += 1
        }
        let word = digit < 16 ? high : low
        text[place] = digits[Int(word >> UInt64(60 - digit % 16 * 4) & 15)]
        place += 1
      }
      return place
    }
  }

  private static let digits = Array("0123456789abcdef".utf8)
}

/// Booking references: what a guest reads out on the phone.
package enum BookingReference {
  /// No vowels, so that no word comes out; no 0, 1, I, L or O, and neither of the pairs that sound or look
  /// alike (2 and Z, 5 and S, 8 and B).
  private static let alphabet = Array("CDFGHJKMNPQRTVWX34679")

  /// Seven characters: 1.8 thousand million references.
  package static func random() -> String {
    String((0..<7).map { _ in alphabet.randomElement()! })
  }
}
