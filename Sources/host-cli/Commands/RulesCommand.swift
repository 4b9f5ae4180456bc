import ArgumentParser

/// `rules`: the operator's workbench.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Work on the booking rules.",
    subcommands: [
      RulesCheckCommand.self, RulesExplainCommand.self, RulesBenchCommand.self,
      RulesDiffCommand.self, RulesReplayCommand.self,
    ])
}
