import Foundation
internal import Subprocess
internal import SystemPackage

/// One run of another program: it is given its input, must end in time, and is told apart by how it ends.
///
/// It runs in a session of its own, so that it cannot ask anything on our terminal and is ended with all that it
/// has started. The input is a file rather than a pipe: nobody waits for a reader, and how far the program read
/// is known afterwards, however it ended.
package struct ProgramRun: Sendable {
  /// A path, or a name that is looked up in PATH.
  package var program: String
  package var arguments: [String]
  package var seconds: Int
  /// How much of its standard error is kept.
  package var mostComplaintBytes = 4096
  /// How much of its standard output is taken. More than that cannot be written: the program finds its output
  /// closed.
  package var mostOutputBytes = 0

  package init(_ program: String, _ arguments: [String], seconds: Int) {
    self.program = program
    self.arguments = arguments
    self.seconds = seconds
  }

  package struct Result: Hashable, Sendable {
    package var end: End
    /// What it wrote to standard error, from its beginning.
    package var complaint = ""
    /// What it wrote to standard output, from its beginning.
    package var output: [UInt8] = []
    /// Whether it has read all of its input.
    package var hasReadAll = false
  }

  package enum End: Hashable, Sendable {
    case exited(Int)
    /// It was ended by a signal that was not ours.
    case signalled(Int)
    /// It took too long and was ended.
    case timedOut
    /// Why it could not be started.
    case notStarted(String)
  }

  /// Runs it. Cancelling ends it.
  package func run(_ input: [UInt8]) async -> Result {
    guard let file = ProgramInput(input) else {
      return Result(end: .notStarted("its input cannot be written; is the disk full?"))
    }
    defer { file.close() }
    return await withTaskGroup(of: Result?.self) { group in
      group.addTask { await start(file) }
      group.addTask {
        try? await Task.sleep(for: .seconds(seconds))
        return nil
      }
      if let result = await group.next() ?? nil {
        group.cancelAll()
        return result
      }
      // Time is up: cancelling kills it.
      group.cancelAll()
      var result = await group.next()! ?? Result(end: .timedOut)
      if case .exited = result.end { return result }
      result.end = .timedOut
      return result
    }
  }

  /// The same for a thread that may block. Never to be called on a thread of Swift's own pool, which might be the
  /// one that is waited for.
  package func runBlocking(_ input: [UInt8]) -> Result { PlainThread.wait { await run(input) } }

  private func start(_ input: ProgramInput) async -> Result {
    guard let output = ProgramOutput(most: mostOutputBytes) else {
      return Result(end: .notStarted("too many files are open"))
    }
    async let written = output.head()
    var result = await start(input, output)
    output.release()
    result.output = await written
    return result
  }

  private func start(_ input: ProgramInput, _ output: ProgramOutput) async -> Result {
    do {
      let outcome = try await Subprocess.run(
        executable, arguments: Arguments(arguments), environment: environment, platformOptions: options,
        input: .fileDescriptor(input.descriptor, closeAfterSpawningProcess: false),
        output: .fileDescriptor(output.descriptor, closeAfterSpawningProcess: false), error: .sequence
      ) {
        output.release()
        return try await head(of: $0.standardError)
      }
      let end: End =
        switch outcome.terminationStatus {
        case .exited(let code): .exited(Int(code))
        case .signaled(let signal): .signalled(Int(signal))
        }
      return Result(end: end, complaint: outcome.closureResult, hasReadAll: input.isReadToEnd)
    } catch let error as SubprocessError where ProgramRun.startFailures.contains(error.code) {
      return Result(
        end: .notStarted(error.code == .executableNotFound ? "it is not there" : "it cannot be started"))
    } catch {
      // It has been started, and what became of it is lost.
      return Result(end: .signalled(0), hasReadAll: input.isReadToEnd)
    }
  }

  private static let startFailures: [SubprocessError.Code] = [
    .executableNotFound, .spawnFailed, .failedToChangeWorkingDirectory,
  ]

  private var executable: Executable {
    program.contains("/") ? .path(FilePath(program)) : .name(program)
  }

  /// Its messages in English, whatever the operator speaks: they are read by us.
  private var environment: Environment { .inherit.updating(["LC_ALL": "C"]) }

  private var options: PlatformOptions {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(5))
    ]
    return options
  }

  /// The beginning of a stream; the rest is read and dropped, so that the writer need not wait.
  private func head(of stream: SubprocessOutputSequence) async throws -> String {
    var bytes: [UInt8] = []
    for try await buffer in stream where bytes.count < mostComplaintBytes {
      bytes += buffer.withUnsafeBytes { Array($0.prefix(mostComplaintBytes - bytes.count)) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a program reads: a file without a name, which only we and the program have.
private struct ProgramInput {
  let descriptor: FileDescriptor
  private let length: Int

  /// Nil when it cannot be written.
  init?(_ bytes: [UInt8]) {
    let path = FileManager.default.temporaryDirectory.appending(path: "input-\(UUID().uuidString)").path
    let file = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return nil }
    unlink(path)
    guard FileTransport.writeAll(bytes, to: file), lseek(file, 0, SEEK_SET) == 0 else {
      Foundation.close(file)
      return nil
    }
    descriptor = FileDescriptor(rawValue: file)
    length = bytes.count
  }

  /// The position in the file is shared with whoever inherited it.
  var isReadToEnd: Bool { lseek(descriptor.rawValue, 0, SEEK_CUR) >= length }

  func close() { try? descriptor.close() }
}
