/// What curl says of a transfer when it ends, on standard error: a word and a value on each line.
struct CurlReport {
  /// 0 when no answer came.
  let status: Int
  /// Bytes of the request that were sent.
  let sent: Int
  /// Which address it was connected to; nil when to none.
  let address: InternetAddress?
  let retryAfter: String?
  /// What went wrong, in curl's words.
  let complaint: String?

  static let format = """
    %{stderr}status %{response_code}
    sent %{size_request}
    address %{remote_ip}
    retry-after %header{retry-after}
    complaint %{errormsg}

    """

  /// Nil when curl did not get as far as saying anything.
  init?(_ text: String) {
    var values: [Substring: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      let parts = line.split(separator: " ", maxSplits: 1)
      // The first counts: what a server puts into its headers comes after what curl measured.
      if parts.count == 2, values[parts[0]] == nil { values[parts[0]] = Text.trimmed(String(parts[1])) }
    }
    guard let status = values["status"].flatMap({ digits($0) }),
      let sent = values["sent"].flatMap({ digits($0) })
    else { return nil }
    self.status = status
    self.sent = sent
    address = values["address"].flatMap { InternetAddress($0) }
    retryAfter = values["retry-after"]
    complaint = values["complaint"]
  }
}
