/// A tag of a template, `{{…}}`, and where it is.
struct MailTag: Hashable {
  var kind: Kind
  /// What is between the braces, without the mark of its kind and white space.
  var name: String
  /// From 1; columns in Unicode scalars.
  var line: Int
  var column: Int

  enum Kind: Hashable {
    case value
    /// `{{{name}}}` or `{{&name}}`
    case unescaped
    case section, inverted, end, partial, comment
    /// What mustache has and mail does without: `{{=<% %>=}}`, `{{<layout}}`, `{{$block}}`, `{{%pragma}}`.
    case other(Character)
    /// It never ends.
    case unfinished
  }
}

/// The tags of a template in the order in which they are written.
///
/// Text is gone through by characters, as the renderer goes through it, so that both see the same tags. Its
/// lines are apart by line feeds.
struct MailTags {
  private(set) var tags: [MailTag] = []
  /// Bytes outside the tags.
  private(set) var literalBytes = 0

  init(_ text: String) {
    var rest = Array(text)[...]
    var place = (line: 1, column: 1)
    while let first = rest.first {
      if first == "{", rest.dropFirst().first == "{" {
        let (tag, length) = MailTags.tag(at: rest, place)
        tags.append(tag)
        MailTags.advance(&place, over: rest.prefix(length))
        rest = rest.dropFirst(length)
      } else {
        literalBytes += first.utf8.count
        MailTags.advance(&place, over: rest.prefix(1))
        rest = rest.dropFirst()
      }
    }
  }

  /// The tag that begins here, and how many characters it takes.
  private static func tag(at text: ArraySlice<Character>, _ place: (line: Int, column: Int)) -> (MailTag, Int)
  {
    let inside = text.dropFirst(2)
    let isTriple = inside.first == "{"
    let closing: [Character] = isTriple ? ["}", "}", "}"] : ["}", "}"]
    func found(_ kind: MailTag.Kind, _ name: some Sequence<Character>) -> MailTag {
      MailTag(kind: kind, name: Text.trimmed(String(name)), line: place.line, column: place.column)
    }
    guard let end = inside.indices.first(where: { inside[$0...].starts(with: closing) }) else {
      return (found(.unfinished, inside.prefix { $0 != "\n" }), text.count)
    }
    let content = inside[..<end]
    let length = end + closing.count - text.startIndex
    if isTriple { return (found(.unescaped, content.dropFirst()), length) }
    let kind = content.first.flatMap { marks[$0] ?? (others.contains($0) ? .other($0) : nil) }
    return (found(kind ?? .value, kind == nil ? content : content.dropFirst()), length)
  }

  private static let marks: [Character: MailTag.Kind] = [
    "#": .section, "^": .inverted, "/": .end, ">": .partial, "!": .comment, "&": .unescaped,
  ]
  private static let others: [Character] = ["=", "<", "$", "%"]

  private static func advance(_ place: inout (line: Int, column: Int), over text: ArraySlice<Character>) {
    for character in text {
      if character == "\n" {
        place = (place.line + 1, 1)
      } else {
        place.column += character.unicodeScalars.count
      }
    }
  }
}
