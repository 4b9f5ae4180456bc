/// An expression of Lua source, and where it stands.
///
/// A value: it can be kept, copied and walked by any number of readers. However the source is written, no
/// tree is deeper than about `deepest` levels, so that a walk by recursion is safe: see `Kind.long`.
package struct LuaExpression: Sendable {
  // By reference, so that passing one on costs a word: the parser nests hundreds of calls.
  private let node: Node

  private final class Node: Sendable {
    let kind: Kind
    let range: SourceRange
    let height: UInt16

    init(_ kind: Kind, _ range: SourceRange) {
      self.kind = kind
      self.range = range
      height = kind.height
    }
  }

  init(_ kind: Kind, _ range: SourceRange) {
    node = Node(kind, range)
  }

  package var kind: Kind { node.kind }
  package var range: SourceRange { node.range }
  /// How many levels there are below.
  var height: UInt16 { node.height }

  package indirect enum Kind: Sendable {
    case `nil`
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text(LuaText)
    /// `...`
    case vararg
    case name(LuaName)
    case function(LuaFunction)
    case table(LuaTable)
    /// `record.name`
    case member(of: LuaExpression, LuaWord)
    /// `record[key]`
    case index(of: LuaExpression, LuaExpression)
    /// `function(arguments)`. The word is the name of a method: `text:lower()`.
    case call(LuaExpression, method: LuaWord?, LuaArguments)
    case unary(LuaOperator, LuaExpression)
    case binary(LuaExpression, LuaOperator, LuaExpression)
    case parenthesized(LuaExpression)
    /// Operands, or a value and its suffixes, in a row that is too long for any reader: `1+1+1+` and so on
    /// for pages. Only the parts, as they come; what is done with them is not kept.
    case long([LuaExpression])
  }

  /// More levels than this and the rest of a row goes into `Kind.long`.
  static let deepest: UInt16 = 64
}

/// A word in the source: a name that is declared or used, or a keyword.
package struct LuaWord: Hashable, Sendable {
  package var text: String
  package var range: SourceRange
}

/// A name where it stands for a value.
package struct LuaName: Hashable, Sendable {
  package var text: String
  package var range: SourceRange
  package var binding: Binding

  /// What a name stands for.
  package enum Binding: Hashable, Sendable {
    case local(LuaLocal.ID)
    case global
    /// A field of a local that is called `_ENV`, which takes the place of the globals.
    case field(of: LuaLocal.ID)
  }
}

/// A string's value. Lua's are bytes, and need not be text.
package struct LuaText: Hashable, Sendable {
  package var bytes: [UInt8]

  /// Nil when the bytes are not UTF-8.
  package var string: String? { String(validating: bytes, as: UTF8.self) }
}

/// What a function is called with.
package struct LuaArguments: Sendable {
  package var values: [LuaExpression]
  /// With the brackets; of the one value where there are none (`require "lib.x"`).
  package var range: SourceRange
}

/// `{ … }`
package struct LuaTable: Sendable {
  package var fields: [Field]

  /// One entry of a constructor.
  package struct Field: Sendable {
    package var key: Key
    package var value: LuaExpression
    /// Key and value, without the comma.
    package var range: SourceRange
  }

  package enum Key: Sendable {
    /// `value`: the next position in the list, from 1.
    case position(Int)
    /// `name = value`
    case name(LuaWord)
    /// `[key] = value`; the range is that of the brackets.
    case computed(LuaExpression, SourceRange)
  }
}

extension LuaTable.Key {
  /// Where the key is written; nil for a position, which is not.
  package var range: SourceRange? {
    switch self {
    case .position: nil
    case .name(let word): word.range
    case .computed(_, let range): range
    }
  }
}

/// A function's parameters and body.
package struct LuaFunction: Sendable {
  private let node: Node

  private final class Node: Sendable {
    let id: Int
    let parameters: [LuaLocal.ID]
    let vararg: SourceRange?
    let body: LuaBlock
    let range: SourceRange

    init(id: Int, parameters: [LuaLocal.ID], vararg: SourceRange?, body: LuaBlock, range: SourceRange) {
      self.id = id
      self.parameters = parameters
      self.vararg = vararg
      self.body = body
      self.range = range
    }
  }

  init(id: Int, parameters: [LuaLocal.ID], vararg: SourceRange?, body: LuaBlock, range: SourceRange) {
    node = Node(id: id, parameters: parameters, vararg: vararg, body: body, range: range)
  }

  /// Every function of a chunk has a number of its own; the chunk itself is 0.
  package var id: Int { node.id }
  /// With `self` first, where the function is declared as a method.
  package var parameters: [LuaLocal.ID] { node.parameters }
  /// Where `...` stands among the parameters.
  package var vararg: SourceRange? { node.vararg }
  package var body: LuaBlock { node.body }
  /// From `function` to `end`.
  package var range: SourceRange { node.range }
}

extension LuaExpression.Kind {
  fileprivate var height: UInt16 {
    switch self {
    case .nil, .boolean, .integer, .number, .text, .vararg, .name: 0
    case .function(let function): function.body.height + 1
    case .table(let table): table.height + 1
    case .member(let record, _): record.height + 1
    case .index(let record, let key): max(record.height, key.height) + 1
    case .call(let callee, _, let arguments): max(callee.height, arguments.values.height) + 1
    case .unary(_, let operand), .parenthesized(let operand): operand.height + 1
    case .binary(let left, _, let right): max(left.height, right.height) + 1
    case .long(let parts): parts.height + 1
    }
  }
}

extension [LuaExpression] {
  var height: UInt16 { reduce(0) { Swift.max($0, $1.height) } }
}

extension LuaTable {
  fileprivate var height: UInt16 {
    fields.reduce(0) { highest, field in
      var height = max(highest, field.value.height)
      if case .computed(let key, _) = field.key { height = max(height, key.height) }
      return height
    }
  }
}
