/// What every page needs to be drawn: the templates, the language's words, and a frame around it.
struct PageShell: Sendable {
  let templates: PageTemplates
  let words: PageWords
  /// A BCP 47 tag: how dates and times are written.
  let locale: String

  /// In a restaurant's language where there are words for it, else in English.
  init(_ templates: PageTemplates, locale: String = "en-GB") {
    self.templates = templates
    self.locale = locale
    words = templates.words(LocalWords.language(of: locale))
  }

  /// Dates and times as a restaurant's guests write them. For one page: not to be kept.
  func dates(_ zone: Zone) -> PageDates { PageDates(locale: locale, zone: zone) }

  func frame(title: String, heading: String, home: String) -> PageFrame {
    PageFrame(templates, words, title: title, heading: heading, home: home)
  }

  /// The page for a problem, with the one thing to do next.
  func problem(_ problem: Problem, requestID: String) -> Reply {
    let title = words.known("problem_\(problem.code)") ?? words("problem_\(problem.status / 100)xx")
    let page = ProblemPage(
      frame: frame(title: title, heading: words("product"), home: "/"), t: words, title: title,
      detail: words.known("problem_\(problem.code)_detail") ?? problem.detail, requestID: requestID,
      isOurFault: problem.status >= 500)
    var reply = Reply.page(templates.html("problem", page), status: problem.status)
    for (name, value) in problem.headers.sorted(by: { $0.key < $1.key }) { reply = reply.with(name, value) }
    if let seconds = problem.retryAfter { reply = reply.with("Retry-After", String(seconds)) }
    return reply.with("Cache-Control", "no-store")
  }
}

private struct ProblemPage {
  var frame: PageFrame
  var t: PageWords
  var title: String
  var detail: String
  var requestID: String
  var isOurFault: Bool
}
