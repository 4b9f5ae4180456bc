/// A plan that would pass where another was refused.
package struct AlternativeJSON: Encodable, Sendable {
  package var date: String
  package var time: String
  package var party: Int
  /// The key of the service it falls into.
  @OrNull package var service: String?
  /// What has to change: `time`, `service`, `party` or `date`.
  package var difference: String

  package init(_ alternative: Alternative) {
    date = alternative.start.date.description
    time = alternative.start.time
    party = alternative.party
    service = alternative.service?.key
    difference = alternative.difference.rawValue
  }
}
