/// What has been written to a store so far, as one number. Between two equal states of one store nothing was written,
/// by this process or another; two that differ may still hold the same.
package struct StoreState: Hashable, Sendable {
  private let number: Int

  init(_ number: Int) { self.number = number }
}
