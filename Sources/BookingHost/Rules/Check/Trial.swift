/// A booking that a mode is tried with, before anyone books by it.
struct Trial {
  /// The rest of a sentence that begins with "fails": "for a guest without a phone".
  var circumstance: String
  var draft: Draft
  var facts: Facts
  /// Whether it can come up in any restaurant, and not only in one that is set up in some way.
  var isCommon = true

  /// Bookings of every kind, an ordinary one first.
  static func all(_ policy: Policy, _ mentions: Mentions = Mentions()) -> [Trial] {
    let ordinary = Trial(
      circumstance: "for an ordinary booking", draft: fullDraft(policy), facts: facts(policy, mentions))
    return [ordinary, bare(ordinary)] + ofPeople(ordinary, policy) + ofTimes(ordinary) + ofRoom(ordinary)
      + ofAnswers(ordinary) + ofRestaurants(ordinary) + ofNames(ordinary, mentions)
  }

  private func changed(_ circumstance: String, isCommon: Bool = true, _ change: (inout Trial) -> Void)
    -> Trial
  {
    var trial = self
    trial.circumstance = circumstance
    trial.isCommon = isCommon
    change(&trial)
    return trial
  }

  // MARK: The ordinary booking

  /// Dinner on a Saturday, a week ahead, in a restaurant that calls its services as the rules do.
  private static func facts(_ policy: Policy, _ mentions: Mentions) -> Facts {
    let services = mentions.services
    var facts = Facts.standard(now: "2026-11-14 12:00")
    facts.hours = DayHours(opens: 720, closes: 1380)
    facts.services = [
      ServicePeriod(key: services.dropFirst().first ?? "lunch", name: "Lunch", opens: 720, closes: 900),
      ServicePeriod(key: services.first ?? "dinner", name: "Dinner", opens: 1050, closes: 1380),
    ]
    facts.load = Load(
      covers: 10, parties: 4, maxCovers: 40, maxParties: 15, seated: 8, seats: 40,
      starts: [StartLoad(minute: 1140, covers: 4, parties: 2)])
    facts.restaurant.phone = "+44 20 7946 0100"
    facts.restaurant.slug = mentions.slugs.first ?? "example"
    facts.restaurant.id = mentions.ids.first ?? "example"
    if policy.access == .staff { facts.staff = StaffFacts(id: "staff", role: .host) }
    return facts
  }

  /// Every field answered.
  private static func fullDraft(_ policy: Policy) -> Draft {
    var draft = Draft(date: "2026-11-21", time: "19:00", party: 2, name: "Ada Lovelace")
    draft[Field.email] = "ada@example.com"
    draft[Field.phone] = "+44 7700 900123"
    for field in policy.fields where draft[field.name] == nil { draft[field.name] = answer(to: field) }
    return draft
  }

  private static func answer(to field: FieldPolicy) -> Answer {
    switch field.type {
    case .boolean: true
    case .date: "2026-11-21"
    case .integer: .integer(field.rules.min?.fixedValue ?? field.rules.max?.fixedValue ?? 1)
    case .text:
      .text(field.rules.choices?.fixedValue?.first ?? "A quiet table, if there is one".padded(to: field))
    }
  }

  // MARK: Everything else

  /// With nothing that may be left out.
  private static func bare(_ ordinary: Trial) -> Trial {
    ordinary.changed("for a booking with a name and nothing else") {
      $0.draft = Draft(date: $0.draft["date"], time: $0.draft["time"], party: 2, name: "Ada Lovelace")
    }
  }

  private static func ofPeople(_ ordinary: Trial, _ policy: Policy) -> [Trial] {
    let known = ordinary.changed("for a guest who has been here before") {
      $0.facts.guest = GuestFacts(
        known: true, verified: true, visits: 12, noShows: 2, points: 340, upcoming: 1, tags: ["vip"])
    }
    let roles: [Role] = policy.access == .staff ? Role.ofStaff : []
    return [known]
      + roles.map { role in ordinary.changed("when \(role.withArticle) books") { $0.facts.staff.role = role }
      }
      + [
        ordinary.changed("for guests at the door") { $0.facts.action = .walkin },
        ordinary.changed("for a booking that is changed") {
          $0.facts.action = .change
          $0.facts.previous = $0.draft
        },
        bare(ordinary).changed("when somebody only asks for a table") {
          $0.facts.action = .quote
          $0.draft[Field.name] = nil
        },
      ]
  }

  private static func ofTimes(_ ordinary: Trial) -> [Trial] {
    let days = (15...21).map { day -> Trial in
      let date = CivilDate("2026-11-\(day)")!
      return ordinary.changed("on a \(date.weekday.rawValue)") {
        $0.draft[Field.date] = .text(date.description)
      }
    }
    let times = [
      ("at lunch", "13:00"), ("between two services", "16:00"), ("outside the hours", "09:00"),
      ("between two slots", "19:07"), ("at the end of the service", "22:58"),
    ].map { words, time in ordinary.changed(words) { $0.draft[Field.time] = .text(time) } }
    let closed = [
      ordinary.changed("on a day when the restaurant is closed") { $0.facts.hours.closed = true },
      ordinary.changed("while the restaurant is shut for an hour") {
        $0.facts.closures = [ClosedPeriod(from: 1080, to: 1260, reason: nil)]
      },
    ]
    let notice = [
      ("for a time that has passed", "2026-11-21 20:00"), ("a minute ahead", "2026-11-21 18:59"),
      ("a few years ahead", "2020-11-21 12:00"),
    ].map { words, now in ordinary.changed(words) { $0.facts.now = LocalDateTime(stringLiteral: now) } }
    return days + times + closed + notice
  }

  private static func ofRoom(_ ordinary: Trial) -> [Trial] {
    let parties = [1, 6, 9, 13, 40, 100_000].map { party in
      ordinary.changed("for a party of \(party)") { $0.draft[Field.party] = .integer(party) }
    }
    return parties + [
      ordinary.changed("when the service is full") {
        $0.facts.load = Load(
          covers: 44, parties: 16, maxCovers: 40, maxParties: 15, seated: 44, seats: 40,
          starts: [StartLoad(minute: 1140, covers: 44, parties: 16)])
      },
      ordinary.changed("when nothing is booked yet") {
        $0.facts.load = Load(maxCovers: 40, maxParties: 15, seats: 40)
      },
    ]
  }

  private static func ofAnswers(_ ordinary: Trial) -> [Trial] {
    [
      ordinary.changed("for a name of one letter") { $0.draft[Field.name] = "A" },
      ordinary.changed("for a very long name") {
        $0.draft[Field.name] = .text(String(repeating: "Ada ", count: 200))
      },
      ordinary.changed("for very long notes") {
        $0.draft[Field.notes] = .text(String(repeating: "Ada ", count: 900))
      },
      ordinary.changed("for an email that is none") { $0.draft[Field.email] = "ada" },
      ordinary.changed("for a phone number that is none") { $0.draft[Field.phone] = "12" },
      ordinary.changed("for an email from abroad") { $0.draft[Field.email] = "Zoë.O'Neil+tag@exämple.co.uk" },
      ordinary.changed("for a phone number without a country code") {
        $0.draft[Field.phone] = "07700 900123"
      },
    ]
  }

  private static func ofRestaurants(_ ordinary: Trial) -> [Trial] {
    [
      ordinary.changed("on a day without services", isCommon: false) { $0.facts.services = [] },
      ordinary.changed("where nothing limits the load", isCommon: false) { $0.facts.load = Load(covers: 10) },
      ordinary.changed("in a restaurant without a phone number", isCommon: false) {
        $0.facts.restaurant.phone = nil
      },
    ]
  }

  /// In every service and restaurant that the rules name, and in others.
  private static func ofNames(_ ordinary: Trial, _ mentions: Mentions) -> [Trial] {
    func service(_ key: String, _ words: String, isCommon: Bool = true) -> Trial {
      ordinary.changed(words, isCommon: isCommon) { $0.facts.services[1].key = key }
    }
    func restaurant(_ slug: String?, _ id: String?, _ words: String, isCommon: Bool = true) -> Trial {
      ordinary.changed(words, isCommon: isCommon) {
        $0.facts.restaurant.slug = slug ?? $0.facts.restaurant.slug
        $0.facts.restaurant.id = id ?? $0.facts.restaurant.id
      }
    }
    return mentions.services.map { service($0, "in the service \"\($0)\"") }
      + mentions.slugs.map { restaurant($0, nil, "in the restaurant \"\($0)\"") }
      + mentions.ids.map { restaurant(nil, $0, "in the restaurant \"\($0)\"") }
      + [
        service("another", "in a service that the rules do not name", isCommon: false),
        restaurant("another", "another", "in a restaurant that the rules do not name", isCommon: false),
      ]
  }

  // MARK: Narrowing down

  /// The same without the answer to one field.
  func without(_ field: FieldPolicy) -> Trial {
    let words =
      switch field.name {
      case Field.email: "for a guest without an email"
      case Field.phone: "for a guest without a phone"
      case Field.notes: "for a booking without notes"
      case Field.terms, Field.marketingOptIn: "when `\(field.name)` is not ticked"
      default: "when `\(field.name)` is not answered"
      }
    return changed(words) { $0.draft[field.name] = nil }
  }
}

extension Role {
  fileprivate var withArticle: String { (self == .owner ? "an " : "a ") + rawValue }
}

extension String {
  /// Within the lengths that a field allows, where they are fixed.
  fileprivate func padded(to field: FieldPolicy) -> String {
    let least = field.rules.minLength?.fixedValue ?? 0, most = field.rules.maxLength?.fixedValue ?? 4000
    let long = count < least ? self + String(repeating: "x", count: least - count) : self
    return String(long.prefix(most)).trimmingSpaces
  }

  private var trimmingSpaces: String { hasSuffix(" ") ? dropLast() + "x" : self }
}
