/// The seventh version of the schema, frozen: the guest book, and what is left of guests who were erased.
enum SchemaV7 {
  static let sql = """
    -- What staff note of a guest, beside what they note of a booking.
    ALTER TABLE guests ADD COLUMN notes TEXT CHECK (notes IS NULL OR trim(notes) <> '');
    ALTER TABLE guests ADD COLUMN allergies TEXT CHECK (allergies IS NULL OR trim(allergies) <> '');
    -- The guest that this one turned out to be. Bookings are the other's; the row stays, so that this contact finds
    -- them. Never more than one step.
    ALTER TABLE guests ADD COLUMN merged_into TEXT REFERENCES guests (id);
    -- When everything personal was taken out of this row and of the guest's bookings.
    ALTER TABLE guests ADD COLUMN erased_at INTEGER;
    CREATE INDEX guests_by_restaurant ON guests (restaurant_id, folded_name) WHERE merged_into IS NULL;
    CREATE INDEX guests_merged ON guests (merged_into) WHERE merged_into IS NOT NULL;

    CREATE INDEX guests_erased ON guests (erased_at) WHERE erased_at IS NOT NULL;

    -- A row while something has been erased and the file not been rewritten yet: until then it can be read out of it.
    CREATE TABLE pending_sweep (id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1), since INTEGER NOT NULL) STRICT;

    -- Whom a line is about that is not about one booking. Not a reference: a line outlives everything.
    ALTER TABLE audit ADD COLUMN guest_id TEXT;
    CREATE INDEX audit_by_guest ON audit (guest_id) WHERE guest_id IS NOT NULL;
    """
}
