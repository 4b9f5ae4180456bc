import Testing

@testable import BookingHost

@Suite struct `The vocabulary is what rules really see` {
  private func expectSame(_ value: PackedValue, _ terms: [VocabularyTerm], _ path: String) {
    guard case .record(let entries) = value else {
      Issue.record("\(path) is no record")
      return
    }
    #expect(entries.map(\.key).sorted() == terms.names.sorted(), "\(path)")
    for entry in entries {
      if let term = terms[entry.key] { expectFits(entry.value, term.type, "\(path).\(entry.key)") }
    }
  }

  private func expectFits(_ value: PackedValue, _ type: ValueType, _ path: String) {
    switch (value, type) {
    case (.text, .text), (.text, .identifier), (.integer, .integer), (.boolean, .boolean): break
    case (.boolean(true), .truth): break
    case (.text(let date), .date): #expect(CivilDate(date) != nil, "\(path)")
    case (.text(let time), .time): #expect(ClockTime.minute(time) != nil, "\(path)")
    case (.text(let text), .oneOf(let names, _)): #expect(names.contains(text), "\(path)")
    case (.list(let elements), .list(let element)):
      #expect(!elements.isEmpty, "\(path) is tried with an element")
      for value in elements { expectFits(value, element, path + "[]") }
    case (.record, .record(let terms)): expectSame(value, terms, path)
    case (.record, .draft): expectSame(value, Vocabulary.draft, path)
    default: Issue.record("\(path) is \(value), and should be \(type)")
    }
  }

  @Test func `in facts, all of them, with their types`() {
    var facts = Facts.standard(now: "2026-11-21 18:00")
    facts.mode = "ops"
    facts.start = Facts.Start(local: "2026-11-22 19:30", noticeMinutes: 90)
    facts.day = Facts.ServiceDayMoment(date: facts.now.date, minute: 90)
    facts.hours.label = "Easter"
    facts.service = ServicePeriod(key: "dinner", name: "Dinner", opens: 1050, closes: 1380)
    facts.services = [facts.service!]
    facts.closures = [ClosedPeriod(from: 0, to: 10, reason: "party")]
    facts.load = Load(
      maxCovers: 1, maxParties: 1, seats: 1, starts: [StartLoad(minute: 1, covers: 2, parties: 1)])
    facts.restaurant.phone = "1"
    facts.staff = StaffFacts(id: "1", role: .host)
    facts.guest.tags = ["vip"]
    facts.previous = fullDraft
    expectSame(facts.tree, Vocabulary.facts, "facts")
  }

  private var fullDraft: Draft {
    Draft(
      date: "2026-11-22", time: "19:30", party: 2, name: "Ada", email: "ada@example.com",
      phone: "07700 900123",
      notes: "n", seating: "any", bookingType: "dinner", marketingOptIn: true, terms: true)
  }

  private var values: BookingValues {
    var values = BookingValues(date: "2026-11-22", minute: 1170, party: 2)
    for field in Field.core { values[field] = fullDraft[field] }
    return values
  }

  @Test func `in drafts and bookings`() {
    expectSame(values.packed().tree, Vocabulary.draft, "draft")
    let terms = BookingTerms(
      status: .confirmed, covers: 2, durationMinutes: 90, source: "web", label: "x", overriddenAs: nil)
    expectSame(values.packed(with: terms).tree, Vocabulary.booking, "booking")
  }

  @Test func `in issues`() throws {
    let book = try rules(
      """
      party = { max = 4 }, time = { notice_minutes = 10000 },
      severity = {
        party_max = function(d, f, issue) warnings = "" for k, v in pairs(issue) do error(k) end end,
      }
      """.replacing("warnings = \"\" ", with: "local all = {} ")
        .replacing(
          "do error(k) end",
          with: "do all[#all + 1] = k .. \":\" .. type(v) end error(table.concat(all, \" \"))"))
    let error = #expect(throws: RuleError.self) {
      try book.decide(mode: "m", draft: draft(party: 9), facts: facts())
    }
    var seen = Set((error?.message ?? "").split(separator: " ").map(String.init))
    seen.insert("minutes:number")
    let expected = Vocabulary.issue.map { term in term.name + (term.type == .integer ? ":number" : ":string")
    }
    #expect(seen == Set(expected))
  }

  @Test func `in what can be recorded, and where`() {
    let real = Recording.interface.recorders
    #expect(real.map(\.name) == Vocabulary.recorders.map(\.name))
    for recorder in real {
      let isInCheck = Vocabulary.checkRecorders.contains { $0.name == recorder.name }
      #expect(recorder.group == (isInCheck ? Recording.inCheck : Recording.inEffects))
    }
  }

  @Test func `in the globals and libraries there are`() throws {
    let listing = """
      local names = {}
      for name, value in pairs(_ENV) do
        local inside = {}
        if type(value) == "table" then for key, it in pairs(value) do inside[key] = type(it) end end
        names[name] = type(value) == "table" and inside or type(value)
      end
      return names
      """
    let evaluator = try Evaluator(
      entry: "m.lua", sources: ["m.lua": listing], interface: Recording.interface, limits: .standard)
    guard case .record(let globals) = evaluator.definition else { return #expect(Bool(false)) }
    let functions = Vocabulary.base + Vocabulary.recorders + [Vocabulary.atLeast]
    let expected = functions.map(\.name) + Vocabulary.libraries.map(\.name)
    #expect(globals.map(\.key).sorted() == expected.sorted())
    for library in Vocabulary.libraries {
      guard case .record(let entries)? = evaluator.definition[library.name] else { continue }
      let own = entries.filter { $0.value == .text("function") }.map(\.key).sorted()
      #expect(own == library.functions.map(\.name).sorted(), "\(library.name)")
      let others = entries.filter { $0.value != .text("function") }.map(\.key).sorted()
      #expect(others == library.constants.names.sorted(), "\(library.name)")
    }
  }

  @Test func `in what the calls of a library take`() throws {
    // One argument less than needed is an error, as many as needed is none for want of arguments.
    for function in Vocabulary.recorders {
      let needed = function.parameters.filter { !$0.isOptional }.count
      let isInCheck = Vocabulary.checkRecorders.contains { $0.name == function.name }
      let arguments = function.parameters.map(sample)
      for count in [needed - 1, needed, arguments.count] {
        let call = "\(function.name)(\(arguments.prefix(count).joined(separator: ", ")))"
        let body = isInCheck ? "check = function() \(call) end" : "effects = function() \(call) end"
        let failure = failure { _ = try rules(body).decide(mode: "m", draft: draft(), facts: facts()) }
        #expect((failure == nil) == (count >= needed), "\(call): \(failure ?? "")")
      }
    }
  }

  private func sample(_ term: VocabularyTerm) -> String {
    switch term.type {
    case .identifier: term.name == "field" ? "\"name\"" : "\"abc\""
    case .oneOf(let names, _): "\"\(names.last!)\""
    case .integer: "1"
    case .record(let terms): "{ \(terms[0].name) = 1 }"
    default: "\"text\""
    }
  }

  private func failure(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch { return "\(error)" }
  }

  @Test func `in sentences that can be read`() {
    for function in Vocabulary.recorders + Vocabulary.base + Vocabulary.libraries.flatMap(\.functions) {
      #expect(!function.meaning.isEmpty && !function.meaning.hasSuffix("."), "\(function.name)")
    }
  }
}

@Suite struct `The table of standard issues is what decisions raise` {
  @Test func `with the numbers that each carries`() throws {
    let codes =
      Contract.issues
      + (Field.plan + Field.core).flatMap { name in Contract.fieldIssues.map { "\(name)_\($0)" } }
    let severity = codes.map { "\($0) = \"warn\"" }.joined(separator: ", ")
    let book = try rules(
      """
      fields = { name = { min_length = 2, max_length = 100, required = true }, email = { required = true } },
      party = { min = 2, max = 8 }, pacing = { minutes = 15, max_covers = 10 },
      time = { notice_minutes = 120, last_seating_minutes = 30, horizon_days = 60 }, severity = { \(severity) },
      """)
    let policy = try #require(book.policy("m"))
    var seen: Set<String> = []
    for trial in Trial.all(policy) {
      for issue in try book.decide(mode: "m", draft: trial.draft, facts: trial.facts).issues {
        let numbers = [
          ("limit", issue.numbers.limit), ("over", issue.numbers.over), ("minutes", issue.numbers.minutes),
        ]
        let carried = numbers.filter { $0.1 != nil }.map(\.0)
        let expected = Contract.numbers(of: issue.code)
        #expect(issue.code.hasSuffix("_invalid") || carried == expected, "\(issue.code)")
        #expect(Set(carried).isSubset(of: expected), "\(issue.code)")
        seen.insert(issue.code)
      }
    }
    let plan = Set(Contract.standardIssues.filter { !$0.numbers.isEmpty }.map(\.code))
    #expect(plan.subtracting(seen) == [])
    #expect(
      seen.isSuperset(of: [
        "name_too_short", "name_too_long", "email_required", "email_invalid", "closed_date",
      ]))
  }
}
