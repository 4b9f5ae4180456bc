internal import Logging
internal import ServiceLifecycle

/// Follows the rules four times a second until the server is to stop: edits in the rule directory are taken
/// up, and what was made live elsewhere is loaded before the first request that needs it.
struct RuleFollower: Service {
  let services: WebServices
  let pool: BlockingPool
  let logger: Logger

  private static let pause = Duration.milliseconds(250)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        // A store that is busy for once is asked again at the next turn.
        if let outcome = try? await pool.run(look) { report(outcome) }
        try? await Task.sleep(for: RuleFollower.pause)
      }
    }
  }

  @Sendable private func look() throws -> RuleIntake.Outcome? {
    let outcome = try services.ruleWatch?.look()
    _ = try services.store.read { try services.desk.live.follow($0) }
    return outcome
  }

  private func report(_ outcome: RuleIntake.Outcome?) {
    switch outcome {
    case .adopted(let book, _):
      logger.notice("rules adopted", metadata: ["revision": "\(book.revision.prefix(12))"])
    case .rejected(let notes):
      logger.warning(
        "rules rejected", metadata: ["place": "\(notes.first?.place ?? "")", "mistakes": "\(notes.count)"])
    case .current, .waiting, nil: break
    }
  }
}
