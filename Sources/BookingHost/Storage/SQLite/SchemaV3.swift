/// The third version of the schema, frozen: which rules are live, what became of edits to them, and what each
/// rule line has done.
enum SchemaV3 {
  static let sql = [revisions, impact, shadow].joined(separator: "\n")

  private static let revisions = """
    -- People say r41; programs say the hash.
    ALTER TABLE rule_revisions ADD COLUMN number INTEGER;
    UPDATE rule_revisions SET number = (
      SELECT count(*) FROM rule_revisions AS o
      WHERE (o.stored_at, o.revision) <= (rule_revisions.stored_at, rule_revisions.revision));
    CREATE UNIQUE INDEX rule_revisions_by_number ON rule_revisions (number);

    -- The rules that decide now: one row, which every process follows. While it is pinned (rolled back by
    -- hand) edits on disk wait. `directory` is where the files were read; NULL after a rollback.
    CREATE TABLE live_rules (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      revision TEXT NOT NULL REFERENCES rule_revisions (revision),
      since INTEGER NOT NULL,
      is_pinned INTEGER NOT NULL CHECK (is_pinned IN (0, 1)),
      directory TEXT CHECK (directory IS NULL OR directory <> '')
    ) STRICT;

    -- What became of the rules: adopted, rejected (the files stayed as they were), reverted (a rejected edit
    -- was taken back), rolled back, resumed. `notes` is a JSON list of places and sentences.
    CREATE TABLE rule_events (
      id INTEGER NOT NULL PRIMARY KEY,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('adopted', 'rejected', 'reverted', 'rolled_back', 'resumed')),
      revision TEXT NOT NULL CHECK (revision <> ''),
      previous TEXT,
      staff_id TEXT,
      notes TEXT NOT NULL DEFAULT '[]'
    ) STRICT;
    """

  private static let impact = """
    -- How many decisions each revision has made. A booking is counted when it is made; a refused attempt
    -- when its decision expires, until then it is counted where it is. `day` is the restaurant's own.
    CREATE TABLE rule_use (
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      day TEXT NOT NULL CHECK (length(day) = 10),
      mode TEXT NOT NULL,
      revision TEXT NOT NULL,
      booked INTEGER NOT NULL DEFAULT 0,
      refused INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (restaurant_id, day, mode, revision)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX rule_use_by_revision ON rule_use (revision);

    -- What each rule line has done, counted at the same times. `rule` is '' for what the host itself
    -- requires. `held` counts attempts that an override would have let pass, `overridden` those that one did.
    CREATE TABLE rule_impact (
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      day TEXT NOT NULL CHECK (length(day) = 10),
      mode TEXT NOT NULL,
      code TEXT NOT NULL,
      rule TEXT NOT NULL,
      revision TEXT NOT NULL,
      refused INTEGER NOT NULL DEFAULT 0,
      warned INTEGER NOT NULL DEFAULT 0,
      overridden INTEGER NOT NULL DEFAULT 0,
      held INTEGER NOT NULL DEFAULT 0,
      last_at INTEGER NOT NULL,
      PRIMARY KEY (restaurant_id, day, mode, code, rule, revision)
    ) STRICT, WITHOUT ROWID;

    CREATE INDEX refusals_by_revision ON decisions (revision) WHERE booking_id IS NULL;
    -- Attempts at which a rule failed.
    CREATE INDEX rule_failures ON decisions (revision, created_at)
      WHERE instr(issues, '"code":"rule_failed"') > 0;

    INSERT INTO rule_use (restaurant_id, day, mode, revision, booked)
      SELECT restaurant_id, date(created_at, 'unixepoch'), mode, revision, count(*)
      FROM decisions WHERE booking_id IS NOT NULL GROUP BY 1, 2, 3, 4;
    """

  private static let shadow = """
    -- A candidate that decides beside the live rules and changes nothing: how often, and where it differed.
    CREATE TABLE shadow_runs (
      candidate TEXT NOT NULL PRIMARY KEY CHECK (candidate <> ''),
      directory TEXT NOT NULL,
      since INTEGER NOT NULL,
      last_at INTEGER NOT NULL,
      decided INTEGER NOT NULL DEFAULT 0,
      differed INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0
    ) STRICT;

    -- Codes and rule lines are JSON lists; `booking_id` is NULL for a refused attempt.
    CREATE TABLE shadow_differences (
      id INTEGER NOT NULL PRIMARY KEY,
      candidate TEXT NOT NULL REFERENCES shadow_runs (candidate),
      at INTEGER NOT NULL,
      restaurant_id TEXT NOT NULL REFERENCES restaurants (id),
      booking_id TEXT REFERENCES bookings (id),
      mode TEXT NOT NULL,
      live_revision TEXT NOT NULL,
      live_outcome TEXT NOT NULL,
      live_issues TEXT NOT NULL,
      candidate_outcome TEXT NOT NULL,
      candidate_issues TEXT NOT NULL,
      effects_differ INTEGER NOT NULL CHECK (effects_differ IN (0, 1))
    ) STRICT;
    CREATE INDEX shadow_differences_by_candidate ON shadow_differences (candidate, id);
    CREATE INDEX shadow_differences_by_booking ON shadow_differences (booking_id) WHERE booking_id IS NOT NULL;
    """
}
