import Foundation
import Testing

@testable import BookingHost

/// The built `host-cli`, run as its own process.
struct HostProcess {
  var data: String
  var rules = HostProcess.shippedRules
  /// Besides what every process gets.
  var environment: [String: String] = [:]

  /// What `make tsan` puts before the libraries: without it the sanitizer does not know Swift's mutex.
  static let preloaded = ProcessInfo.processInfo.environment.filter { $0.key == "LD_PRELOAD" }

  struct Result {
    var status: Int32
    var output: String
    var complaint: String

    /// Standard output as the one JSON document it must be.
    func json() throws -> [String: Any] {
      let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
      return try #require(value as? [String: Any])
    }

    /// The codes of the issues, in order.
    func codes() throws -> [String] {
      let issues = try #require(try json()["issues"] as? [[String: Any]])
      return issues.compactMap { $0["code"] as? String }
    }

    /// The code of the error document.
    func errorCode() throws -> String? { (try json()["error"] as? [String: Any])?["code"] as? String }
  }

  func run(_ arguments: [String], input: String = "") throws -> Result {
    let process = Process()
    process.executableURL = HostProcess.executable
    process.arguments = arguments
    process.environment = ["BOOKING_DATA": data, "BOOKING_RULES": rules, "PATH": "/usr/bin:/bin"]
      .merging(HostProcess.preloaded) { $1 }.merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = try stdout.fileHandleForReading.readToEnd() ?? Data()
    let complaint = try stderr.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: String(decoding: output, as: UTF8.self),
      complaint: String(decoding: complaint, as: UTF8.self))
  }

  /// Runs a command and returns its JSON, whatever its exit code.
  func json(_ arguments: String...) throws -> Result { try run(arguments + ["--format", "json"]) }

  /// Beside the test bundle: one build serves both.
  static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("host-cli")

  static let shippedRules = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("rules").path

  static func temporaryDirectory() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent("host-cli-\(UUID().uuidString)").path
  }
}

/// The demo, set up once for a suite, with its host signed in. The suite's tests are in it at the same time: one that
/// counts on nobody else being there takes `untouched`.
struct DemoHouse: SuiteTrait, TestScoping {
  @TaskLocal static var cli = HostProcess(data: "/nonexistent")

  func provideScope(
    for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
  ) async throws {
    let cli = HostProcess(data: HostProcess.temporaryDirectory())
    defer { for path in [cli.data, cli.untouchedData] { try? FileManager.default.removeItem(atPath: path) } }
    let setup = try cli.json("setup", "--demo").json()
    let staff = try #require(setup["staff"] as? [[String: Any]])
    let host = try #require(staff.first { $0["role"] as? String == "host" })
    let email = try #require(host["email"] as? String)
    let password = try #require(host["password"] as? String)
    let signIn = try cli.run(["sign-in", email, "--password-stdin"], input: password + "\n")
    try #require(signIn.status == 0, "\(signIn.complaint)")
    try FileManager.default.copyItem(atPath: cli.data, toPath: cli.untouchedData)
    try await DemoHouse.$cli.withValue(cli) { try await function() }
  }
}

extension HostProcess {
  fileprivate var untouchedData: String { data + "-untouched" }

  /// The demo as it was before the first test of the suite, in a directory of its own that goes with `place`. The one
  /// that tests are in cannot be copied: SQLite's files come and go with the programs that have them open.
  func untouched(in place: TemporaryDirectory) throws -> HostProcess {
    let house = HostProcess(data: place.path + "/data", rules: rules)
    try FileManager.default.copyItem(atPath: untouchedData, toPath: house.data)
    return house
  }

  /// The first free start of the days after today, for two.
  func freeStart() throws -> (date: String, time: String) {
    let today = Zone(identifier: "Europe/London")!.local(Instant(Date())).date
    for ahead in 1...7 {
      let date = today.adding(days: ahead).description
      let slots = try json("slots", "--date", date, "--party", "2").json()["slots"] as? [[String: Any]]
      let free = (slots ?? []).first { $0["outcome"] as? String == "confirmed" }
      if let date = free?["date"] as? String, let time = free?["time"] as? String { return (date, time) }
    }
    throw HostError(.internal, "The demo has no free slot all week.")
  }
}
