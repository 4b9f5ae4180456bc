#if Postgres
  internal import CLibpq

  /// Where the database is and who asks, as a URL says it. Never printed as it is: it may hold a password.
  struct PostgresAddress: Hashable, Sendable {
    private let url: String
    private let host: String?
    private let database: String?
    /// What the URL leaves to us.
    private let additions: [String: String]

    /// Throws `StoreError` for what is no such URL.
    init(_ url: String) throws {
      let given = try PostgresAddress.options(url)
      self.url = url
      host = given["host"] ?? given["hostaddr"]
      database = given["dbname"]
      var additions = ["application_name": "host-cli", "connect_timeout": "10", "client_encoding": "UTF8"]
      additions["keepalives_idle"] = "10"
      // A server that went away without a word is given up after so many milliseconds.
      additions["tcp_user_timeout"] = "15000"
      if given["sslmode"] == nil {
        additions["sslmode"] = PostgresAddress.isHere(host) ? "prefer" : "verify-full"
      }
      if given["sslrootcert"] == nil, additions["sslmode"] == "verify-full" {
        additions["sslrootcert"] = "/etc/ssl/certs/ca-certificates.crt"
      }
      self.additions = additions.filter { given[$0.key] == nil }
    }

    /// For people: without user, password and options.
    var description: String { "postgres://\(host ?? "localhost")/\(database ?? "")" }

    /// The same server under another database, for tests.
    func naming(_ database: String) throws -> PostgresAddress {
      guard let slash = url.dropFirst("postgres://".count).firstIndex(of: "/") else { return self }
      let query = url.firstIndex(of: "?").map { String(url[$0...]) } ?? ""
      return try PostgresAddress(url[...slash] + database + query)
    }

    /// Waits until there is a connection or the server has refused. Nil when memory is short.
    func connect() -> OpaquePointer? {
      let names = ["dbname"] + additions.map(\.key)
      let values = [url] + additions.map(\.value)
      return withCStrings(names) { names in
        withCStrings(values) { values in PQconnectdbParams(names, values, 1) }
      }
    }

    private static func isHere(_ host: String?) -> Bool {
      guard let host else { return true }
      return host.split(separator: ",").allSatisfy {
        $0.hasPrefix("/") || $0 == "localhost" || $0.hasPrefix("127.") || $0 == "::1"
      }
    }

    private static func options(_ url: String) throws -> [String: String] {
      let notOne = StoreError.failed("--database takes an address such as postgres://user@host/name.")
      guard url.hasPrefix("postgres://") || url.hasPrefix("postgresql://") else { throw notOne }
      guard let options = PQconninfoParse(url, nil) else { throw notOne }
      defer { PQconninfoFree(options) }
      var given: [String: String] = [:]
      var option = options
      while let name = option.pointee.keyword {
        if let value = option.pointee.val { given[String(cString: name)] = String(cString: value) }
        option += 1
      }
      return given
    }
  }

  /// Calls `body` with a list of C strings that ends in NULL.
  private func withCStrings<T>(_ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> T) -> T {
    let copies = texts.map { Array($0.utf8CString) }
    func next(_ index: Int, _ pointers: [UnsafePointer<CChar>?]) -> T {
      guard index < copies.count else {
        return (pointers + [nil]).withUnsafeBufferPointer { body($0.baseAddress!) }
      }
      return copies[index].withUnsafeBufferPointer { next(index + 1, pointers + [$0.baseAddress]) }
    }
    return next(0, [])
  }
#endif
