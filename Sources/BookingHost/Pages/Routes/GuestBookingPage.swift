/// A guest's booking as it stands.
struct GuestBookingPage {
  var frame: PageFrame
  var t: PageWords
  var title: String
  var detail: String
  var notice: String?
  var warning: String?
  var when: String
  var reference: String
  var facts: [GuestFact]
  var isOpen: Bool
  var mayChange: Bool
  var timeAddress: String
  var detailsAddress: String
  var cancelAddress: String
  /// Nil while it is not certain.
  var calendarAddress: String?
  var restaurantName: String
  var address: String?
  var mapAddress: String?
  var phone: GuestPhone?
  /// Where another can be booked; nil while there is this one.
  var againAddress: String?
}

struct GuestCancelPage {
  var frame: PageFrame
  var t: PageWords
  var when: String
  var refusal: Refusal?
  var form: FormView
  var back: String
  var phone: GuestPhone?

  struct Refusal {
    var reasons: [GuestErrorView]
  }
}

struct GuestChangePage {
  var frame: PageFrame
  var t: PageWords
  var when: String
  var hasErrors: Bool
  var errors: [GuestErrorView]
  var form: FormView
  var fields: [FieldView]
  var back: String
  var phone: GuestPhone?
}

extension GuestBookingVisit {
  /// `said` is what has just happened to it.
  func page(said: String?) -> Reply {
    let state = state
    let title = words("guest_\(state)")
    let isOver = [.cancelled, .completed, .noShow].contains(booking.status)
    let page = GuestBookingPage(
      frame: frame(title), t: words, title: title, detail: words("guest_\(state)_detail"),
      notice: said == "changed" && isOpen ? words("guest_said_changed") : nil,
      warning: said == "stale" ? words("guest_said_stale") : nil, when: when, reference: booking.reference,
      facts: facts, isOpen: isOpen, mayChange: place != nil, timeAddress: addresses.time,
      detailsAddress: addresses.details, cancelAddress: addresses.cancel,
      calendarAddress: isOpen && booking.status == .confirmed ? addresses.calendar : nil,
      restaurantName: restaurant.name, address: restaurant.address,
      mapAddress: restaurant.address.map {
        "https://www.openstreetmap.org/search?query=\(PercentCode.encoded($0))"
      }, phone: GuestPhone(restaurant),
      againAddress: isOver ? PageAddress.reserve(restaurant.slug) : nil)
    return .page(shell.templates.html("guest-booking", page))
  }

  /// `booked`, `pending`, `begun`, `checked_in`, `completed`, `cancelled` or `no_show`
  private var state: String {
    switch booking.status {
    case .pending: isOpen ? "pending" : "begun"
    case .confirmed: isOpen ? "booked" : "begun"
    case .checkedIn, .completed, .cancelled, .noShow: booking.status.rawValue
    }
  }

  /// What the guest said, under the names that the form has for it. What staff alone may say is not shown.
  private var facts: [GuestFact] {
    let policy = services.desk.rules.policy(booking.mode)
    let answers = Draft(booking).answers
    let listed = policy?.fields.filter { !$0.setByStaff && $0.name != Field.terms } ?? []
    let names = listed.isEmpty ? Field.core : listed.map(\.name)
    return names.compactMap { name in
      guard let answer = answers[name], name != Field.bookingType, name != Field.terms else { return nil }
      let field = listed.first { $0.name == name }
      let text = FieldView.text(answer)
      let value =
        field?.type == .boolean
        ? (answer.truth == true ? words("yes") : nil) : words.known("choice_\(name)_\(text)") ?? text
      let own = field.flatMap {
        $0.label == ContractReader.defaultLabel($0.name) ? nil : $0.label
      }
      let label = own ?? words.known("field_\(name)") ?? ContractReader.defaultLabel(name)
      return value.map { GuestFact(name: label, value: $0) }
    }
  }

  /// The same entry that mail has of it: whoever has taken up one need not fear a second.
  var calendar: CalendarEntry {
    let mail = services.mail
    let publicURL = mail.publicURL ?? services.settings.publicURL
    let link = publicURL.map { ManageLink.url($0, booking, services.keyedHash) }
    let organizer = restaurant.email.flatMap { MailAddress($0, name: restaurant.name) } ?? mail.from
    let place = [restaurant.name, restaurant.address].compactMap { $0 }.joined(separator: ", ")
    return CalendarEntry(
      method: booking.status == .cancelled ? .cancel : .publish,
      uid: "\(booking.id)@\(mail.identifierDomain)", sequence: max(0, booking.version - 1), madeAt: now,
      createdAt: booking.createdAt, updatedAt: booking.updatedAt, starts: booking.startsAt,
      ends: booking.endsAt, zone: booking.zone,
      summary: words("guest_calendar_summary", ["restaurant": restaurant.name]),
      description: words.count(
        "guest_calendar_detail", booking.party, ["reference": booking.reference]),
      location: HeaderText.clean(place), organizer: organizer, url: link)
  }
}
