-- For luacheck (Debian: lua-check). Written by `host-cli rules types`; not read by the host.
std = {
  read_globals = {
    -- What rules may call.
    "refuse", "warn", "override", "email", "loyalty", "notify", "webhook", "skip", "at_least",
    -- What there is of Lua's library.
    "assert", "error", "ipairs", "next", "pairs", "select", "tonumber", "tostring", "type", "require",
    string = { fields = { "byte", "char", "find", "format", "gmatch", "gsub", "len", "lower", "match", "pack", "packsize", "rep", "reverse", "sub", "unpack", "upper" } },
    table = { fields = { "concat", "insert", "move", "pack", "remove", "sort", "unpack" } },
    math = { fields = { "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "log", "max", "min", "modf", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult", "huge", "maxinteger", "mininteger", "pi" } },
    utf8 = { fields = { "char", "codepoint", "codes", "len", "offset", "charpattern" } },
  },
}
max_line_length = 140
-- A function may leave unused what every function of its kind is given.
unused_args = false
files["tests/"] = { read_globals = { "absent" } }
exclude_files = { "types/" }
