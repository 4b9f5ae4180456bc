/// Which program this is.
enum Version {
  static let number = "1.0.0"

  /// The commit it was built from, put in by `git archive` (see `.gitattributes`); nil in a working tree.
  static let commit: String? = {
    let stamp = "$Format:%h$"
    return stamp.hasPrefix("$") ? nil : stamp
  }()

  /// `1.0.0 (5a2f1c0)`
  static let text = "\(number) (\(commit ?? "from a working tree"))"
}
