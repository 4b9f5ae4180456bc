import BookingHost

/// What keeps rules from being used, for a person.
enum RuleErrorText {
  /// One line for each mistake, as compilers print them, so that editors find the place.
  static func complain(_ error: RuleBookError) {
    let style = Style.standardError
    for mistake in error.errors {
      let place = mistake.rule.map { "\(style.bold($0)): " } ?? ""
      Output.complain(place + Plain.text(mistake.message))
    }
    let count = Words.count(error.errors.count, "mistake")
    Output.complain("\(style.red("error:")) \(count); these rules cannot be used.")
  }
}
