/// A booking, bare, and `duplicate` when the same request had made it before.
private struct CreatedJSON<View: Encodable>: Encodable {
  var booking: View
  var isDuplicate: Bool

  private enum Key: CodingKey {
    case duplicate
  }

  func encode(to encoder: any Encoder) throws {
    try booking.encode(to: encoder)
    guard isDuplicate else { return }
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(true, forKey: .duplicate)
  }
}

extension Reply {
  /// A booking that was made: 201, or 200 when the same request had made it before.
  static func created(_ booking: some Encodable, isDuplicate: Bool) throws -> Reply {
    try .json(CreatedJSON(booking: booking, isDuplicate: isDuplicate), status: isDuplicate ? 200 : 201)
  }
}
