internal import Mustache

/// What the pages say, in one language. In a template `{{t.sign_in}}`; with values in it, from Swift.
struct PageWords: Sendable {
  /// `en`
  let language: String
  private let list: WordList

  init(language: String, _ list: WordList) {
    self.language = language
    self.list = list
  }

  /// The words of a key, with values in the place of `{name}`. A key that nobody wrote words for shows itself: a
  /// test finds it.
  func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    WordList.filled(list.texts[key] ?? key, values)
  }

  /// The words for so many: those of `key_one` for one, else those of `key_other`; `{count}` is the number.
  func count(_ key: String, _ count: Int, _ values: [String: String] = [:]) -> String {
    self(count == 1 ? key + "_one" : key + "_other", values.merging(["count": String(count)]) { $1 })
  }

  /// Nil where there are no words for a key.
  func known(_ key: String, _ values: [String: String] = [:]) -> String? {
    list.texts[key].map { WordList.filled($0, values) }
  }
}

extension PageWords: MustacheParent {
  func child(named: String) -> Any? { self(named) }
}

/// Texts by key, from files of lines `key = text`. Lines that begin with `#` are for the translator.
struct WordList: Sendable {
  var texts: [String: String] = [:]

  struct Malformed: Error {
    var file: String
    var line: Int
  }

  /// Every language there is a folder for: `Words/en/common.txt`.
  static func languages(_ files: [String: String]) throws -> [String: WordList] {
    var languages: [String: WordList] = [:]
    for (path, text) in files {
      let parts = path.split(separator: "/")
      guard parts.count == 3, parts[0] == "Words" else { continue }
      try languages[String(parts[1]), default: WordList()].read(text, file: path)
    }
    return languages
  }

  private mutating func read(_ text: String, file: String) throws {
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = Text.trimmed(String(line))
      guard !line.isEmpty, !line.hasPrefix("#") else { continue }
      let parts = line.split(separator: "=", maxSplits: 1).map { Text.trimmed(String($0)) }
      guard parts.count == 2, texts.updateValue(parts[1], forKey: parts[0]) == nil else {
        throw Malformed(file: file, line: number + 1)
      }
    }
  }

  func completed(by other: WordList) -> WordList {
    WordList(texts: other.texts.merging(texts) { $1 })
  }

  /// A text with values in the place of `{name}`. A value is put in as it is: braces in it mean nothing.
  static func filled(_ text: String, _ values: [String: String]) -> String {
    guard !values.isEmpty, text.contains("{") else { return text }
    var filled = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      filled += rest[..<open]
      filled += values[name] ?? String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}
