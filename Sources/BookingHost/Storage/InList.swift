/// The values that a column may have in a query, with the condition that says so: `"… WHERE id \(ids.condition)"` and
/// `ids.values` where its places are.
///
/// The last value is there again until they are a power of two. A statement is prepared once for each of its texts, and
/// every connection keeps it: with a text for each number of bookings that a day can have, statements would take more
/// memory than pages, and hardly one would be used twice.
struct InList {
  let values: [String]
  let condition: String

  /// A column is equal to nothing in an empty list.
  init(_ values: some Collection<String>) {
    var padded = Array(values)
    if let last = padded.last {
      while padded.count & (padded.count - 1) != 0 { padded.append(last) }
    }
    self.values = padded
    condition = padded.isEmpty ? "IN (NULL)" : "IN (\(placeholders(padded.count)))"
  }
}

/// `?, ?, ?`
func placeholders(_ count: Int) -> String { repeatElement("?", count: count).joined(separator: ", ") }
