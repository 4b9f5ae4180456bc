/// How full a service is, start by start: bars of who is in the house, with who arrives then, against how many there can
/// be.
struct ServiceChart {
  var id: String
  var name: String
  /// `Dinner: 34 of 60 covers, 12 bookings`
  var summary: String
  var isOver: Bool
  var slots: [Slot]
  /// The bars as SVG paths.
  var arriving: String
  var seated: String
  /// Of the drawing, in its own units.
  var width: Int
  /// Nil where nobody counts: then there is nothing to draw against.
  var line: Line?
  /// Hours below the drawing.
  var hours: [String]

  struct Slot {
    var time: String
    var arriving: Int
    var seated: Int
  }

  /// Where the bars may reach to.
  struct Line {
    var y: Int
    var width: Int
  }

  private static let height = 100
  private static let step = 10

  static func all(_ dashboard: Dashboard, _ dates: PageDates, _ words: PageWords) -> [ServiceChart] {
    dashboard.services.map { ServiceChart($0, dashboard, dates, words) }
  }

  private init(
    _ load: Dashboard.ServiceLoad, _ dashboard: Dashboard, _ dates: PageDates, _ words: PageWords
  ) {
    id = "chart-" + load.period.key
    name = load.period.name
    isOver = load.capacity.covers.map { load.covers > $0 } ?? false
    summary = ServiceChart.summary(load, words)
    let minutes = ServiceChart.grid(load.period)
    let counted = dashboard.bookings.filter { $0.status.countsForCapacity }.map { booking in
      (
        minute: booking.serviceMinute, length: (booking.endsAt.seconds - booking.startsAt.seconds) / 60,
        covers: booking.covers
      )
    }
    let span = minutes.count > 1 ? minutes[1] - minutes[0] : 15
    let loads = minutes.map { minute in
      let arriving = counted.filter { $0.minute >= minute && $0.minute < minute + span }
      let seated = counted.filter { $0.minute < minute + span && $0.minute + $0.length > minute }
      return (minute, arriving.reduce(0) { $0 + $1.covers }, seated.reduce(0) { $0 + $1.covers })
    }
    let limit = dashboard.restaurant.seats ?? load.capacity.covers
    let top = max(limit ?? 0, loads.map(\.2).max() ?? 0, 1)
    let height = ServiceChart.height
    let scaled = { (covers: Int) in covers * (height - 6) / top }
    slots = loads.map { Slot(time: dates.time(minute: $0.0), arriving: $0.1, seated: $0.2) }
    arriving = ServiceChart.bars(loads.map { scaled($0.1) })
    seated = ServiceChart.bars(loads.map { scaled($0.2) })
    let width = max(1, minutes.count) * ServiceChart.step
    line = limit.map { Line(y: height - scaled($0), width: width) }
    self.width = width
    hours = minutes.filter { $0 % 60 == 0 }.map { dates.time(minute: $0) }
  }

  /// A quarter of an hour each, or half of one where there would be too many to tell apart.
  private static func grid(_ period: ServicePeriod) -> [Int] {
    let span = period.closes - period.opens > 360 ? 30 : 15
    return Array(stride(from: period.opens - period.opens % span, to: period.closes, by: span))
  }

  private static func bars(_ heights: [Int]) -> String {
    heights.enumerated().filter { $0.element > 0 }.map { index, tall in
      "M\(index * step + 1) \(height)v-\(tall)h8v\(tall)z"
    }.joined()
  }

  private static func summary(_ load: Dashboard.ServiceLoad, _ words: PageWords) -> String {
    let bookings = words.count("bookings", load.parties)
    guard let most = load.capacity.covers else {
      return words("service_open", ["covers": words.count("covers", load.covers), "bookings": bookings])
    }
    return words(
      "service_full", ["covers": String(load.covers), "most": String(most), "bookings": bookings])
  }
}
