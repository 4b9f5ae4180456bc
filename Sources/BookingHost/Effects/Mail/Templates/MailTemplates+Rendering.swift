/// Subject and body of one mail.
package struct RenderedMail: Hashable, Sendable {
  /// The template that was used: `requested` for the confirmation of a booking that waits for one.
  package var template: String
  package var kind: MailKind?
  package var subject: String
  package var text: String
  package var html: String?
  /// Whether the program's own template stood in, or was meant.
  package var isShipped: Bool
  /// Why templates that come first could not be used; empty when all is well.
  package var notes: [MailFinding]
}

/// The words for the names of a template. Texts that came with the program are in English, and so are the dates
/// in them; in an operator's own they are as the restaurant's locale has them.
struct MailWords {
  /// The language of the restaurant's locale: which variant of a template is wanted.
  var language: String
  /// The values in a locale; nil for the restaurant's own.
  var values: (_ locale: String?) -> MailValues

  func values(inEnglish: Bool) -> MailValues { values(inEnglish && language != "en" ? "en-GB" : nil) }
}

extension MailTemplates {
  /// Renders the mail that `email(name)` sends. Nil when there is no such template.
  ///
  /// The confirmation of a booking that is pending is the request's: `requested`. The directory's template for
  /// the language comes first, then the one for all, then the program's; one that cannot be used is passed over.
  func render(_ name: String, isPending: Bool, _ words: MailWords) -> RenderedMail? {
    let kind = MailKind(template: name)
    guard isPending, kind == .confirmation else { return render(name, kind, words) }
    let requested = MailKind.requested.rawValue + name.dropFirst(MailKind.confirmation.rawValue.count)
    return render(requested, .requested, words)
      ?? render(MailKind.requested.rawValue, .requested, words)
  }

  /// The title and the text of the calendar entry.
  func render(calendar words: MailWords) -> (summary: String, description: String) {
    let mail = render(MailKind.calendarTemplate, nil, words)
    return (mail?.subject ?? "", mail?.text ?? "")
  }

  private func render(_ name: String, _ kind: MailKind?, _ words: MailWords) -> RenderedMail? {
    var notes: [MailFinding] = []
    for candidate in candidates(name, kind, words.language) {
      do {
        return try render(candidate, kind, words, notes)
      } catch {
        notes += error.findings
      }
    }
    return nil
  }

  /// The two files by which a mail could be made.
  private struct Candidate {
    var name: MailFile.Name
    var text: MailFile?
    var html: MailFile?
    var isOwn: Bool
  }

  /// The best first. None when nobody has written that template.
  private func candidates(_ name: String, _ kind: MailKind?, _ language: String) -> [Candidate] {
    let own = [language, nil].compactMap { language -> Candidate? in
      let name = MailFile.Name(name, language: language, .txt)
      let (text, html) = (library.own[name], library.own[name.in(.html)])
      return text == nil && html == nil ? nil : Candidate(name: name, text: text, html: html, isOwn: true)
    }
    // What an operator invented is, where it cannot be used, still of its kind.
    let isInvented = library.shipped[MailFile.Name(name, .txt)] == nil
    let shipped = MailFile.Name(isInvented ? kind?.rawValue ?? name : name, .txt)
    guard let text = library.shipped[shipped], !isInvented || !own.isEmpty else { return own }
    return own + [
      Candidate(name: shipped, text: text, html: library.shipped[shipped.in(.html)], isOwn: false)
    ]
  }

  private struct Unusable: Error {
    var findings: [MailFinding]
  }

  private func render(
    _ candidate: Candidate, _ kind: MailKind?, _ words: MailWords, _ notes: [MailFinding]
  ) throws(Unusable) -> RenderedMail {
    let files = [candidate.text, candidate.html].compactMap { $0 }
    guard let text = candidate.text, let subject = text.subject,
      !candidate.isOwn || !files.contains(where: { library.broken.contains($0.name) })
    else { throw unusable(candidate) }
    // As long as a template is as it was shipped, it is in English.
    let isShipped = text.text == library.shipped[candidate.name.with(language: nil)]?.text
    let values = words.values(inEnglish: isShipped)
    do {
      return RenderedMail(
        template: candidate.name.base, kind: kind,
        subject: shortened(try MailRendering.text(subject, .txt, partials: partials(of: text), values)),
        text: try MailRendering.text(text.body, .txt, partials: partials(of: text), values),
        html: try candidate.html.map { html throws(MailRendering.Failure) in
          try MailRendering.text(html.text, .html, partials: partials(of: html), values)
        }, isShipped: isShipped, notes: notes)
    } catch {
      throw Unusable(findings: [
        MailFinding(file: text.name.path, code: "unusable_template", message: error.message)
      ])
    }
  }

  private func partials(of file: MailFile) throws(MailRendering.Failure) -> [String: MailFile] {
    guard let partials = try? library.closure(of: file),
      file.weight(with: partials) <= MailTemplateLimits.weight
    else { throw MailRendering.Failure(message: "the partials of this file cannot be used") }
    return partials
  }

  private func unusable(_ candidate: Candidate) -> Unusable {
    let paths = [candidate.name.path, candidate.name.in(.html).path]
    return Unusable(findings: findings.filter { paths.contains($0.file) && !$0.isWarning })
  }

  /// A subject that goes on for pages is refused by mail servers.
  private func shortened(_ subject: String) -> String {
    let subject = HeaderText.clean(subject)
    return Text.length(subject) <= 1000 ? subject : String(subject.unicodeScalars.prefix(999)) + "…"
  }
}

extension MailFile.Name {
  /// The same template in another format.
  func `in`(_ format: MailFile.Format) -> MailFile.Name {
    var name = self
    name.format = format
    return name
  }

  func with(language: String?) -> MailFile.Name {
    var name = self
    name.language = language
    return name
  }
}
