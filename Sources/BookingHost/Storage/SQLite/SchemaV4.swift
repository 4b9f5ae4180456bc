/// The fourth version of the schema, frozen: effects as an outbox, the loyalty ledger, staff notices, and
/// webhook endpoints.
enum SchemaV4 {
  static let sql = [outbox, ledger, webhooks].joined(separator: "\n")

  private static let outbox = """
    -- `trigger` is the event that an effect follows: 'created', or one of a booking's later events.
    ALTER TABLE effects ADD COLUMN trigger TEXT NOT NULL DEFAULT 'created' CHECK (trigger <> '');
    -- When it is to be tried next, and after when no longer (NULL: it never is too late).
    ALTER TABLE effects ADD COLUMN due_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE effects ADD COLUMN expires_at INTEGER;
    -- Who is trying now, and until when that is believed.
    ALTER TABLE effects ADD COLUMN lease TEXT CHECK (lease IS NULL OR lease <> '');
    ALTER TABLE effects ADD COLUMN leased_until INTEGER;
    ALTER TABLE effects ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0);
    -- Whether it may have happened more than once: the outcome of an attempt is not known.
    ALTER TABLE effects ADD COLUMN is_uncertain INTEGER NOT NULL DEFAULT 0 CHECK (is_uncertain IN (0, 1));
    ALTER TABLE effects ADD COLUMN delivered_at INTEGER;
    -- For a webhook one effect goes to each endpoint: its deliveries are apart, see webhook_deliveries.
    UPDATE effects SET due_at = created_at;
    CREATE INDEX effects_due ON effects (due_at, id) WHERE state = 'queued';
    CREATE INDEX effects_leased ON effects (leased_until) WHERE state = 'sending';

    -- Every attempt, for who asks why: `outcome` as the deliverer said it, `reason` without personal data.
    CREATE TABLE effect_attempts (
      effect_id INTEGER NOT NULL REFERENCES effects (id) ON DELETE CASCADE,
      number INTEGER NOT NULL CHECK (number >= 1),
      at INTEGER NOT NULL,
      outcome TEXT NOT NULL CHECK (outcome IN ('delivered', 'retry', 'failed', 'unknown', 'expired', 'cancelled')),
      reason TEXT,
      PRIMARY KEY (effect_id, number, at, outcome)
    ) STRICT, WITHOUT ROWID;

    -- What `notify` has said, for dashboards that are open and for who opens one.
    CREATE TABLE notices (
      id INTEGER NOT NULL PRIMARY KEY,
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      booking_id TEXT REFERENCES bookings (id),
      channel TEXT NOT NULL CHECK (channel <> ''),
      message TEXT,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX notices_by_restaurant ON notices (restaurant_id, id);
    CREATE INDEX notices_by_booking ON notices (booking_id) WHERE booking_id IS NOT NULL;
    """

  private static let ledger = """
    -- Points are never a total that is changed, but a sum of entries that are not. One effect makes one entry.
    CREATE TABLE loyalty_entries (
      id INTEGER NOT NULL PRIMARY KEY,
      guest_id TEXT NOT NULL REFERENCES guests (id),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      booking_id TEXT REFERENCES bookings (id),
      effect_id INTEGER UNIQUE REFERENCES effects (id),
      points INTEGER NOT NULL CHECK (points <> 0),
      reason TEXT,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX loyalty_by_guest ON loyalty_entries (guest_id, points);
    CREATE INDEX loyalty_by_booking ON loyalty_entries (booking_id) WHERE booking_id IS NOT NULL;
    CREATE TRIGGER loyalty_is_never_changed BEFORE UPDATE OF points, effect_id, at ON loyalty_entries
      BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
    """

  private static let webhooks = """
    -- Where a restaurant's webhooks go. `events` is a JSON list of patterns, '*' for all. A rotated secret goes on
    -- signing beside the new one until `old_secret_until`. Secrets are sealed with the store's own secret.
    CREATE TABLE webhook_endpoints (
      id TEXT NOT NULL PRIMARY KEY CHECK (id <> ''),
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      url TEXT NOT NULL CHECK (url LIKE 'http%://%'),
      events TEXT NOT NULL DEFAULT '["*"]',
      secret BLOB NOT NULL CHECK (length(secret) > 0),
      old_secret BLOB,
      old_secret_until INTEGER,
      created_at INTEGER NOT NULL,
      disabled_at INTEGER,
      disabled_reason TEXT
    ) STRICT;
    CREATE INDEX webhook_endpoints_by_restaurant ON webhook_endpoints (restaurant_id);

    -- One webhook effect on its way to one endpoint. `message_id` is the same in every attempt. A receiver may ask
    -- to be left alone until `due_at`.
    CREATE TABLE webhook_deliveries (
      effect_id INTEGER NOT NULL REFERENCES effects (id) ON DELETE CASCADE,
      endpoint_id TEXT NOT NULL REFERENCES webhook_endpoints (id) ON DELETE CASCADE,
      message_id TEXT NOT NULL CHECK (message_id <> ''),
      state TEXT NOT NULL CHECK (state IN ('queued', 'delivered', 'failed')),
      attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      due_at INTEGER NOT NULL DEFAULT 0,
      reason TEXT,
      updated_at INTEGER NOT NULL,
      PRIMARY KEY (effect_id, endpoint_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX webhook_deliveries_by_endpoint ON webhook_deliveries (endpoint_id, updated_at);
    """
}
