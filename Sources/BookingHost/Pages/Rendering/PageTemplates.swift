internal import Mustache

/// The pages' templates, words and assets, ready to use.
package struct PageTemplates: Sendable {
  private let library: MustacheLibrary
  let assets: PageAssets
  private let languages: [String: WordList]

  /// What is built in. A test holds it to the files it was made from.
  package static let shipped: PageTemplates = {
    do { return try PageTemplates(ShippedPages.files) } catch {
      preconditionFailure("a shipped page cannot be parsed: \(error)")
    }
  }()

  /// Files by their path below `Pages/`: `Templates/*.mustache`, `Words/LANGUAGE/*.txt`, `Assets/*`. Throws for a
  /// template that cannot be parsed, or a word list with a line that is none.
  package init(_ files: [String: String]) throws {
    MustacheContentTypes.register(PageText(), named: "PAGE")
    var library = MustacheLibrary()
    for (path, text) in files {
      guard let name = PageTemplates.name(path, in: "Templates/", ending: ".mustache") else { continue }
      try library.register("{{%CONTENT_TYPE:PAGE}}\n" + text, named: name)
    }
    self.library = library
    languages = try WordList.languages(files)
    assets = PageAssets(files)
  }

  /// A page as HTML. What is in `model` is shown as text, never read as HTML.
  func html(_ name: String, _ model: Any) -> String {
    library.render(PageValues.of(model), withTemplate: name) ?? ""
  }

  /// The words of a language; those that it lacks are English.
  func words(_ language: String) -> PageWords {
    let english = languages["en"] ?? WordList()
    guard language != "en", let list = languages[language] else { return PageWords(language: "en", english) }
    return PageWords(language: language, list.completed(by: english))
  }

  private static func name(_ path: String, in folder: String, ending: String) -> String? {
    guard path.hasPrefix(folder), path.hasSuffix(ending) else { return nil }
    return String(path.dropFirst(folder.count).dropLast(ending.count))
  }
}

/// Text as the pages show it. Mustache's own goes by characters, where a mark that follows hides a quote.
private struct PageText: MustacheContentType {
  func escapeText(_ text: String) -> String { HTMLText.escaped(text) }
}
