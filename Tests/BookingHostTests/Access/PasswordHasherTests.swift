import Testing

@testable import BookingHost

struct PasswordHasherTests {
  @Test func aHashCarriesItsParametersAndAFreshSalt() throws {
    let hasher = PasswordHasher.forTests
    let hashes = [try hasher.hash("correct horse"), try hasher.hash("correct horse")]
    #expect(hashes[0] != hashes[1])
    #expect(hashes.allSatisfy { $0.hasPrefix("scrypt$16$1$1$") })
    for hash in hashes { #expect(try hasher.verify("correct horse", against: hash)) }
  }

  @Test func aHashMadeWithOtherParametersStillVerifies() throws {
    let older = PasswordHasher(parameters: .init(rounds: 32, blockSize: 2, parallelism: 2))
    let hash = try older.hash("correct horse")
    #expect(try PasswordHasher.forTests.verify("correct horse", against: hash))
    #expect(try !PasswordHasher.forTests.verify("correct house", against: hash))
  }

  @Test(arguments: [
    nil, "", "scrypt", "scrypt$16$1$1$$", "bcrypt$16$1$1$AAAA$AAAA", "scrypt$15$1$1$AAAA$AAAA",
    "scrypt$1073741824$8$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    "scrypt$16$1$1$AAAAAAAAAAAAAAAAAAAAAA==$AAAA",
  ])
  func whatIsNoHashVerifiesNothing(_ hash: String?) throws {
    #expect(try !PasswordHasher.forTests.verify("", against: hash))
  }

  /// RFC 7914, section 12.
  @Test func theKeyIsTheOneOfTheStandard() throws {
    let hash = "scrypt$1024$8$16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI="
    #expect(try PasswordHasher.forTests.verify("password", against: hash))
  }

  @Test func aStandardPasswordStrengthIsAsTheStandardsAsk() {
    // OWASP: N 2^14, r 8, p 5 is one of five settings of equal strength.
    let parameters = PasswordHasher.standard.parameters
    #expect(parameters == .init(rounds: 16_384, blockSize: 8, parallelism: 5))
  }

  @Test func aGeneratedPasswordIsVerifiedByWhatItsHashSays() throws {
    let hash = try PasswordHasher.generated.hash("kw7mt-9hxrc-4pdnf")
    #expect(hash.hasPrefix("scrypt$4096$8$1$"))
    #expect(try PasswordHasher.standard.verify("kw7mt-9hxrc-4pdnf", against: hash))
  }
}
