import BookingHost

/// A mail for the terminal: its headers and the text part.
struct MailText {
  private let composed: MailComposer.Composed
  private let style: Style

  init(_ composed: MailComposer.Composed, style: Style) {
    self.composed = composed
    self.style = style
  }

  var text: String {
    let message = composed.message
    var rows = [
      ["From", person(message.from)], ["To", person(message.to)],
      ["Subject", style.bold(Plain.text(message.subject))],
    ]
    if let replyTo = message.replyTo { rows.insert(["Reply to", person(replyTo)], at: 1) }
    if let attachment = message.attachment { rows.append(["Attached", Plain.text(attachment.fileName)]) }
    rows.append(["Template", composed.mail.template + (composed.mail.isShipped ? ", as it was shipped" : "")])
    rows.append(["Parts", message.html == nil ? "text" : "text and HTML (--html writes it to a file)"])
    let head = Table(rows: rows.map { [style.dim($0[0]), $0[1]] }, indent: "").text
    return head + "\n\n" + Plain.text(message.text)
  }

  private func person(_ address: MailAddress) -> String {
    address.name.map { "\(Plain.text($0)) <\(address.address)>" } ?? address.address
  }
}
