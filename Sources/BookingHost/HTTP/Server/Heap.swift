import Foundation
internal import ServiceLifecycle

/// What is asked of the allocator beyond memory. glibc's has these; another is left to itself.
enum Heap {
  private typealias Mallopt = @convention(c) (Int32, Int32) -> Int32

  /// Has threads share a few parts of the heap. By itself glibc makes up to eight for each core, and each keeps free what
  /// the largest page that was ever made in it took. To be called before the threads are there (mallopt(3)).
  static func limitArenas() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let arenaMax: Int32 = -8
    let mallopt = unsafeBitCast(symbol, to: Mallopt.self)
    _ = mallopt(arenaMax, Int32(2 * ProcessInfo.processInfo.activeProcessorCount))
  }

  /// Gives back to the system what lies free between what is in use, and says with 1 that there was some. By itself
  /// glibc gives back only what is free at a part's end (malloc_trim(3)).
  static let trim: (@convention(c) (Int) -> Int32)? =
    dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self) }
}

/// Has the allocator give back, every half a minute, what lies free: after 67 edits of rules that was 18 of 103 MB.
struct HeapTrimming: Service {
  private static let pause = Duration.seconds(30)

  func run() async throws {
    guard let trim = Heap.trim else { return try await gracefulShutdown() }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: HeapTrimming.pause)
        _ = trim(0)
      }
    }
  }
}
