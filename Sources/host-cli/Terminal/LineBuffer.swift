/// A line being typed, and where in it the cursor stands.
struct LineBuffer: Equatable {
  private(set) var characters: [Character] = []
  private(set) var cursor = 0

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }
  var beforeCursor: String { String(characters[..<cursor]) }

  /// Takes a key in; keys that do not edit change nothing.
  mutating func take(_ key: Key) {
    switch key {
    case .character(let character): insert(character)
    case .backspace: if cursor > 0 { remove((cursor - 1)..<cursor) }
    case .delete: if cursor < characters.count { remove(cursor..<(cursor + 1)) }
    case .left: cursor = max(0, cursor - 1)
    case .right: cursor = min(characters.count, cursor + 1)
    case .home: cursor = 0
    case .end: cursor = characters.count
    case .eraseLine: remove(0..<cursor)
    case .eraseRest: remove(cursor..<characters.count)
    case .eraseWord: remove(wordStart..<cursor)
    case .enter, .interrupt, .endOfInput, .other: break
    }
  }

  private mutating func insert(_ character: Character) {
    // A mark that joins the character before it makes one of the two.
    let joined = cursor > 0 ? String(characters[cursor - 1]) + String(character) : ""
    if cursor > 0, joined.count == 1 {
      characters[cursor - 1] = Character(joined)
    } else {
      characters.insert(character, at: cursor)
      cursor += 1
    }
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}
