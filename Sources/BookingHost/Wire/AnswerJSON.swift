/// An answer in the JSON type it has.
package struct AnswerJSON: Encodable, Sendable {
  package var answer: Answer

  package init(_ answer: Answer) {
    self.answer = answer
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch answer {
    case .text(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .boolean(let value): try container.encode(value)
    }
  }
}
