import BookingHost

/// What `setup` made, and what to do next.
struct SetupText {
  let report: Setup.Report
  let isDemo: Bool
  let directory: String
  let style: Style

  init(_ report: Setup.Report, isDemo: Bool, directory: String, style: Style) {
    self.report = report
    self.isDemo = isDemo
    self.directory = directory
    self.style = style
  }

  var text: String {
    let kind = isDemo ? "The demo is" : "Your restaurant is"
    return """
      \(style.bold("\(kind) ready in \(Plain.text(directory))"))

      \(restaurants)

      \(staff)

      \(style.dim("Next:"))  \(next)
      """
  }

  private var restaurants: String {
    let rows = report.restaurants.map { [$0.name, style.dim($0.slug), style.dim($0.zone.identifier)] }
    return Table(rows: rows).text
  }

  private var staff: String {
    let rows = report.staff.map { member in
      [member.role.rawValue, member.email, member.password.map(style.cyan) ?? style.dim("no password yet")]
    }
    let heading = isDemo ? "Staff, with passwords that are shown this once\n" : "Staff\n"
    return heading + Table(rows: rows).text
  }

  private var next: String {
    let member = report.staff.first { $0.role == .host } ?? report.staff.first
    let email = member?.email ?? "EMAIL"
    return member?.password == nil ? "host-cli staff password \(email)" : "host-cli sign-in \(email)"
  }
}
