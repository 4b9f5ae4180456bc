extension DecisionSnapshot {
  /// The draft with the answers that its booking has where the snapshot has placeholders.
  package func draft(of booking: Booking) -> Draft {
    var draft = draft
    for (key, answer) in draft.answers where !Placeholder.kept.contains(key) {
      guard case .text = answer, let real = booking.answer(key) else { continue }
      draft[key] = real
    }
    return draft
  }
}

extension Booking {
  fileprivate func answer(_ field: String) -> Answer? {
    switch field {
    case Field.name: .text(name)
    case Field.email: email.map { .text($0) }
    case Field.phone: phone.map { .text($0) }
    case Field.notes: notes.map { .text($0) }
    default: answers[field]
    }
  }
}
