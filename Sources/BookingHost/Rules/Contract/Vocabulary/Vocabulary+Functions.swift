// What a rule can call besides Lua's library.
extension Vocabulary {
  /// What `check` and `transitions` may call.
  package static let checkRecorders: [VocabularyFunction] = [
    VocabularyFunction("refuse", [code, message, field], "refuses the booking"),
    VocabularyFunction("warn", [code, message, field], "lets it pass; staff see why, and it is stored"),
    VocabularyFunction(
      "override", [code, message, role, field], "refuses it, unless someone of the role gives a reason"),
  ]

  /// What `effects` and `on` may call.
  package static let effectRecorders: [VocabularyFunction] = [
    VocabularyFunction(
      "email",
      [
        VocabularyTerm("template", .identifier, "the template in mail/"),
        VocabularyTerm("options", .record(emailOptions), optional: true, "when it is sent"),
      ], "sends the guest an email; left out when there is no address"),
    VocabularyFunction(
      "loyalty",
      [
        VocabularyTerm("points", .integer, "how many; fewer than 0 takes them away"),
        VocabularyTerm("reason", .text, optional: true, "what for"),
      ], "gives the guest loyalty points"),
    VocabularyFunction(
      "notify",
      [
        VocabularyTerm("channel", .identifier, "who is told, such as \"floor\""),
        VocabularyTerm("message", .text, optional: true, "what they are told"),
      ], "tells staff"),
    VocabularyFunction(
      "webhook", [VocabularyTerm("event", .text, "what happened, such as \"booking.created\"")],
      "tells another program"),
    VocabularyFunction(
      "skip",
      [
        VocabularyTerm("kind", .oneOf(Effect.kinds, called: "kind of effect"), "what is left out"),
        VocabularyTerm("reason", .text, "why, for staff to read"),
      ], "notes that an effect is left out on purpose"),
  ]

  package static let recorders = checkRecorders + effectRecorders

  /// What any rule may call.
  package static let atLeast = VocabularyFunction(
    "at_least", [role], gives: .boolean, "whether the person booking has the role or a higher one")

  package static let emailOptions = [
    VocabularyTerm(
      "before_minutes", .integer, optional: true, "how long before the start; at once if left out")
  ]

  private static let code = VocabularyTerm("code", .identifier, "what it is called in lists and answers")
  private static let message = VocabularyTerm("message", .text, "the sentence that people read")
  private static let field = VocabularyTerm(
    "field", .identifier, optional: true, "the field it is about, so that a form can show it there")
  private static let role = VocabularyTerm(
    "role", .oneOf(Role.ofStaff.map(\.rawValue), called: "role"), "the lowest role that will do")
}
