import CryptoExtras
import Foundation
import JWTKit
import Testing

@testable import BookingHost

/// A provider of tokens as Supabase is one: a secret, and pairs of keys published as a JWKS.
struct Provider {
  static let secret = "a secret of at least thirty-two bytes"
  let directory: TemporaryDirectory
  let rsa = try! Insecure.RSA.PrivateKey(
    pem: _RSA.Signing.PrivateKey(keySize: .bits2048).pemRepresentation)
  let ec = ES256PrivateKey()

  init() throws {
    directory = try TemporaryDirectory()
    try publish()
  }

  var keyFile: String { directory.path + "/jwks.json" }

  var settings: ExternalTokenSettings {
    ExternalTokenSettings(
      issuer: "https://auth.example/auth/v1", audience: "authenticated", secret: Provider.secret,
      secretKeyID: "shared-1", keyFile: keyFile)
  }

  func publish(ecKeyID: String = "ec-1") throws {
    let (x, y) = (ec.parameters!.x, ec.parameters!.y)
    let modulus = try rsa.publicKey.getKeyPrimitives()
    let keys: [[String: Any]] = [
      ["kty": "EC", "crv": "P-256", "kid": ecKeyID, "alg": "ES256", "x": url(x), "y": url(y)],
      [
        "kty": "RSA", "kid": "rsa-1", "n": Base64URL.encoded(modulus.modulus),
        "e": Base64URL.encoded(modulus.publicExponent),
      ],
      ["kty": "oct", "kid": "oct-1", "k": "AAAA", "alg": "HS256"],
    ]
    try Data(WebHouse.json(["keys": keys]).utf8).write(to: URL(fileURLWithPath: keyFile))
  }

  private func url(_ base64: String) -> String {
    base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  struct Claims: JWTPayload {
    var iss = "https://auth.example/auth/v1"
    var sub = "subject-host"
    var aud: String? = "authenticated"
    var exp: Int? = House.saturdayEvening.seconds + 3600
    var nbf: Int?
    func verify(using algorithm: some JWTAlgorithm) throws {}
  }

  enum Signer {
    case secret, ec, rsa
    /// The RSA public key's text, as if it were a secret.
    case publicKeyAsSecret
  }

  func token(_ signer: Signer = .ec, kid: String?, _ change: (inout Claims) -> Void = { _ in }) async throws
    -> String
  {
    var claims = Claims()
    change(&claims)
    let keys = JWTKeyCollection()
    switch signer {
    case .secret: await keys.add(hmac: HMACKey(from: Provider.secret), digestAlgorithm: .sha256)
    case .ec: await keys.add(ecdsa: ec)
    case .rsa: await keys.add(rsa: rsa, digestAlgorithm: .sha256)
    case .publicKeyAsSecret:
      await keys.add(hmac: HMACKey(from: rsa.publicKey.pemRepresentation), digestAlgorithm: .sha256)
    }
    var header = JWTHeader()
    header.kid = kid
    return try await keys.sign(claims, header: header)
  }

  static func unsigned(kid: String) -> String {
    let header = WebHouse.json(["alg": "none", "kid": kid, "typ": "JWT"])
    let claims = WebHouse.json([
      "iss": "https://auth.example/auth/v1", "sub": "subject-host", "aud": "authenticated",
      "exp": House.saturdayEvening.seconds + 3600,
    ])
    return Base64URL.encoded(header.utf8) + "." + Base64URL.encoded(claims.utf8) + "."
  }
}

@Suite("A token of an external provider") struct ExternalTokenTests {
  private func open(_ provider: Provider, _ body: (WebHouse) async throws -> Void) async throws {
    try await WebHouse.open({ $0.tokens = provider.settings }) { web in
      try web.house.store.write {
        try $0.link(
          issuer: provider.settings.issuer, subject: "subject-host", toStaff: web.house.host.id,
          now: House.saturdayEvening)
      }
      try await body(web)
    }
  }

  @Test("that is right books a walk-in, whichever key it is signed with")
  func books() async throws {
    let provider = try Provider()
    try await open(provider) { web in
      for (signer, kid) in [(Provider.Signer.ec, "ec-1"), (.rsa, "rsa-1"), (.secret, "shared-1")] {
        let token = try await provider.token(signer, kid: kid)
        let made = try await web.client.send(
          "POST", "/api/ops/bookings", headers: ["Authorization": "Bearer \(token)"], body: WebHouse.walkIn())
        #expect(made.status == 201, "\(kid): \(made.body)")
        #expect(made.body.contains("staff-host"))
      }
    }
  }

  @Test("that is not right in any way opens nothing, and nothing is written")
  func refused() async throws {
    let provider = try Provider()
    let now = House.saturdayEvening.seconds
    let tokens: [(String, String)] = [
      ("alg none", Provider.unsigned(kid: "ec-1")), ("alg none, shared", Provider.unsigned(kid: "shared-1")),
      ("public key as secret", try await provider.token(.publicKeyAsSecret, kid: "rsa-1")),
      ("secret under a pair's id", try await provider.token(.secret, kid: "ec-1")),
      ("pair under the secret's id", try await provider.token(.ec, kid: "shared-1")),
      ("pair under another's id", try await provider.token(.rsa, kid: "ec-1")),
      ("a published secret", try await provider.token(.secret, kid: "oct-1")),
      ("expired", try await provider.token(kid: "ec-1") { $0.exp = now }),
      ("never expires", try await provider.token(kid: "ec-1") { $0.exp = nil }),
      ("not yet valid", try await provider.token(kid: "ec-1") { $0.nbf = now + 60 }),
      ("wrong audience", try await provider.token(kid: "ec-1") { $0.aud = "anon" }),
      ("no audience", try await provider.token(kid: "ec-1") { $0.aud = nil }),
      ("wrong issuer", try await provider.token(kid: "ec-1") { $0.iss = "https://evil.example" }),
      ("unknown kid", try await provider.token(kid: "ec-2")), ("no kid", try await provider.token(kid: nil)),
      ("no kid, secret", try await provider.token(.secret, kid: nil)),
      ("unknown subject", try await provider.token(kid: "ec-1") { $0.sub = "subject-nobody" }),
      ("no subject", try await provider.token(kid: "ec-1") { $0.sub = "" }),
      ("cut short", String(try await provider.token(kid: "ec-1").dropLast(4))),
      ("rubbish", "a.b.c"), ("empty parts", ".."),
    ]
    try await open(provider) { web in
      let before = try web.house.rowCounts()
      for (what, token) in tokens {
        let answer = try await web.client.send(
          "POST", "/api/ops/bookings", headers: ["Authorization": "Bearer \(token)"], body: WebHouse.walkIn())
        #expect(answer.status == 401, "\(what)")
      }
      #expect(try web.house.rowCounts() == before)
    }
  }

  @Test("is judged by the keys that are published now")
  func reload() async throws {
    let provider = try Provider()
    let tokens = try await ExternalTokens(provider.settings) { House.saturdayEvening }
    let old = try await provider.token(kid: "ec-1")
    #expect(await tokens.identity(of: old)?.subject == "subject-host")
    try provider.publish(ecKeyID: "ec-2")
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: provider.keyFile)
    #expect(await tokens.identity(of: old) == nil)
    let new = try await provider.token(kid: "ec-2")
    #expect(await tokens.identity(of: new) != nil)
  }
}
