import BookingHost

/// Bookings as a list.
struct BookingListText {
  let bookings: [Booking]
  let style: Style
  /// Whether each booking's day is shown, or is known from the heading.
  var showsDay = true
  var showsRestaurant = false

  var text: String {
    Table(rows: [heading] + bookings.map(row), right: [showsDay ? 2 : 1]).text
  }

  private var heading: [String] {
    let day = showsDay ? ["Date"] : []
    let restaurant = showsRestaurant ? ["Restaurant"] : []
    let rest = ["Time", "Party", "Name", "Status", "Label", "Contact", "Ref"]
    return (day + rest + restaurant).map(style.dim)
  }

  private func row(_ booking: Booking) -> [String] {
    let day = showsDay ? ["\(booking.start.date) \(Words.weekday(booking.start.date))"] : []
    let restaurant = showsRestaurant ? [Plain.text(booking.restaurant.slug)] : []
    let rest = [
      booking.start.time, "\(booking.party)", style.bold(DisplayWidth.cut(Plain.text(booking.name), to: 28)),
      status(booking.status) + (booking.table.map { style.dim(" at " + Plain.text($0)) } ?? ""),
      Plain.text(booking.label ?? booking.source), contact(booking),
      booking.reference,
    ]
    return day + rest + restaurant
  }

  private func contact(_ booking: Booking) -> String {
    let given = [booking.email == nil ? nil : "email", booking.phone == nil ? nil : "phone"].compactMap { $0 }
    return given.isEmpty ? style.dim("none") : given.joined(separator: ", ")
  }

  private func status(_ status: BookingStatus) -> String {
    let word = Words.status(status)
    switch status {
    case .confirmed, .checkedIn: return style.green(word)
    case .pending: return style.yellow(word)
    case .completed: return word
    case .cancelled, .noShow: return style.dim(word)
    }
  }
}
