extension StoreReading {
  /// Whether effects of some kinds wait after an attempt that failed, or have been on their way under a lease that
  /// ends before a moment: whoever tries another now will most likely have to wait as well.
  func hasEffectsInTrouble(kinds: [String], leaseEndsBefore moment: Instant) throws -> Bool {
    let kinds = InList(kinds)
    return try db.exists(
      """
      SELECT 1 FROM effects WHERE state = 'queued' AND attempts > 0 AND kind \(kinds.condition)
      UNION ALL
      SELECT 1 FROM effects WHERE state = 'sending' AND leased_until < ? AND kind \(kinds.condition) LIMIT 1
      """,
      StatementArguments(kinds.values + [moment.seconds] + kinds.values as [any Storable]))
  }
}
