import Synchronization

/// Answers of this very second, for who asks the same again. On a Saturday evening many ask for the same day, and each
/// event has every dashboard ask anew; deciding forty starts for each of them says forty times the same.
///
/// A reading follows from the request, the credential, the store, the rules and the clock, which counts in seconds
/// here. So what is kept is not nearly right but exactly what would be found out again, whoever has written meanwhile,
/// in this process or another.
final class KeptAnswers: Sendable {
  /// All that an answer follows from but the request.
  struct Moment: Hashable, Sendable {
    var state: StoreState
    var second: Int
    var revision: String
  }

  private struct Question: Hashable {
    var path: String
    var credential: Credential

    init(_ exchange: Exchange) {
      (path, credential) = (exchange.path, exchange.credential)
    }
  }

  private struct Content {
    var moment: Moment?
    var readings: [Question: Reading] = [:]
    var bytes = 0
  }

  private let content = Mutex(Content())
  private let mostBytes: Int

  /// `mostBytes` is how large the answers of one moment may become in all; what comes then is not kept.
  init(mostBytes: Int = 16_000_000) { self.mostBytes = mostBytes }

  func reading(for exchange: Exchange, at moment: Moment) -> Reading? {
    content.withLock { $0.moment == moment ? $0.readings[Question(exchange)] : nil }
  }

  /// Keeps an answer that was begun to be worked out at `moment` or later.
  func keep(_ reading: Reading, for exchange: Exchange, at moment: Moment) {
    content.withLock { content in
      if content.moment != moment { content = Content(moment: moment) }
      guard content.bytes + reading.reply.body.count <= mostBytes else { return }
      content.bytes += reading.reply.body.count
      content.readings[Question(exchange)] = reading
    }
  }
}

extension WebServices {
  /// Now, to be taken before anything is read. Nil where the store does not say whether it has changed.
  var moment: KeptAnswers.Moment? {
    store.state().map {
      KeptAnswers.Moment(
        state: $0, second: desk.environment.now().seconds, revision: desk.rules.revision)
    }
  }
}
