// `math`: liblua's functions without the random ones, charged by their arguments.
#include "evaluator.h"

enum { CALL_UNITS = 16 };  // `fmod` takes two microseconds at worst

// They are pure, and quick but for reading texts as numbers.
static int charged_call(lua_State *L) {
  int count = lua_gettop(L);
  charge(L, CALL_UNITS + (uint64_t)count);
  charge_numbers(L, 1, count);
  return lua_tocfunction(L, lua_upvalueindex(1))(L);
}

void library_math(lua_State *L) {
  static const char *const names[] = {
    "abs", "acos", "asin", "atan", "ceil", "cos", "deg", "exp", "floor", "fmod", "huge", "log", "max",
    "maxinteger", "min", "mininteger", "modf", "pi", "rad", "sin", "sqrt", "tan", "tointeger", "type", "ult",
  };
  lua_pushcfunction(L, luaopen_math);
  lua_call(L, 0, 1);
  lua_createtable(L, 0, sizeof names / sizeof *names);
  for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
    lua_getfield(L, -2, names[i]);
    if (lua_iscfunction(L, -1)) lua_pushcclosure(L, charged_call, 1);
    lua_setfield(L, -2, names[i]);
  }
  lua_remove(L, -2);
}
