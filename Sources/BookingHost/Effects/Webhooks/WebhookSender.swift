/// Sends messages to endpoints, signed, and nowhere that they must not go.
package struct WebhookSender: Sendable {
  private let box: SecretBox
  private let reach: WebhookReach
  private let lookup: HostLookup
  private let client: CurlClient
  private let now: @Sendable () -> Instant

  package init(
    box: SecretBox, reach: WebhookReach, lookup: @escaping HostLookup = SystemHostLookup.addresses,
    client: CurlClient = CurlClient(), now: @escaping @Sendable () -> Instant
  ) {
    self.box = box
    self.reach = reach
    self.lookup = lookup
    self.client = client
    self.now = now
  }

  /// Sends one message, once. Blocks. Whatever goes wrong is an answer.
  package func send(
    _ message: WebhookMessage, to endpoint: WebhookEndpoint, personal: [String] = []
  ) -> WebhookAnswer {
    let authority = endpoint.authority
    guard let secrets = secrets(of: endpoint) else {
      return WebhookAnswer(
        .failed(
          reason: "the secret of \(endpoint.id) cannot be opened with this store's; host-cli webhook rotate "
            + "\(endpoint.id) makes a new one"))
    }
    do {
      let destination = try CheckedDestination(WebhookURL(endpoint.url), within: reach, lookup: lookup)
      let headers = message.headers(at: now(), secrets: secrets)
      let reply = try client.send(
        WebhookPost(destination: destination, headers: headers, body: message.body))
      return WebhookAnswer(reply, from: authority, personal: personal, now: now())
    } catch let failure as WebhookPostFailure {
      return WebhookAnswer(failure, from: authority)
    } catch let failure as CheckedDestination.Failure {
      return WebhookAnswer(failure, from: authority)
    } catch {
      return WebhookAnswer(.failed(reason: "the webhook's URL cannot be used"))
    }
  }

  /// Those that are good now, the newest first; nil when it cannot be opened.
  private func secrets(of endpoint: WebhookEndpoint) -> [WebhookSecret]? {
    func open(_ sealed: [UInt8]) -> WebhookSecret? {
      box.open(sealed, for: endpoint.id).flatMap { WebhookSecret(bytes: $0) }
    }
    guard let secret = open(endpoint.secret) else { return nil }
    guard let until = endpoint.oldSecretUntil, now() < until, let old = endpoint.oldSecret.flatMap(open)
    else { return [secret] }
    return [secret, old]
  }
}
