@testable import BookingHost

/// A house whose rules have a word in the life of a booking, with its outbox.
struct LifeHouse {
  let outboxes: OutboxHouse
  var house: House { outboxes.house }

  static let rules = """
    return {
      access = "staff",
      status = function(draft) return draft.party == 7 and "pending" or "confirmed" end,
      fields = { children = { type = "integer" }, email = {} },
      covers = function(draft) return draft.party - (draft.children or 0) end,
      time = { duration_minutes = function(draft) return draft.party > 4 and 120 or 90 end, slot_minutes = 15 },
      party = { max = 30 },
      severity = {
        capacity_exceeded = function(draft, facts, issue) return issue.over <= 2 and "warn" or { override = "manager" } end,
        past_time = { override = "manager" }, outside_service = "warn",
      },
      effects = function(booking)
        email("confirmation")
        email("reminder", { before_minutes = 120 })
        loyalty(10 * booking.party)
      end,
      transitions = {
        cancelled = function(booking, facts)
          if facts.start.notice_minutes < 60 then override("late", "Too late to cancel", "manager") end
          if booking.notes == "stays" then refuse("stays", "This one stays") end
          if booking.notes == "warned" then warn("warned", "The kitchen has begun") end
          if booking.notes == "broken" then error("broken rule") end
        end,
      },
      on = {
        confirmed = function() email("confirmation") end,
        changed = function(booking, facts)
          email("changed")
          if booking.party ~= facts.previous.party then notify("floor", facts.previous.party .. " to " .. booking.party) end
        end,
        cancelled = function(booking) email("cancelled") loyalty(-booking.points, "cancelled") end,
        checked_in = function(booking) notify("floor", booking.status) end,
        completed = function(booking) loyalty(1) end,
        no_show = function(booking) if booking.notes == "broken" then error("broken rule") end loyalty(-booking.points) end,
      },
    }
    """

  init(rules: String = LifeHouse.rules, store: Store? = nil, isNew: Bool = true) throws {
    outboxes = try OutboxHouse(rules: rules, store: store, isNew: isNew)
  }

  /// A booking for Sunday at seven, asked for on Saturday evening.
  func book(_ changes: [String: Answer] = [:], isNow: Bool = false) throws -> Booking {
    var draft = draft()
    for (key, answer) in changes { draft[key] = answer }
    let request = BookingRequest(restaurant: "anchor", mode: "m", draft: draft, isNow: isNow)
    guard case .booked(let booking, _) = try house.desk().book(request, by: .staff(house.host)) else {
      throw HostError(.internal, "refused")
    }
    return booking
  }

  func take(
    _ step: BookingStep, _ booking: Booking, by staff: StaffAccount? = nil, reason: String? = nil,
    table: String? = nil, override: String? = nil, version: Int? = nil, rules: RuleBook? = nil
  ) throws -> StepResult {
    try house.desk(rules: rules).take(
      StepRequest(
        reference: booking.reference, step: step, reason: reason, table: table, overrideReason: override,
        version: version),
      by: .staff(staff ?? house.host))
  }

  /// Takes a step that must be made.
  @discardableResult
  func go(_ step: BookingStep, _ booking: Booking, table: String? = nil) throws -> Booking {
    guard case .made(let after, _) = try take(step, booking, table: table) else {
      throw HostError(.internal, "refused")
    }
    return after
  }

  func change(
    _ booking: Booking, _ answers: [String: Answer?] = [:], by staff: StaffAccount? = nil,
    override: String? = nil, version: Int? = nil, rules: RuleBook? = nil,
    _ more: (inout ChangeRequest) -> Void = { _ in }
  ) throws -> StepResult {
    var request = ChangeRequest(
      reference: booking.reference, answers: answers, overrideReason: override, version: version)
    more(&request)
    return try house.desk(rules: rules).change(request, by: .staff(staff ?? house.host))
  }

  /// Changes what must be let pass.
  @discardableResult
  func changed(_ booking: Booking, _ answers: [String: Answer?]) throws -> Booking {
    guard case .made(let after, _) = try change(booking, answers) else {
      throw HostError(.internal, "refused")
    }
    return after
  }

  func deliver() throws { _ = try outboxes.outbox.deliverDue() }

  func current(_ booking: Booking) throws -> Booking { try outboxes.current(booking) }

  /// `email confirmation queued`, in order.
  func effects(_ booking: Booking) throws -> [String] {
    try current(booking).effects.map { "\($0.effect.action.name) \($0.state.rawValue)" }
  }

  /// The entries of a booking in the ledger, in order.
  func points(_ booking: Booking) throws -> [Int] {
    try house.store.read { try $0.loyalty(ofBooking: booking.id).map(\.points) }
  }
}

extension StepResult {
  var codes: [String] {
    switch self {
    case .made: []
    case .refused(let refusal): refusal.issues.map(\.code)
    }
  }

  var booking: Booking? { if case .made(let booking, _) = self { booking } else { nil } }
  var warnings: [String] { if case .made(_, let warnings) = self { warnings.map(\.code) } else { [] } }
}
