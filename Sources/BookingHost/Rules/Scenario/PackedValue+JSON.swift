import Foundation

/// Packed values as JSON and from it. Objects are records; null is nil.
extension PackedValue: Codable {
  package init(from decoder: any Decoder) throws {
    if let keyed = try? decoder.container(keyedBy: AnyKey.self) {
      self = .record(
        try keyed.allKeys.map {
          PackedEntry(key: $0.stringValue, value: try keyed.decode(PackedValue.self, forKey: $0))
        }.sorted { $0.key < $1.key })
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [PackedValue] = []
      while !list.isAtEnd { elements.append(try list.decode(PackedValue.self)) }
      self = .list(elements)
    } else {
      self = try PackedValue.scalar(decoder.singleValueContainer())
    }
  }

  private static func scalar(_ container: any SingleValueDecodingContainer) throws -> PackedValue {
    if container.decodeNil() { return .none }
    if let truth = try? container.decode(Bool.self) { return .boolean(truth) }
    if let integer = try? container.decode(Int.self) { return .integer(integer) }
    if let number = try? container.decode(Double.self) { return .number(number) }
    return .text(try container.decode(String.self))
  }

  package func encode(to encoder: any Encoder) throws {
    switch self {
    case .record(let entries):
      var keyed = encoder.container(keyedBy: AnyKey.self)
      for entry in entries { try keyed.encode(entry.value, forKey: AnyKey(entry.key)) }
    case .list(let elements):
      var list = encoder.unkeyedContainer()
      for element in elements { try list.encode(element) }
    default:
      var single = encoder.singleValueContainer()
      switch self {
      case .boolean(let truth): try single.encode(truth)
      case .integer(let integer): try single.encode(integer)
      case .number(let number): try single.encode(number)
      case .text(let text): try single.encode(text)
      default: try single.encodeNil()
      }
    }
  }

  /// Reads JSON text; nil when it is none.
  package init?(json: String) {
    guard let value = try? JSONDecoder().decode(PackedValue.self, from: Data(json.utf8)) else { return nil }
    self = value
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { return nil }
  }
}
