/// A way for messages out of the house.
package protocol MailTransport: Sendable {
  /// Hands one message on. May block, on a thread that may. Reasons hold no personal data.
  ///
  /// `isRepeat`: an earlier attempt with this message, told by its identifier, may have got through.
  func send(_ message: MailMessage, isRepeat: Bool) -> DeliveryOutcome
  /// Whether it asks nobody outside this machine, so that whoever books may wait for it.
  var isLocal: Bool { get }
}
