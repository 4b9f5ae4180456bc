/// Style sheets, scripts and pictures, each at an address that changes with its contents: browsers keep them for good.
struct PageAssets: Sendable {
  struct Asset: Sendable {
    var type: String
    var body: [UInt8]
    var address: String
  }

  /// By file name.
  private let byName: [String: Asset]
  private let byAddress: [String: Asset]

  init(_ files: [String: String]) {
    var assets: [String: Asset] = [:]
    for (path, text) in files where path.hasPrefix("Assets/") {
      let name = String(path.dropFirst("Assets/".count))
      guard let type = PageAssets.types[String(name.split(separator: ".").last ?? "")] else { continue }
      assets[name] = Asset(
        type: type, body: Array(text.utf8),
        address: "\(Digest.hex(Array(Digest.sha256(text).prefix(5))))-\(name)")
    }
    byName = assets
    byAddress = Dictionary(uniqueKeysWithValues: assets.values.map { ($0.address, $0) })
  }

  /// Where a file is found: `/assets/0123456789-site.css`.
  func address(_ name: String) -> String { "/assets/" + (byName[name]?.address ?? name) }

  func asset(at address: String) -> Asset? { byAddress[address] }

  private static let types = [
    "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml",
  ]
}
