// What there is of Lua's own library.
extension Vocabulary {
  /// A table of functions that every rule has.
  package struct Library: Sendable {
    package var name: String
    package var functions: [VocabularyFunction]
    /// What it has besides functions.
    package var constants: [VocabularyTerm] = []
  }

  /// Functions that are called by their name alone.
  package static let base: [VocabularyFunction] = [
    VocabularyFunction(
      "assert", [value, message], more: true, gives: .any, "fails unless the value is true"),
    VocabularyFunction("error", [VocabularyTerm("message", .text, "what went wrong")], "fails"),
    VocabularyFunction("ipairs", [list], more: true, gives: .function, "goes through a list, in a `for`"),
    VocabularyFunction("next", [table, key], gives: .any, "the entry of a table after a key"),
    VocabularyFunction(
      "pairs", [table], gives: .function,
      "goes through a table, in a `for`: numbers ascending, then texts, then booleans"),
    VocabularyFunction(
      "select", [VocabularyTerm("n", .any, "a position, or \"#\"")], more: true, gives: .any,
      "arguments from a position on"),
    VocabularyFunction(
      "tonumber", [value, VocabularyTerm("base", .integer, optional: true, "2 to 36")], gives: .number,
      "the value as a number; nil when it is none"),
    VocabularyFunction("tostring", [value], gives: .text, "the value as text"),
    VocabularyFunction("type", [value], gives: luaType, "the kind of a value"),
    VocabularyFunction(
      "require", [VocabularyTerm("name", .text, "the file, such as \"lib.contact\"")], gives: .any,
      "what a file in lib/ returns"),
  ]

  package static let libraries: [Library] = [string, tables, math, utf8]

  private static let string = Library(
    name: "string",
    functions: [
      VocabularyFunction("byte", [text, from, to], gives: .integer, "the codes of a text's bytes"),
      VocabularyFunction("char", [], more: true, gives: .text, "the text of some codes of bytes"),
      VocabularyFunction(
        "find", [text, pattern, from, plain], gives: .integer,
        "where a pattern is found first; nil when nowhere"),
      VocabularyFunction(
        "format", [VocabularyTerm("format", .text, "with %d, %s and so on")], more: true, gives: .text,
        "values put into a text"),
      VocabularyFunction(
        "gmatch", [text, pattern], more: true, gives: .function, "every match of a pattern, in a `for`"),
      VocabularyFunction(
        "gsub", [text, pattern, VocabularyTerm("by", .any, "what it is replaced by"), count], gives: .text,
        "the text with a pattern replaced, and how often"),
      VocabularyFunction("len", [text], gives: .integer, "the length in bytes"),
      VocabularyFunction("lower", [text], gives: .text, "the text in small letters"),
      VocabularyFunction(
        "match", [text, pattern, from], gives: .text, "what a pattern matches; nil for nothing"),
      VocabularyFunction(
        "pack", [VocabularyTerm("format", .text, "how they are packed")], more: true, gives: .text,
        "values as bytes"),
      VocabularyFunction(
        "packsize", [VocabularyTerm("format", .text, "how values are packed")], gives: .integer,
        "how many bytes they take"),
      VocabularyFunction(
        "rep", [text, VocabularyTerm("n", .integer, "how often"), separator], gives: .text,
        "the text again and again"),
      VocabularyFunction("reverse", [text], gives: .text, "the text from back to front"),
      VocabularyFunction("sub", [text, from, to], gives: .text, "a piece of the text"),
      VocabularyFunction(
        "unpack", [VocabularyTerm("format", .text, "how they are packed"), text, from], gives: .any,
        "values from bytes"),
      VocabularyFunction("upper", [text], gives: .text, "the text in capitals"),
    ])

  private static let tables = Library(
    name: "table",
    functions: [
      VocabularyFunction("concat", [list, separator, from, to], gives: .text, "a list of texts as one text"),
      VocabularyFunction(
        "insert", [list, VocabularyTerm("at", .any, "where, or the value")], more: true,
        "puts a value into a list"),
      VocabularyFunction(
        "move",
        [
          list, from, to, VocabularyTerm("at", .integer, "where they go"),
          VocabularyTerm("into", .table, optional: true, "another list"),
        ],
        gives: .table, "copies entries of a list"),
      VocabularyFunction(
        "pack", [], more: true, gives: .table, "the arguments as a list, with their number as n"),
      VocabularyFunction(
        "remove", [list, VocabularyTerm("at", .integer, optional: true, "where; the end if left out")],
        gives: .any, "takes an entry out of a list"),
      VocabularyFunction(
        "sort",
        [
          list, VocabularyTerm("before", .function, optional: true, "whether one value comes before another"),
        ], "puts a list in order"),
      VocabularyFunction("unpack", [list, from, to], gives: .any, "the entries of a list as values"),
    ])

  private static let math = Library(
    name: "math",
    functions: [
      VocabularyFunction("abs", [number], gives: .number, "the number without its sign"),
      VocabularyFunction("acos", [number], gives: .number, "the arc cosine"),
      VocabularyFunction("asin", [number], gives: .number, "the arc sine"),
      VocabularyFunction(
        "atan", [number, VocabularyTerm("x", .number, optional: true, "1 if left out")], gives: .number,
        "the arc tangent"),
      VocabularyFunction("ceil", [number], gives: .integer, "the next whole number above"),
      VocabularyFunction("cos", [number], gives: .number, "the cosine"),
      VocabularyFunction("deg", [number], gives: .number, "radians in degrees"),
      VocabularyFunction("exp", [number], gives: .number, "e to the power"),
      VocabularyFunction("floor", [number], gives: .integer, "the next whole number below"),
      VocabularyFunction("fmod", [number, number], gives: .number, "the rest of a division, rounded to 0"),
      VocabularyFunction(
        "log", [number, VocabularyTerm("base", .number, optional: true, "e if left out")], gives: .number,
        "the logarithm"),
      VocabularyFunction("max", [number], more: true, gives: .number, "the largest"),
      VocabularyFunction("min", [number], more: true, gives: .number, "the smallest"),
      VocabularyFunction("modf", [number], gives: .number, "the whole part and the rest"),
      VocabularyFunction("rad", [number], gives: .number, "degrees in radians"),
      VocabularyFunction("sin", [number], gives: .number, "the sine"),
      VocabularyFunction("sqrt", [number], gives: .number, "the square root"),
      VocabularyFunction("tan", [number], gives: .number, "the tangent"),
      VocabularyFunction(
        "tointeger", [value], gives: .integer, "a number without fraction as a whole one; nil for others"),
      VocabularyFunction("type", [value], gives: .text, "\"integer\" or \"float\"; nil for others"),
      VocabularyFunction(
        "ult", [number, number], gives: .boolean, "whether a whole number is below another, without sign"),
    ],
    constants: [
      VocabularyTerm("huge", .number, "more than any number"),
      VocabularyTerm("maxinteger", .integer, "the largest whole number"),
      VocabularyTerm("mininteger", .integer, "the smallest whole number"),
      VocabularyTerm("pi", .number, "3.14159…"),
    ])

  private static let utf8 = Library(
    name: "utf8",
    functions: [
      VocabularyFunction("char", [], more: true, gives: .text, "the text of some character codes"),
      VocabularyFunction(
        "codepoint", [text, from, to], more: true, gives: .integer, "the codes of a text's characters"),
      VocabularyFunction(
        "codes", [text], more: true, gives: .function, "goes through a text's characters, in a `for`"),
      VocabularyFunction("len", [text, from, to], more: true, gives: .integer, "the length in characters"),
      VocabularyFunction(
        "offset", [text, VocabularyTerm("n", .integer, "which character"), from], gives: .integer,
        "the byte at which a character begins"),
    ],
    constants: [VocabularyTerm("charpattern", .text, "a pattern that matches one character")])

  private static let value = VocabularyTerm("value", .any, "any value")
  private static let message = VocabularyTerm("message", .text, optional: true, "what went wrong")
  private static let list = VocabularyTerm("list", .table, "a list")
  private static let table = VocabularyTerm("table", .table, "a table")
  private static let key = VocabularyTerm("key", .any, optional: true, "a key; the first entry if left out")
  private static let text = VocabularyTerm("text", .text, "a text")
  private static let pattern = VocabularyTerm("pattern", .text, "a pattern")
  private static let number = VocabularyTerm("x", .number, "a number")
  private static let separator = VocabularyTerm("separator", .text, optional: true, "what stands between")
  private static let from = VocabularyTerm("from", .integer, optional: true, "the first; 1 if left out")
  private static let to = VocabularyTerm("to", .integer, optional: true, "the last; the end if left out")
  private static let plain = VocabularyTerm(
    "plain", .boolean, optional: true, "whether the pattern is plain text")
  private static let count = VocabularyTerm("count", .integer, optional: true, "how often at most")
  private static let luaType: ValueType = .oneOf(
    ["nil", "boolean", "number", "string", "table", "function"], called: "type")
}
