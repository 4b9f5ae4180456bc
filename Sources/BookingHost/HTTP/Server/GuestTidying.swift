internal import Logging
internal import ServiceLifecycle

/// Erases guests who have not been for longer than they are kept, every hour, and finishes what was left of erasing
/// before.
struct GuestTidying: Service {
  let privacy: GuestPrivacy?
  let retention: GuestRetention
  let pool: BlockingPool
  let logger: Logger

  private static let pause = Duration.seconds(3600)

  func run() async throws {
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        await tidy()
        try? await Task.sleep(for: GuestTidying.pause)
      }
    }
  }

  private func tidy() async {
    guard let privacy else { return }
    do {
      let count = try await pool.run { try privacy.tidy(retention) }
      if count > 0 { logger.notice("guests erased", metadata: ["count": "\(count)"]) }
    } catch {
      // A store that is busy for once is asked again an hour later.
      logger.warning("guests could not be tidied up")
    }
  }
}
