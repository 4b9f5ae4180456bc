extension Zone {
  /// The zone of a place: `Europe/London`, or `UTC`. Nil for any other name. Abbreviations like EST name no place:
  /// without daylight saving they are wrong half the year.
  package init?(place: String) {
    guard place == "UTC" || place.contains("/") else { return nil }
    self.init(identifier: place)
  }
}
