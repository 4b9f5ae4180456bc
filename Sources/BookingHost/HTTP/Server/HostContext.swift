internal import Hummingbird
internal import NIOCore

/// What the server knows of a request beside what was sent.
struct HostContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel
  let requestID: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    channel = source.channel
    requestID = RequestID().description
  }

  /// The address of whoever opened the connection.
  var peer: String? { channel.remoteAddress?.ipAddress }
}
