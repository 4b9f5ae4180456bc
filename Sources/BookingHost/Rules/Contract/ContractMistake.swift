/// Something in the table of a mode file that is not as the contract says.
struct ContractMistake: Sendable {
  /// A sentence for the operator, without the place.
  var message: String
  /// What to write instead, where that can be told.
  var hint: String?
  /// The keys that lead to it.
  var path: [String]
  /// Whether it is the key that is wrong rather than what it is set to.
  var isAboutKey: Bool

  /// As an error of the file: what to write instead in the same sentence, and the line of the key.
  func error(_ places: KeyPlaces) -> RuleError {
    RuleError(.contract, message + (hint.map { "; " + $0 } ?? ""), at: places.place(path))
  }

  /// The place to point at, with columns.
  func range(_ places: KeyPlaces) -> SourceRange? {
    isAboutKey ? places.range(path) : places.valueRange(path) ?? places.range(path)
  }
}
