/// One operation of the document.
struct OpenAPIOperation: Sendable {
  var method: String
  var path: String
  var summary: String
  var description: String?
  var parameters: [JSONNode] = []
  /// Schema and example of the body.
  var body: (schema: String, example: JSONNode)?
  /// What is answered when it is done.
  var answers: [(status: Int, node: JSONNode)] = []
  /// Statuses of the problems there can be beside those of every operation.
  var problems: [Int] = []
  var needsStaff = false
  /// Whether staff may ask more than others.
  var staffMay = false

  init(_ method: String, _ path: String, _ summary: String, _ description: String? = nil) {
    self.method = method
    self.path = path
    self.summary = summary
    self.description = description
  }

  var node: JSONNode {
    var members: [(String, JSONNode)] = [
      ("operationId", .text(OpenAPIOperation.identifier(method, path))), ("summary", .text(summary)),
    ]
    if let description { members.append(("description", .text(description))) }
    members.append(("parameters", .list(OpenAPIOperation.pathParameters(path) + parameters + csrf)))
    if let body {
      let content: JSONNode = ["schema": .schema(body.schema), "example": body.example]
      members.append(("requestBody", ["required": true, "content": ["application/json": content]]))
    }
    members.append(("responses", responses))
    members.append(("security", security))
    return .object(members)
  }

  private var csrf: [JSONNode] {
    guard needsStaff, method != "GET" else { return [] }
    return [
      [
        "name": "X-CSRF-Token", "in": "header", "required": false, "schema": ["type": "string"],
        "description": "For sessions in a cookie: the `csrfToken` of GET /api/me.",
      ]
    ]
  }

  private var security: JSONNode {
    let staff: [JSONNode] = [["bearer": []], ["cookie": []]]
    if needsStaff { return .list(staff) }
    return .list(staffMay ? [[:]] + staff : [[:]])
  }

  private var responses: JSONNode {
    var members = answers.map { (String($0.status), $0.node) }
    let always = [400, 413, 429, 500, 503] + (needsStaff || staffMay ? [401, 403] : [])
    for status in Set(always + problems).sorted() {
      members.append((String(status), OpenAPIOperation.problem(status)))
    }
    return .object(members)
  }

  private static func problem(_ status: Int) -> JSONNode {
    let title = ProblemJSON.titles[status] ?? "Problem"
    let content: JSONNode = ["application/problem+json": ["schema": .schema("Problem")]]
    guard status == 429 || status == 503 else { return ["description": .text(title), "content": content] }
    return [
      "description": .text(title), "content": content,
      "headers": ["Retry-After": ["description": "In seconds.", "schema": ["type": "integer"]]],
    ]
  }

  /// `GET /api/ops/bookings/{reference}` → `getApiOpsBookingsReference`
  private static func identifier(_ method: String, _ path: String) -> String {
    let words = path.split { !$0.isLetter && !$0.isNumber }.map { $0.prefix(1).uppercased() + $0.dropFirst() }
    return method.lowercased() + words.joined()
  }

  private static func pathParameters(_ path: String) -> [JSONNode] {
    // A parameter may be followed by an ending: {secret}.ics
    let names = path.split(separator: "/").filter { $0.hasPrefix("{") }.map {
      String($0.dropFirst().prefix { $0 != "}" })
    }
    return names.map { name in
      [
        "name": .text(name), "in": "path", "required": true,
        "schema": ["type": "string", "minLength": 1], "example": .text(examples[name] ?? name),
      ]
    }
  }

  private static let examples = [
    "slug": "the-anchor", "mode": "customer", "reference": "C7DFGHJ", "restaurant": "the-anchor",
    "date": "2026-12-24", "closure": "now", "key": "dinner", "on": "fri", "member": "host@the-anchor.example",
    "entry": "W7", "secret": "b3Jvbi1hbmQtYnVvbmkhIQ",
  ]
}

extension OpenAPIOperation {
  static func query(
    _ name: String, _ description: String, _ schema: JSONNode = ["type": "string"], required: Bool = false,
    example: JSONNode? = nil
  ) -> JSONNode {
    var members: [(String, JSONNode)] = [
      ("name", .text(name)), ("in", "query"), ("required", .boolean(required)),
      ("description", .text(description)), ("schema", schema),
    ]
    if let example { members.append(("example", example)) }
    return .object(members)
  }

  static func header(_ name: String, _ description: String, _ schema: JSONNode = ["type": "string"])
    -> JSONNode
  {
    [
      "name": .text(name), "in": "header", "required": false, "description": .text(description),
      "schema": schema,
    ]
  }

  /// An answer with a JSON document.
  static func answer(_ description: String, _ schema: String, headers: [(String, JSONNode)] = []) -> JSONNode
  {
    var members: [(String, JSONNode)] = [
      ("description", .text(description)),
      ("content", ["application/json": ["schema": .schema(schema)]]),
    ]
    if !headers.isEmpty { members.append(("headers", .object(headers))) }
    return .object(members)
  }

  static let date: JSONNode = ["type": "string", "format": "date"]
  static let truth: JSONNode = ["type": "boolean"]
}
