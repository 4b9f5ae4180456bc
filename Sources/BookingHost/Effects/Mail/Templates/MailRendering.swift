internal import Mustache

/// Fills a template in. Only templates that the check has let pass are handed to the renderer: what it has and
/// mail does without could end the process, or print what nobody meant.
enum MailRendering {
  struct Failure: Error {
    /// A sentence for the operator.
    var message: String
  }

  /// What the renderer itself has to say against a file.
  static func findings(in file: MailFile) -> [MailFinding] {
    do {
      _ = try parse(file.hasSubject ? file.body : file.text)
      _ = try parse(file.subject ?? "")
      return []
    } catch {
      return [MailFinding(file: file.name.path, code: "malformed_tag", message: error.message)]
    }
  }

  /// The text of a template with values put in, escaped for its format.
  static func text(
    _ text: String, _ format: MailFile.Format, partials: [String: MailFile], _ values: MailValues
  ) throws(Failure) -> String {
    var library = MustacheLibrary()
    for (name, file) in partials { library.register(try parse(file.text), named: name) }
    let rendered = try parse(text).render(values.dictionary(for: format), library: library)
    guard rendered.utf8.count <= MailTemplateLimits.partBytes else {
      throw Failure(message: "the mail has grown to more than \(MailTemplateLimits.partBytes) bytes")
    }
    return rendered
  }

  private static func parse(_ text: String) throws(Failure) -> MustacheTemplate {
    // Values come escaped. Each text says so itself: a partial does not inherit it.
    do { return try MustacheTemplate(string: "{{%CONTENT_TYPE:TEXT}}\n" + text) } catch {
      throw Failure(message: "the tags of this file cannot be read")
    }
  }
}
