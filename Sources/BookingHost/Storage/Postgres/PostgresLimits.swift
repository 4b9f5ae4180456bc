/// How much a store may ask of the server, and how long it waits.
struct PostgresLimits: Hashable, Sendable {
  /// Connections that are open at once.
  var connections = 16
  /// Seconds until who waits for a connection, a lock or another's transaction is told that the store is busy.
  var busySeconds: Double
  /// Seconds that one statement may take.
  var statementSeconds = 60.0

  init(busySeconds: Double = Store.defaultBusySeconds) { self.busySeconds = busySeconds }

  /// What each connection is told. Who dies in the middle of a transaction holds nobody up for longer than a minute.
  var settings: String {
    """
    SET search_path = booking; SET statement_timeout = \(PostgresLimits.milliseconds(statementSeconds));
    SET lock_timeout = \(PostgresLimits.milliseconds(busySeconds));
    SET idle_in_transaction_session_timeout = 60000; SET client_min_messages = error;
    SET jit = off; SET standard_conforming_strings = on; SET bytea_output = hex; SET extra_float_digits = 1;
    SET synchronous_commit = on
    """
  }

  private static func milliseconds(_ seconds: Double) -> Int { max(1, Int(seconds * 1000)) }
}
