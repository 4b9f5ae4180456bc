// Which secret the hosts of one store work with: a keyed hash of nothing in particular, which gives nothing away.
extension StoreReading {
  /// Nil until a host has asked.
  func secretMark() throws -> [UInt8]? {
    try db.first("SELECT mark FROM secret_mark WHERE id = 1") { $0.bytes("mark") }
  }
}

extension Store {
  /// Holds a host's mark against the one of the hosts before it; the first one leaves its own. Throws
  /// `StoreError.otherSecret` when they differ: what one host has hashed the other would not know.
  package func checkSecret(_ mark: [UInt8]) throws {
    let known = try read { try $0.secretMark() } ?? write { try $0.leaveMark(mark) }
    guard known == mark else { throw StoreError.otherSecret }
  }

  /// Whether the mark is that of the store's hosts; nil before the first of them.
  package func isSecret(_ mark: [UInt8]) throws -> Bool? {
    try read { try $0.secretMark() }.map { $0 == mark }
  }
}

extension StoreWriter {
  /// Returns the mark that counts.
  fileprivate func leaveMark(_ mark: [UInt8]) throws -> [UInt8] {
    if let known = try secretMark() { return known }
    try db.run("INSERT INTO secret_mark (id, mark) VALUES (1, ?)", [mark])
    return mark
  }
}
