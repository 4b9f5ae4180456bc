/// The document as a page to read: plain HTML, nothing fetched from elsewhere, no script.
enum DocumentPage {
  static let html: String = {
    let operations = OpenAPI.operations.map(section).joined(separator: "\n")
    let schemas = OpenAPISchemas.all.map { name, node in
      "<details id=\"\(name)\"><summary><code>\(name)</code></summary><pre>\(escaped(node.indented()))</pre></details>"
    }.joined(separator: "\n")
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>Booking host: the HTTP API</title><style>\(style)</style></head><body>
      <h1>The HTTP API</h1>
      <p>The same for programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Every failure is a
      problem document (RFC 9457) with a stable <code>code</code> and a <code>requestId</code>.</p>
      \(operations)
      <h2>Schemas</h2>
      \(schemas)
      </body></html>
      """
  }()

  /// The styles are part of the page; nothing else may load.
  static let contentSecurityPolicy =
    "default-src 'none'; style-src 'sha256-\(Digest.base64(Digest.sha256(style)))'; frame-ancestors 'none'"

  private static let style = """
    body{font:16px/1.5 system-ui,sans-serif;max-width:56rem;margin:2rem auto;padding:0 1rem;color:#222;background:#fff}
    h2{margin-top:2.5rem}code,pre{font-family:ui-monospace,monospace;font-size:.9em}
    pre{background:#f4f4f2;padding:.75rem;overflow:auto;border-radius:4px}
    table{border-collapse:collapse;width:100%}td{border-top:1px solid #ddd;padding:.3rem .6rem .3rem 0;vertical-align:top}
    """

  private static func section(_ operation: OpenAPIOperation) -> String {
    let node = operation.node
    var parts = [
      "<h2><code>\(operation.method) \(escaped(operation.path))</code></h2>",
      "<p>\(escaped(operation.summary)). \(escaped(operation.description ?? ""))</p>",
    ]
    if operation.needsStaff { parts.append("<p>For staff who are signed in.</p>") }
    if case .list(let parameters)? = node["parameters"], !parameters.isEmpty {
      parts.append("<table>" + parameters.map(row).joined() + "</table>")
    }
    if let body = operation.body {
      parts.append("<p>Send a <a href=\"#\(body.schema)\">\(body.schema)</a>:</p>")
      parts.append("<pre>\(escaped(body.example.indented()))</pre>")
    }
    if case .object(let responses)? = node["responses"] {
      let rows = responses.map {
        "<tr><td>\($0.0)</td><td>\(escaped($0.1["description"]?.text ?? ""))</td></tr>"
      }
      parts.append("<table>" + rows.joined() + "</table>")
    }
    return parts.joined(separator: "\n")
  }

  private static func row(_ parameter: JSONNode) -> String {
    let (name, place) = (parameter["name"]?.text ?? "", parameter["in"]?.text ?? "")
    let words = escaped(parameter["description"]?.text ?? "")
    return "<tr><td><code>\(escaped(name))</code></td><td>\(place)</td><td>\(words)</td></tr>"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }
}

extension JSONNode {
  /// JSON over several lines.
  func indented(_ depth: Int = 0) -> String {
    let (inner, outer) = (String(repeating: "  ", count: depth + 1), String(repeating: "  ", count: depth))
    switch self {
    case .object(let members) where !members.isEmpty:
      let lines = members.map { "\(inner)\(JSONNode.text($0.0).json): \($0.1.indented(depth + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    case .list(let nodes) where nodes.contains(where: \.isLarge):
      return "[\n" + nodes.map { inner + $0.indented(depth + 1) }.joined(separator: ",\n") + "\n\(outer)]"
    default: return json
    }
  }

  private var isLarge: Bool { if case .object = self { true } else { false } }
}
