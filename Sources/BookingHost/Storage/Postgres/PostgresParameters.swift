#if Postgres
  /// The values of a statement as libpq takes them: one run of memory with every text in it, each ended by a zero.
  ///
  /// Numbers are written out, and the server reads each as what its place asks for. Bytes go as they are.
  struct PostgresParameters {
    private var memory: [UInt8] = []
    /// Where each value begins; nil for NULL.
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    var count: Int32 { Int32(starts.count) }

    init(_ arguments: StatementArguments, names: [String]) {
      switch arguments {
      case .positional(let values):
        for value in values { append(value?.stored ?? .null) }
      case .named(let values):
        for name in names { append(values.first { $0.name == name }?.value?.stored ?? .null) }
      }
    }

    private mutating func append(_ value: StoredValue) {
      let start = memory.count
      switch value {
      case .null: break
      case .integer(let number): memory.append(contentsOf: String(number).utf8)
      case .real(let number): memory.append(contentsOf: String(number).utf8)
      // It would end the text.
      case .text(let text): memory.append(contentsOf: text.utf8.lazy.map { $0 == 0 ? UInt8(ascii: "?") : $0 })
      case .bytes(let bytes): memory.append(contentsOf: bytes)
      }
      starts.append(value == .null ? nil : start)
      lengths.append(Int32(memory.count - start))
      if case .bytes = value { formats.append(1) } else { formats.append(0) }
      memory.append(0)
    }

    /// Calls `body` with what `PQexecPrepared` wants, good until it returns.
    func withPointers<T>(
      _ body: (
        UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
      ) -> T
    ) -> T {
      memory.withUnsafeBytes { memory in
        let pointers = starts.map { start in
          start.flatMap { memory.baseAddress?.advanced(by: $0).assumingMemoryBound(to: CChar.self) }
        }
        return pointers.withUnsafeBufferPointer { pointers in
          lengths.withUnsafeBufferPointer { lengths in
            formats.withUnsafeBufferPointer {
              body(pointers.baseAddress, lengths.baseAddress, $0.baseAddress)
            }
          }
        }
      }
    }
  }
#endif
