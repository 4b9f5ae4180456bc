#if Postgres
  /// The eleventh version of the schema, frozen: a stamp for what is set up about each restaurant, which changes
  /// whenever anything of it is written and is never the same again.
  enum PostgresSchemaV11 {
    static let sql =
      """
      CREATE TABLE setup_stamps (restaurant_id text COLLATE "C" NOT NULL PRIMARY KEY, stamp text NOT NULL);
      INSERT INTO setup_stamps (restaurant_id, stamp) SELECT id, gen_random_uuid()::text FROM restaurants;
      ALTER TABLE setup_stamps ENABLE ROW LEVEL SECURITY;
      CREATE POLICY hosts ON setup_stamps TO booking_host USING (true) WITH CHECK (true);
      GRANT SELECT, INSERT, UPDATE ON setup_stamps TO booking_host;
      CREATE FUNCTION stamp_setup() RETURNS trigger LANGUAGE plpgsql SET search_path = booking AS $$
      DECLARE changed text[];
      BEGIN
        IF TG_TABLE_NAME = 'restaurants' THEN
          changed := ARRAY[NEW.id, OLD.id];
        ELSIF TG_TABLE_NAME IN ('service_weekday_capacity', 'service_date_capacity') THEN
          -- Where the service goes too, its own trigger sees to it.
          changed := ARRAY(SELECT restaurant_id FROM services WHERE id IN (NEW.service_id, OLD.service_id));
        ELSE
          changed := ARRAY[NEW.restaurant_id, OLD.restaurant_id];
        END IF;
        INSERT INTO setup_stamps (restaurant_id, stamp)
          SELECT r, gen_random_uuid()::text FROM (SELECT DISTINCT unnest(changed) AS r) AS all_changed
          WHERE r IS NOT NULL
          ON CONFLICT (restaurant_id) DO UPDATE SET stamp = excluded.stamp;
        RETURN NULL;
      END $$;
      REVOKE ALL ON FUNCTION stamp_setup() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION stamp_setup() TO booking_host;

      """ + tables.map(trigger).joined()

    private static let tables = [
      "restaurants", "weekly_hours", "dated_hours", "services", "service_weekday_capacity",
      "service_date_capacity", "closures",
    ]

    private static func trigger(_ table: String) -> String {
      """
      CREATE TRIGGER \(table)_stamp AFTER INSERT OR UPDATE OR DELETE ON \(table)
        FOR EACH ROW EXECUTE FUNCTION stamp_setup();

      """
    }
  }
#endif
