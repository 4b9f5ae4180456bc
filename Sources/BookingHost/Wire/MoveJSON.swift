/// What a move has moved.
package struct MoveJSON: Encodable {
  struct Table: Encodable {
    var table: String
    var rows: Int
    /// In hexadecimal digits.
    var checksum: String
  }

  package var rows: Int
  var tables: [Table]

  package init(_ moved: [StoreMove.Table]) {
    rows = moved.reduce(0) { $0 + $1.rows }
    tables = moved.map { Table(table: $0.name, rows: $0.rows, checksum: String($0.checksum, radix: 16)) }
  }
}
