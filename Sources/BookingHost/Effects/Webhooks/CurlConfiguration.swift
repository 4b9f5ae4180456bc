/// What curl is told to do, as it reads it from its standard input: there, unlike among its arguments, no other
/// program of the machine sees addresses and signatures.
struct CurlConfiguration {
  private(set) var text = ""

  /// What is never to depend on a file in somebody's home: `-q` comes first or is ignored.
  static let arguments = ["-q", "--silent", "--config", "-"]

  init(_ post: WebhookPost, limits: CurlLimits) {
    let url = post.destination.url
    set("url", url.description)
    // Brackets and braces mean themselves, and a path is sent as it is written.
    set("globoff")
    set("path-as-is")
    set("proto", url.isSecure ? "=https" : "=http")
    set("tlsv1.2")
    set("http1.1")
    // No proxy of the environment's: it would look the host up again, and see what is inside.
    set("noproxy", "*")
    set("max-redirs", "0")
    set("disallow-username-in-url")
    if url.address == nil { set("resolve", pin(post.destination)) }
    set("connect-timeout", "\(limits.connectSeconds)")
    set("max-time", "\(limits.seconds)")
    set("max-filesize", "\(limits.mostBytes)")
    for header in post.headers { set("header", "\(header.name): \(header.value)") }
    // A body of some size would be announced first, and waited for.
    set("header", "Expect:")
    // Unlike `data`, nothing in it is taken for a file's name.
    set("data-raw", String(decoding: post.body, as: UTF8.self))
    set("write-out", CurlReport.format)
  }

  /// The addresses that curl takes the host to have: it asks nobody.
  private func pin(_ destination: CheckedDestination) -> String {
    let addresses = destination.addresses.map { $0.bytes.count == 16 ? "[\($0)]" : "\($0)" }
    return "\(destination.url.host):\(destination.url.port):\(addresses.joined(separator: ","))"
  }

  private mutating func set(_ option: String) { text += option + "\n" }

  private mutating func set(_ option: String, _ value: String) {
    text += "\(option) = \"\(CurlConfiguration.quoted(value))\"\n"
  }

  private static func quoted(_ value: String) -> String {
    var quoted = ""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": quoted += "\\\\"
      case "\"": quoted += "\\\""
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\0": continue
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}

/// What a request may take, and an answer be.
struct CurlLimits: Hashable {
  var connectSeconds = 5
  var seconds = 15
  /// How much of an answer is read.
  var mostBytes = 64 * 1024
}
