import Foundation
import Testing

/// Python's `email` package, strict: a second opinion on what we write. Nobody who wrote that has seen our code.
enum PythonMail {
  static let isThere = path != nil

  /// That of the environment's BOOKING_TEST_PYTHON, else the first in PATH.
  private static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    let places = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
    return ([environment["BOOKING_TEST_PYTHON"]].compactMap { $0 } + places)
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  /// Whether the libraries are there that read calendars: `make mail-test` brings them.
  static let readsCalendars = isThere && (try? run("import icalendar, dateutil.tz", Data())) != nil

  /// A message as Python has it.
  struct Parsed: Decodable {
    var defects: [String]
    /// By name in lower case, decoded.
    var headers: [String: [String]]
    /// Addresses of each header that has any: name and address.
    var addresses: [String: [[String]]]
    var parts: [Part]

    struct Part: Decodable {
      var type: String
      var parameters: [String: String]
      var fileName: String?
      var content: String
    }

    /// Names, spaces left out, and addresses of a header.
    func people(_ header: String) -> [[String]] {
      (addresses[header] ?? []).map { [withoutSpace($0[0]), $0[1]] }
    }
  }

  static func withoutSpace(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
  }

  static func parse(_ messages: [[UInt8]]) throws -> [Parsed] {
    let input = try JSONEncoder().encode(messages.map { Data($0) })
    return try JSONDecoder().decode([Parsed].self, from: run(script, input))
  }

  static func parse(_ message: [UInt8]) throws -> Parsed { try #require(try parse([message]).first) }

  static func run(_ script: String, _ input: Data) throws -> Data {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(path))
    process.arguments = ["-c", script]
    let (stdin, stdout) = (Pipe(), Pipe())
    (process.standardInput, process.standardOutput) = (stdin, stdout)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let writer = Thread {
      try? stdin.fileHandleForWriting.write(contentsOf: input)
      try? stdin.fileHandleForWriting.close()
    }
    writer.start()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return output
  }

  private static let script = """
    import base64, email, email.policy, json, sys

    policy = email.policy.SMTP.clone(raise_on_defect=False)

    def one(data):
        message = email.message_from_bytes(data, policy=policy)
        defects, parts, addresses, headers = [], [], {}, {}
        for part in message.walk():
            defects += [type(d).__name__ for d in part.defects]
            for name, value in part.items():
                defects += [name + ": " + type(d).__name__ for d in value.defects]
        for name, value in message.items():
            headers.setdefault(name.lower(), []).append(str(value))
            if hasattr(value, "addresses"):
                found = [[a.display_name, a.addr_spec] for a in value.addresses]
                addresses.setdefault(name.lower(), []).extend(found)
        for part in message.walk():
            if part.is_multipart():
                parts.append({"type": part.get_content_type(), "parameters": {}, "fileName": None, "content": ""})
                continue
            content = part.get_content()
            parts.append({
                "type": part.get_content_type(), "parameters": dict(part["content-type"].params),
                "fileName": part.get_filename(), "content": content})
        return {"defects": defects, "headers": headers, "addresses": addresses, "parts": parts}

    print(json.dumps([one(base64.b64decode(m)) for m in json.load(sys.stdin)]))
    """
}
