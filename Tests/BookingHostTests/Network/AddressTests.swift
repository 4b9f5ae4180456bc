import Testing

@testable import BookingHost

@Suite struct `An address` {
  @Test(arguments: [
    ("127.0.0.1", "loopback"), ("127.255.255.254", "loopback"), ("0.0.0.0", "this network"),
    ("10.1.2.3", "private networks"), ("172.16.0.1", "private networks"),
    ("172.31.255.255", "private networks"), ("192.168.1.1", "private networks"),
    ("169.254.169.254", "link-local"), ("100.64.0.1", "carrier-grade NAT"),
    ("100.127.255.255", "carrier-grade NAT"), ("192.0.2.1", "documentation"),
    ("198.51.100.1", "documentation"), ("203.0.113.1", "documentation"), ("198.18.0.1", "benchmarks"),
    ("192.0.0.8", "protocols"), ("224.0.0.1", "multicast"), ("239.255.255.250", "multicast"),
    ("255.255.255.255", "no host at all"), ("240.0.0.1", "no host at all"), ("::", "no host at all"),
    ("::1", "loopback"), ("::ffff:127.0.0.1", "loopback"), ("::ffff:10.0.0.1", "private networks"),
    ("::ffff:a9fe:a9fe", "link-local"), ("::127.0.0.1", "no public host"), ("fe80::1", "link-local"),
    ("fc00::1", "private networks"), ("fd12:3456::1", "private networks"), ("fec0::1", "private networks"),
    ("ff02::1", "multicast"), ("2001:db8::1", "documentation"), ("3fff::1", "documentation"),
    ("64:ff9b::7f00:1", "loopback"), ("64:ff9b::10.0.0.1", "private networks"),
    ("64:ff9b::a9fe:a9fe", "link-local"), ("64:ff9b:1::1", "private networks"),
    ("2002:7f00:1::", "IPv4 inside IPv6"), ("2001:0:7f00:1::", "IPv4 inside IPv6"),
    ("2001:20::1", "protocols"), ("100::1", "no public host"), ("5f00::1", "no public host"),
  ])
  func `that is no public host's is known, however it is wrapped up`(text: String, purpose: String) {
    #expect(InternetAddress(text)?.reservedFor == purpose)
  }

  @Test(arguments: [
    "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "169.253.1.1",
    "192.0.1.1", "198.17.255.255", "198.20.0.1", "223.255.255.255", "2606:4700:4700::1111",
    "2a00:1450:4009::200e", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8", "2001:4860:4860::8888",
  ])
  func `of a public host is one, right up to the borders of the others`(text: String) {
    #expect(InternetAddress(text)?.reservedFor == nil)
  }

  @Test(arguments: [
    "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "127.0.0.01", "0x7f.0.0.1", "127.0.0.1.", " 127.0.0.1",
    "fe80::1%eth0", "[::1]", "1.2.3.4/8", "", "::ffff:127.0.0.256",
  ])
  func `is read in its usual notation only`(text: String) {
    #expect(InternetAddress(text) == nil)
  }

  @Test func `is written as it is usually read`() {
    for text in ["127.0.0.1", "::1", "2001:db8::7", "64:ff9b::7f00:1"] {
      #expect(InternetAddress(text)?.description == text)
    }
    #expect(InternetAddress("::ffff:10.0.0.1")?.description == "10.0.0.1")
  }
}
