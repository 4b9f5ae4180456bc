extension OpenAPIOperation {
  /// The guest book of staff.
  static let guestBook: [OpenAPIOperation] = {
    var list = OpenAPIOperation("GET", "/api/ops/guests", "List guests", "By name.")
    list.parameters = [
      query(
        "restaurant", "The restaurant's slug or id; left out, all that you are a member of.",
        example: "the-anchor"),
      query("q", "Words of name, email, phone or a booking's reference.", example: "lovelace"),
      query("limit", "Guests a page.", ["type": "integer", "minimum": 1, "maximum": 200, "default": 50]),
      query("cursor", "The `nextCursor` of the page before."),
    ]
    list.answers = [(200, answer("A page of guests.", "GuestList"))]
    var show = OpenAPIOperation(
      "GET", "/api/ops/guests/{id}", "One guest, with bookings and what was done to the entry",
      "The id may be cut short to six characters or more, or be the reference of one of the guest's bookings."
    )
    show.answers = [(200, answer("The guest.", "GuestFile"))]
    var note = OpenAPIOperation(
      "PATCH", "/api/ops/guests/{id}", "Note something of a guest",
      "What is not there stays; null takes away.")
    note.body = ("GuestChange", ["allergies": "nuts", "addTags": ["vip"]])
    note.answers = [(200, answer("The guest.", "Guest"))]
    var merge = OpenAPIOperation(
      "POST", "/api/ops/guests/{id}/merge", "Make two guests one",
      "For managers. The other's bookings and points come along, and their contact finds this guest.")
    merge.body = ("GuestMerge", ["other": "8f14e45f-ceea-467f-9b1c-7a1f0b6c2d3e"])
    merge.answers = [(200, answer("The guest who is kept.", "Guest"))]
    var split = OpenAPIOperation(
      "POST", "/api/ops/guests/{id}/split", "Give some of a guest's bookings a guest of their own",
      "For managers. By the contact that the first of the bookings has; points go along.")
    split.body = ("GuestParting", ["references": ["C7DFGHJ"]])
    split.answers = [(200, answer("Both guests.", "GuestSplit"))]
    var all = [list, show, note, merge, split, export, erase]
    for index in all.indices {
      all[index].needsStaff = true
      if index > 0 { all[index].problems.append(404) }
    }
    return all
  }()

  private static let export: OpenAPIOperation = {
    var export = OpenAPIOperation(
      "GET", "/api/ops/guests/{id}/export", "All that is stored of a guest",
      "For managers. It is put on record.")
    export.answers = [(200, answer("Every row, by kind.", "GuestExport"))]
    return export
  }()

  private static let erase: OpenAPIOperation = {
    var erase = OpenAPIOperation(
      "DELETE", "/api/ops/guests/{id}", "Take everything personal of a guest out of the store",
      "For managers. There is no way back. Totals, points and the audit trail stay, and are nobody's.")
    erase.parameters = [query("upcoming", "Also with bookings to come.", truth)]
    erase.answers = [(200, answer("What was taken out.", "ErasedGuest"))]
    erase.problems = [409]
    return erase
  }()
}
