/// Signing in and out in a browser.
struct SignInPages {
  private let services: WebServices

  init(_ services: WebServices) {
    self.services = services
  }

  static let path = "/ops/sign-in"

  var endpoints: [Endpoint] {
    [
      Endpoint("GET", SignInPages.path, .blocking(show)),
      Endpoint("POST", SignInPages.path, .slow(signIn)),
      Endpoint("POST", "/ops/sign-out", .blocking(signOut)),
    ]
  }

  /// Who is signed in already has no use for it.
  @Sendable private func show(_ exchange: Exchange) throws -> Reply {
    let goal = SignInGoal(address: exchange.query["return"])
    if (try? services.staff(exchange)) != nil { return .seeOther(goal.address) }
    return page(goal)
  }

  @Sendable private func signIn(_ exchange: Exchange) throws -> Reply {
    let form = try services.form(exchange)
    let goal = SignInGoal(form)
    do {
      let session = try begin(form, exchange)
      let cookie = services.settings.cookie.kept(session.token, minutes: Access.sessionMinutes)
      let reply =
        goal.carried.isEmpty
        ? Reply.seeOther(goal.address)
        : ResumePage.reply(services, goal, csrf: services.csrfToken(session: session.token))
      return reply.with("Set-Cookie", cookie)
    } catch AccessError.wrongCredentials {
      return page(goal, email: form["email"], error: "sign_in_wrong", status: 401)
    } catch let problem as Problem where problem.status == 429 {
      return page(goal, email: form["email"], error: "sign_in_often", status: 429)
        .with("Retry-After", String(problem.retryAfter ?? 1))
    }
  }

  private func begin(_ form: PostedForm, _ exchange: Exchange) throws -> Access.SignedIn {
    guard let email = form["email"], let password = form["password"] else {
      throw AccessError.wrongCredentials
    }
    return try services.signIn(email: email, password: password, exchange)
  }

  @Sendable private func signOut(_ exchange: Exchange) throws -> Reply {
    let form = try services.form(exchange)
    if (try? services.staff(exchange)) != nil {
      _ = try services.actingStaff(exchange, form)
      if case .cookie(let token) = exchange.credential { try services.access.signOut(token: token) }
    }
    return Reply.seeOther(SignInPages.path)
      .with("Set-Cookie", services.settings.cookie.cleared)
      // Pages that hold guests' names are not to be had by going back.
      .with("Clear-Site-Data", "\"cache\"")
  }

  private func page(
    _ goal: SignInGoal, email: String? = nil, error: String? = nil, status: Int = 200
  ) -> Reply {
    SignInPage.reply(services, goal, email: email, error: error, status: status)
  }
}

/// Where somebody wanted to go when they were asked to sign in, and what they had typed.
struct SignInGoal {
  /// Always a path below `/ops` of this server.
  var address: String
  /// The form that was posted when the session was over.
  var carried: [(name: String, value: String)] = []

  init(address: String?, carried: [(name: String, value: String)] = []) {
    self.address = address.flatMap { SignInGoal.isOwn($0) ? $0 : nil } ?? "/ops"
    self.carried = carried
  }

  init(_ form: PostedForm) {
    self.init(
      address: form["return"],
      carried: form.pairs.filter { $0.name.hasPrefix(SignInGoal.prefix) }
        .map { (String($0.name.dropFirst(SignInGoal.prefix.count)), $0.value) })
  }

  static let prefix = "carry."

  /// An address of another server, however it is written, is not gone to.
  private static func isOwn(_ address: String) -> Bool {
    guard address == "/ops" || address.hasPrefix("/ops/") || address.hasPrefix("/ops?") else { return false }
    return address.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }
  }
}

struct HiddenField {
  var name: String
  var value: String
}

/// What was typed before the session ended, ready to be sent again by one press.
struct ResumePage {
  var frame: PageFrame
  var t: PageWords
  var address: String
  var carried: [HiddenField]

  static func reply(_ services: WebServices, _ goal: SignInGoal, csrf: String) -> Reply {
    let shell = services.shell()
    var frame = shell.frame(
      title: shell.words("signed_in_again"), heading: shell.words("product"), home: "/ops")
    frame.csrf = csrf
    let page = ResumePage(
      frame: frame, t: shell.words, address: goal.address,
      carried: goal.carried.map { HiddenField(name: $0.name, value: $0.value) })
    return .page(shell.templates.html("resume", page))
  }
}

struct SignInPage {
  var frame: PageFrame
  var t: PageWords
  var address: String
  var carried: [HiddenField]
  var email: String
  var error: String?
  /// Whether the session ended while somebody was typing.
  var isResuming: Bool

  static func reply(
    _ services: WebServices, _ goal: SignInGoal, email: String? = nil, error: String? = nil, status: Int = 200
  ) -> Reply {
    let shell = services.shell()
    let page = SignInPage(
      frame: shell.frame(title: shell.words("sign_in"), heading: shell.words("product"), home: "/ops"),
      t: shell.words, address: goal.address,
      carried: goal.carried.map { HiddenField(name: SignInGoal.prefix + $0.name, value: $0.value) },
      email: email ?? "", error: error.map { shell.words($0) }, isResuming: !goal.carried.isEmpty)
    return .page(shell.templates.html("sign-in", page), status: status)
  }
}
