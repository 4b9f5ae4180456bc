/// How far somebody has seen what happens: to a line of the audit trail, and to a notice.
package struct EventPosition: Hashable, Sendable, CustomStringConvertible {
  var line: Int
  var notice: Int

  init(line: Int, notice: Int) {
    self.line = line
    self.notice = notice
  }

  /// Where everything ends now.
  init(latest reader: some StoreReading) throws {
    line = try reader.lastAuditID()
    notice = try reader.lastNoticeID()
  }

  /// Where one who was away asks to go on: as `description` writes it, no later than `latest`, and at most so far
  /// back. For what they do not say it is the latest.
  init(_ text: String, latest: EventPosition, atMost missed: Int) {
    let numbers = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map {
      digits($0)
    }
    func position(_ index: Int, _ last: Int) -> Int {
      guard numbers.indices.contains(index), let asked = numbers[index] else { return last }
      return min(last, max(asked, last - missed))
    }
    line = position(0, latest.line)
    notice = position(1, latest.notice)
  }

  package var description: String { "\(line).\(notice)" }

  func earlier(_ other: EventPosition) -> EventPosition {
    EventPosition(line: min(line, other.line), notice: min(notice, other.notice))
  }

  func later(_ other: EventPosition) -> EventPosition {
    EventPosition(line: max(line, other.line), notice: max(notice, other.notice))
  }

  /// Whether an event has not been seen; then it is taken as seen from now on.
  mutating func isNews(_ event: FeedEvent) -> Bool {
    switch event {
    case .booking(let event):
      guard event.id > line else { return false }
      line = event.id
    case .notice(let event):
      guard event.id > notice else { return false }
      notice = event.id
    }
    return true
  }
}
