extension Reply {
  /// A page. Only what this server has itself may load in it, and nothing may frame it or send its forms elsewhere.
  static func page(_ html: String, status: Int = 200) -> Reply {
    Reply.text(html, type: "text/html; charset=utf-8", status: status)
      .with("Content-Security-Policy", PageSecurity.policy)
      // The browser may show it again when somebody goes back, and asks anew otherwise.
      .with("Cache-Control", "private, no-cache")
  }

  /// Goes on to another page, with GET: what was posted is not posted again by going back or reloading.
  static func seeOther(_ address: String) -> Reply {
    Reply(303).with("Location", address)
  }
}

enum PageSecurity {
  static let policy = [
    "default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self'", "connect-src 'self'",
    "manifest-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
  ].joined(separator: "; ")
}
