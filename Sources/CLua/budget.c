// Limits: work, memory and stack, counted in units that are the same on every machine.
//
// Runs all the time: as Lua's allocator, as its count hook, and before any work in our C functions.
// The allocator cannot raise, so it only notes that a limit was passed and arms the hook; the next
// instruction then raises, with the right line. A hard limit a little above refuses the allocation.
#include "evaluator.h"

#include <stdlib.h>
#include <string.h>

// An instruction costs what the slowest may take. That is a hash lookup or a number read from a text, or a
// number written out by `..`, or a `%` of two numbers that are far apart: these two take a microsecond or
// more, so programs that have them pay more for every instruction.
enum { PLAIN_PRICE = 8, CONCATENATING_PRICE = 16, DIVIDING_PRICE = 40, UNITS_PER_HOOK = 2048 };

enum {
  HARD_HEADROOM = 256 * 1024,
  BYTES_PER_UNIT = 64, LOAD_BYTES_PER_UNIT = 16,
  TEXT_PER_UNIT = 128, ZERO_BYTES_PER_UNIT = 2, STACK_PER_UNIT = 256,
  FREE_HASH = 256, HASH_PER_UNIT = 32, REHASH_PER_UNIT = 256, NODE_SIZE = 24,
  FREE_TEXT = 1024, FREE_STACK = 16 * 1024,
  CAPTURE_UNITS = 6,  // a captured variable is looked for among up to 200 others
  STACK_SLOT = 16, BASE_SLOTS = 16 * 1024, SLOTS_PER_CALL = 64
};

// What Lua tells its allocator of a new object's kind, and the size of a string of 40 letters, the longest that
// it keeps one copy of.
enum { KIND_PROTOTYPE = LUA_NUMTYPES + 1, LARGEST_SHORT_STRING = 24 + 40 + 1 };

void budget_start(clua_evaluator *e, uint64_t work, size_t memory) {
  e->work = 0;
  e->work_limit = work;
  e->memory = 0;
  e->memory_soft = memory;
  e->memory_hard = memory > SIZE_MAX - HARD_HEADROOM ? SIZE_MAX : memory + HARD_HEADROOM;
  e->stack_limit = (BASE_SLOTS + (size_t)e->limits.call_depth * SLOTS_PER_CALL) * STACK_SLOT;
  e->pending = e->ended = CLUA_OK;
  e->starved = false;
}

bool budget_injects_failure(clua_evaluator *e) {
  return ++e->allocations == e->limits.fail_allocation_at;
}

void *budget_malloc(clua_evaluator *e, size_t size) {
  return budget_injects_failure(e) ? NULL : malloc(size ? size : 1);
}

// Notes a limit and has the next instruction raise it. `lua_sethook` may be called at any time.
static void arm(clua_evaluator *e, clua_status limit) {
  if (!e->running || e->pending) return;
  e->pending = limit;
  lua_sethook(e->L, budget_hook, LUA_MASKCOUNT, 1);
}

static void *refuse(clua_evaluator *e, clua_status limit) {
  if (e->running && !e->ended && limit) {
    e->ended = limit;
    failure_locate(e->L, &e->error);
  }
  e->starved = true;
  return NULL;
}

// Memory is counted gross: everything a decision allocates, as asked for, whether it is freed or not.
// That does not depend on where blocks happen to lie, and bounds whatever is done by allocating again and
// again. A load is measured by the size of the image it would leave.
static clua_status count_memory(clua_evaluator *e, size_t size) {
  if (e->phase != DECIDING) {
    e->memory = budget_used(e);
    if (size > e->memory_hard || e->memory > e->memory_hard - size) return CLUA_LIMIT_MEMORY;
  } else {
    if (size > e->memory_hard || e->memory > e->memory_hard - size) return CLUA_LIMIT_MEMORY;
    e->memory += size;
  }
  if (e->memory > e->memory_soft) arm(e, CLUA_LIMIT_MEMORY);
  e->work += size / (e->phase == DECIDING ? BYTES_PER_UNIT : LOAD_BYTES_PER_UNIT);
  if (e->work > e->work_limit) arm(e, CLUA_LIMIT_WORK);
  return CLUA_OK;
}

// Units for one instruction. With a NUL in some string an ordering comparison goes piece by piece.
static uint64_t instruction_price(const sizes *sizes) {
  uint64_t price = sizes->base_price;
  if (sizes->zero_bytes) price += sizes->longest_text / ZERO_BYTES_PER_UNIT;
  else if (sizes->longest_text > FREE_TEXT) price += (sizes->longest_text - FREE_TEXT) / TEXT_PER_UNIT;
  if (sizes->stack_bytes > FREE_STACK) price += (sizes->stack_bytes - FREE_STACK) / STACK_PER_UNIT;
  if (sizes->largest_hash > FREE_HASH) price += (sizes->largest_hash - FREE_HASH) / HASH_PER_UNIT;
  return price;
}

// Dear instructions are charged more often, so that no more than a hook's worth is spent unseen.
static void update_interval(clua_evaluator *e) {
  uint64_t price = instruction_price(&e->sizes);
  uint64_t interval = price ? UNITS_PER_HOOK / price : 1;
  if (interval > INSTRUCTIONS_PER_HOOK) interval = INSTRUCTIONS_PER_HOOK;
  if (interval == 0) interval = 1;
  if (interval == e->sizes.interval || !e->L || e->pending) return;
  e->sizes.interval = (uint32_t)interval;
  lua_sethook(e->L, budget_hook, LUA_MASKCOUNT, (int)interval);
}

void budget_set_hook(clua_evaluator *e) {
  e->sizes.interval = 0;
  update_interval(e);
}

void budget_note_zero(lua_State *L, const char *text, size_t length) {
  clua_evaluator *e = evaluator_of(L);
  if (e->sizes.zero_bytes || length == 0 || !memchr(text, '\0', length)) return;
  e->sizes.zero_bytes = true;
  update_interval(e);
}

void budget_note_operators(clua_evaluator *e, bool concatenates, bool divides) {
  uint32_t price = divides ? DIVIDING_PRICE : concatenates ? CONCATENATING_PRICE : PLAIN_PRICE;
  if (price <= e->sizes.base_price) return;
  e->sizes.base_price = price;
  update_interval(e);
}

// How many slots the hash part of a table has that is `size` bytes; 0 if it cannot be one.
static size_t hash_slots(size_t size) {
  size_t slots = size / NODE_SIZE;
  return size % NODE_SIZE == 0 && (slots & (slots - 1)) == 0 ? slots : 0;
}

// A hash part that is full is moved to a larger one, in one instruction. Integers and floats can be chosen
// to collide, and then each is put in by walking all that went before. False when it must not be.
static bool afford_hash(clua_evaluator *e, size_t slots) {
  e->work += slots * slots / REHASH_PER_UNIT;
  if (e->work > e->work_limit) return false;
  if (slots > e->sizes.largest_hash) {
    e->sizes.largest_hash = slots;
    update_interval(e);
  }
  return true;
}

// What a single instruction may cost depends on the largest things there are: equality compares whole
// strings, a call copies its arguments. See `instruction_price`.
static void note_size(clua_evaluator *e, void *fresh, bool is_text, size_t size) {
  sizes *s = &e->sizes;
  size_t *largest = is_text ? &s->longest_text : &s->largest_block;
  s->last_block = fresh;
  s->last_bytes = size;
  s->largest_before_last = s->largest_block;
  if (size <= *largest) return;
  *largest = size;
  if (is_text) update_interval(e);
}

// Lua moves its stack by allocating another, copying, and freeing the old one at once. So when the
// stack is freed, the block that was handed out last is the stack.
static void follow_stack(clua_evaluator *e) {
  sizes *s = &e->sizes;
  s->stack_block = s->last_block;
  s->stack_bytes = s->last_bytes;
  s->largest_block = s->largest_before_last;
  update_interval(e);
  if (s->stack_bytes > e->stack_limit) arm(e, CLUA_LIMIT_STACK);
}

// What decisions only read lies apart, and need not be put back for each: short strings, what the compiler makes
// of a file, and the tables of the library, which rules reach through read-only stand-ins. Lua itself writes to
// these in two cases only: when its table of strings grows, because strings are chained in it, and when it
// collects garbage, which here it does only after an allocation was refused. Long strings are not among them:
// their hash is noted when it is first needed.
static bool is_constant(const clua_evaluator *e, size_t kind, size_t size) {
  if (e->phase > LOADING) return false;
  if (kind == LUA_TSTRING) return size <= LARGEST_SHORT_STRING;
  return kind == KIND_PROTOTYPE || (e->making_constants && (kind == 0 || kind == LUA_TTABLE));
}

static arena *arena_of(clua_evaluator *e, const void *block) {
  return arena_holds(&e->constants, block) ? &e->constants : &e->arena;
}

size_t budget_used(const clua_evaluator *e) {
  return e->arena.used + e->constants.used;
}

// A block that was there when the image was taken and becomes larger may be the table of strings: Lua gives
// the stack another block instead.
static void note_disturbance(clua_evaluator *e, const void *block) {
  bool in_image = (uintptr_t)block - (uintptr_t)e->arena.base < e->arena.image_size;
  if (in_image || arena_holds(&e->constants, block)) e->disturbed = true;
}

static void *grow(clua_evaluator *e, void *block, size_t old_size, size_t new_size) {
  if (budget_injects_failure(e)) return refuse(e, CLUA_OK);
  if (e->starved) return NULL;
  clua_status limit = count_memory(e, new_size);
  if (limit) return refuse(e, limit);
  bool is_array = !block && old_size == 0, is_function = !block && old_size == LUA_TFUNCTION;
  if (is_array && !afford_hash(e, hash_slots(new_size))) return refuse(e, CLUA_LIMIT_WORK);
  if (is_function) e->work += new_size * CAPTURE_UNITS / sizeof(void *);
  void *fresh;
  if (block) {
    note_disturbance(e, block);
    fresh = arena_resize(arena_of(e, block), block, old_size, new_size);
  } else {
    fresh = arena_take(is_constant(e, old_size, new_size) ? &e->constants : &e->arena, new_size);
  }
  if (!fresh) return refuse(e, CLUA_LIMIT_MEMORY);
  note_size(e, fresh, !block && old_size == LUA_TSTRING, new_size);
  return fresh;
}

static void give_back(clua_evaluator *e, void *block, size_t size) {
  arena_give(arena_of(e, block), block, size);
  if (block == e->sizes.stack_block) follow_stack(e);
}

void *budget_allocate(void *evaluator, void *block, size_t old_size, size_t new_size) {
  clua_evaluator *e = evaluator;
  if (new_size == 0) {
    if (block) give_back(e, block, old_size);
    return NULL;
  }
  if (block && new_size <= old_size) return arena_resize(arena_of(e, block), block, old_size, new_size);
  void *fresh = grow(e, block, old_size, new_size);
  if (!fresh) e->disturbed = true;
  // The first allocation of `lua_newstate` is the state, the second its stack.
  if (!e->L && !block && old_size != LUA_TTHREAD && !e->sizes.stack_block) e->sizes.stack_block = fresh;
  return fresh;
}

void budget_hook(lua_State *L, lua_Debug *activation) {
  clua_evaluator *e = evaluator_of(L);
  lua_Debug deepest;
  (void)activation;
  if (e->pending) raise_limit(L, e->pending);
  if (lua_getstack(L, (int)e->limits.call_depth, &deepest)) raise_limit(L, CLUA_LIMIT_STACK);
  charge(L, e->sizes.interval * instruction_price(&e->sizes));
}

void budget_raise(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  raise_limit(L, e->pending ? e->pending : CLUA_LIMIT_WORK);
}

void charge_walk(lua_State *L) {
  charge(L, 1 + evaluator_of(L)->sizes.largest_block / 256);
}

void charge_lookup(lua_State *L) {
  charge(L, 1 + evaluator_of(L)->sizes.largest_hash / HASH_PER_UNIT);
}

void charge_numbers(lua_State *L, int first, int last) {
  for (int i = first; i <= last; i++) {
    if (lua_type(L, i) == LUA_TSTRING) charge(L, 1 + lua_rawlen(L, i));
  }
}

// Ends the call now if `size` more bytes cannot be had, rather than after having built them.
void require_room(lua_State *L, size_t size) {
  clua_evaluator *e = evaluator_of(L);
  size_t taken = e->phase == DECIDING ? e->memory : budget_used(e);
  if (size > e->memory_hard || taken > e->memory_hard - size) raise_limit(L, CLUA_LIMIT_MEMORY);
}

void enter_callback(lua_State *L) {
  if (++evaluator_of(L)->callbacks > MAX_CALLBACK_DEPTH) raise_limit(L, CLUA_LIMIT_STACK);
}

void leave_callback(lua_State *L) {
  evaluator_of(L)->callbacks--;
}
