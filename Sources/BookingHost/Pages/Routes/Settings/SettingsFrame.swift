/// What the pages of the settings and of the rules have above their contents: where one is among them, what was just
/// done, and what is wrong with what was typed.
struct HouseChrome {
  var tabs: [Tab]
  var tabsLabel: String
  var title: String
  var done: String?
  var hasErrors = false
  var errors: [SettingsFault] = []
  /// The tab one is on.
  var path: String?

  struct Tab {
    var name: String
    var address: String
    var isHere: Bool
  }
}

/// Something typed that cannot be, and the id of the field it was typed in.
struct SettingsFault: Error, Hashable {
  var target: String?
  var message: String
}

/// Everything that is wrong with a form.
struct SettingsFaults: Error {
  var all: [SettingsFault]
}

/// One question of a settings form.
struct SettingsInput {
  var id: String
  var name: String
  var label: String
  var value: String
  /// What it was when the page was made: only what somebody has changed is changed.
  var was: String
  var help: String?
  var error: String?
  var describedBy: String?
  var type = "text"
  var inputMode: String?
  var isLabelHidden = false
  var choices: [Choice] = []
  var hasChoices = false

  struct Choice {
    var value: String
    var label: String
    var isChosen: Bool
  }
}

/// A form as it was posted, for drawing it again and for reading a change out of it. Which of a page's forms it was is
/// its `scope`: ids of its fields begin with it.
struct SettingsTyped {
  var form: PostedForm?
  var scope: String?
  var faults: [SettingsFault] = []

  /// A field that shows what was typed in it, else what is set.
  func input(_ scope: String, _ name: String, _ label: String, is stored: String = "", help: String? = nil)
    -> SettingsInput
  {
    let id = "\(scope)-\(name)"
    let isTyped = self.scope == scope
    let error = faults.first { $0.target == id }?.message
    let describing = [help.map { _ in id + "-help" }, error.map { _ in id + "-error" }].compactMap { $0 }
    return SettingsInput(
      id: id, name: name, label: label, value: isTyped ? form?[name] ?? "" : stored,
      was: isTyped ? form?["was." + name] ?? "" : stored, help: help, error: error,
      describedBy: describing.isEmpty ? nil : describing.joined(separator: " "))
  }

  func choice(
    _ scope: String, _ name: String, _ label: String, is stored: String, of choices: [(String, String)],
    help: String? = nil
  ) -> SettingsInput {
    var input = input(scope, name, label, is: stored, help: help)
    input.hasChoices = true
    input.choices = choices.map { .init(value: $0.0, label: $0.1, isChosen: $0.0 == input.value) }
    return input
  }
}

extension SettingsInput {
  /// The same with another kind of keyboard, or of `input`.
  func typed(_ type: String, inputMode: String? = nil) -> SettingsInput {
    var input = self
    (input.type, input.inputMode) = (type, inputMode)
    return input
  }

  /// The same, its label for those who cannot see what stands above it.
  var withHiddenLabel: SettingsInput {
    var input = self
    input.isLabelHidden = true
    return input
  }
}

extension HouseChrome {
  static func settings(
    _ place: OpsPlace, at part: SettingsPart?, done: String? = nil, faults: [SettingsFault] = [],
    title: String? = nil
  ) -> HouseChrome {
    let words = place.shell.words
    return HouseChrome(
      tabs: SettingsPart.allCases.map {
        Tab(name: words("settings_\($0.rawValue)"), address: place.address($0.path), isHere: $0 == part)
      }, tabsLabel: words("settings_parts"),
      title: title ?? part.map { words("settings_\($0.rawValue)") } ?? words("place_settings"),
      done: done.flatMap { words.known("settings_done_\($0)") }, hasErrors: !faults.isEmpty, errors: faults,
      path: part?.path)
  }
}

/// The pages of the settings.
enum SettingsPart: String, CaseIterable {
  case details, hours, closures, services, staff, calendar, history

  var path: String { self == .details ? "/ops/settings" : "/ops/settings/\(rawValue)" }
}
