import ArgumentParser
import BookingHost

/// `rules reference`: everything that rules can say, as a page.
struct RulesReferenceCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reference", abstract: "Print every key, issue, fact and function as Markdown.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    try Output(common.format).result(["markdown": ReferencePage.markdown]) {
      String(ReferencePage.markdown.dropLast())
    }
  }
}
