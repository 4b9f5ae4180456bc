/// The eighth version of the schema, frozen: parties who wait for a table, and effects that are about one of them.
enum SchemaV8 {
  static let sql = [waitlist, effects].joined(separator: "\n")

  private static let waitlist = """
    -- `number` counts up over a service day: W7. Name, contact, notes and reason go when the entry is erased; how
    -- many came, how long they waited and how it ended stays.
    CREATE TABLE waitlist (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      service_date TEXT NOT NULL CHECK (length(service_date) = 10),
      number INTEGER NOT NULL CHECK (number >= 1),
      mode TEXT NOT NULL CHECK (mode <> ''),
      party INTEGER NOT NULL CHECK (party >= 1),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      email TEXT CHECK (email IS NULL OR trim(email) <> ''),
      phone TEXT CHECK (phone IS NULL OR trim(phone) <> ''),
      normalised_email TEXT CHECK (normalised_email IS NULL OR trim(normalised_email) <> ''),
      normalised_phone TEXT CHECK (normalised_phone IS NULL OR trim(normalised_phone) <> ''),
      notes TEXT CHECK (notes IS NULL OR notes <> ''),
      seating TEXT CHECK (seating IS NULL OR seating <> ''),
      state TEXT NOT NULL CHECK (state IN ('waiting', 'called', 'seated', 'left')),
      quoted_minutes INTEGER NOT NULL CHECK (quoted_minutes >= 0),
      added_at INTEGER NOT NULL,
      staff_id TEXT NOT NULL,
      staff_role TEXT NOT NULL CHECK (staff_role IN ('server', 'host', 'manager', 'owner')),
      called_at INTEGER,
      held_until INTEGER,
      has_returned INTEGER NOT NULL DEFAULT 0 CHECK (has_returned IN (0, 1)),
      ended_at INTEGER,
      reason TEXT CHECK (reason IS NULL OR trim(reason) <> ''),
      booking_id TEXT REFERENCES bookings (id),
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      updated_at INTEGER NOT NULL,
      erased_at INTEGER,
      UNIQUE (restaurant_id, service_date, number),
      CHECK ((state = 'seated') = (booking_id IS NOT NULL)),
      CHECK ((state IN ('seated', 'left')) = (ended_at IS NOT NULL)),
      CHECK (state <> 'called' OR (called_at IS NOT NULL AND held_until IS NOT NULL))
    ) STRICT;
    -- One party, one booking.
    CREATE UNIQUE INDEX waitlist_by_booking ON waitlist (booking_id) WHERE booking_id IS NOT NULL;
    CREATE INDEX waitlist_open ON waitlist (restaurant_id, service_date, number) WHERE ended_at IS NULL;
    CREATE INDEX waitlist_erased ON waitlist (erased_at) WHERE erased_at IS NOT NULL;
    CREATE INDEX waitlist_with_names ON waitlist (service_date) WHERE erased_at IS NULL;

    -- Whom a line is about. Not a reference: a line outlives everything.
    ALTER TABLE audit ADD COLUMN waitlist_id TEXT;
    CREATE INDEX audit_by_waitlist ON audit (waitlist_id) WHERE waitlist_id IS NOT NULL;
    """

  /// A column cannot be made to take NULL: the table is written anew.
  private static let effects = """
    -- An effect is about a booking or about a party that waits, never about both.
    CREATE TABLE effects_anew (
      id INTEGER NOT NULL PRIMARY KEY,
      booking_id TEXT REFERENCES bookings (id),
      position INTEGER NOT NULL,
      action TEXT NOT NULL CHECK (action IN ('email', 'loyalty', 'notify', 'webhook', 'none')),
      kind TEXT NOT NULL CHECK (kind <> ''),
      template TEXT,
      before_minutes INTEGER,
      points INTEGER,
      points_reason TEXT,
      channel TEXT,
      message TEXT,
      event TEXT,
      skipped TEXT,
      rule TEXT,
      state TEXT NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed', 'skipped')),
      reason TEXT,
      created_at INTEGER NOT NULL,
      trigger TEXT NOT NULL DEFAULT 'created' CHECK (trigger <> ''),
      due_at INTEGER NOT NULL DEFAULT 0,
      expires_at INTEGER,
      lease TEXT CHECK (lease IS NULL OR lease <> ''),
      leased_until INTEGER,
      attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      is_uncertain INTEGER NOT NULL DEFAULT 0 CHECK (is_uncertain IN (0, 1)),
      delivered_at INTEGER,
      follows INTEGER REFERENCES booking_transitions (id),
      stopped_by INTEGER REFERENCES booking_transitions (id),
      waitlist_id TEXT REFERENCES waitlist (id),
      UNIQUE (booking_id, position),
      CHECK ((booking_id IS NULL) <> (waitlist_id IS NULL))
    ) STRICT;
    INSERT INTO effects_anew
      SELECT id, booking_id, position, action, kind, template, before_minutes, points, points_reason, channel, message,
        event, skipped, rule, state, reason, created_at, trigger, due_at, expires_at, lease, leased_until, attempts,
        is_uncertain, delivered_at, follows, stopped_by, NULL
      FROM effects;
    DROP TABLE effects;
    ALTER TABLE effects_anew RENAME TO effects;
    CREATE INDEX effects_by_state ON effects (state, id);
    CREATE INDEX effects_due ON effects (due_at, id) WHERE state = 'queued';
    CREATE INDEX effects_leased ON effects (leased_until) WHERE state = 'sending';
    CREATE INDEX effects_by_step ON effects (follows) WHERE follows IS NOT NULL;
    CREATE INDEX effects_stopped ON effects (stopped_by) WHERE stopped_by IS NOT NULL;
    CREATE UNIQUE INDEX effects_by_waitlist ON effects (waitlist_id, position) WHERE waitlist_id IS NOT NULL;
    """
}
