/// Where a guest's page is: at which restaurant, and by which mode's rules.
struct GuestDoor {
  var restaurant: Restaurant
  var policy: Policy
  var shell: PageShell
  /// The date on the restaurant's own wall.
  var today: CivilDate
  /// For this page: its formatters cost more than what they write.
  let dates: PageDates

  var words: PageWords { shell.words }

  init(restaurant: Restaurant, policy: Policy, shell: PageShell, today: CivilDate) {
    (self.restaurant, self.policy, self.shell, self.today) = (restaurant, policy, shell, today)
    dates = shell.dates(restaurant.zone)
  }

  /// The customer's mode goes without saying.
  var modeInAddresses: String? { policy.mode == GuestDoor.usualMode ? nil : policy.mode }

  /// What guests are asked beside the plan.
  var fields: [FieldPolicy] {
    policy.fields.filter { ($0.listed || $0.name == Field.name) && !$0.setByStaff }
  }

  func frame(title: String) -> PageFrame {
    let home = PageAddress.reserve(restaurant.slug)
    let mode = modeInAddresses.map { "?mode=\($0)" } ?? ""
    return shell.frame(title: title, heading: restaurant.name, home: home + mode)
  }

  static let usualMode = "customer"
}

extension WebServices {
  /// The restaurant that a guest's page is about. Throws `Problem` where there is none of that name.
  func restaurant(slug: String) throws -> Restaurant {
    guard let restaurant = try store.read({ try $0.restaurant(slug: slug) }) else {
      throw Problem(404, "restaurant_unknown", "There is no restaurant at this address.")
    }
    return restaurant
  }

  /// Where a guest books: by the mode that is named if it is one that guests are offered, else by the customer's. Nil
  /// where bookings are not taken online.
  func guestDoor(_ restaurant: Restaurant, mode: String?) -> GuestDoor? {
    let name = mode.flatMap { isOpenToGuests($0) ? $0 : nil } ?? GuestDoor.usualMode
    guard isOpenToGuests(name), let policy = desk.rules.policy(name) else { return nil }
    let now = restaurant.zone.local(desk.environment.now())
    return GuestDoor(restaurant: restaurant, policy: policy, shell: shell(restaurant), today: now.date)
  }
}

extension WebServices {
  /// What a guest is asked: the mode's form, and the name, which no mode does without, whether it lists it or not.
  func guestForm(_ request: BookingRequest) throws -> ([FormField], FormBounds) {
    var (fields, bounds) = try desk.formAndBounds(for: request, by: .guest)
    if !fields.contains(where: { $0.name == Field.name }) {
      let name = FormField(
        name: Field.name, label: ContractReader.defaultLabel(Field.name), type: .text, isRequired: true)
      fields.insert(name, at: 0)
    }
    return (fields, bounds)
  }
}

/// How a guest reaches people.
struct GuestPhone {
  var number: String
  /// For a `tel:` link: what is dialled (RFC 3966).
  var dialled: String

  init?(_ restaurant: Restaurant) {
    guard let number = restaurant.phone else { return nil }
    self.number = number
    dialled = String(number.replacing("(0)", with: "").filter { $0.isASCII && ($0.isNumber || $0 == "+") })
  }
}

/// The page where nothing can be booked online, for now or at all: whom to ring, and a way to try again with what was
/// typed.
struct GuestUnavailablePage {
  var frame: PageFrame
  var t: PageWords
  var title: String
  var detail: String
  var phone: GuestPhone?
  var again: FormView?

  static func reply(
    _ restaurant: Restaurant, _ shell: PageShell, _ key: String, again: FormView? = nil, status: Int
  ) -> Reply {
    let title = shell.words(key)
    let home = PageAddress.reserve(restaurant.slug)
    let page = GuestUnavailablePage(
      frame: shell.frame(title: title, heading: restaurant.name, home: home), t: shell.words, title: title,
      detail: shell.words(key + "_detail"), phone: GuestPhone(restaurant), again: again)
    return .page(shell.templates.html("guest-unavailable", page), status: status)
  }
}

/// A form's way to the server, and what goes along unseen.
struct FormView {
  var method: String
  var action: String
  var hidden: [HiddenField]
  /// What its button says to the wizard; nil for forms that say it by their address.
  var step: String?
}
