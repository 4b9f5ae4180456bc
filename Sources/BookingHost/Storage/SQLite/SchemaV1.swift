/// The first version of the schema, frozen.
///
/// Times are whole seconds since 1970 in UTC, dates ISO text, minutes of a service day whole numbers that go
/// past 1440. CHECKs restate the floor that no rule can lower. Personal data (name, email, phone, notes,
/// answers, and messages about them) is in `guests` and `bookings` only. `effects` may hold a message or
/// reason that an operator's rule composed; everything else refers to a booking by its id.
enum SchemaV1 {
  static let sql = [restaurants, staff, bookings, records].joined(separator: "\n")

  private static let restaurants = """
    CREATE TABLE restaurants (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      slug TEXT NOT NULL UNIQUE CHECK (trim(slug) <> '' AND slug = lower(slug)),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      timezone TEXT NOT NULL CHECK (timezone <> ''),
      phone TEXT CHECK (phone IS NULL OR trim(phone) <> ''),
      email TEXT CHECK (email IS NULL OR trim(email) <> ''),
      address TEXT CHECK (address IS NULL OR trim(address) <> ''),
      locale TEXT NOT NULL CHECK (locale <> ''),
      seats INTEGER CHECK (seats IS NULL OR seats >= 0),
      is_demo INTEGER NOT NULL DEFAULT 0 CHECK (is_demo IN (0, 1))
    ) STRICT;

    CREATE TABLE weekly_hours (
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
      opens INTEGER NOT NULL,
      closes INTEGER NOT NULL,
      closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
      label TEXT CHECK (label IS NULL OR trim(label) <> ''),
      PRIMARY KEY (restaurant_id, weekday),
      CHECK (closed = 1 OR (opens >= 0 AND closes > opens AND closes <= 2880))
    ) STRICT;

    CREATE TABLE dated_hours (
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      date TEXT NOT NULL CHECK (length(date) = 10),
      opens INTEGER NOT NULL,
      closes INTEGER NOT NULL,
      closed INTEGER NOT NULL CHECK (closed IN (0, 1)),
      label TEXT CHECK (label IS NULL OR trim(label) <> ''),
      PRIMARY KEY (restaurant_id, date),
      CHECK (closed = 1 OR (opens >= 0 AND closes > opens AND closes <= 2880))
    ) STRICT;

    -- `weekdays` lists the ISO numbers of the days a service is held on: '156' is Monday, Friday, Saturday.
    CREATE TABLE services (
      id INTEGER NOT NULL PRIMARY KEY,
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      position INTEGER NOT NULL,
      key TEXT NOT NULL CHECK (trim(key) <> ''),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      opens INTEGER NOT NULL CHECK (opens >= 0),
      closes INTEGER NOT NULL CHECK (closes <= 2880),
      weekdays TEXT NOT NULL,
      max_covers INTEGER CHECK (max_covers IS NULL OR max_covers >= 0),
      max_parties INTEGER CHECK (max_parties IS NULL OR max_parties >= 0),
      UNIQUE (restaurant_id, position),
      CHECK (closes > opens)
    ) STRICT;

    CREATE TABLE service_weekday_capacity (
      service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE CASCADE,
      weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
      max_covers INTEGER CHECK (max_covers IS NULL OR max_covers >= 0),
      max_parties INTEGER CHECK (max_parties IS NULL OR max_parties >= 0),
      PRIMARY KEY (service_id, weekday)
    ) STRICT;

    CREATE TABLE service_date_capacity (
      service_id INTEGER NOT NULL REFERENCES services (id) ON DELETE CASCADE,
      date TEXT NOT NULL CHECK (length(date) = 10),
      max_covers INTEGER CHECK (max_covers IS NULL OR max_covers >= 0),
      max_parties INTEGER CHECK (max_parties IS NULL OR max_parties >= 0),
      PRIMARY KEY (service_id, date)
    ) STRICT;

    CREATE TABLE closures (
      id INTEGER NOT NULL PRIMARY KEY,
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      starts_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL,
      reason TEXT CHECK (reason IS NULL OR trim(reason) <> ''),
      CHECK (ends_at > starts_at)
    ) STRICT;
    CREATE INDEX closures_by_restaurant ON closures (restaurant_id, ends_at);
    """

  private static let staff = """
    CREATE TABLE staff (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      email TEXT NOT NULL UNIQUE CHECK (email = lower(email) AND email LIKE '_%@_%'),
      password_hash TEXT CHECK (password_hash IS NULL OR password_hash <> ''),
      created_at INTEGER NOT NULL,
      password_changed_at INTEGER
    ) STRICT;

    CREATE TABLE memberships (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      role TEXT NOT NULL CHECK (role IN ('server', 'host', 'manager', 'owner')),
      PRIMARY KEY (staff_id, restaurant_id)
    ) STRICT;
    CREATE INDEX memberships_by_restaurant ON memberships (restaurant_id);

    -- A session is known by the hash of its token; the token itself is with the person only.
    CREATE TABLE sessions (
      token_hash BLOB NOT NULL PRIMARY KEY CHECK (length(token_hash) = 32),
      staff_id TEXT NOT NULL REFERENCES staff (id),
      created_at INTEGER NOT NULL,
      expires_at INTEGER NOT NULL,
      revoked_at INTEGER,
      CHECK (expires_at > created_at)
    ) STRICT;
    CREATE INDEX sessions_by_staff ON sessions (staff_id);
    CREATE INDEX sessions_by_expiry ON sessions (expires_at);
    """

  private static let bookings = """
    CREATE TABLE rule_revisions (
      revision TEXT NOT NULL PRIMARY KEY CHECK (revision <> ''),
      contract_version INTEGER NOT NULL CHECK (contract_version >= 1),
      stored_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE rule_files (
      revision TEXT NOT NULL REFERENCES rule_revisions (revision),
      path TEXT NOT NULL CHECK (path <> ''),
      content TEXT NOT NULL,
      PRIMARY KEY (revision, path)
    ) STRICT;

    -- `folded_name` is the name without case, accents and spacing: what makes two bookings one guest's,
    -- together with an equal email or phone.
    CREATE TABLE guests (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      folded_name TEXT NOT NULL,
      email TEXT CHECK (email IS NULL OR trim(email) <> ''),
      phone TEXT CHECK (phone IS NULL OR trim(phone) <> ''),
      tags TEXT NOT NULL DEFAULT '[]',
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX guests_by_email ON guests (restaurant_id, email, folded_name) WHERE email IS NOT NULL;
    CREATE INDEX guests_by_phone ON guests (restaurant_id, phone, folded_name) WHERE phone IS NOT NULL;

    -- `search_text` is what a search looks through: name, email, phone digits and reference, folded.
    CREATE TABLE bookings (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      reference TEXT NOT NULL CHECK (trim(reference) <> ''),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      guest_id TEXT NOT NULL REFERENCES guests (id),
      mode TEXT NOT NULL CHECK (mode <> ''),
      start_date TEXT NOT NULL CHECK (length(start_date) = 10),
      start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
      end_date TEXT NOT NULL CHECK (length(end_date) = 10),
      end_minute INTEGER NOT NULL CHECK (end_minute BETWEEN 0 AND 1439),
      service_date TEXT NOT NULL CHECK (length(service_date) = 10),
      service_minute INTEGER NOT NULL CHECK (service_minute BETWEEN 0 AND 2879),
      starts_at INTEGER NOT NULL,
      ends_at INTEGER NOT NULL,
      timezone TEXT NOT NULL CHECK (timezone <> ''),
      party INTEGER NOT NULL CHECK (party >= 1),
      covers INTEGER NOT NULL CHECK (covers >= 0),
      booking_type TEXT CHECK (booking_type IS NULL OR booking_type <> ''),
      seating TEXT CHECK (seating IS NULL OR seating <> ''),
      notes TEXT CHECK (notes IS NULL OR notes <> ''),
      staff_notes TEXT CHECK (staff_notes IS NULL OR staff_notes <> ''),
      name TEXT NOT NULL CHECK (trim(name) <> ''),
      email TEXT CHECK (email IS NULL OR trim(email) <> ''),
      phone TEXT CHECK (phone IS NULL OR trim(phone) <> ''),
      normalised_email TEXT CHECK (normalised_email IS NULL OR trim(normalised_email) <> ''),
      normalised_phone TEXT CHECK (normalised_phone IS NULL OR trim(normalised_phone) <> ''),
      marketing_opt_in INTEGER NOT NULL CHECK (marketing_opt_in IN (0, 1)),
      terms_accepted_at INTEGER,
      status TEXT NOT NULL CHECK
        (status IN ('pending', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
      source TEXT NOT NULL CHECK (source <> ''),
      label TEXT CHECK (label IS NULL OR label <> ''),
      staff_id TEXT REFERENCES staff (id),
      staff_role TEXT CHECK (staff_role IN ('server', 'host', 'manager', 'owner')),
      answers TEXT NOT NULL DEFAULT '{}',
      override_reason TEXT CHECK (override_reason IS NULL OR trim(override_reason) <> ''),
      override_by TEXT REFERENCES staff (id),
      revision TEXT NOT NULL REFERENCES rule_revisions (revision),
      contract_version INTEGER NOT NULL CHECK (contract_version >= 1),
      issues TEXT NOT NULL DEFAULT '[]',
      search_text TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 1 CHECK (version >= 1),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      CHECK (ends_at > starts_at),
      CHECK ((staff_id IS NULL) = (staff_role IS NULL)),
      CHECK ((override_reason IS NULL) = (override_by IS NULL))
    ) STRICT;
    CREATE UNIQUE INDEX bookings_by_reference ON bookings (upper(reference));
    -- Orders the lists, and holds everything capacity needs, so that a diary never touches the wide rows.
    CREATE INDEX bookings_by_service_day ON bookings
      (restaurant_id, service_date, service_minute, reference, status, covers, starts_at, ends_at, id);
    CREATE INDEX bookings_by_guest ON bookings (guest_id, status, starts_at);
    """

  private static let records = """
    -- What was decided, bookings and refusals alike (a refusal has no booking). Issues are codes and numbers
    -- without messages; `snapshot` is the draft and facts in a versioned form without personal data.
    CREATE TABLE decisions (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      booking_id TEXT REFERENCES bookings (id),
      staff_id TEXT,
      mode TEXT NOT NULL CHECK (mode <> ''),
      action TEXT NOT NULL CHECK (action IN ('create', 'walkin', 'change', 'quote')),
      revision TEXT NOT NULL CHECK (revision <> ''),
      contract_version INTEGER NOT NULL CHECK (contract_version >= 1),
      outcome TEXT NOT NULL CHECK (outcome IN ('confirmed', 'pending', 'refused', 'override')),
      issues TEXT NOT NULL DEFAULT '[]',
      snapshot BLOB NOT NULL,
      created_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX decisions_by_restaurant ON decisions (restaurant_id, created_at);
    CREATE INDEX decisions_by_booking ON decisions (booking_id) WHERE booking_id IS NOT NULL;
    CREATE INDEX refusals_by_restaurant ON decisions
      (restaurant_id, created_at, id, booking_id) WHERE booking_id IS NULL;

    -- What should follow a booking, and how far it has got: the outbox.
    CREATE TABLE effects (
      id INTEGER NOT NULL PRIMARY KEY,
      booking_id TEXT NOT NULL REFERENCES bookings (id),
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
      UNIQUE (booking_id, position)
    ) STRICT;
    CREATE INDEX effects_by_state ON effects (state, id);

    -- Who did what, and when; `detail` says which fields were given, never what they held. Outlives the
    -- accounts it names.
    CREATE TABLE audit (
      id INTEGER NOT NULL PRIMARY KEY,
      at INTEGER NOT NULL,
      restaurant_id TEXT REFERENCES restaurants (id),
      staff_id TEXT,
      staff_role TEXT,
      action TEXT NOT NULL CHECK (action <> ''),
      booking_id TEXT REFERENCES bookings (id),
      detail TEXT NOT NULL DEFAULT '{}'
    ) STRICT;
    CREATE INDEX audit_by_booking ON audit (booking_id) WHERE booking_id IS NOT NULL;
    CREATE INDEX audit_by_restaurant ON audit (restaurant_id, at);
    CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
      BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;
    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
      WHEN NOT EXISTS (SELECT 1 FROM restaurants WHERE id = OLD.restaurant_id AND is_demo = 1)
      BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;

    -- `scope` is the caller and the restaurant; key and payload are kept as hashes.
    CREATE TABLE idempotency (
      scope TEXT NOT NULL CHECK (scope <> ''),
      key_hash BLOB NOT NULL CHECK (length(key_hash) > 0),
      payload_hash BLOB NOT NULL CHECK (length(payload_hash) > 0),
      booking_id TEXT NOT NULL REFERENCES bookings (id),
      created_at INTEGER NOT NULL,
      PRIMARY KEY (scope, key_hash)
    ) STRICT;
    CREATE INDEX idempotency_by_booking ON idempotency (booking_id);
    """
}
