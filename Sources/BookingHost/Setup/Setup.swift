/// What `setup` puts into a store.
package enum Setup {
  /// What was set up, to be shown once: the passwords are kept nowhere else.
  package struct Report: Sendable {
    package var restaurants: [Restaurant]
    package var staff: [Staff]

    package struct Staff: Hashable, Sendable {
      package var email: String
      /// Nil when it still has to be set.
      package var password: String?
      package var role: Role
      /// Slugs.
      package var restaurants: [String]
    }
  }

  /// Something `setup` was asked for that cannot be.
  package struct Refusal: Error, Hashable, Sendable {
    /// Stable, in snake case: `slug_taken`.
    package var code: String
    /// Which of the options it is about: `slug`.
    package var field: String
    /// A sentence for a person.
    package var message: String
  }
}
