extension WebServices {
  /// A page for staff. Who is not signed in is asked to, and comes back to it.
  func opsPage(
    _ exchange: Exchange, _ work: (Visitor) throws -> Reply
  ) throws -> Reply {
    guard let visitor = try? staff(exchange) else {
      return .seeOther(PageAddress.of(SignInPages.path, [("return", exchange.path)]))
    }
    return try work(visitor)
  }

  /// A form that staff post. When the session is over, signing in carries what was typed along, and nothing is lost.
  func opsForm(
    _ exchange: Exchange, _ work: (Visitor, PostedForm) throws -> Reply
  ) throws -> Reply {
    let form = try form(exchange)
    do {
      return try work(actingStaff(exchange, form), form)
    } catch let problem as Problem where problem.status == 401 || problem == .staleForm {
      // The token belongs to a session that is over when somebody has signed in anew in another tab.
      let carried = form.pairs.filter { !WebServices.neverCarried.contains($0.name) }
      let isSignedIn = (try? staff(exchange)) != nil
      guard isSignedIn, case .cookie(let token) = exchange.credential else {
        return SignInPage.reply(self, SignInGoal(address: exchange.path, carried: carried), status: 401)
      }
      return ResumePage.reply(
        self, SignInGoal(address: exchange.path, carried: carried), csrf: csrfToken(session: token))
    }
  }

  /// What is secret, or belongs to the session that is over.
  private static let neverCarried: Set<String> = ["csrf", "password", "approve_password"]
}
