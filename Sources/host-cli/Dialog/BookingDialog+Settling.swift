import BookingHost

// When the rules object: say why, and offer the ways out.
extension BookingDialog {
  /// What stands in the way: not the warnings, and not what an accepted override covers.
  var blocking: [Issue] {
    wizard.issues.filter { issue in
      guard let role = issue.severity.role else { return issue.severity != .warn }
      return wizard.overrideReason == nil || counter.role < role
    }
  }

  /// Deals with what stands in the way at the present step.
  mutating func settle() throws -> Wizard.Action {
    let blocking = blocking
    for issue in blocking { screen.mistake(issue.message) }
    if let role = neededRole(blocking) {
      if counter.role >= role {
        if let action = try askReason() { return action }
      } else {
        screen.remark("Only \(Words.article(role)) can let this pass, with a reason.")
        if try askApproval(role), let action = try askReason() { return action }
      }
    }
    if let offer = try? counter.waitOffer(wizard.draft, manner, refused: blocking) {
      screen.remark(WaitlistWords.offer(offer, restaurant: nil, draft: wizard.draft))
    }
    let fields = Set(blocking.compactMap(\.field))
    if fields.isEmpty || fields.contains(Field.time) { return try offerTimes() }
    return ask(again: fields)
  }

  /// The role that can let all of this pass; nil when nobody can.
  private func neededRole(_ issues: [Issue]) -> Role? {
    let roles = issues.map(\.severity.role)
    return roles.contains(nil) ? nil : roles.compactMap { $0 }.max()
  }

  /// Whether somebody with the role has come to the station and given their word for this booking.
  private mutating func askApproval(_ needed: Role) throws -> Bool {
    while true {
      let reply = try screen.ask(
        "Approved by", suggestion: "the email of \(Words.article(needed)) (Enter to choose another time)")
      guard case .text(let email) = reply else {
        screen.finish(reply == .help ? "?" : "–")
        if reply == .help {
          screen.remark("Their word counts for this booking only; you stay signed in.")
          continue
        }
        return false
      }
      screen.finish(email)
      guard let password = try screen.askHidden("Password") else { continue }
      do {
        let (approver, role) = try counter.approver(email, password)
        guard role >= needed else {
          screen.mistake("That takes \(Words.article(needed)).")
          continue
        }
        counter.caller = counter.caller.approved(by: approver)
        counter.role = max(counter.role, role)
        return true
      } catch let error as HostError where error.code == .notAllowed {
        screen.mistake(error.message)
      }
    }
  }

  /// The reason itself for the number of one to choose from.
  private func chosen(_ text: String) -> String {
    let reasons = counter.policy.overrideReasons
    guard let number = Int(text), reasons.indices.contains(number - 1) else { return text }
    return reasons[number - 1]
  }

  private func offerReasons() {
    let reasons = counter.policy.overrideReasons
    guard !reasons.isEmpty else { return }
    screen.offer("Reasons:", reasons.enumerated().map { "\($0.offset + 1)) \(Plain.text($0.element))" })
  }

  /// Nil when the person would rather choose something else.
  private mutating func askReason() throws -> Wizard.Action? {
    offerReasons()
    while true {
      let reply = try screen.ask("Override", suggestion: "why it is all right (Enter to choose another time)")
      guard case .text(let typed) = reply else {
        screen.finish(reply == .help ? "?" : "–")
        if reply == .help {
          screen.remark("You may let this pass. The reason is stored with the booking.")
          continue
        }
        return nil
      }
      let reason = chosen(typed)
      screen.finish(reason)
      _ = wizard.advance(.reason(reason))
      let verdict = try quote(wizard.draft, wizard.step == .plan ? .plan : .booking)
      guard let wrong = verdict.issues.first(where: { $0.field == "override_reason" }) else {
        return wizard.advance(.next)
      }
      screen.mistake(wrong.message)
      _ = wizard.advance(.reason(nil))
    }
  }

  private mutating func ask(again fields: Set<String>) -> Wizard.Action {
    answered.subtract(fields)
    // Another day has other times.
    if fields.contains(Field.date) { answered.remove(Field.time) }
    return .show(wizard.step)
  }

  // MARK: Other times

  private mutating func offerTimes() throws -> Wizard.Action {
    let others = try counter.alternatives(wizard.draft, manner)
    guard !others.isEmpty else {
      screen.remark("No other time that day works, and none on the days after it.")
      return ask(again: [Field.date])
    }
    let numbered = others.enumerated().map {
      "\($0.offset + 1)) \(Words.alternative($0.element, to: wizard.draft))"
    }
    screen.offer("Nearest that work:", numbered)
    return try pick(others)
  }

  private mutating func pick(_ others: [Alternative]) throws -> Wizard.Action {
    let range = others.count == 1 ? "1" : "1 to \(others.count)"
    while true {
      let reply = try screen.ask("Instead", suggestion: "\(range), another time, date or party")
      switch reply {
      case .text(let text):
        if let action = try choose(text, others) { return action }
      case .nothing, .help, .quit:
        screen.finish("")
        screen.remark("Type \(range) to take one of these, a time such as 20:15, date, or party.")
      case .back:
        screen.finish("back")
        return goBack()
      }
    }
  }

  private mutating func choose(_ text: String, _ others: [Alternative]) throws -> Wizard.Action? {
    if let number = Int(text), others.indices.contains(number - 1) {
      take(others[number - 1])
      return .show(wizard.step)
    }
    if let field = [Field.date, Field.party, Field.time].first(where: { $0.hasPrefix(text.lowercased()) }) {
      screen.finish(field)
      return ask(again: [field])
    }
    guard let minute = try minute(text, freeStarts()), let date = Plan(wizard.draft).date else {
      screen.finish(text)
      screen.mistake("That is neither one of these nor a time")
      return nil
    }
    _ = take(LocalDateTime(date: date, minute: minute))
    return .show(wizard.step)
  }

  private mutating func take(_ other: Alternative) {
    guard other.difference == .party else {
      _ = take(other.start)
      return
    }
    screen.finish(Words.alternative(other, to: wizard.draft))
    _ = wizard.advance(.answer(Field.party, .integer(other.party)))
  }
}

extension Words {
  /// What differs from a draft, in few words: `19:15`, `14:45 (Lunch)`, `party of 12`, `Mon 23 Nov, 19:00`.
  static func alternative(_ other: Alternative, to draft: Draft) -> String {
    let date = Plan(draft).date
    switch other.difference {
    case .party: return "party of \(other.party)"
    case .service:
      let time =
        date == other.start.date ? other.start.time : "\(other.start.time) (\(weekday(other.start.date)))"
      return other.service.map { "\(time) (\(Plain.text($0.name)))" } ?? time
    case .time, .date:
      if other.start.date == date { return other.start.time }
      return "\(shortDate(other.start.date)), \(other.start.time)"
    }
  }
}
