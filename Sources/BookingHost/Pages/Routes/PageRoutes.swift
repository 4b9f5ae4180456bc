/// Every page there is. Pages are made of the same desk and store as the API, and like its routes they are plain
/// functions from what was asked to what is answered.
package enum PageRoutes {
  package static func all(_ services: WebServices) -> [Endpoint] {
    AssetPages(services).endpoints + SignInPages(services).endpoints + guests(services) + shift(services)
      + house(services)
  }

  private static func guests(_ services: WebServices) -> [Endpoint] {
    GuestPages(services).endpoints + GuestBookingPages(services).endpoints
  }

  /// What staff need on a shift.
  private static func shift(_ services: WebServices) -> [Endpoint] {
    DashboardPages(services).endpoints + NewBookingPages(services).endpoints
      + OpsBookingPages(services).endpoints + WaitlistPages(services).endpoints
  }

  /// Settings, rules, and the links with which passwords are set.
  private static func house(_ services: WebServices) -> [Endpoint] {
    SettingsPages(services).endpoints + SettingsStaffPages(services).endpoints
      + SettingsCalendarPages(services).endpoints + WelcomePages(services).endpoints
      + RulesPages(services).endpoints
  }
}

extension WebServices {
  /// The shell of pages in a restaurant's language.
  func shell(_ restaurant: Restaurant? = nil) -> PageShell {
    PageShell(pages(), locale: restaurant?.locale ?? "en-GB")
  }
}
