@testable import BookingHost

/// A generator whose numbers are the same in every run (SplitMix64).
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Makes small mistakes in a source text.
struct SourceMutator {
  private let pieces: [String]
  private static let strays = [
    "end", "(", ")", "{", "}", "[", "]", "=", "==", ",", ";", ":", ".", "..", "...", "function", "local",
    "return", "break", "goto x", "::x::", "if", "then", "else", "elseif", "for", "in", "do", "while",
    "repeat",
    "until", "nil", "not", "-", "#", "~", "x", "\"t\"", "[[t]]", "1", "0x", "1e", "<const>", "<close>", "and",
    "or", "--", "--[[", "]]", "'", "\\", "\n", "\r", "!", "é", "function() end", "local x <const> = 1",
  ]

  /// Splits into words, numbers and single other characters, so that what is put together again is the
  /// source.
  init(_ source: String) {
    var pieces: [String] = []
    for character in source {
      let isWord = character.isLetter || character.isNumber || character == "_"
      if isWord, let last = pieces.last?.last, last.isLetter || last.isNumber || last == "_" {
        pieces[pieces.count - 1].append(character)
      } else {
        pieces.append(String(character))
      }
    }
    self.pieces = pieces
  }

  func mutant(_ random: inout Seeded) -> String {
    var changed = pieces
    for _ in 0..<Int.random(in: 1...2, using: &random) where !changed.isEmpty {
      let index = pick(changed, &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0: changed.remove(at: index)
      case 1: changed.insert(changed[index], at: index)
      case 2: changed.swapAt(index, pick(changed, &random))
      case 3: changed[index] = SourceMutator.strays.randomElement(using: &random)!
      default: changed.insert(" " + SourceMutator.strays.randomElement(using: &random)! + " ", at: index)
      }
    }
    return changed.joined()
  }

  /// A piece that is not blank, if one comes up soon.
  private func pick(_ pieces: [String], _ random: inout Seeded) -> Int {
    for _ in 0..<8 {
      let index = Int.random(in: pieces.indices, using: &random)
      if pieces[index] != " " { return index }
    }
    return Int.random(in: pieces.indices, using: &random)
  }
}
