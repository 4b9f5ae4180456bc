#if Postgres
  /// Frozen: bookings with their guests, decisions, steps and parties that wait.
  extension PostgresSchemaV8 {
    static let bookings = """
      -- `folded_name` is the name without case, accents and spacing: what makes two bookings one guest's,
      -- together with an equal email or phone.
      CREATE TABLE guests (
        id text COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
        restaurant_id text COLLATE "C" NOT NULL REFERENCES restaurants (id),
        name text COLLATE "C" NOT NULL CHECK (trim(name) <> ''),
        folded_name text COLLATE "C" NOT NULL,
        email text COLLATE "C" CHECK (email IS NULL OR trim(email) <> ''),
        phone text COLLATE "C" CHECK (phone IS NULL OR trim(phone) <> ''),
        tags text COLLATE "C" NOT NULL DEFAULT '[]',
        created_at bigint NOT NULL,
        notes text COLLATE "C" CHECK (notes IS NULL OR trim(notes) <> ''),
        allergies text COLLATE "C" CHECK (allergies IS NULL OR trim(allergies) <> ''),
        merged_into text COLLATE "C" REFERENCES guests (id),
        erased_at bigint
      );
      CREATE INDEX guests_by_email ON guests (restaurant_id, email, folded_name) WHERE email IS NOT NULL;
      CREATE INDEX guests_by_phone ON guests (restaurant_id, phone, folded_name) WHERE phone IS NOT NULL;
      CREATE INDEX guests_by_restaurant ON guests (restaurant_id, folded_name) WHERE merged_into IS NULL;
      CREATE INDEX guests_merged ON guests (merged_into) WHERE merged_into IS NOT NULL;
      CREATE INDEX guests_erased ON guests (erased_at) WHERE erased_at IS NOT NULL;

      -- `search_text` is what a search looks through: name, email, phone digits and reference, folded.
      CREATE TABLE bookings (
        id text COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
        reference text COLLATE "C" NOT NULL CHECK (trim(reference) <> ''),
        restaurant_id text COLLATE "C" NOT NULL REFERENCES restaurants (id),
        guest_id text COLLATE "C" NOT NULL REFERENCES guests (id),
        mode text COLLATE "C" NOT NULL CHECK (mode <> ''),
        start_date text COLLATE "C" NOT NULL CHECK (length(start_date) = 10),
        start_minute bigint NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
        end_date text COLLATE "C" NOT NULL CHECK (length(end_date) = 10),
        end_minute bigint NOT NULL CHECK (end_minute BETWEEN 0 AND 1439),
        service_date text COLLATE "C" NOT NULL CHECK (length(service_date) = 10),
        service_minute bigint NOT NULL CHECK (service_minute BETWEEN 0 AND 2879),
        starts_at bigint NOT NULL,
        ends_at bigint NOT NULL,
        timezone text COLLATE "C" NOT NULL CHECK (timezone <> ''),
        party bigint NOT NULL CHECK (party >= 1),
        covers bigint NOT NULL CHECK (covers >= 0),
        booking_type text COLLATE "C" CHECK (booking_type IS NULL OR booking_type <> ''),
        seating text COLLATE "C" CHECK (seating IS NULL OR seating <> ''),
        notes text COLLATE "C" CHECK (notes IS NULL OR notes <> ''),
        staff_notes text COLLATE "C" CHECK (staff_notes IS NULL OR staff_notes <> ''),
        name text COLLATE "C" NOT NULL CHECK (trim(name) <> ''),
        email text COLLATE "C" CHECK (email IS NULL OR trim(email) <> ''),
        phone text COLLATE "C" CHECK (phone IS NULL OR trim(phone) <> ''),
        normalised_email text COLLATE "C" CHECK (normalised_email IS NULL OR trim(normalised_email) <> ''),
        normalised_phone text COLLATE "C" CHECK (normalised_phone IS NULL OR trim(normalised_phone) <> ''),
        marketing_opt_in bigint NOT NULL CHECK (marketing_opt_in IN (0, 1)),
        terms_accepted_at bigint,
        status text COLLATE "C" NOT NULL
          CHECK (status IN ('pending', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
        source text COLLATE "C" NOT NULL CHECK (source <> ''),
        label text COLLATE "C" CHECK (label IS NULL OR label <> ''),
        staff_id text COLLATE "C" REFERENCES staff (id),
        staff_role text COLLATE "C" CHECK (staff_role IN ('server', 'host', 'manager', 'owner')),
        answers text COLLATE "C" NOT NULL DEFAULT '{}',
        override_reason text COLLATE "C" CHECK (override_reason IS NULL OR trim(override_reason) <> ''),
        override_by text COLLATE "C" REFERENCES staff (id),
        revision text COLLATE "C" NOT NULL REFERENCES rule_revisions (revision),
        contract_version bigint NOT NULL CHECK (contract_version >= 1),
        issues text COLLATE "C" NOT NULL DEFAULT '[]',
        search_text text COLLATE "C" NOT NULL,
        version bigint NOT NULL DEFAULT 1 CHECK (version >= 1),
        created_at bigint NOT NULL,
        updated_at bigint NOT NULL,
        table_name text COLLATE "C" CHECK (table_name IS NULL OR trim(table_name) <> ''),
        changes bigint NOT NULL DEFAULT 0 CHECK (changes >= 0),
        CHECK (ends_at > starts_at),
        CHECK ((staff_id IS NULL) = (staff_role IS NULL)),
        CHECK ((override_reason IS NULL) = (override_by IS NULL))
      );
      CREATE UNIQUE INDEX bookings_by_reference ON bookings (upper(reference));
      -- Orders the lists, and holds everything capacity needs, so that a diary never touches the wide rows.
      CREATE INDEX bookings_by_service_day ON bookings (restaurant_id, service_date, service_minute,
        reference, status, covers, starts_at, ends_at, id);
      CREATE INDEX bookings_by_guest ON bookings (guest_id, status, starts_at);

      -- Each step from one status to another, beside its line in the audit trail. What staff wrote, which may
      -- name a
      -- guest, is here and not there: this can be taken out one day, a line of the trail cannot. `takes_back`
      -- is the
      -- step whose consequences this one sets back; an undo goes to where that step came from. `issues` are
      -- what the
      -- rules found and let pass.
      CREATE TABLE booking_transitions (
        id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
        booking_id text COLLATE "C" NOT NULL REFERENCES bookings (id),
        audit_id bigint NOT NULL,
        at bigint NOT NULL,
        staff_id text COLLATE "C",
        from_status text COLLATE "C" NOT NULL
          CHECK (from_status IN ('pending', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
        to_status text COLLATE "C" NOT NULL
          CHECK (to_status IN ('pending', 'confirmed', 'checked_in', 'completed', 'cancelled', 'no_show')),
        is_undo bigint NOT NULL CHECK (is_undo IN (0, 1)),
        takes_back bigint REFERENCES booking_transitions (id),
        table_before text COLLATE "C",
        reason text COLLATE "C" CHECK (reason IS NULL OR trim(reason) <> ''),
        override_reason text COLLATE "C" CHECK (override_reason IS NULL OR trim(override_reason) <> ''),
        issues text COLLATE "C" NOT NULL DEFAULT '[]',
        CHECK (is_undo = 0 OR takes_back IS NOT NULL),
        CHECK (from_status <> to_status)
      );
      CREATE INDEX booking_transitions_by_booking ON booking_transitions (booking_id, id);
      CREATE INDEX booking_transitions_taken_back ON booking_transitions (takes_back)
        WHERE takes_back IS NOT NULL;

      -- `number` counts up over a service day: W7. Name, contact, notes and reason go when the entry is
      -- erased; how
      -- many came, how long they waited and how it ended stays.
      CREATE TABLE waitlist (
        id text COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
        restaurant_id text COLLATE "C" NOT NULL REFERENCES restaurants (id),
        service_date text COLLATE "C" NOT NULL CHECK (length(service_date) = 10),
        number bigint NOT NULL CHECK (number >= 1),
        mode text COLLATE "C" NOT NULL CHECK (mode <> ''),
        party bigint NOT NULL CHECK (party >= 1),
        name text COLLATE "C" NOT NULL CHECK (trim(name) <> ''),
        email text COLLATE "C" CHECK (email IS NULL OR trim(email) <> ''),
        phone text COLLATE "C" CHECK (phone IS NULL OR trim(phone) <> ''),
        normalised_email text COLLATE "C" CHECK (normalised_email IS NULL OR trim(normalised_email) <> ''),
        normalised_phone text COLLATE "C" CHECK (normalised_phone IS NULL OR trim(normalised_phone) <> ''),
        notes text COLLATE "C" CHECK (notes IS NULL OR notes <> ''),
        seating text COLLATE "C" CHECK (seating IS NULL OR seating <> ''),
        state text COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'called', 'seated', 'left')),
        quoted_minutes bigint NOT NULL CHECK (quoted_minutes >= 0),
        added_at bigint NOT NULL,
        staff_id text COLLATE "C" NOT NULL,
        staff_role text COLLATE "C" NOT NULL CHECK (staff_role IN ('server', 'host', 'manager', 'owner')),
        called_at bigint,
        held_until bigint,
        has_returned bigint NOT NULL DEFAULT 0 CHECK (has_returned IN (0, 1)),
        ended_at bigint,
        reason text COLLATE "C" CHECK (reason IS NULL OR trim(reason) <> ''),
        booking_id text COLLATE "C" REFERENCES bookings (id),
        version bigint NOT NULL DEFAULT 1 CHECK (version >= 1),
        updated_at bigint NOT NULL,
        erased_at bigint,
        UNIQUE (restaurant_id, service_date, number),
        CHECK ((state = 'seated') = (booking_id IS NOT NULL)),
        CHECK ((state IN ('seated', 'left')) = (ended_at IS NOT NULL)),
        CHECK (state <> 'called' OR (called_at IS NOT NULL AND held_until IS NOT NULL))
      );
      -- One party, one booking.
      CREATE UNIQUE INDEX waitlist_by_booking ON waitlist (booking_id) WHERE booking_id IS NOT NULL;
      CREATE INDEX waitlist_open ON waitlist (restaurant_id, service_date, number) WHERE ended_at IS NULL;
      CREATE INDEX waitlist_erased ON waitlist (erased_at) WHERE erased_at IS NOT NULL;
      CREATE INDEX waitlist_with_names ON waitlist (service_date) WHERE erased_at IS NULL;

      -- What was decided, bookings and refusals alike (a refusal has no booking). Issues are codes and numbers
      -- without messages; `snapshot` is the draft and facts in a versioned form without personal data.
      CREATE TABLE decisions (
        id text COLLATE "C" NOT NULL PRIMARY KEY CHECK (id <> ''),
        restaurant_id text COLLATE "C" NOT NULL REFERENCES restaurants (id),
        booking_id text COLLATE "C" REFERENCES bookings (id),
        staff_id text COLLATE "C",
        mode text COLLATE "C" NOT NULL CHECK (mode <> ''),
        action text COLLATE "C" NOT NULL CHECK (action IN ('create', 'walkin', 'change', 'quote')),
        revision text COLLATE "C" NOT NULL CHECK (revision <> ''),
        contract_version bigint NOT NULL CHECK (contract_version >= 1),
        outcome text COLLATE "C" NOT NULL CHECK (outcome IN ('confirmed', 'pending', 'refused', 'override')),
        issues text COLLATE "C" NOT NULL DEFAULT '[]',
        snapshot bytea NOT NULL,
        created_at bigint NOT NULL,
        rowid bigint GENERATED BY DEFAULT AS IDENTITY
      );
      CREATE INDEX decisions_by_restaurant ON decisions (restaurant_id, created_at);
      CREATE INDEX decisions_by_booking ON decisions (booking_id) WHERE booking_id IS NOT NULL;
      CREATE INDEX refusals_by_restaurant ON decisions (restaurant_id, created_at, id, booking_id)
        WHERE booking_id IS NULL;
      CREATE INDEX refusals_by_revision ON decisions (revision) WHERE booking_id IS NULL;
      -- Attempts at which a rule failed.
      CREATE INDEX rule_failures ON decisions (revision, created_at)
        WHERE instr(issues, '"code":"rule_failed"') > 0;
      CREATE UNIQUE INDEX decisions_by_row ON decisions (rowid);

      -- Who did what, and when; `detail` says which fields were given, never what they held. Outlives the
      -- accounts it names.
      CREATE TABLE audit (
        id bigint NOT NULL PRIMARY KEY DEFAULT next_line(),
        at bigint NOT NULL,
        restaurant_id text COLLATE "C" REFERENCES restaurants (id),
        staff_id text COLLATE "C",
        staff_role text COLLATE "C",
        action text COLLATE "C" NOT NULL CHECK (action <> ''),
        booking_id text COLLATE "C" REFERENCES bookings (id),
        detail json NOT NULL DEFAULT '{}',
        guest_id text COLLATE "C",
        waitlist_id text COLLATE "C"
      );
      CREATE INDEX audit_by_booking ON audit (booking_id) WHERE booking_id IS NOT NULL;
      CREATE INDEX audit_by_restaurant ON audit (restaurant_id, at);
      CREATE INDEX audit_by_guest ON audit (guest_id) WHERE guest_id IS NOT NULL;
      CREATE INDEX audit_by_waitlist ON audit (waitlist_id) WHERE waitlist_id IS NOT NULL;

      -- `scope` is the caller and the restaurant; key and payload are kept as hashes.
      CREATE TABLE idempotency (
        scope text COLLATE "C" NOT NULL CHECK (scope <> ''),
        key_hash bytea NOT NULL CHECK (length(key_hash) > 0),
        payload_hash bytea NOT NULL CHECK (length(payload_hash) > 0),
        booking_id text COLLATE "C" NOT NULL REFERENCES bookings (id),
        created_at bigint NOT NULL,
        PRIMARY KEY (scope, key_hash)
      );
      CREATE INDEX idempotency_by_booking ON idempotency (booking_id);

      -- A row while something has been erased and the file not been rewritten yet: until then it can be read
      -- out of it.
      CREATE TABLE pending_sweep (
        id bigint NOT NULL PRIMARY KEY CHECK (id = 1),
        since bigint NOT NULL
      );
      """
  }
#endif
