import Testing

@testable import BookingHost

@Suite struct `The check raises no false alarm` {
  @Test func `about the shipped rules`() {
    #expect(check(Shipped.texts) == [])
  }

  @Test func `about a mode that uses the whole contract`() {
    var texts = Shipped.texts
    texts["ops.lua"] = fullMode
    #expect(check(texts) == [])
  }

  @Test(arguments: SaneRules.modes)
  func `about a policy as restaurants have it`(mode: String) {
    #expect(check(["m.lua": mode]) == [])
  }

  @Test(arguments: `The examples for operators`.recipes + `The examples for operators`.steps)
  func `about the examples for operators`(recipe: `The examples for operators`.Recipe) {
    let library = Shipped.texts.filter { $0.key.hasPrefix("lib/") }
    #expect(check(library.merging(["m.lua": recipe.mode]) { $1 }) == [])
  }

  @Test func `about code that several modes share`() {
    #expect(check(SaneRules.modesWithLibrary.merging(SaneRules.library) { $1 }) == [])
  }
}

@Suite struct `The check misses nothing that keeps rules from being used` {
  @Test func `whatever is changed in the shipped files`() {
    var random = Seeded(seed: 11)
    var refused = 0, silent = 0
    for path in Shipped.texts.keys.sorted() {
      let mutator = SourceMutator(Shipped.texts[path]!)
      for _ in 0..<60 {
        var texts = Shipped.texts
        texts[path] = mutator.mutant(&random)
        let findings = RuleCheck.findings(files: RuleFiles(texts: texts))
        let isUsable = (try? RuleBook(files: texts)) != nil
        if !isUsable { refused += 1 }
        if findings.isEmpty { silent += 1 }
        #expect(
          isUsable || findings.contains { $0.severity == .error }, "\(path) cannot be used:\n\(texts[path]!)")
      }
    }
    #expect(refused > 100)
    #expect(silent > 10)
  }

  @Test func `whatever is in a file, and the check ends`() {
    for (name, source) in SourceCorpus.all {
      let findings = RuleCheck.findings(files: RuleFiles(texts: ["m.lua": source]))
      let isUsable = (try? RuleBook(files: ["m.lua": source])) != nil
      #expect(isUsable || findings.contains { $0.severity == .error }, "\(name)")
    }
  }
}
