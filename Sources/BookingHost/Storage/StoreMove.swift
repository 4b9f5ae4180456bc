/// A move of everything in one store into another that is empty, whichever engines they are of.
///
/// Table by table, in the order of their keys and in batches, each a transaction. Stopped at any point and begun
/// again, it goes on after the last batch. While it is under way the new store holds its deliveries, so that nothing
/// goes out from two places; the hold of the old store, if there is one, comes along last.
package struct StoreMove: Sendable {
  package struct Table: Hashable, Sendable {
    package var name: String
    package var rows: Int
    /// A sum over what is in every row; the same in both stores when they hold the same.
    package var checksum: UInt64
  }

  /// Told of how many rows of a table have been written now, and how many it has. What it throws stops the move.
  package typealias Progress = (_ table: String, _ rows: Int, _ total: Int) throws -> Void

  private let source: Store
  private let target: Store
  private let now: Instant
  private let batch: Int

  package init(from source: Store, to target: Store, now: Instant, batch: Int = 500) {
    self.source = source
    self.target = target
    self.now = now
    self.batch = batch
  }

  /// Moves, compares, and only then lets the new store deliver. The old one is left as it is. Throws `StoreError`;
  /// begun again it goes on.
  package func run(_ progress: Progress) throws -> [Table] {
    try begin()
    for table in MovedTable.all { try copy(table, progress) }
    try restoreMerged()
    try target.engine.renumber()
    let moved = try MovedTable.all.map { try compare($0) }
    try end()
    return moved
  }

  private static let hold = "The store is being moved here."

  private func begin() throws {
    let (isEmpty, hold) = try target.read { (try $0.restaurants().isEmpty, try $0.deliveryHold()) }
    guard isEmpty || hold?.reason == StoreMove.hold else {
      throw StoreError.failed("There is a store at the other end already; a move goes into an empty one.")
    }
    try target.write { try $0.holdDeliveries(DeliveryHold(since: now, reason: StoreMove.hold)) }
  }

  private func end() throws {
    let hold = try source.read { try $0.deliveryHold() }
    try target.write { writer in
      try writer.connection.db.run("DELETE FROM delivery_hold")
      if let hold { try writer.holdDeliveries(hold) }
    }
  }

  // MARK: Copying

  private func copy(_ table: MovedTable, _ progress: Progress) throws {
    let (total, columns) = try source.read { (try table.count($0), try table.columns($0)) }
    guard let columns else { return }
    var (place, done) = try target.read { (try table.lastKey($0), try table.count($0)) }
    while true {
      let rows = try source.read { try table.rows($0, columns, after: place, limit: batch) }
      guard let last = rows.last else { break }
      try target.writeAlone { writer in
        for row in rows { try table.insert(row, columns, writer) }
      }
      place = table.key(of: last, columns)
      done += rows.count
      try progress(table.name, done, total)
    }
  }

  /// A guest may have been merged into one who comes later in the order: that is written once all are there.
  private func restoreMerged() throws {
    var merged: [(id: String, into: String)] = []
    try source.read { reader in
      try reader.db.each("SELECT id, merged_into FROM guests WHERE merged_into IS NOT NULL") {
        merged.append(($0["id"], $0["merged_into"]))
      }
    }
    for start in stride(from: 0, to: merged.count, by: batch) {
      try target.writeAlone { writer in
        for guest in merged[start..<min(start + batch, merged.count)] {
          try writer.db.run("UPDATE guests SET merged_into = ? WHERE id = ?", [guest.into, guest.id])
        }
      }
    }
  }

  // MARK: Comparing

  private func compare(_ table: MovedTable) throws -> Table {
    let (before, after) = (try source.read { try sum(table, $0) }, try target.read { try sum(table, $0) })
    guard before == after else {
      throw StoreError.failed(
        "The two stores differ in \(table.name) (\(before.rows) rows and \(after.rows)): is somebody writing to one of "
          + "them? Stop all hosts, empty the new store, and move again. The old store is as it was.")
    }
    return after
  }

  private func sum(_ table: MovedTable, _ reader: StoreReader) throws -> Table {
    var sum = Table(name: table.name, rows: 0, checksum: 0)
    guard let columns = try table.columns(reader) else { return sum }
    try reader.db.stream("SELECT \(columns.joined(separator: ", ")) FROM \(table.name)") { row in
      sum.rows += 1
      // Added up: the order in which an engine gives rows does not matter.
      sum.checksum &+= RowChecksum.of(row.cells.all)
    }
    return sum
  }
}

/// What is in a row as a number: FNV-1a over its values, with what kind each is of.
enum RowChecksum {
  static func of(_ cells: [(column: String, value: StoredValue)]) -> UInt64 {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ bytes: some Sequence<UInt8>) {
      for byte in bytes { sum = (sum ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    for (column, value) in cells.sorted(by: { $0.column < $1.column }) {
      add(column.utf8)
      switch value {
      case .null: add([0])
      case .integer(let number): add("1\(number)".utf8)
      case .real(let number): add("2\(number)".utf8)
      case .text(let text): add("3\(text)".utf8)
      case .bytes(let bytes): add([4] + bytes)
      }
      add([0])
    }
    return sum
  }
}
