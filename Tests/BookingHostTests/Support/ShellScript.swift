import Foundation
import Testing

/// Programs of tests, made of shell.
enum ShellScript {
  /// Writes a script that can be run at once. Another process writes it: who starts a program while this one has the
  /// file open for writing hands that on for a moment, and a file that somebody may write cannot be run (ETXTBSY).
  static func write(_ text: String, to path: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", #"printf %s "$1" > "$0" && chmod 700 "$0""#, path, text]
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }
}
