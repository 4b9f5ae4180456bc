import Testing

@testable import BookingHost

@Suite struct `A webhook's URL` {
  @Test(arguments: [
    ("https://hooks.example.com", "https://hooks.example.com/"),
    ("HTTPS://Hooks.Example.COM:443/In?a=1&b=%20x", "https://hooks.example.com/In?a=1&b=%20x"),
    ("https://hooks.example.com?x=@y", "https://hooks.example.com/?x=@y"),
    ("https://hooks.example.com:8443/a/../b;c=d", "https://hooks.example.com:8443/a/../b;c=d"),
    ("http://10.0.0.1:80/x", "http://10.0.0.1/x"),
    ("https://[2001:DB8::0:1]:8443", "https://[2001:db8::1]:8443/"),
    ("https://[::ffff:10.0.0.1]/", "https://10.0.0.1/"),
    ("https://xn--bcher-kva.example/", "https://xn--bcher-kva.example/"),
    ("https://printer_1/hook", "https://printer_1/hook"),
  ])
  func `is handed on in one notation`(text: String, written: String) throws {
    #expect(try WebhookURL(text).description == written)
    #expect(try WebhookURL(written).description == written)
  }

  @Test(arguments: [
    "ftp://hooks.example.com/", "file:///etc/passwd", "gopher://x/", "hooks.example.com/in",
    "//hooks.example.com/",
    "javascript:alert(1)", "https:/hooks.example.com", "https://", "https:///in", "https://:443/",
    "https://user@hooks.example.com/", "https://user:secret@hooks.example.com/",
    "https://@hooks.example.com/",
    "https://hooks.example.com@127.0.0.1/", "https://127.0.0.1\\@hooks.example.com/",
    "https://hooks.example.com#@x/",
    "https://hooks.example.com/#part", "https://hooks.example.com./", "https://hooks..example.com/",
    "https://hooks.example.com:0/", "https://hooks.example.com:65536/", "https://hooks.example.com:/",
    "https://hooks.example.com:80:80/", "https://hooks.example.com:+80/", "https://2130706433/",
    "https://0x7f000001/",
    "https://0177.0.0.1/", "https://127.1/", "https://0/", "https://127.0.0.1./", "https://127.0.0.0x1/",
    "https://1.2.3.256/", "https://[::1/", "https://::1/", "https://[fe80::1%25eth0]/", "https://[127.0.0.1/",
    "https://[v1.x]/", "https://[::1]x/", "https://loc%61lhost/", "https://ⓛocalhost/",
    "https://bücher.example/",
    "https://hooks.example.com/in{1,2}", "https://hooks.example.com/in[1-9]", "https://hooks.example.com/a b",
    "https://hooks.example.com/%zz", "https://hooks.example.com/\"", "https://hooks.example.com/a\r\nHost: x",
    "https://hooks.example.com/\0", " https://hooks.example.com/", "https://a,b/", "https://*/",
  ])
  func `is refused when it could be read in another way, or leads elsewhere than to a web server`(
    text: String
  ) {
    #expect(throws: WebhookURL.Mistake.self) { try WebhookURL(text) }
  }

  @Test func `shows its host in sentences, not its path, which may be a secret`() throws {
    #expect(try WebhookURL("https://hooks.example.com/T0/s3cret").authority == "hooks.example.com")
    #expect(try WebhookURL("http://[::1]:8080/x").authority == "[::1]:8080")
  }
}

@Suite struct `Where webhooks may go` {
  private func destination(
    _ url: String, allow: [String] = [], _ addresses: String...
  ) throws(CheckedDestination.Failure) -> CheckedDestination {
    let reach = WebhookReach(allowed: allow.map { WebhookReach.Allowance($0)! })
    return try CheckedDestination(try! WebhookURL(url), within: reach) { _ in
      addresses.map { InternetAddress($0)! }
    }
  }

  private func isRefused(_ body: () throws(CheckedDestination.Failure) -> CheckedDestination) -> Bool {
    do {
      _ = try body()
      return false
    } catch {
      if case .refused = error { return true } else { return false }
    }
  }

  @Test func `is every public host, over TLS`() throws {
    let found = try destination("https://hooks.example.com/", "1.1.1.1", "2606:4700::1")
    #expect(found.addresses.map(\.description) == ["1.1.1.1", "2606:4700::1"])
    #expect(
      isRefused { () throws(CheckedDestination.Failure) in
        try destination("http://hooks.example.com/", "1.1.1.1")
      })
  }

  @Test(arguments: [
    "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/", "https://169.254.169.254/latest/meta-data",
    "https://[fd00::1]/", "https://[::ffff:127.0.0.1]/", "https://[64:ff9b::7f00:1]/", "https://0.0.0.0/",
    "https://[::]/", "https://100.64.1.1/", "https://224.0.0.1/", "https://192.0.2.1/", "http://127.0.0.1/",
  ])
  func `is no address of a private kind`(url: String) {
    #expect(isRefused { () throws(CheckedDestination.Failure) in try destination(url) })
  }

  @Test func `is no host with a private address, even among public ones`() {
    #expect(
      isRefused { () throws(CheckedDestination.Failure) in
        try destination("https://hooks.example.com/", "1.1.1.1", "127.0.0.1")
      })
    #expect(
      isRefused { () throws(CheckedDestination.Failure) in try destination("https://localhost/", "::1") })
  }

  @Test func `is what the operator lists, and then without TLS too`() throws {
    let allow = ["10.1.0.0/16", "fd00::/8", "printer", "1.1.1.1"]
    for (url, address) in [
      ("http://10.1.2.3/", ""), ("https://kitchen.example/", "10.1.9.9"), ("http://[fd00::1]/", ""),
      ("http://printer/hook", "192.168.1.9"), ("http://one.example/", "1.1.1.1"),
      ("http://nat.example/", "64:ff9b::10.1.2.3"),
    ] {
      #expect(throws: Never.self, "\(url)") {
        _ = try destination(url, allow: allow, address.isEmpty ? "8.8.8.8" : address)
      }
    }
    for (url, address) in [
      ("http://10.2.0.1/", ""), ("http://plain.example/", "8.8.8.8"),
      ("https://printer.example/", "192.168.1.9"),
      ("http://kitchen.example/", "10.2.0.1"),
    ] {
      #expect(
        isRefused { () throws(CheckedDestination.Failure) in
          try destination(url, allow: allow, address.isEmpty ? "8.8.8.8" : address)
        }, "\(url)")
    }
  }

  @Test(arguments: [
    "10.0.0.0/33", "hooks.example.com/in", "a b", "*.example.com", "", "http://x", "user@x", "127.1",
  ])
  func `cannot be listed in words that mean nothing`(text: String) {
    #expect(WebhookReach.Allowance(text) == nil)
  }

  @Test func `is known by asking once, and that the host cannot be found is no refusal`() {
    let failure = HostLookupFailure(reason: "there is no such host")
    #expect(throws: CheckedDestination.Failure.notFound(reason: failure.reason)) {
      try CheckedDestination(WebhookURL("https://gone.example/"), within: WebhookReach()) {
        (_: String) throws(HostLookupFailure) -> [InternetAddress] in throw failure
      }
    }
  }
}

@Suite struct `An event pattern` {
  @Test(arguments: [
    ("*", "booking.created", true), ("booking.*", "booking.created", true),
    ("booking.*", "booking.table.moved", true),
    ("booking.*", "booking", false), ("booking.*", "booking.", false),
    ("booking.*", "bookings.created", false),
    ("booking.created", "booking.created", true), ("booking.created", "booking.created.x", false),
    ("booking.created", "Booking.created", false),
  ])
  func `takes what it says`(pattern: String, event: String, isTaken: Bool) {
    #expect(EventPattern(pattern)?.matches(event) == isTaken)
  }

  @Test(arguments: ["", ".", "booking.", ".created", "*.created", "book*", "a..b", "a b", "b.*.c", "**", "é"])
  func `is refused when it means nothing`(text: String) {
    #expect(EventPattern(text) == nil)
  }
}
