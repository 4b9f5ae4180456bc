/// The fifth version of the schema, frozen: the life of a booking after it is made.
enum SchemaV5 {
  static let sql = """
    -- Where the guests sit, in the house's own words.
    ALTER TABLE bookings ADD COLUMN table_name TEXT CHECK (table_name IS NULL OR trim(table_name) <> '');
    -- How often what was agreed has been changed.
    ALTER TABLE bookings ADD COLUMN changes INTEGER NOT NULL DEFAULT 0 CHECK (changes >= 0);

    -- Each step from one status to another, beside its line in the audit trail. What staff wrote, which may name a
    -- guest, is here and not there: this can be taken out one day, a line of the trail cannot. `takes_back` is the
    -- step whose consequences this one sets back; an undo goes to where that step came from. `issues` are what the
    -- rules found and let pass.
    CREATE TABLE booking_transitions (
      id INTEGER NOT NULL PRIMARY KEY,
      booking_id TEXT NOT NULL REFERENCES bookings (id),
      audit_id INTEGER NOT NULL,
      at INTEGER NOT NULL,
      staff_id TEXT,
      from_status TEXT NOT NULL CHECK
        (from_status IN ('pending', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
      to_status TEXT NOT NULL CHECK
        (to_status IN ('pending', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
      is_undo INTEGER NOT NULL CHECK (is_undo IN (0, 1)),
      takes_back INTEGER REFERENCES booking_transitions (id),
      table_before TEXT,
      reason TEXT CHECK (reason IS NULL OR trim(reason) <> ''),
      override_reason TEXT CHECK (override_reason IS NULL OR trim(override_reason) <> ''),
      issues TEXT NOT NULL DEFAULT '[]',
      CHECK (is_undo = 0 OR takes_back IS NOT NULL),
      CHECK (from_status <> to_status)
    ) STRICT;
    CREATE INDEX booking_transitions_by_booking ON booking_transitions (booking_id, id);
    CREATE INDEX booking_transitions_taken_back ON booking_transitions (takes_back) WHERE takes_back IS NOT NULL;

    -- The step that an effect follows, and the one that has made it senseless.
    ALTER TABLE effects ADD COLUMN follows INTEGER REFERENCES booking_transitions (id);
    ALTER TABLE effects ADD COLUMN stopped_by INTEGER REFERENCES booking_transitions (id);
    CREATE INDEX effects_by_step ON effects (follows) WHERE follows IS NOT NULL;
    CREATE INDEX effects_stopped ON effects (stopped_by) WHERE stopped_by IS NOT NULL;
    """
}
