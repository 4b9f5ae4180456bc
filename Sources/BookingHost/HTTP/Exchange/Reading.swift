/// What a route answers that reads and does nothing else: the same again for the same request while nothing has been
/// written, the rules are the same, and the second has not passed.
package struct Reading: Sendable {
  var reply: Reply
  /// What asking counts as, each time.
  var charge: RateCharge

  init(_ reply: Reply, _ charge: RateCharge) {
    self.reply = reply
    self.charge = charge
  }
}

/// One time that something is done, as limits count it.
struct RateCharge: Hashable, Sendable {
  var kind: RateLimits.Kind
  /// Whose it is; nil for the address that asks.
  var caller: String?

  init(_ kind: RateLimits.Kind, _ caller: String? = nil) {
    self.kind = kind
    self.caller = caller
  }
}

extension RateLimits {
  /// Counts one more time, or throws `Problem` with the seconds to wait.
  func take(_ charge: RateCharge, _ exchange: Exchange) throws {
    try take(charge.kind, charge.caller ?? exchange.address)
  }
}
