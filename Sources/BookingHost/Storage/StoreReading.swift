/// What a reader and a writer have in common: every question that can be asked of the store. The questions
/// are in extensions, by subject.
package protocol StoreReading {
  var connection: StoreConnection { get }
}

/// The store's side of a read or write that is under way. Opaque outside this folder.
package struct StoreConnection {
  let db: Connection
  let memory: SetupMemory
}

/// One snapshot of the store.
package struct StoreReader: StoreReading {
  package let connection: StoreConnection
}

/// One transaction on the store: reads see what it has written so far.
package struct StoreWriter: StoreReading {
  package let connection: StoreConnection
}

extension StoreReading {
  var db: Connection { connection.db }
}
