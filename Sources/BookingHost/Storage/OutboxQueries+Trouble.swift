extension StoreReading {
  /// Whether effects of some kinds wait after an attempt that failed, or have been on their way under a lease that
  /// ends before a moment: whoever tries another now will most likely have to wait as well.
  func hasEffectsInTrouble(kinds: [String], leaseEndsBefore moment: Instant) throws -> Bool {
    let list = marks(kinds.count)
    return try db.exists(
      """
      SELECT 1 FROM effects WHERE state = 'queued' AND attempts > 0 AND kind IN (\(list))
      UNION ALL
      SELECT 1 FROM effects WHERE state = 'sending' AND leased_until < ? AND kind IN (\(list)) LIMIT 1
      """,
      StatementArguments(kinds + [moment.seconds] + kinds as [any Storable]))
  }
}
