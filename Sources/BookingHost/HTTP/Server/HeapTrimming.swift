import Foundation
internal import ServiceLifecycle

/// Has the allocator give back, every half a minute, the memory that lies free between what is in use.
///
/// Each thread takes memory from a part of the heap of its own, and what one large page or one check of the rules has
/// left behind in each of them adds up: after 67 edits of rules 18 of 103 MB were free and could be given back. By itself
/// glibc gives back only what is free at a part's end (malloc_trim(3)).
struct HeapTrimming: Service {
  private static let pause = Duration.seconds(30)

  /// Nil where the allocator has none, which is then left to itself.
  static let trim: (@convention(c) (Int) -> Int32)? =
    dlsym(nil, "malloc_trim").map { unsafeBitCast($0, to: (@convention(c) (Int) -> Int32).self) }

  func run() async throws {
    guard let trim = HeapTrimming.trim else { return try await gracefulShutdown() }
    await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        try? await Task.sleep(for: HeapTrimming.pause)
        _ = trim(0)
      }
    }
  }
}
