/// The answers to one field that a sweep tries: none, a usual one, wrong ones, and those on either side of
/// each bound.
struct FieldAxis {
  let name: String
  /// What the modes that have the field say of it.
  let policies: [FieldPolicy]
  let boundaries: RuleBoundaries

  var axis: SweepAxis {
    // A usual number is one of those in a row.
    let usual = SweepPoint.answer(typical, type == .integer ? .value : .usual)
    var points: [SweepPoint] = type == .integer ? [.missing] : [.missing, usual]
    switch type {
    case .text: points += choices.isEmpty ? texts : choicePoints
    case .integer: points += numbers
    case .date: points += [value("not a date", .malformed)]
    case .boolean: break
    }
    return SweepAxis(.field(name), points, base: isUsuallyAnswered ? usual : .missing)
  }

  private var subject: SweepSubject { .field(name) }
  private var type: FieldType { policies.first?.type ?? .text }
  private var choices: [String] { policies.flatMap { $0.rules.choices?.fixedValue ?? [] } }
  private var said: [String] { (boundaries.texts[subject] ?? []).sorted() }
  private var bounds: [Int] { (boundaries.numbers[subject] ?? []).sorted() }

  private func value(_ text: String, _ kind: SweepAnswerKind) -> SweepPoint { .answer(.text(text), kind) }

  /// Name, contact and terms are given in an ordinary booking, and whatever else some mode may ask for.
  private var isUsuallyAnswered: Bool {
    [Field.name, Field.email, Field.phone, Field.terms].contains(name)
      || policies.contains { $0.rules.required.fixedValue != false }
  }

  private var typical: Answer {
    switch (type, name) {
    case (_, Field.name): "Ada Lovelace"
    case (_, Field.email): "ada@example.com"
    case (_, Field.phone): "+44 20 7946 0958"
    case (.text, _): .text(choices.first ?? "Something")
    case (.integer, _): .integer(typicalNumber)
    case (.boolean, _): true
    case (.date, _): "2026-12-24"
    }
  }

  /// A number that every bound allows, if there is one.
  private var typicalNumber: Int {
    let low = policies.compactMap { $0.rules.min?.fixedValue }.max()
    let high = policies.compactMap { $0.rules.max?.fixedValue }.min()
    return low ?? min(1, high ?? 1)
  }

  private var texts: [SweepPoint] {
    let malformed: [String]
    switch name {
    case Field.email: malformed = ["ada@example"]
    case Field.phone: malformed = ["+0 000 000 000", "07700 900123"]
    default: malformed = []
    }
    let lengths = bounds.flatMap { [$0 - 1, $0, $0 + 1] }.filter { (1...4000).contains($0) }
    // An address or a number is not made longer without making it wrong.
    let isFree = name != Field.email && name != Field.phone
    let ofLength = isFree ? Set(lengths).sorted().prefix(24) : []
    return malformed.map { value($0, $0.hasPrefix("07") ? .value : .malformed) }
      + ofLength.map { value(String(repeating: "x", count: $0), .length($0)) }
      + said.filter { !$0.isEmpty }.prefix(16).map { value($0, .value) }
  }

  private var choicePoints: [SweepPoint] {
    let others = Set(choices + said).subtracting([choices.first ?? ""]).sorted()
    return others.prefix(40).map { value($0, .value) } + [value("something else", .noChoice)]
  }

  private var numbers: [SweepPoint] {
    let all = bounds.flatMap { [$0 - 1, $0, $0 + 1] } + [0, 1, 2, typicalNumber]
    return Set(all).sorted().prefix(40).map { .answer(.integer($0), .value) }
  }
}

/// Dates that rules single out.
struct SpecialDates {
  let texts: [String]
  let numbers: [Int]

  /// Each with the day before and after, from the sweep's own day on, in order. What a rule calls `02-14` is
  /// the next one; `12` may be a month or a day of one.
  var dates: [CivilDate] {
    let named = texts.flatMap { dates(of: $0.filter { $0 != "%" && $0 != "^" && $0 != "$" }) }
    let counted = numbers.filter { (1...31).contains($0) }.flatMap(dates(ofPart:))
    return Set((named.flatMap { [$0.adding(days: -1), $0, $0.adding(days: 1)] }) + counted).sorted()
  }

  private func dates(of text: String) -> [CivilDate] {
    if let date = CivilDate(text) { return [date] }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { digits($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (2, let month?, let day?) where month <= 12: return next(month: month, day: day).map { [$0] } ?? []
    case (2, let year?, let month?) where year > 1900:
      return CivilDate(year: year, month: month, day: 1).map { [$0] } ?? []
    case (1, let part?, _): return part > 1900 ? year(part) : dates(ofPart: part)
    default: return []
    }
  }

  private func year(_ year: Int) -> [CivilDate] {
    CivilDate(year: year, month: 6, day: 15).map { [$0] } ?? []
  }

  private func dates(ofPart part: Int) -> [CivilDate] {
    [next(month: part, day: 15), next(month: 3, day: part)].compactMap { $0 }
  }

  private func next(month: Int, day: Int) -> CivilDate? {
    let year = SweepWorld.date.parts.year
    return (year...year + 4).lazy.compactMap { CivilDate(year: $0, month: month, day: day) }
      .first { $0 >= SweepWorld.date }
  }
}
