/// How mail leaves the house.
package struct MailSettings: Hashable, Sendable {
  package var transport = Transport.file
  /// The program that takes messages, where `transport` is `.program`: a path, or a name that is looked up in PATH.
  package var program = "msmtp"
  /// What it is called with; `{sender}` stands for the envelope sender. Every program that behaves like sendmail
  /// understands these: the recipient is in the message, and a line with only a dot does not end it.
  package var arguments = ["-i", "-t", "-f", "{sender}"]
  /// Whom mail is from. Its name is the restaurant's own.
  package var from = MailAddress("bookings@localhost")!
  /// Where messages that cannot be delivered come back to; `from` when nil.
  package var sender: MailAddress?
  /// What message and calendar identifiers end in; the domain of `from` when nil.
  package var domain: String?
  /// The address that browsers see, without a slash at its end; nil where there are no pages to link to.
  package var publicURL: String?
  /// Seconds that the program may take for one message.
  package var seconds = 30

  package enum Transport: String, CaseIterable, Hashable, Sendable {
    /// Into files of the data directory.
    case file
    /// Through a program that behaves like sendmail.
    case program
  }

  package init() {}

  var identifierDomain: String { domain ?? from.domain }
  package var envelopeSender: MailAddress { sender ?? from }
}
