import Testing

@testable import BookingHost

@Suite struct `A statement for PostgreSQL` {
  @Test(arguments: [
    ("SELECT 1", "SELECT 1", [String]()),
    ("a = ? AND b IN (?, ?)", "a = $1 AND b IN ($2, $3)", []),
    ("a < :now OR b < :now AND c = :id", "a < $1 OR b < $1 AND c = $2", ["now", "id"]),
    ("a = '?' AND b = ':x' AND c = ?", "a = '?' AND b = ':x' AND c = $1", []),
    (#"instr(a, '"code":"x"') > ?"#, #"instr(a, '"code":"x"') > $1"#, []),
    ("a = 'it''s ?' AND b = ?", "a = 'it''s ?' AND b = $1", []),
    ("a::text = ? -- what?\nAND b = ?", "a::text = $1 \nAND b = $2", []),
  ])
  func `numbers its values, and leaves texts alone`(_ sql: String, _ text: String, _ names: [String]) {
    let statement = PostgresStatement(sql)
    #expect(statement.text == text)
    #expect(statement.names == names)
  }
}
