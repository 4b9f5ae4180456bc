// What a program's operators make its instructions cost, and that nothing hides them.
#include <stdio.h>
#include <string.h>

#include "check.h"

enum { ROUNDS = 20000, PLAIN = 8, CONCATENATING = 16, DIVIDING = 40 };

// Units per instruction of a loop in a program that has `code` in it.
static uint64_t price_with(const char *code) {
  char text[512];
  snprintf(text, sizeof text, "local function unused(a, b) %s end\nreturn { function() for i = 1, %d do end end }",
           code, ROUNDS);
  clua_evaluator *e = create_evaluator(&standard_limits);
  clua_status status = load_text(e, text, strlen(text));
  check(status == CLUA_OK, "%s: %s", code, clua_last_error(e)->message);
  uint64_t price = 0;
  if (status == CLUA_OK) {
    clua_begin(e, 0);
    clua_call(e, 1, NULL, 0, 0, 0);
    price = (clua_spent(e).work + ROUNDS / 2) / ROUNDS;
  }
  clua_destroy(e);
  return price;
}

static void check_price(const char *code, uint64_t wanted) {
  uint64_t price = price_with(code);
  check(price == wanted, "`%s` makes an instruction cost %llu, not %llu", code, (unsigned long long)price,
        (unsigned long long)wanted);
}

static void check_what_is_no_operator(void) {
  check_price("", PLAIN);
  check_price("local s = 'a % b .. c'", PLAIN);
  check_price("local s = \"it's 5 % \\\" .. \"", PLAIN);
  check_price("local s = [[ % .. ]]", PLAIN);
  check_price("local s = [==[ ]] ]=] % .. ]==]", PLAIN);
  check_price("-- a % b .. c\n", PLAIN);
  check_price("--[[ a % b\n .. ]]", PLAIN);
  check_price("--[=[ ]] a % b .. ]=]", PLAIN);
  check_price("local f = function(...) return ... end", PLAIN);
  check_price("local t = a[b] local x = 1.5 + .5", PLAIN);
}

static void check_what_is_one(void) {
  check_price("return a .. b", CONCATENATING);
  check_price("return a..b", CONCATENATING);
  check_price("return a % b", DIVIDING);
  check_price("return a .. b % a", DIVIDING);
  check_price("local s = 'x' return a % b", DIVIDING);
  check_price("local s = '\\\\' return a % b", DIVIDING);
  check_price("local s = 'it\\'s' return a % b", DIVIDING);
  check_price("local s = \"\\z\n  \" return a % b --\"\n", DIVIDING);
  check_price("local s = \"\\\r\n\" return a % b --\"\n", DIVIDING);
  check_price("--[[ ]] return a % b", DIVIDING);
  check_price("--[==[ ]=] ]==] return a % b", DIVIDING);
  check_price("--[= no long comment\n return a % b", DIVIDING);
  check_price("local t = { [ [[x]] ] = 1 } return a % b", DIVIDING);
  check_price("local s = [[ ' ]] return a % b", DIVIDING);
}

void check_compile_price(void) {
  check_what_is_no_operator();
  check_what_is_one();
}
