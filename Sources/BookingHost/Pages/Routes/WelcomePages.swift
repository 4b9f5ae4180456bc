/// Setting a password by a link: the first of somebody who was asked in, or another for one that was forgotten.
struct WelcomePages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  static let path = "/ops/welcome"

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", WelcomePages.path, .blocking(show)),
      Endpoint("POST", WelcomePages.path, .slow(set)),
    ]
  }

  /// Changes nothing: programs that follow links in messages do not use the link up.
  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    try services.limits.take(.open, exchange.address)
    return page(exchange.query["token"])
  }

  @Sendable private func set(_ exchange: Exchange) throws -> Reply {
    let form = try services.form(exchange)
    try services.limits.take(.signInAddress, exchange.address)
    guard let link = form["token"].flatMap(PasswordLink.init(text:)) else { return page(form["token"]) }
    do {
      let session = try services.access.setPassword(form["password"] ?? "", by: link, services.keyedHash)
      return Reply.seeOther("/ops").with(
        "Set-Cookie", services.settings.cookie.kept(session.token, minutes: Access.sessionMinutes))
    } catch is PasswordLink.Void {
      return page(form["token"])
    } catch let error as AccessError {
      return page(form["token"], error: error)
    }
  }

  private func page(_ token: String?, error: AccessError? = nil) -> Reply {
    let shell = services.shell()
    let account = token.flatMap(PasswordLink.init(text:)).flatMap {
      try? services.access.account(of: $0, services.keyedHash)
    }
    let title = shell.words(account == nil ? "welcome_void" : "welcome")
    let page = WelcomePage(
      frame: shell.frame(title: title, heading: shell.words("product"), home: "/ops"), t: shell.words,
      title: title, token: account == nil ? nil : token, email: account?.email ?? "",
      help: shell.words("welcome_help", ["least": String(Access.passwordLength.lowerBound)]),
      wrong: error.map { $0.pageWords(shell.words) })
    let status = account == nil ? 410 : error == nil ? 200 : 422
    return Reply.page(shell.templates.html("welcome", page), status: status).uncached
  }
}

private struct WelcomePage {
  var frame: PageFrame
  var t: PageWords
  var title: String
  /// Nil for a link that is void.
  var token: String?
  var email: String
  var help: String
  var wrong: String?
}

extension AccessError {
  fileprivate func pageWords(_ words: PageWords) -> String {
    switch self {
    case .passwordTooShort(let least): words("welcome_short", ["least": String(least)])
    case .passwordTooLong(let most): words("welcome_long", ["most": String(most)])
    case .wrongCredentials, .unknownAccount: message
    }
  }
}
