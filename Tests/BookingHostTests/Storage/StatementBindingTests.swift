import Testing

@testable import BookingHost

@Suite("Values reach the store as they are", .aboutSQLite)
struct StatementBindingTests {
  private let store: Store

  init() throws { store = try TestStore.make() }

  private func kinds(_ values: StatementArguments) throws -> [StoredValue] {
    try store.read { reader in
      try reader.db.first("SELECT typeof(?1), ?1, length(?1)", values) { $0.cells.all.map(\.value) } ?? []
    }
  }

  @Test func everyKindComesBackAsItself() throws {
    #expect(try kinds([nil]) == [.text("null"), .null, .null])
    #expect(try kinds([Int.min]) == [.text("integer"), .integer(Int.min), .integer(20)])
    #expect(try kinds([0.5]) == [.text("real"), .real(0.5), .integer(3)])
    #expect(try kinds(["né 🍷"]) == [.text("text"), .text("né 🍷"), .integer(4)])
    #expect(try kinds([StoredValue.bytes([0, 255])]) == [.text("blob"), .bytes([0, 255]), .integer(2)])
  }

  @Test func whatIsEmptyIsNotNull() throws {
    #expect(try kinds([""]) == [.text("text"), .text(""), .integer(0)])
    #expect(try kinds([StoredValue.bytes([])]) == [.text("blob"), .bytes([]), .integer(0)])
  }

  @Test func valuesByNameGoWhereTheyAreNamed() throws {
    let values: StatementArguments = ["b": 2, "a": 1]
    let row = try store.read { try $0.db.first("SELECT :a, :b, :a", values) { $0.cells.all.map(\.value) } }
    #expect(row == [.integer(1), .integer(2), .integer(1)])
  }

  @Test func aValueOfTheLastTimeIsNotTakenAgain() throws {
    #expect(try kinds(["x"]).first == .text("text"))
    #expect(try kinds([nil]).first == .text("null"))
  }

  @Test func otherValuesThanAStatementHasPlacesForAreAnError() throws {
    for values in [[], [1, 2], ["other": 1]] as [StatementArguments] {
      #expect(throws: StoreError.self) {
        try store.read { try $0.db.first("SELECT :one", values) { _ in true } }
      }
    }
  }
}
