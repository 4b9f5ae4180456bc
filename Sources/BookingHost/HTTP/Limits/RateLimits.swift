import Dispatch

/// How often each thing may be done.
package struct RateLimitSettings: Hashable, Sendable {
  /// Off for load tests.
  package var isOn = true
  /// Bookings by staff, a minute, for each member of staff and restaurant.
  package var opsCreate = 60
  /// Lists and look-ups by staff, a minute, likewise.
  package var opsList = 120
  /// Bookings by guests, a minute, from one address.
  package var guestCreate = 60
  /// Look-ups of a booking by guests, a minute, from one address.
  package var guestLookUp = 20
  /// Anything else that anyone may ask, a minute, from one address.
  package var open = 300
  /// Attempts to sign in to one account within a quarter of an hour.
  package var signInAccount = 10
  /// Attempts to sign in from one address within a quarter of an hour.
  package var signInAddress = 30

  package init() {}
}

/// The limits of a running server.
package struct RateLimits: Sendable {
  package enum Kind: Hashable, Sendable, CaseIterable {
    case opsCreate, opsList, guestCreate, guestLookUp, open, signInAccount, signInAddress
  }

  private let limiters: [Kind: RateLimiter]

  /// `now` is in seconds of a clock that is never put back.
  package init(
    _ settings: RateLimitSettings, now: @escaping @Sendable () -> Int = RateLimits.uptime
  ) {
    guard settings.isOn else {
      limiters = [:]
      return
    }
    let limiters = Kind.allCases.map { ($0, RateLimiter(RateLimits.rate($0, settings), now: now)) }
    self.limiters = Dictionary(uniqueKeysWithValues: limiters)
  }

  /// Counts one more time, or throws `Problem` with the seconds to wait.
  package func take(_ kind: Kind, _ caller: String) throws {
    guard let wait = limiters[kind]?.take(caller) else { return }
    throw Problem.rateLimited(retryAfter: wait)
  }

  package func clear(_ kind: Kind, _ caller: String) { limiters[kind]?.clear(caller) }

  /// Seconds since the machine was started.
  package static let uptime: @Sendable () -> Int = {
    Int(DispatchTime.now().uptimeNanoseconds / 1_000_000_000)
  }

  private static func rate(_ kind: Kind, _ settings: RateLimitSettings) -> RateLimiter.Rate {
    switch kind {
    case .opsCreate: RateLimiter.Rate(settings.opsCreate)
    case .opsList: RateLimiter.Rate(settings.opsList)
    case .guestCreate: RateLimiter.Rate(settings.guestCreate)
    case .guestLookUp: RateLimiter.Rate(settings.guestLookUp)
    case .open: RateLimiter.Rate(settings.open)
    case .signInAccount: RateLimiter.Rate(settings.signInAccount, perSeconds: 900)
    case .signInAddress: RateLimiter.Rate(settings.signInAddress, perSeconds: 900)
    }
  }
}
