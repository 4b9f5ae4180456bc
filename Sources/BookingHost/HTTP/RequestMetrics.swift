import Synchronization

/// How many requests each route had, how they ended and how long they took, for Prometheus.
package final class RequestMetrics: Sendable {
  private struct Key: Hashable, Comparable {
    var method: String
    var route: String
    var status: Int

    static func < (a: Key, b: Key) -> Bool {
      (a.route, a.method, a.status) < (b.route, b.method, b.status)
    }
  }

  private struct Sum {
    var count = 0
    var seconds = 0.0
  }

  private let sums = Mutex<[Key: Sum]>([:])

  func count(method: String, route: String, status: Int, seconds: Double) {
    // Anybody may make up a method.
    let known = ["GET", "HEAD", "POST", "DELETE"].contains(method) ? method : "other"
    sums.withLock { sums in
      sums[Key(method: known, route: route, status: status), default: Sum()].count += 1
      sums[Key(method: known, route: route, status: status), default: Sum()].seconds += seconds
    }
  }

  /// The text format of Prometheus, version 0.0.4.
  var text: String {
    let sums = sums.withLock { $0 }.sorted { $0.key < $1.key }
    var lines = ["# HELP http_requests_total Requests answered.", "# TYPE http_requests_total counter"]
    lines += sums.map { "http_requests_total{\(labels($0.key))} \($0.value.count)" }
    lines += ["# HELP http_request_seconds Time to answer.", "# TYPE http_request_seconds summary"]
    for (key, sum) in sums {
      lines.append("http_request_seconds_sum{\(labels(key))} \(sum.seconds)")
      lines.append("http_request_seconds_count{\(labels(key))} \(sum.count)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func labels(_ key: Key) -> String {
    "method=\"\(key.method)\",route=\"\(key.route)\",status=\"\(key.status)\""
  }
}
