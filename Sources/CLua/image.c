// What every decision starts from: the state as it was after loading.
//
// Kept as the bytes of the two arenas. What decisions may write is put back for each; what they only read (see
// `is_constant` in budget.c) only after one that may have written there all the same.
#include "evaluator.h"

#include <stdio.h>
#include <stdlib.h>

// The collector may have moved the stack while a file was compiled, to among the constants.
void image_move_stack(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  for (int slots = LUA_MINSTACK; arena_holds(&e->constants, e->sizes.stack_block); slots *= 2) {
    luaL_checkstack(L, slots, NULL);
  }
}

static bool keep(clua_evaluator *e, arena *a) {
  unsigned char *buffer = budget_malloc(e, a->used);
  if (buffer) arena_keep_image(a, buffer);
  return buffer;
}

// The hook is part of the image, with its counter: every decision counts from the same point.
bool image_take(clua_evaluator *e) {
  budget_set_hook(e);
  e->memory = budget_used(e);
  if (!keep(e, &e->arena) || !keep(e, &e->constants)) return false;
  e->loaded_sizes = e->sizes;
  e->touched = e->disturbed = false;
  return true;
}

void image_put_back(clua_evaluator *e) {
  if (!e->touched) return;
  arena_rewind(&e->arena);
  if (e->disturbed) arena_rewind(&e->constants);
  e->touched = e->disturbed = false;
  e->sizes = e->loaded_sizes;
#ifdef CLUA_CHECKS
  if (arena_is_intact(&e->constants)) return;
  fprintf(stderr, "CLua: a decision has changed what decisions only read\n");
  abort();
#endif
}
