import Foundation
import Testing

@testable import BookingHost

@Suite("Mail into files")
struct FileTransportTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "mail-\(UUID().uuidString)")
    .path

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return lstat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  private func files() -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  @Test func `each message is a file of its own, for the owner only`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let transport = FileTransport(directory: folder)
    var message = MailMessageTests.message()
    #expect(transport.send(message, isRepeat: false) == .delivered)
    message.id = "fedc@host.example"
    message.sentAt = message.sentAt.adding(minutes: 1)
    #expect(transport.send(message, isRepeat: false) == .delivered)
    #expect(files() == ["20261127T193005Z-0123abcd.eml", "20261127T193105Z-fedc.eml"])
    #expect(mode(folder) == 0o700 && mode(folder + "/" + files()[1]) == 0o600)
    #expect(try Array(Data(contentsOf: URL(filePath: folder + "/" + files()[1]))) == message.bytes)
  }

  @Test func `a repeat of what is there is not written again`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let transport = FileTransport(directory: folder)
    var message = MailMessageTests.message()
    #expect(transport.send(message, isRepeat: false) == .delivered)
    message.sentAt = message.sentAt.adding(minutes: 5)
    #expect(transport.send(message, isRepeat: true) == .delivered)
    #expect(files().count == 1)
    message.id = "other@host.example"
    #expect(transport.send(message, isRepeat: true) == .delivered)
    #expect(files().count == 2)
  }

  @Test func `a folder that others may read is made private`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    chmod(folder, 0o755)
    #expect(FileTransport(directory: folder).send(MailMessageTests.message(), isRepeat: false) == .delivered)
    #expect(mode(folder) == 0o700)
  }

  @Test func `where nothing can be written it is tried again later`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let nowhere = FileTransport(directory: "/nonexistent/mail").send(
      MailMessageTests.message(), isRepeat: false)
    #expect(nowhere == .retry(reason: "the folder for mail cannot be made", after: nil))
    try Data().write(to: URL(filePath: folder))
    let file = FileTransport(directory: folder).send(MailMessageTests.message(), isRepeat: false)
    #expect(file == .retry(reason: "the folder for mail cannot be made", after: nil))
  }

  @Test func `an identifier cannot lead out of the folder`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var message = MailMessageTests.message()
    message.id = "../../x/y\u{0}@host.example"
    #expect(FileTransport(directory: folder).send(message, isRepeat: false) == .delivered)
    #expect(files() == ["20261127T193005Z-xy.eml"])
  }
}
