import Foundation
import Testing

@testable import BookingHost

@Suite("Booking in conversation, on a terminal", DemoHouse())
struct BookingDialogTests {
  private let cli = DemoHouse.cli

  @Test("a name and Enter is a walk-in, and says that no confirmation will be sent")
  func onlyAName() throws {
    let (date, _) = try cli.freeStart()
    let screen = try cli.converse(
      ["book", "--date", date], typing: ["", "", "", "Ada Lovelace", "", "", "", ""])
    #expect(screen.status == 0)
    #expect(screen.output.contains("No email given, so no confirmation will be sent."))
    #expect(screen.output.contains("Booked and confirmed"))
    #expect(try cli.found("ada lovelace", on: date)?["email"] is NSNull)
  }

  @Test("a mistake is explained at its field, and asked again with the text to put right")
  func mistake() throws {
    let (date, _) = try cli.freeStart()
    let screen = try cli.converse(
      ["book", "--date", date, "--party", "2", "--email", "grace@", "--name", "Grace Hopper"],
      typing: ["", "", "example.com", "", "", ""])
    #expect(screen.status == 0)
    #expect(screen.output.contains("grace@: "))
    let found = try cli.found("grace", on: date)
    #expect(found?["email"] as? String == "grace@example.com")
  }

  @Test("back goes to the question before, and the review lets any line be changed")
  func backAndEdit() throws {
    let (date, _) = try cli.freeStart()
    let screen = try cli.converse(
      ["book", "--date", date, "--party", "2"],
      typing: ["", "", "Katherine", "back", "\u{15}Katherine Johnson", "", "", "", "edit 2", "3", ""])
    #expect(screen.status == 0)
    let found = try cli.found("johnson", on: date)
    #expect(found?["name"] as? String == "Katherine Johnson")
    #expect(found?["party"] as? Int == 3)
  }

  @Test("a time that is refused comes with times that work, to be picked by number")
  func alternatives() throws {
    let (date, _) = try cli.freeStart()
    let screen = try cli.converse(
      ["book", "--date", date, "--time", "06:00", "--party", "2", "--name", "Early Bird"],
      typing: ["", "6am", "1", "", "", "", ""])
    #expect(screen.status == 0)
    #expect(screen.output.contains("Nearest that work"))
  }

  @Test("leaving books nothing, and says so", arguments: ["quit\n", "\u{04}", "\u{03}"])
  func leaving(_ key: String) throws {
    let screen = try cli.converse(["book"], keys: key)
    #expect(screen.status == (key == "\u{03}" ? 130 : 2))
    #expect(screen.output.contains("Nothing was booked."))
  }
}

extension HostProcess {
  /// The only booking of a day that a search finds.
  func found(_ search: String, on date: String) throws -> [String: Any]? {
    let result = try json("bookings", "--date", date, "--search", search).json()
    let bookings = try #require(result["bookings"] as? [[String: Any]])
    #expect(bookings.count == 1)
    return bookings.first
  }

  /// Runs a command on a terminal, typing a line at a time.
  func converse(_ arguments: [String], typing lines: [String]) throws -> Result {
    try converse(arguments, keys: lines.map { $0 + "\n" }.joined())
  }

  /// Runs a command on a terminal of its own, with everything typed ahead.
  func converse(_ arguments: [String], keys: String) throws -> Result {
    let (master, slave) = try HostProcess.terminal()
    let process = Process()
    process.executableURL = HostProcess.executable
    process.arguments = arguments
    process.environment = ["BOOKING_DATA": data, "BOOKING_RULES": rules, "TERM": "xterm", "NO_COLOR": "1"]
      .merging(HostProcess.preloaded) { $1 }
    (process.standardInput, process.standardOutput, process.standardError) = (slave, slave, slave)
    try process.run()
    try slave.close()
    // Ctrl-C in the end: a conversation that asks for more than was typed fails, and does not wait for ever.
    try master.write(contentsOf: Data((keys + "\u{03}").utf8))
    let output = HostProcess.everything(from: master)
    process.waitUntilExit()
    return Result(status: process.terminationStatus, output: output, complaint: "")
  }

  private static func terminal() throws -> (master: FileHandle, slave: FileHandle) {
    // What posix_openpt, unlockpt and ptsname do; Swift's Glibc does not show them.
    let (unlock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    var locked: Int32 = 0
    var number: Int32 = -1
    try #require(master >= 0)
    try #require(ioctl(master, unlock, &locked) == 0)
    try #require(ioctl(master, getNumber, &number) == 0)
    let slave = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    try #require(slave >= 0)
    // Keys typed ahead are keys, not lines or signals, whenever the program gets to them.
    var settings = termios()
    tcgetattr(slave, &settings)
    settings.c_lflag &= ~tcflag_t(ICANON | ISIG | ECHO)
    tcsetattr(slave, TCSANOW, &settings)
    return (
      FileHandle(fileDescriptor: master, closeOnDealloc: true),
      FileHandle(fileDescriptor: slave, closeOnDealloc: true)
    )
  }

  /// What is printed until the other side is closed, which a terminal tells as an error.
  private static func everything(from master: FileHandle) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while true {
      let count = read(master.fileDescriptor, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }
}
