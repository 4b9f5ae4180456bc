/// The templates of a rule directory over those that come with the program.
struct MailLibrary {
  var own: [MailFile.Name: MailFile] = [:]
  var shipped: [MailFile.Name: MailFile] = [:]
  /// Of `own`, those that cannot be used.
  var broken: Set<MailFile.Name> = []

  /// What a template's tag `{{> base}}` brings in: the partial for its language, else the one for all, else the
  /// one that comes with the program. One that is broken is passed over.
  func partial(_ base: String, in file: MailFile.Name) -> MailFile? {
    let names = Set([file.language, nil]).sorted { ($0 ?? "") > ($1 ?? "") }
      .map { MailFile.Name(base, language: $0, file.format, isPartial: true) }
    for name in names {
      if let found = own[name], !broken.contains(name) { return found }
    }
    return shipped[names[names.count - 1]]
  }

  /// The partials that a template may name.
  func partials(for format: MailFile.Format) -> Set<String> {
    Set((Array(own.keys) + shipped.keys).filter { $0.isPartial && $0.format == format }.map(\.base))
  }

  /// Why a template's partials cannot be brought in.
  enum PartialProblem: Error {
    case unusable(String)
    case endless
  }

  /// The partials that a template brings in, directly and through one another.
  func closure(of file: MailFile) throws(PartialProblem) -> [String: MailFile] {
    var found: [String: MailFile] = [:]
    var wanted = Array(file.partialNames)
    while let base = wanted.popLast() {
      guard found[base] == nil else { continue }
      guard let partial = partial(base, in: file.name) else { throw .unusable(base) }
      found[base] = partial
      wanted += partial.partialNames
    }
    guard let depth = MailLibrary.depth(of: found), depth <= MailTemplateLimits.nesting else {
      throw .endless
    }
    return found
  }

  /// How deep partials are within partials; nil when one brings itself in again.
  private static func depth(of partials: [String: MailFile]) -> Int? {
    var left = partials
    var depth = 0
    while !left.isEmpty {
      let done = left.filter { $0.value.partialNames.allSatisfy { left[$0] == nil } }
      guard !done.isEmpty else { return nil }
      done.keys.forEach { left[$0] = nil }
      depth += 1
    }
    return depth
  }
}

extension MailFile {
  var partialNames: Set<String> { Set(tags.tags.filter { $0.kind == .partial }.map(\.name)) }

  /// The most that the template can grow to, in bytes, given its partials: each value and each list at its
  /// longest. Every tag counts for something, so that it bounds the work too. It goes no higher than one more
  /// than the limit.
  func weight(with partials: [String: MailFile]) -> Int {
    var known: [String: Int] = [:]
    return weight(partials, &known)
  }

  private func weight(_ partials: [String: MailFile], _ known: inout [String: Int]) -> Int {
    var weight = tags.literalBytes
    // For each open section, whether it is repeated.
    var open: [Bool] = []
    for tag in tags.tags {
      let repeats = open.contains(true) ? MailVocabulary.longestList : 1
      switch tag.kind {
      case .section:
        open.append(MailVocabulary.lists.contains(tag.name))
        // As if all of the file's text were in the list.
        if open.last == true { weight += tags.literalBytes * MailVocabulary.longestList }
      case .inverted: open.append(false)
      case .end: _ = open.popLast()
      case .value, .unescaped: weight += MailVocabulary.longestValue * repeats
      case .partial:
        let inner = known[tag.name] ?? partials[tag.name]?.weight(partials, &known) ?? 0
        known[tag.name] = inner
        weight += inner * repeats
      case .comment, .other, .unfinished: break
      }
      weight = min(weight + 50 * repeats, MailTemplateLimits.weight + 1)
    }
    return weight
  }
}

extension MailVocabulary {
  static let lists = Set(
    entries.compactMap { entry -> String? in if case .list = entry.kind { entry.name } else { nil } })
}
