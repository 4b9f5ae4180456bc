/// What became of the mutants of a rule directory.
package struct MutationReport: Hashable, Sendable {
  /// How many there were.
  package var total: Int
  /// Noticed by a test.
  package var killed: Int
  /// Kept from loading by the host's own checks.
  package var invalid: Int
  /// Noticed by no test, in the order of the source.
  package var survivors: [Mutant]

  package init(total: Int, killed: Int, invalid: Int, survivors: [Mutant]) {
    self.total = total
    self.killed = killed
    self.invalid = invalid
    self.survivors = survivors
  }
}
