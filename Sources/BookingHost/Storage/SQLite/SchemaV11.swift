/// The eleventh version of the schema, frozen: a stamp for what is set up about each restaurant, which changes whenever
/// anything of it is written and is never the same again. Who has read a set-up need not read it again while its stamp
/// is there.
enum SchemaV11 {
  static let sql =
    """
    CREATE TABLE setup_stamps (
      restaurant_id TEXT NOT NULL PRIMARY KEY,
      stamp TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    INSERT INTO setup_stamps (restaurant_id, stamp) SELECT id, hex(randomblob(16)) FROM restaurants;
    """
    + triggers("restaurants") { "SELECT \($0).id, hex(randomblob(16)) WHERE true" }
    + ["weekly_hours", "dated_hours", "services", "closures"].map { table in
      triggers(table) { "SELECT \($0).restaurant_id, hex(randomblob(16)) WHERE true" }
    }.joined()
    + ["service_weekday_capacity", "service_date_capacity"].map { table in
      // Where the service goes too, its own trigger sees to it.
      triggers(table) {
        "SELECT restaurant_id, hex(randomblob(16)) FROM services WHERE id = \($0).service_id"
      }
    }.joined()

  /// One for each way to write to a table, and two where a row may go from one restaurant to another; `stamp` makes the
  /// row of the restaurant that `NEW` or `OLD` is about.
  private static func triggers(_ table: String, _ stamp: (_ row: String) -> String) -> String {
    [("INSERT", "NEW"), ("UPDATE", "OLD"), ("UPDATE", "NEW"), ("DELETE", "OLD")].map { way, row in
      """
      CREATE TRIGGER \(table)_stamp_\(way.lowercased())_\(row.lowercased()) AFTER \(way) ON \(table) BEGIN
        INSERT INTO setup_stamps (restaurant_id, stamp) \(stamp(row))
          ON CONFLICT (restaurant_id) DO UPDATE SET stamp = excluded.stamp;
      END;

      """
    }.joined()
  }
}
