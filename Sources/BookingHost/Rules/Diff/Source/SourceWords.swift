/// What the names in rule files are about.
struct SourceWords: Sendable {
  /// Fields of either mode.
  let fields: Set<String>

  /// What `record.word` is about, from the word and from the last word of the record; nothing where the word
  /// says nothing to a sweep.
  func subjects(_ word: String, of record: String?) -> Set<SweepSubject> {
    if let record, let known = SourceWords.within[record]?[word] { return known }
    if fields.contains(word), record.map({ SourceWords.within[$0] == nil }) ?? true { return [.field(word)] }
    return SourceWords.anywhere[word] ?? []
  }

  /// What whoever goes through a whole record looks at.
  func everything(in record: String) -> Set<SweepSubject> {
    switch record {
    case "facts": Set(SourceWords.anywhere.values.joined())
    case "draft", "booking": Set(fields.map { .field($0) } + [.party, .time, .day])
    case "guest": [.standing, .visits, .noShows, .points, .upcoming, .tags]
    case "load": [.load, .pacing]
    case "restaurant": [.restaurant]
    case "staff": [.caller]
    default: []
    }
  }

  private static let anywhere: [String: Set<SweepSubject>] = [
    "party": [.party], "minute": [.time], "time": [.time], "hour": [.time], "opens": [.time],
    "closes": [.time], "service": [.time], "services": [.time], "key": [.time], "weekday": [.day],
    "date": [.day], "month": [.day], "closed": [.day], "closures": [.day], "hours": [.day],
    "notice_minutes": [.notice], "notice": [.notice], "now": [.notice], "action": [.notice],
    "role": [.caller], "load": [.load], "covers": [.load], "parties": [.load], "max_covers": [.load],
    "max_parties": [.load], "seated": [.load], "seats": [.load], "starts": [.pacing], "visits": [.visits],
    "no_shows": [.noShows], "points": [.points], "upcoming": [.upcoming], "tags": [.tags], "tag": [.tags],
    "known": [.standing], "verified": [.standing], "slug": [.restaurant], "timezone": [.restaurant],
    "locale": [.restaurant],
  ]

  private static let within: [String: [String: Set<SweepSubject>]] = [
    "now": ["minute": [.asking], "time": [.asking], "date": [.asking, .day], "weekday": [.asking, .day]],
    "hours": ["label": [.day], "opens": [.time], "closes": [.time], "closed": [.day]],
    "service": ["key": [.time], "name": [.time], "opens": [.time], "closes": [.time]],
    "restaurant": ["id": [.restaurant], "name": [.restaurant], "phone": [], "slug": [.restaurant]],
    "staff": ["id": [.caller], "role": [.caller]],
    "issue": ["over": [.load], "limit": [], "minutes": [], "code": [], "field": []],
    "load": ["covers": [.load], "parties": [.load], "starts": [.pacing]],
  ]
}
