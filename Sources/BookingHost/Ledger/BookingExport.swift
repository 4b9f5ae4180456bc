/// Writes down the bookings of restaurants, in the order of their service days.
package struct BookingExport {
  let store: Store
  let query: BookingQuery
  let writer: BookingWriter

  /// `query` says of which restaurants and days; its limit and place are not heeded.
  package init(store: Store, query: BookingQuery, format: BookingFormat) {
    self.store = store
    self.query = query
    writer = BookingWriter(format)
  }

  /// How many bookings there are to write.
  package func count() throws -> Int { try store.read { try $0.countBookings(query) } }

  /// Hands over the text a piece at a time, all of one moment, and returns how many bookings that were.
  package func run(_ take: (String, _ bookings: Int) throws -> Void) throws -> Int {
    try take(writer.heading, 0)
    return try store.read { reader in
      var total = 0
      var piece = ""
      var pending = 0
      try reader.eachBooking(query) { booking in
        piece += writer.line(booking.cells)
        pending += 1
        if pending == 500 {
          try take(piece, pending)
          total += pending
          (piece, pending) = ("", 0)
        }
      }
      try take(piece, pending)
      return total + pending
    }
  }
}
