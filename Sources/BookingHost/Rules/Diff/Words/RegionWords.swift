/// Names blocks of cases as people would: only what bounds them is said.
struct RegionWords {
  let sweep: Sweep

  /// `parties of 9 to 12 at dinner, without email`; nothing when nothing bounds the region.
  func text(_ region: Region) -> String {
    let phrases = phrases(region)
    guard let first = phrases.first else { return "" }
    // Party, time and day read on; the rest is set off.
    let tight = phrases.prefix { $0.isTight }
    let loose = phrases.dropFirst(tight.count)
    let start = tight.isEmpty ? first.text : tight.map(\.text).joined(separator: " ")
    return ([start] + (tight.isEmpty ? loose.dropFirst() : loose).map(\.text)).joined(separator: ", ")
  }

  struct Phrase: Hashable {
    var subject: SweepSubject
    var text: String
    var isTight: Bool
  }

  /// What is said of each axis that bounds the region.
  func phrases(_ region: Region) -> [Phrase] {
    zip(sweep.plan.axes, region.sets).compactMap { axis, set in
      guard set != axis.everyPoint else { return nil }
      let isTight = [.party, .time, .day].contains(axis.subject)
      return Phrase(subject: axis.subject, text: text(axis, set), isTight: isTight)
    }
  }

  private func text(_ axis: SweepAxis, _ set: PointSet) -> String {
    switch axis.subject {
    case .party: return PartyWords.text(axis, set)
    case .time: return TimeWords(axis: axis, world: sweep.world).text(set)
    case .notice: return NoticeWords.text(axis, set)
    case .asking: return AskingWords.text(axis, set)
    case .load: return LoadWords.text(axis, set)
    default:
      // Fewer words for what is left out, where that is less.
      let others = PointSet(bits: axis.everyPoint.bits & ~set.bits)
      let words = PointWords(axis: axis)
      if others.count * 2 < set.count { return words.exception(others) }
      return words.text(set)
    }
  }

  /// What an axis is called.
  static func name(_ subject: SweepSubject) -> String {
    switch subject {
    case .party: "party"
    case .time: "time"
    case .grid: "times between slots"
    case .day: "day"
    case .notice: "notice"
    case .asking: "when it is asked"
    case .caller: "role"
    case .load: "load"
    case .pacing: "pacing"
    case .standing: "whether the guest is known"
    case .visits: "visits"
    case .noShows: "no-shows"
    case .points: "points"
    case .upcoming: "upcoming bookings"
    case .tags: "tags"
    case .restaurant: "restaurant"
    case .field(let name): name
    }
  }

  /// `a, b and c`.
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + words[words.count - 1]
  }
}

extension PointSet {
  /// Stretches of points that follow one another.
  var runs: [ClosedRange<Int>] {
    indexes.reduce(into: []) { runs, index in
      if let last = runs.last, last.upperBound == index - 1 {
        runs[runs.count - 1] = last.lowerBound...index
      } else {
        runs.append(index...index)
      }
    }
  }
}
