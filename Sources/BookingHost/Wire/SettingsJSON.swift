/// How a server would run, for `serve --print-config`. Secrets are only said to be there.
package struct SettingsJSON: Encodable, Sendable {
  package var http: HTTP
  package var rate: Rate
  package var jwt: Tokens?
  package var metrics: Metrics
  package var mail: Mail
  package var webhook: Webhook
  package var notify: Notify
  package var privacy: Privacy

  package struct HTTP: Encodable, Sendable {
    package var host: String
    package var port: Int
    @OrNull package var publicUrl: String?
    package var bodyBytes: Int
    package var headerBytes: Int
    package var connections: Int
    package var idleSeconds: Int
    package var bodySeconds: Int
    package var threads: Int
    package var trustedProxies: [String]
  }

  package struct Rate: Encodable, Sendable {
    package var limits: String
    package var opsCreate: Int
    package var opsList: Int
    package var guestCreate: Int
    package var guestLookUp: Int
    package var open: Int
    package var signInAccount: Int
    package var signInAddress: Int
  }

  package struct Tokens: Encodable, Sendable {
    package var issuer: String
    package var audience: String
    @OrNull package var secret: String?
    @OrNull package var secretKeyId: String?
    @OrNull package var jwksFile: String?
  }

  package struct Metrics: Encodable, Sendable {
    @OrNull package var token: String?
  }

  package struct Mail: Encodable, Sendable {
    package var transport: String
    package var program: String
    package var arguments: [String]
    package var from: String
    package var sender: String
    package var domain: String
    package var seconds: Int

    init(_ settings: MailSettings) {
      transport = settings.transport.rawValue
      program = settings.program
      arguments = settings.arguments
      from = settings.from.address
      sender = settings.envelopeSender.address
      domain = settings.identifierDomain
      seconds = settings.seconds
    }
  }

  package struct Webhook: Encodable, Sendable {
    package var allow: [String]
  }

  /// The program's arguments are not shown: a chat's address among them is a secret.
  package struct Notify: Encodable, Sendable {
    @OrNull package var program: String?
  }

  package struct Privacy: Encodable, Sendable {
    /// Null: for ever.
    @OrNull package var keepGuestsMonths: Int?
  }

  private static let masked = "********"

  package init(
    _ settings: WebSettings, _ mail: MailSettings, _ effects: EffectSettings,
    _ retention: GuestRetention = GuestRetention()
  ) {
    privacy = Privacy(keepGuestsMonths: retention.months)
    self.mail = Mail(mail)
    webhook = Webhook(allow: effects.reach.allowed.map(\.description))
    notify = Notify(program: effects.noticeProgram?.program)
    http = HTTP(
      host: settings.host, port: settings.port, publicUrl: settings.publicURL,
      bodyBytes: settings.mostBodyBytes, headerBytes: settings.mostHeaderBytes,
      connections: settings.mostConnections, idleSeconds: settings.idleSeconds,
      bodySeconds: settings.bodySeconds, threads: settings.threads,
      trustedProxies: settings.trustedProxies.map(\.description))
    let limits = settings.rateLimits
    rate = Rate(
      limits: limits.isOn ? "on" : "off", opsCreate: limits.opsCreate, opsList: limits.opsList,
      guestCreate: limits.guestCreate, guestLookUp: limits.guestLookUp, open: limits.open,
      signInAccount: limits.signInAccount, signInAddress: limits.signInAddress)
    jwt = settings.tokens.map {
      Tokens(
        issuer: $0.issuer, audience: $0.audience, secret: $0.secret.map { _ in SettingsJSON.masked },
        secretKeyId: $0.secretKeyID, jwksFile: $0.keyFile)
    }
    metrics = Metrics(token: settings.metricsToken.map { _ in SettingsJSON.masked })
  }
}
