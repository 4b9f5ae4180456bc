import Foundation
import Testing

@testable import BookingHost

@Suite struct `Ids of the host's own` {
  @Test func `are UUIDs of the seventh version in lower case, no two the same`() throws {
    let ids = (0..<1000).map { _ in HostID.timed() }
    #expect(Set(ids).count == ids.count)
    for id in ids {
      #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
    // Every place after the time but the version's and the variant's takes every value.
    for place in 15..<36 where ![18, 19, 23].contains(place) {
      #expect(Set(ids.map { Array($0)[place] }).count == 16)
    }
  }

  /// The example of RFC 9562, A.6.
  @Test func `hold their time and what is random as the standard says`() {
    let random: (UInt64, UInt64) = (0xCC3, 0x18C4_DC0C_0C07_398F)
    #expect(
      HostID.timed(milliseconds: 0x017F_22E2_79B0, random: random) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f")
  }

  @Test func `of guests are told apart by their first six characters, however fast they come`() {
    let ids = (0..<50).map { _ in HostEnvironment.live.guestID() }
    // Two may be the same by chance, once in thousands of runs; ids that begin with the time all would be.
    #expect(Set(ids.map { $0.prefix(6) }).count >= ids.count - 1)
    for id in ids {
      #expect(id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/) != nil)
    }
  }

  @Test func `sort by when they were made`() {
    let ids = (0..<20).map {
      HostID.timed(milliseconds: 1_795_000_000_000 + $0, random: (0, UInt64.max - $0))
    }
    #expect(ids == ids.sorted())
  }
}
