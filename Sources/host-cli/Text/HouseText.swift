import BookingHost

/// How a restaurant is set up, for people.
enum HouseText {
  static func setup(_ setup: HouseSetup, style: Style) -> String {
    let restaurant = setup.restaurant
    let none = style.dim("none")
    let details = Table(rows: [
      [style.dim("Time zone"), restaurant.zone.identifier], [style.dim("Locale"), restaurant.locale],
      [style.dim("Phone"), restaurant.phone.map(Plain.text) ?? none],
      [style.dim("Email"), restaurant.email.map(Plain.text) ?? none],
      [style.dim("Address"), restaurant.address.map(Plain.text) ?? none],
      [style.dim("Seats"), restaurant.seats.map(String.init) ?? style.dim("not counted")],
    ]).text
    let heading = "\(style.bold(Plain.text(restaurant.name)))  \(style.dim(restaurant.slug))"
    return [
      heading, details, "", "Hours", hours(setup, style: style), "", "Services",
      services(setup, style: style), "", "Closed to new bookings", closures(setup, style: style),
    ].joined(separator: "\n")
  }

  static func hours(_ setup: HouseSetup, style: Style) -> String {
    let week = Weekday.allCases.map { day in
      [day.rawValue.capitalized, shown(setup.schedule.weekly[day] ?? .closed(), style)]
    }
    let dates = setup.schedule.exceptions.sorted { $0.key < $1.key }.map { date, hours in
      [Words.date(date), shown(hours, style)]
    }
    return Table(rows: week + dates).text
  }

  static func services(_ setup: HouseSetup, style: Style) -> String {
    guard !setup.schedule.services.isEmpty else { return "  " + style.dim("none") }
    let heading = ["Key", "Name", "Days", "Hours", "Holds"].map(style.dim)
    let rows = setup.schedule.services.flatMap { service in
      let period = service.period
      let own = [
        period.key, Plain.text(period.name), WeekdayText.text(service.weekdays),
        HoursText.span(period.opens, period.closes), service.capacity.described,
      ]
      return [own] + special(service).map { ["", "", style.dim($0.on), "", $0.capacity.described] }
    }
    return Table(rows: [heading] + rows).text
  }

  static func closures(_ setup: HouseSetup, style: Style) -> String {
    guard !setup.closures.isEmpty else { return "  " + style.dim("at no time") }
    let zone = setup.restaurant.zone
    let rows = setup.closures.map { closure in
      [
        "\(closure.id ?? 0)", moment(closure.from, zone), "to", moment(closure.to, zone),
        Plain.text(closure.reason ?? ""),
      ]
    }
    return Table(rows: rows, right: [0]).text
  }

  /// `Fri 27 Nov 19:30`.
  static func moment(_ instant: Instant, _ zone: Zone) -> String {
    let local = zone.local(instant)
    return "\(Words.date(local.date)) \(local.time)"
  }

  private static func special(_ service: ScheduledService) -> [(on: String, capacity: Capacity)] {
    let weekdays = Weekday.allCases.compactMap { day in
      service.weekdayCapacity[day].map { (WeekdayText.short(day), $0) }
    }
    return weekdays + service.dateCapacity.sorted { $0.key < $1.key }.map { ($0.key.description, $0.value) }
  }

  private static func shown(_ hours: DayHours, _ style: Style) -> String {
    let text = hours.closed ? style.dim("closed") : HoursText.text(hours)
    return text + (hours.label.map { "  \(Plain.text($0))" } ?? "")
  }
}

// What came of a change.
extension HouseText {
  static func outcome(_ outcome: HouseControl.Outcome, style: Style) -> String {
    guard !outcome.differences.isEmpty else { return "That is so already; nothing was changed." }
    let changes = differences(outcome.differences, style: style)
    guard !outcome.stranded.isEmpty else { return changes }
    return "\(changes)\n\n\(stranded(outcome.stranded, style: style))"
  }

  static func differences(_ differences: [SetupDifference], style: Style) -> String {
    Table(
      rows: differences.map { difference in
        [
          Plain.text(difference.what), style.dim(Plain.text(difference.from ?? "not set")), "→",
          Plain.text(difference.to ?? "not set"),
        ]
      }, indent: ""
    ).text
  }

  static func stranded(_ stranded: [Stranded], style: Style) -> String {
    let heading = stranded.count == 1 ? "1 booking has" : "\(stranded.count) bookings have"
    let rows = stranded.map { entry in
      let booking = entry.booking
      return [
        "\(booking.start.date) \(Words.weekday(booking.start.date))", booking.start.time,
        "\(booking.party)", style.bold(DisplayWidth.cut(Plain.text(booking.name), to: 28)),
        booking.reference, Plain.text(entry.troubles.map(\.words).joined(separator: "; ")),
      ]
    }
    return style.yellow("\(heading) no place then:") + "\n" + Table(rows: rows, right: [2]).text
  }

  static func history(_ events: [HouseEvent], zone: Zone, style: Style) -> String {
    guard !events.isEmpty else { return style.dim("Nothing has been changed yet.") }
    return events.map { event in
      let who = event.by.map(Plain.text) ?? "somebody who is gone"
      let heading = "\(style.bold(moment(event.at, zone)))  \(event.action.rawValue)  \(style.dim(who))"
      let rows = event.differences.map { difference in
        [
          Plain.text(difference.what), style.dim(Plain.text(difference.from ?? "not set")), "→",
          Plain.text(difference.to ?? "not set"),
        ]
      }
      return heading + "\n" + Table(rows: rows).text
    }.joined(separator: "\n")
  }

  static func members(_ members: [Member], style: Style) -> String {
    Table(
      rows: members.map { member in
        [Plain.text(member.staff.email), member.role.rawValue]
          + (member.canSignIn ? [] : [style.yellow("no password yet")])
      }, indent: ""
    ).text
  }
}
