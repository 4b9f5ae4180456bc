/// The cookie that keeps a browser signed in. Scripts cannot read it, and other sites' pages cannot send it
/// along with what they post.
package struct SessionCookie: Hashable, Sendable {
  /// Whether the address that browsers see begins with https.
  package var isSecure: Bool

  package init(isSecure: Bool) {
    self.isSecure = isSecure
  }

  /// With `__Host-` a browser takes it from this very host over TLS only.
  package var name: String { isSecure ? "__Host-booking-session" : "booking-session" }

  func kept(_ token: String, minutes: Int) -> String {
    "\(name)=\(token); Path=/; Max-Age=\(minutes * 60); HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "")
  }

  var cleared: String { kept("", minutes: 0) }

  /// The token among the Cookie headers of a request.
  func token(in headers: [String]) -> String? {
    let pairs = headers.flatMap { $0.split(separator: ";") }.map { Text.trimmed(String($0)) }
    let token = pairs.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    return token?.isEmpty == true ? nil : token
  }
}
