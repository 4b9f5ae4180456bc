import Foundation
import Synchronization
import Testing

@testable import BookingHost

/// A clock that a test moves.
final class TestClock: Sendable {
  private let seconds: Mutex<Int>

  init(_ start: Instant) { seconds = Mutex(start.seconds) }

  var now: Instant { Instant(seconds: seconds.withLock { $0 }) }

  func advance(minutes: Int) { seconds.withLock { $0 += minutes * 60 } }
}

struct AccessTests {
  let store: Store
  let clock = TestClock(StoreFixtures.now)
  let access: Access
  let email = "host@the-anchor.example"

  init() throws {
    store = try StoreFixtures.inMemory()
    access = Access(store: store, hasher: .forTests, now: { [clock] in clock.now })
  }

  @Test func whoHasThePasswordGetsIn() throws {
    try access.setPassword(email: email, password: "correct horse")
    let session = try access.signIn(email: " Host@The-Anchor.example ", password: "correct horse")
    #expect(session.staff == StoreFixtures.host)
    #expect(session.expiresAt == clock.now.adding(minutes: Access.sessionMinutes))
    #expect(try access.staff(token: session.token) == StoreFixtures.host)
  }

  @Test(arguments: ["", "wrong", "correct horse ", "Correct horse"])
  func anyOtherPasswordDoesNot(_ password: String) throws {
    try access.setPassword(email: email, password: "correct horse")
    #expect(throws: AccessError.wrongCredentials) { try access.signIn(email: email, password: password) }
    #expect(try store.count("sessions") == 0)
  }

  @Test func anAccountWithoutAPasswordAndNoAccountAreRefusedAlike() throws {
    #expect(throws: AccessError.wrongCredentials) { try access.signIn(email: email, password: "") }
    #expect(throws: AccessError.wrongCredentials) {
      try access.signIn(email: "nobody@the-anchor.example", password: "correct horse")
    }
  }

  @Test func aPasswordOfTwoHundredCharactersIsComparedToItsEnd() throws {
    let long = String(repeating: "é", count: 200)
    try access.setPassword(email: email, password: long)
    #expect(throws: Never.self) { _ = try access.signIn(email: email, password: long) }
    #expect(throws: AccessError.wrongCredentials) { try access.signIn(email: email, password: long + "x") }
  }

  @Test func theSamePasswordTypedWithCombiningAccentsIsTheSame() throws {
    try access.setPassword(email: email, password: "crème brûlée")
    let decomposed = "crème brûlée".decomposedStringWithCanonicalMapping
    #expect(throws: Never.self) { _ = try access.signIn(email: email, password: decomposed) }
  }

  @Test func passwordsHaveALeastAndAGreatestLength() {
    #expect(throws: AccessError.passwordTooShort(minimum: 10)) {
      try access.setPassword(email: email, password: "ninechars")
    }
    #expect(throws: AccessError.passwordTooLong(maximum: 200)) {
      try access.setPassword(email: email, password: String(repeating: "x", count: 201))
    }
    #expect(throws: AccessError.unknownAccount) {
      try access.setPassword(email: "nobody@x.example", password: "long enough")
    }
  }

  @Test func aSessionEnds() throws {
    try access.setPassword(email: email, password: "correct horse")
    let session = try access.signIn(email: email, password: "correct horse")
    clock.advance(minutes: Access.sessionMinutes - 1)
    #expect(try access.staff(token: session.token) != nil)
    clock.advance(minutes: 1)
    #expect(try access.staff(token: session.token) == nil)
  }

  @Test func signingOutEndsOneSessionAndLeavesTheOthers() throws {
    try access.setPassword(email: email, password: "correct horse")
    let one = try access.signIn(email: email, password: "correct horse")
    let two = try access.signIn(email: email, password: "correct horse")
    try access.signOut(token: one.token)
    try access.signOut(token: one.token)
    try access.signOut(token: "never given out")
    #expect(try access.staff(token: one.token) == nil)
    #expect(try access.staff(token: two.token) != nil)
  }

  @Test func aNewPasswordEndsEverySessionAndIsAudited() throws {
    try access.setPassword(email: email, password: "correct horse")
    let session = try access.signIn(email: email, password: "correct horse")
    try access.setPassword(email: email, password: "battery staple")
    #expect(try access.staff(token: session.token) == nil)
    #expect(throws: AccessError.wrongCredentials) {
      try access.signIn(email: email, password: "correct horse")
    }
    let audit = try store.rows("SELECT action, staff_id FROM audit")
    #expect(audit == Array(repeating: ["action": "staff.password_set", "staff_id": "s-host"], count: 2))
  }

  @Test func theStoreKnowsNoTokenAndNoPassword() throws {
    try access.setPassword(email: email, password: "correct horse")
    let session = try access.signIn(email: email, password: "correct horse")
    for table in try store.tables() {
      let text = try store.rows("SELECT * FROM \(table)").flatMap(\.values).joined(separator: "\n")
      #expect(!text.contains(session.token) && !text.contains("correct horse"))
    }
  }

  @Test func sessionsLongOverAreCleared() throws {
    try access.setPassword(email: email, password: "correct horse")
    _ = try access.signIn(email: email, password: "correct horse")
    clock.advance(minutes: 32 * 1440)
    _ = try access.signIn(email: email, password: "correct horse")
    #expect(try store.count("sessions") == 1)
  }

  @Test func aTokenIsTwoHundredAndFiftySixBitsOfAddressSafeText() {
    let tokens = Set((0..<100).map { _ in SessionToken.random() })
    #expect(tokens.count == 100)
    let letters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    #expect(tokens.allSatisfy { $0.text.count == 43 && $0.text.allSatisfy(letters.contains) })
  }

  @Test func membershipsSayWhatSomeoneMayDoWhere() throws {
    let expected = Membership(
      staffID: "s-host", restaurantID: "r-anchor", restaurantSlug: "the-anchor",
      restaurantName: "The Anchor", role: .host)
    #expect(try store.read { try $0.memberships(ofStaff: "s-host") } == [expected])
    #expect(try store.read { try $0.membership(ofStaff: "s-host", atRestaurant: "r-anchor") } == expected)
    #expect(try store.read { try $0.membership(ofStaff: "s-host", atRestaurant: "r-other") } == nil)
  }
}
