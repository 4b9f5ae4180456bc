// What stands in a draft, a booking and an issue.
extension Vocabulary {
  /// `draft`, without a mode's own fields.
  package static let draft: [VocabularyTerm] = [
    VocabularyTerm("date", .date, "the date on the clock when it starts"),
    VocabularyTerm("time", .time, "the time on the clock when it starts"),
    VocabularyTerm("party", .integer, "how many are coming"),
    VocabularyTerm("booking_type", .text, optional: true, "the occasion; the service's key if not answered"),
    VocabularyTerm("seating", .text, optional: true, "where they would like to sit"),
    VocabularyTerm("notes", .text, optional: true, "what the guest asks for"),
    VocabularyTerm("name", .text, optional: true, "the guest's name"),
    VocabularyTerm("email", .text, optional: true, "the guest's email address"),
    VocabularyTerm("phone", .text, optional: true, "the guest's phone number"),
    VocabularyTerm("marketing_opt_in", .truth, optional: true, "whether the guest wants news and offers"),
    VocabularyTerm("terms", .truth, optional: true, "whether the guest accepts the terms"),
  ]

  /// `booking`: the draft, and what was decided.
  package static let booking: [VocabularyTerm] =
    draft + [
      VocabularyTerm("covers", .integer, "what the booking counts for in capacity"),
      VocabularyTerm(
        "status", .oneOf(BookingStatus.allCases.map(\.rawValue), called: "status"), "how the booking stands"),
      VocabularyTerm("source", .text, "where it came from, as the mode says"),
      VocabularyTerm("label", .text, optional: true, "what it is labelled with, as the mode says"),
      VocabularyTerm("points", .integer, "the loyalty points that have been given for it so far"),
    ]

  /// `issue`, as a function in `severity` sees it.
  package static let issue: [VocabularyTerm] = [
    VocabularyTerm("code", .identifier, "which standard issue it is"),
    VocabularyTerm("field", .identifier, optional: true, "the field it is about"),
    VocabularyTerm("limit", .integer, optional: true, "the bound that was crossed"),
    VocabularyTerm("over", .integer, optional: true, "by how much it was crossed"),
    VocabularyTerm("minutes", .integer, optional: true, "a length or a time in minutes"),
  ]
}
