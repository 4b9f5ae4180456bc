/// Text as HTML shows it.
enum HTMLText {
  /// Scalar by scalar, so that nothing that follows a mark hides it. Good between tags and in quoted attributes.
  static func escaped(_ text: String) -> String {
    var html = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html.append(contentsOf: "&amp;".unicodeScalars)
      case "<": html.append(contentsOf: "&lt;".unicodeScalars)
      case ">": html.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": html.append(contentsOf: "&quot;".unicodeScalars)
      case "'": html.append(contentsOf: "&#39;".unicodeScalars)
      default: html.append(scalar)
      }
    }
    return String(html)
  }
}
