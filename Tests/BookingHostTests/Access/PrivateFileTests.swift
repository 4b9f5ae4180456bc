import Foundation
import Testing

@testable import BookingHost

struct PrivateFileTests {
  let directory: TemporaryDirectory

  init() throws { directory = try TemporaryDirectory() }

  private func mode(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: directory.path + "/" + name)[.posixPermissions] as? Int
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory.path).sorted()
  }

  @Test func theSignInFileIsItsOwnersOnly() throws {
    let file = SignInFile(directory: directory.path)
    #expect(try file.load() == nil)
    try file.save(token: "one")
    try file.save(token: "two")
    #expect(try file.load() == "two")
    #expect(try mode("session.json") == 0o600)
    #expect(try names() == ["session.json"])
    try file.remove()
    try file.remove()
    #expect(try file.load() == nil)
  }

  @Test func aSignInFileThatOthersCouldReadIsMadePrivate() throws {
    let file = SignInFile(directory: directory.path)
    try file.save(token: "one")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o644], ofItemAtPath: directory.path + "/session.json")
    #expect(try file.load() == "one")
    #expect(try mode("session.json") == 0o600)
  }

  @Test func savingReplacesALinkInsteadOfWritingThroughIt() throws {
    let target = directory.path + "/elsewhere"
    try "kept".write(toFile: target, atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: directory.path + "/session.json", withDestinationPath: target)
    let file = SignInFile(directory: directory.path)
    #expect(throws: PrivateFile.Failure.self) { try file.load() }
    try file.save(token: "one")
    #expect(try String(contentsOfFile: target, encoding: .utf8) == "kept")
    #expect(try file.load() == "one")
  }

  @Test func aSignInFileOfNonsenseIsNoSignIn() throws {
    try PrivateFile.replace(directory.path + "/session.json", with: Array("{".utf8))
    #expect(try SignInFile(directory: directory.path).load() == nil)
  }

  @Test func aSecretIsMadeOnceAndKept() throws {
    let file = SecretFile(directory: directory.path)
    #expect(throws: PrivateFile.Failure.self) { try file.load() }
    let hash = try file.create()
    #expect(try file.create()("ada@example.com") == hash("ada@example.com"))
    #expect(try file.load()("ada@example.com") == hash("ada@example.com"))
    #expect(hash("ada@example.com") != hash("ada@example.org"))
    #expect(try mode("secret") == 0o600)
    #expect(try names() == ["secret"])
  }

  @Test func aDamagedSecretIsNotUsed() throws {
    try PrivateFile.replace(directory.path + "/secret", with: [1, 2, 3])
    #expect(throws: PrivateFile.Failure.self) { try SecretFile(directory: directory.path).load() }
  }

  @Test func hashesAreTheOnesOfTheStandards() {
    #expect(
      Digest.hex(Digest.sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    // RFC 4231, test case 2.
    let keyed = KeyedHash(secret: Array("Jefe".utf8))
    #expect(
      Digest.hex(keyed("what do ya want for nothing?"))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }
}
