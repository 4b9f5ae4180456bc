// `require`, and the compiling of rule files. Files are compiled and run while loading only; afterwards
// `require` gives what the file returned then.
#include "evaluator.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PIECE = 256, MAX_PATH = 127 };

typedef struct source_reader {
  const char *at, *end;
} source_reader;

// In pieces, so that a limit which was passed while compiling one is raised before the next.
static const char *next_piece(lua_State *L, void *data, size_t *size) {
  source_reader *reader = data;
  const char *at = reader->at;
  *size = reader->end - at < PIECE ? (size_t)(reader->end - at) : PIECE;
  charge(L, 1);
  reader->at += *size;
  return at;
}

static int line_at(const source_file *file, const char *at) {
  int line = 1;
  for (const char *c = file->text; c < at; c++) line += *c == '\n';
  return line;
}

static void charge_compiling(lua_State *L, const source_file *file, const source_reader *reader) {
  clua_evaluator *e = evaluator_of(L);
  uint64_t left = e->work < e->work_limit ? e->work_limit - e->work : 0;
  compile_price price = price_of_compiling(reader->at, (size_t)(reader->end - reader->at), left);
  if (price.units > left) {
    raise_at(L, CLUA_LIMIT_WORK, file->name, line_at(file, reader->at + price.length), "", 0);
  }
  e->work += price.units;
  budget_note_operators(e, price.concatenates, price.divides);
}

// A byte-order mark, and a first line for the shell: its line break stays, so that lines count right.
static void skip_start(source_reader *reader) {
  size_t length = (size_t)(reader->end - reader->at);
  if (length >= 3 && memcmp(reader->at, "\xEF\xBB\xBF", 3) == 0) reader->at += 3;
  if (reader->end - reader->at < 2 || memcmp(reader->at, "#!", 2) != 0) return;
  while (reader->at < reader->end && *reader->at != '\n') reader->at++;
}

// Constants with a NUL make comparing slow, see budget.c. It comes as itself or as an escape: \0, \x00,
// \u{0}.
static bool writes_zero(const char *at, size_t left) {
  size_t n = 0;
  if (left >= 3 && at[0] == 'x') return at[1] == '0' && at[2] == '0';
  if (left >= 3 && at[0] == 'u' && at[1] == '{') {
    for (n = 2; n < left && at[n] == '0'; n++) {}
    return n > 2 && n < left && at[n] == '}';
  }
  while (n < 3 && n < left && at[n] == '0') n++;
  return n > 0 && (n == 3 || n == left || at[n] < '0' || at[n] > '9');
}

static bool may_hold_zero(const source_file *file) {
  for (size_t i = 0; i < file->length; i++) {
    if (file->text[i] == '\0') return true;
    if (file->text[i] == '\\' && writes_zero(file->text + i + 1, file->length - i - 1)) return true;
  }
  return false;
}

// The compiler's message is "file:line: what", where a long file name is cut to 59 letters.
static _Noreturn void raise_syntax(lua_State *L, const char *name) {
  size_t length, cut = strlen(name) < 59 ? strlen(name) : 59;
  const char *text = lua_tolstring(L, -1, &length);
  int line = 0;
  if (!text) lua_error(L);
  if (length > cut && text[cut] == ':' && isdigit((unsigned char)text[cut + 1])) {
    char *end;
    line = (int)strtol(text + cut + 1, &end, 10);
    if (strncmp(end, ": ", 2) == 0) {
      length -= (size_t)(end + 2 - text);
      text = end + 2;
    }
  }
  if (strstr(text, "C stack overflow")) raise_at(L, CLUA_LIMIT_STACK, name, line, text, length);
  raise_at(L, CLUA_SYNTAX, name, line, text, length);
}

static void compile(lua_State *L, const source_file *file) {
  source_reader reader = {file->text, file->text + file->length};
  char chunk[MAX_PATH + 2];
  skip_start(&reader);
  if (reader.at < reader.end && *reader.at == LUA_SIGNATURE[0]) {
    static const char message[] = "this is not a Lua text file";
    raise_at(L, CLUA_SYNTAX, file->name, 0, message, sizeof message - 1);
  }
  charge_compiling(L, file, &reader);
  if (may_hold_zero(file)) budget_note_zero(L, "", 1);
  snprintf(chunk, sizeof chunk, "@%.*s", MAX_PATH, file->name);
  clua_evaluator *e = evaluator_of(L);
  e->making_constants = true;
  int status = lua_load(L, next_piece, &reader, chunk, "t");
  e->making_constants = false;
  if (e->ended || e->starved) {
    if (e->error.line == 0) {
      strcpy(e->error.source, file->name);
      e->error.line = line_at(file, reader.at);
    }
    lua_error(L);
  }
  if (status != LUA_OK) raise_syntax(L, file->name);
}

static void write_cycle(const clua_evaluator *e, const loading *at, char *text, size_t capacity) {
  if (!at) return;
  write_cycle(e, at->outer, text, capacity);
  size_t used = strlen(text);
  snprintf(text + used, capacity - used, "%s -> ", e->sources[at->source].name);
}

static void refuse_cycle(lua_State *L, size_t source) {
  clua_evaluator *e = evaluator_of(L);
  char text[480] = "";
  for (const loading *at = e->loading; at; at = at->outer) {
    if (at->source != source) continue;
    write_cycle(e, e->loading, text, sizeof text);
    raise_error(L, "require cycle: %s%s", text, e->sources[source].name);
  }
}

// Pushes what the source returned, running it if it has not been.
void require_source(lua_State *L, size_t source) {
  clua_evaluator *e = evaluator_of(L);
  luaL_checkstack(L, 6, NULL);
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_MODULES);
  if (lua_rawgeti(L, -1, (lua_Integer)source + 1) != LUA_TNIL) {
    lua_remove(L, -2);
    return;
  }
  lua_pop(L, 1);
  refuse_cycle(L, source);
  if (e->phase != LOADING) raise_error(L, "'%s' has not been loaded", e->sources[source].name);
  loading here = {source, e->loading};
  compile(L, &e->sources[source]);
  e->loading = &here;
  enter_callback(L);
  lua_call(L, 0, 1);
  leave_callback(L);
  e->loading = here.outer;
  if (lua_isnil(L, -1)) {
    lua_pop(L, 1);
    lua_pushboolean(L, 1);
  }
  lua_pushvalue(L, -1);
  lua_rawseti(L, -3, (lua_Integer)source + 1);
  lua_remove(L, -2);
}

// How many letters differ, roughly: what a typing mistake costs.
static size_t distance(const char *a, const char *b) {
  size_t row[MAX_PATH + 2], n = strlen(b);
  for (size_t j = 0; j <= n; j++) row[j] = j;
  for (size_t i = 1; a[i - 1]; i++) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= n; j++) {
      size_t change = diagonal + (a[i - 1] != b[j - 1]);
      diagonal = row[j];
      size_t shift = (row[j - 1] < row[j] ? row[j - 1] : row[j]) + 1;
      row[j] = change < shift ? change : shift;
    }
  }
  return row[n];
}

static _Noreturn void raise_missing(lua_State *L, const char *path) {
  clua_evaluator *e = evaluator_of(L);
  const char *close = NULL;
  size_t least = strlen(path) / 3 + 1;
  charge(L, e->source_count * 64);
  for (size_t i = 0; i < e->source_count; i++) {
    size_t d = distance(path, e->sources[i].name);
    if (d >= least) continue;
    least = d;
    close = e->sources[i].name;
  }
  if (close) raise_error(L, "there is no %s; did you mean %s?", path, close);
  raise_error(L, "there is no %s", path);
}

// "lib.contact" to "lib/contact.lua"
static void write_path(lua_State *L, const char *name, size_t length, char path[MAX_PATH + 1]) {
  bool after_dot = true;
  if (length == 0 || length + 4 > MAX_PATH) {
    raise_error(L, "require: a module name has 1 to %d letters", MAX_PATH - 4);
  }
  for (size_t i = 0; i < length; i++) {
    char c = name[i];
    bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
    if (!letter && (c != '.' || after_dot || i + 1 == length)) {
      raise_error(L, "require: a module name is made of a-z, 0-9 and _, with dots between, as in "
               "\"lib.contact\"");
    }
    after_dot = c == '.';
    path[i] = c == '.' ? '/' : c;
  }
  memcpy(path + length, ".lua", 5);
}

int require_call(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  char path[MAX_PATH + 1];
  size_t length;
  luaL_checktype(L, 1, LUA_TSTRING);
  const char *name = lua_tolstring(L, 1, &length);
  write_path(L, name, length, path);
  charge(L, 2 + e->source_count);
  for (size_t i = 0; i < e->source_count; i++) {
    if (strcmp(e->sources[i].name, path) != 0) continue;
    require_source(L, i);
    return 1;
  }
  raise_missing(L, path);
}
