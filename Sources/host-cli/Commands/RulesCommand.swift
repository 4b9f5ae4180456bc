import ArgumentParser

/// `rules`: the operator's workbench.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "Work on the booking rules.",
    subcommands: [],
    groupedSubcommands: [
      CommandGroup(
        name: "Before an edit goes live",
        subcommands: [
          RulesCheckCommand.self,
          RulesTestCommand.self,
          RulesAcceptCommand.self,
          RulesExplainCommand.self,
          RulesDiffCommand.self,
          RulesReplayCommand.self,
          RulesBenchCommand.self,
          RulesTypesCommand.self,
          RulesReferenceCommand.self,
        ]),
      CommandGroup(
        name: "What is live",
        subcommands: [
          RulesStatusCommand.self,
          RulesLogCommand.self,
          RulesShowCommand.self,
          RulesRollbackCommand.self,
          RulesResumeCommand.self,
        ]),
      CommandGroup(
        name: "What rules have done",
        subcommands: [
          RulesRefusalsCommand.self,
          RulesStatsCommand.self,
          RulesShadowCommand.self,
        ]),
    ])
}
