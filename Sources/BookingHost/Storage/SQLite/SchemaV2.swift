/// The second version of the schema, frozen: accounts at an external provider that are staff here.
enum SchemaV2 {
  static let sql = """
    -- Who a provider's tokens are about: `issuer` and `subject` are theirs, the account is ours.
    CREATE TABLE staff_identities (
      issuer TEXT NOT NULL CHECK (issuer <> ''),
      subject TEXT NOT NULL CHECK (subject <> ''),
      staff_id TEXT NOT NULL REFERENCES staff (id) ON DELETE CASCADE,
      created_at INTEGER NOT NULL,
      PRIMARY KEY (issuer, subject)
    ) STRICT;
    CREATE INDEX staff_identities_by_staff ON staff_identities (staff_id);
    """
}
