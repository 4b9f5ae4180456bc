/// Asks again and again until an answer is as it is wanted, and returns it; the last one where a minute is not enough.
/// For what another process, or a database, does in its own time.
func asking<T>(until isWanted: (T) -> Bool, _ ask: () throws -> T) rethrows -> T {
  let deadline = ContinuousClock.now + .seconds(60)
  while true {
    let answer = try ask()
    if isWanted(answer) || ContinuousClock.now > deadline { return answer }
  }
}
