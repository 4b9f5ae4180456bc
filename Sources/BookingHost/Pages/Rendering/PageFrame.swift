/// What is around every page: its title, who is signed in, where one can go.
struct PageFrame {
  var title: String
  /// `en`; and `rtl` for languages that are written from the right.
  var language: String
  var direction: String
  var style: String
  var icon: String
  var scripts: [String]
  /// The restaurant, or the product where there is none.
  var heading: String
  /// Where the heading leads.
  var home: String
  /// The places in the bar at the top, for staff.
  var places: [Place] = []
  var `switch`: RestaurantSwitch?
  /// Who is signed in.
  var account: String?
  /// What forms of a signed-in browser carry.
  var csrf: String?

  struct Place {
    var name: String
    var address: String
    var isHere: Bool
  }

  init(_ templates: PageTemplates, _ words: PageWords, title: String, heading: String, home: String) {
    self.title = title == heading ? title : "\(title) · \(heading)"
    self.heading = heading
    self.home = home
    language = words.language
    direction = PageFrame.rightToLeft.contains(words.language) ? "rtl" : "ltr"
    style = templates.assets.address("site.css")
    icon = templates.assets.address("icon.svg")
    scripts = [templates.assets.address("site.js")]
  }

  private static let rightToLeft: Set<String> = ["ar", "fa", "he", "ur"]
}
