// Loading: what a file may return, what `require` finds, and what each refusal says.
#include <stdio.h>
#include <string.h>

#include "check.h"

typedef struct file {
  const char *name, *text;
} file;

static void check_files(const file *files, size_t count, const char *wanted) {
  static char got[TEXT_CAPACITY];
  clua_source sources[4];
  for (size_t i = 0; i < count; i++) {
    sources[i] = (clua_source){files[i].name, files[i].text, strlen(files[i].text)};
  }
  clua_evaluator *e = create_evaluator(&standard_limits);
  write_ending(e, clua_load(e, sources, count, 0), got, sizeof got);
  check_text(files[0].text, got, wanted);
  clua_destroy(e);
}

static void check_single_files(void) {
  static const struct {
    const char *text, *wanted;
  } rows[] = {
    {"return {a=function() end,\nb={function() end}}", "{a=fn1@ops.lua:1,b=[fn2@ops.lua:2]}"},
    {"return {required=math.floor}",
     "!result ops.lua:0 'required' is a function of the library: give one of your own"},
    {"x=", "!syntax ops.lua:1 unexpected symbol near <eof>"},
    {"\xEF\xBB\xBF#!/usr/bin/lua\nx=", "!syntax ops.lua:2 unexpected symbol near <eof>"},
    {"\x1bLua", "!syntax ops.lua:0 this is not a Lua text file"},
    {"refuse('a')", "!runtime ops.lua:1 `refuse` can only be called in check"},
    {"while true do end", "!limit_work ops.lua:1 the rule takes too long: its budget of work is spent"},
    {"local s='x' while true do s=s..s end", "!limit_memory ops.lua:1 the rule uses too much memory"},
    {"return require 'ops'", "!runtime ops.lua:1 require cycle: ops.lua -> ops.lua"},
    {"", "true"},
  };
  for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
    check_files(&(file){"ops.lua", rows[i].text}, 1, rows[i].wanted);
  }
}

static void check_require(void) {
  file files[] = {
    {"ops.lua", "return {f=require('lib.a').f, g=require 'lib.b'}"},
    {"lib/a.lua", "return {f=function() return 1 end}"},
    {"lib/b.lua", ""},
    {"lib/c.lua", "local x = 1\nx()"},
  };
  check_files(files, 3, "{f=fn1@lib/a.lua:1,g=true}");
  // A file that nobody requires is loaded too, so that a broken one is found now.
  check_files(files, 4, "!runtime lib/c.lua:2 attempt to call a number value (local 'x')");
  file cycle[] = {
    {"ops.lua", "return require 'lib.a'"},
    {"lib/a.lua", "return require 'lib.b'"},
    {"lib/b.lua", "return\nrequire 'lib.a'"},
  };
  check_files(cycle, 3, "!runtime lib/b.lua:2 require cycle: ops.lua -> lib/a.lua -> lib/b.lua -> lib/a.lua");
  file typo[] = {{"ops.lua", "return require 'lib.contcat'"}, {"lib/contact.lua", ""}};
  check_files(typo, 2, "!runtime ops.lua:1 there is no lib/contcat.lua; did you mean lib/contact.lua?");
}

// A file that describes data may say that there is nothing, and mix names and positions.
static void check_described(const char *text, const char *wanted) {
  char got[512];
  clua_evaluator *e = create_evaluator(&standard_limits);
  check(clua_describe(e, "absent") == CLUA_OK, "clua_describe before the load");
  write_ending(e, load_text(e, text, strlen(text)), got, sizeof got);
  check_text(text, got, wanted);
  check(clua_describe(e, "absent") == CLUA_USAGE, "no clua_describe after the load");
  clua_destroy(e);
}

static void check_descriptions(void) {
  check_described("return {'a', x=absent, 7}", "{1=\"a\",2=7,x=nil}");
  check_described("return {absent, {}}", "[nil,{}]");
  check_described("return {absent == absent, tostring(absent), absent ~= nil}", "[true,\"userdata\",true]");
  check_described("return {'a', x=1, [true]=2}", "!result ops.lua:0 the value has a key that is not text");
  check_described("return {'a', x=1, [1.5]=2}",
                  "!result ops.lua:0 the value has a key that is not plain text");
  check_described("return {'a', x=1, [2]=print}", "{1=\"a\",x=1}");
  check_described("return {'a', x=1, c={1, {y=string.len, 2}}}",
                  "!result ops.lua:0 'c[2].y' is a function of the library: give one of your own");
  check_described("absent = 1",
                  "!runtime ops.lua:1 'absent' cannot be replaced: write `local absent = ...` to use the name");
  check_files(&(file){"ops.lua", "return absent or {'a', x=1}"}, 1,
              "!result ops.lua:0 the value mixes names and positions");
}

// Lua cuts long file names to 59 letters in its messages; the place must still be right.
static void check_long_names(void) {
  static char name[128], wanted[512];
  memset(name, 'a', sizeof name - 1);
  memcpy(name + 123, ".lua", 4);
  snprintf(wanted, sizeof wanted, "!syntax %s:2 unexpected symbol near <eof>", name);
  check_files(&(file){name, "\nx="}, 1, wanted);
  snprintf(wanted, sizeof wanted, "!runtime %s:2 attempt to perform arithmetic on a nil value", name);
  check_files(&(file){name, "\nlocal a=nil+1"}, 1, wanted);
}

void check_loading(void) {
  check_single_files();
  check_require();
  check_descriptions();
  check_long_names();
}
