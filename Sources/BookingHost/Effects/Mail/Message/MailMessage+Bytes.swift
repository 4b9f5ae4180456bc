import Foundation

extension MailMessage {
  /// The message as it goes over the wire and into files: 7-bit, lines ended by CRLF.
  package var bytes: [UInt8] { Array((headers.map(\.lines).joined() + content.text).utf8) }

  private var headers: [MailHeader] {
    var headers = [
      MailHeader("Date", [MailDate.text(sentAt, in: zone)]),
      MailHeader("From", from),
    ]
    if let replyTo { headers.append(MailHeader("Reply-To", replyTo)) }
    return headers + [
      MailHeader("To", to),
      MailHeader("Message-ID", ["<\(id)>"]),
      MailHeader("Subject", text: subject),
      // Answering machines leave such mail alone (RFC 3834).
      MailHeader("Auto-Submitted", ["auto-generated"]),
      MailHeader("MIME-Version", ["1.0"]),
    ]
  }

  private var content: MailPart {
    let plain = MailPart.text("plain", text)
    let body = html.map { MailPart.multipart("alternative", [plain, .text("html", $0)], id: id) } ?? plain
    guard let attachment else { return body }
    return .multipart("mixed", [body, .attached(attachment)], id: id)
  }
}

/// A part of a message: headers of its own and an encoded body.
private struct MailPart {
  var headers: [MailHeader]
  var body: String

  /// With the empty line between headers and body.
  var text: String { headers.map(\.lines).joined() + "\r\n" + body }

  static func text(_ subtype: String, _ text: String) -> MailPart {
    MailPart(
      headers: [
        MailHeader("Content-Type", "text/\(subtype)", [HeaderParameter("charset", "utf-8")]),
        MailHeader("Content-Transfer-Encoding", ["quoted-printable"]),
      ],
      body: QuotedPrintable.encode(tidied(text)) + "\r\n")
  }

  /// In base64, so that the line ends inside, which belong to the format, arrive as they are.
  static func attached(_ attachment: MailMessage.Attachment) -> MailPart {
    let parameters = attachment.parameters.sorted { $0.key < $1.key }.map { HeaderParameter($0, $1) }
    let data = Data(attachment.content.utf8)
    return MailPart(
      headers: [
        MailHeader(
          "Content-Type", attachment.mediaType, [HeaderParameter("charset", "utf-8")] + parameters),
        MailHeader(
          "Content-Disposition", "attachment", [HeaderParameter("filename", attachment.fileName)]),
        MailHeader("Content-Transfer-Encoding", ["base64"]),
      ],
      body: data.base64EncodedString(options: [
        .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
      ])
        + "\r\n")
  }

  /// The boundary is a function of the message, and has `=_` in it, which neither quoted-printable nor base64
  /// ever writes: it cannot occur in a part.
  static func multipart(_ subtype: String, _ parts: [MailPart], id: String) -> MailPart {
    let boundary = "=_\(subtype)_\(Digest.hex(Digest.sha256(id)).prefix(24))"
    let inside = parts.map { "--\(boundary)\r\n\($0.text)" }.joined()
    return MailPart(
      headers: [
        MailHeader("Content-Type", "multipart/\(subtype)", [HeaderParameter("boundary", boundary)])
      ],
      body: inside + "--\(boundary)--\r\n")
  }

  /// Line feeds between lines, no other controls but tabs, and no empty lines at the end.
  private static func tidied(_ text: String) -> String {
    let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    let scalars = lines.unicodeScalars.filter {
      $0 == "\n" || $0 == "\t" || $0.properties.generalCategory != .control
    }
    var kept = String.UnicodeScalarView(scalars)
    while kept.last == "\n" { kept.removeLast() }
    return String(kept)
  }
}
