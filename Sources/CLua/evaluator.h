// What the files of the evaluator share: its state, and the few calls everything else is made of.
//
// Functions that take a `lua_State` may raise (a longjmp), and run only inside `lua_pcall`.
#ifndef CLUA_EVALUATOR_H
#define CLUA_EVALUATOR_H

#include <lua5.4/lua.h>
#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>

#include "CLua.h"
#include "arena.h"

#pragma GCC visibility push(hidden)

enum {
  INSTRUCTIONS_PER_HOOK = 128,
  MAX_CALLBACK_DEPTH = 48,   // C functions that call back into Lua, nested: bounds the C stack
  MAX_LAZY_ENTRIES = 256,    // larger records are presented whole
  MAX_VALUES = 4096,         // values one library call may put on the stack
  MAX_TEXT_NUMBER = 512,     // letters of a text that is read as a number
  NUMBER_TEXT_UNITS = 32     // for writing a number out
};

// Slots of the registry's array. The library's own things are reached from C only.
enum {
  SLOT_HANDLES = 3, SLOT_MODULES, SLOT_STALE_GUARD,
  SLOT_LAZY_GUARD,                                        // one for each argument
  SLOT_LAZY = SLOT_LAZY_GUARD + CLUA_MAX_ARGUMENTS,       // the tables of the last call
  SLOT_END = SLOT_LAZY + CLUA_MAX_ARGUMENTS
};

// What a metatable's [1] says it is for; 0 to 3 are lazy arguments. A library's [2] is its real table.
enum { GUARD_LIBRARY = CLUA_MAX_ARGUMENTS, GUARD_STALE };

typedef struct bytes {
  uint8_t *data;
  size_t length, capacity;
} bytes;

typedef struct source_file {
  char *name;
  const char *text;  // only during the load
  size_t length;
} source_file;

typedef struct recorder {
  char *name, *allowed;
  uint32_t group;
} recorder;

// A record argument that is shown as a table and filled as it is read.
typedef struct lazy_record {
  clua_argument packed;
  uint64_t seen[MAX_LAZY_ENTRIES / 64];  // entries already given out: what is nil now was made nil
  bool live;
} lazy_record;

typedef struct loading {
  size_t source;
  struct loading *outer;
} loading;

typedef struct probe_value probe_value;

typedef enum phase { CREATED, LOADING, LOADED, DECIDING, BROKEN } phase;

// The largest things there are, which say what one VM instruction may cost: see budget.c. Part of what every
// decision finds as it was after loading.
typedef struct sizes {
  void *stack_block;      // the Lua stack
  size_t stack_bytes;
  void *last_block;       // the last block that was handed out
  size_t last_bytes, largest_before_last;
  size_t longest_text;    // the largest string made so far: what one instruction may have to compare
  size_t largest_block;   // the largest other block: what one traversal may have to skip
  size_t largest_hash;    // slots of the largest hash part of a table: what one lookup may have to walk
  uint32_t base_price;    // of an instruction
  uint32_t interval;      // instructions between two calls of the count hook
  bool zero_bytes;        // a string with a NUL exists: comparing such strings is slow
} sizes;

struct clua_evaluator {
  clua_limits limits;
  arena arena;            // what a decision may write: put back for each
  arena constants;        // what it only reads, see budget.c
  bool making_constants;  // arrays and tables that are made now are of that kind
  bool touched;           // a call was made since the state was put back
  bool disturbed;         // what was called may have written to the constants
  sizes sizes, loaded_sizes;
  lua_State *L;
  phase phase;
  bool describes;       // see `clua_describe`
  bool running;         // inside a protected call
  bool starved;         // an allocation failed: all do until the call has ended
  clua_status pending;  // a limit that the next instruction will raise
  clua_status ended;    // a limit that was hit; wins over whatever error arrives
  uint64_t work, work_limit;
  uint64_t allocations;
  size_t memory, memory_soft, memory_hard;
  size_t stack_limit;
  unsigned callbacks;
  uint32_t groups;
  size_t level, output;
  bytes scratch, result, records;
  size_t recorded;  // bytes of `records` that are complete
  lazy_record lazy[CLUA_MAX_ARGUMENTS];
  recorder *recorders;
  size_t recorder_count;
  char **levels;
  size_t level_count;
  source_file *sources;
  size_t source_count;
  loading *loading;
  uint32_t handles;
  uint32_t probe_count;
  uint32_t *probe_counts;     // visits since the decision began
  probe_value *probe_values;  // the last value at each
  clua_error error;
};

static inline clua_evaluator *evaluator_of(lua_State *L) {
  return *(clua_evaluator **)lua_getextraspace(L);
}

// budget.c
void *budget_allocate(void *evaluator, void *block, size_t old_size, size_t new_size);
void budget_hook(lua_State *L, lua_Debug *activation);
// Has the hook called from now on, as often as the price of instructions asks for.
void budget_set_hook(clua_evaluator *e);
void budget_note_zero(lua_State *L, const char *text, size_t length);
void budget_note_operators(clua_evaluator *e, bool concatenates, bool divides);
void budget_start(clua_evaluator *e, uint64_t work, size_t memory);
bool budget_injects_failure(clua_evaluator *e);
// Bytes that are in use, or were.
size_t budget_used(const clua_evaluator *e);
void *budget_malloc(clua_evaluator *e, size_t size);
_Noreturn void budget_raise(lua_State *L);
// Spends units; raises when the budget is gone or a limit is pending. Called before the work is done.
static inline void charge(lua_State *L, uint64_t units) {
  clua_evaluator *e = evaluator_of(L);
  if (!e->pending) {
    e->work += units;
    if (e->work <= e->work_limit && e->work >= units) return;
  }
  budget_raise(L);
}
static inline void charge_bytes(lua_State *L, size_t count) {
  charge(L, 1 + count / 16);
}
// For what walks a table with `lua_next`: empty slots cost time too.
void charge_walk(lua_State *L);
// For finding a key that the rule chose: it may have chosen keys that collide.
void charge_lookup(lua_State *L);
// For reading the arguments as numbers: texts that are numbers take their time.
void charge_numbers(lua_State *L, int first, int last);
void require_room(lua_State *L, size_t size);
void enter_callback(lua_State *L);
void leave_callback(lua_State *L);

// image.c
// Before the last collection of a load: has the stack where every decision finds it.
void image_move_stack(lua_State *L);
// False when there is no memory.
bool image_take(clua_evaluator *e);
void image_put_back(clua_evaluator *e);

// failure.c
_Noreturn void raise_error(lua_State *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
_Noreturn void raise_result(lua_State *L, const char *format, ...) __attribute__((format(printf, 2, 3)));
_Noreturn void raise_limit(lua_State *L, clua_status limit);
_Noreturn void raise_at(lua_State *L, clua_status status, const char *source, int line, const char *message,
                        size_t length);
void failure_set(clua_evaluator *e, clua_status status, const char *message);
// The innermost Lua function from `level` on that has a line. Reads only, so that the allocator may call it.
bool failure_find(lua_State *L, int level, lua_Debug *place);
void failure_locate(lua_State *L, clua_error *error);
void failure_message(clua_error *error, const char *text, size_t length);
// The length of the UTF-8 sequence at `s`, of which `left` bytes are there; 0 if it is not valid.
size_t utf8_sequence(const unsigned char *s, size_t left);
int failure_handler(lua_State *L);
clua_status failure_conclude(clua_evaluator *e, int lua_status);

// scratch.c: a stack of bytes outside the arena, to build strings and to sort in.
size_t scratch_mark(lua_State *L);
unsigned char *scratch_room(lua_State *L, size_t size);
void scratch_add(lua_State *L, const void *data, size_t length);
void scratch_add_byte(lua_State *L, int byte);
void *scratch_at(lua_State *L, size_t mark);
// Space for an array from `mark` on, aligned; `scratch_array` finds it again after a callback.
void *scratch_make_array(lua_State *L, size_t mark, size_t size);
void *scratch_array(lua_State *L, size_t mark);
void scratch_drop(lua_State *L, size_t mark);
void scratch_push(lua_State *L, size_t mark);
void push_text(lua_State *L, const char *text, size_t length);
bool bytes_grow(clua_evaluator *e, bytes *b, size_t more);
static inline bool bytes_reserve(clua_evaluator *e, bytes *b, size_t more) {
  return more <= b->capacity - b->length || bytes_grow(e, b, more);
}

// library.c and its parts: each pushes one table of functions
void library_install(lua_State *L);
void library_set(lua_State *L, const luaL_Reg *functions);
// Adds a constant that stands for nothing and is packed as nil.
void library_add_absent(lua_State *L, const char *name);
void library_string(lua_State *L);
void library_patterns(lua_State *L);
void library_table(lua_State *L);
void library_math(lua_State *L);
void library_utf8(lua_State *L);
int format_call(lua_State *L);
int pairs_call(lua_State *L);
int next_call(lua_State *L);
int sort_call(lua_State *L);
int require_call(lua_State *L);
int record_call(lua_State *L);
int at_least_call(lua_State *L);
const char *text_argument(lua_State *L, int index, size_t *length);
// A range as in `string.sub`: clamps `first` and `last` into 1..length.
void text_range(size_t length, lua_Integer *first, lua_Integer *last);
// Makes the table at `index` an ordinary one: fills it if it is lazy, takes the real one for a library.
void table_to_read(lua_State *L, int index);
void table_to_write(lua_State *L, int index);
void push_value_text(lua_State *L, int index);

// order.c: the defined order of a table's keys.
typedef struct table_key {
  enum { KEY_INTEGER, KEY_FLOAT, KEY_TEXT, KEY_BOOLEAN } kind;
  union {
    lua_Integer integer;
    lua_Number number;
    struct {
      const char *start;
      size_t length;
    } text;
    bool boolean;
  } as;
} table_key;
// Leaves the keys of the table at `index`, in order, in a scratch array at `mark`; returns how many.
size_t order_keys(lua_State *L, int index, size_t mark);
void order_push_key(lua_State *L, const table_key *key);

// packed.c: reading what the host packed
typedef struct packed_reader {
  const uint8_t *at, *end;
  lua_State *L;
} packed_reader;
typedef struct packed_text {
  const char *start;
  size_t length;
} packed_text;
uint8_t packed_tag(packed_reader *reader);
// Reads the head of a list or record: its count; `body` is then what is in it.
uint32_t packed_open(packed_reader *reader, packed_reader *body);
packed_text packed_key(packed_reader *reader);
void packed_skip(packed_reader *reader);
// Which of the `count` entries from here on has a key; `count` when none has. The reader is then at its value.
uint32_t packed_find(packed_reader *reader, uint32_t count, const char *name, size_t length);
// Pushes a value, for which there must be room on the stack.
void packed_push(packed_reader *reader, int depth);

// pack.c: writing for the host
void pack_value(lua_State *L, bytes *out, int index, bool functions);
void pack_list(lua_State *L, bytes *out, int first, int count);
// Two numbers and a source's name.
void pack_place(lua_State *L, bytes *out, uint32_t number, uint32_t line, const char *source);

// compile_price.c
typedef struct compile_price {
  uint64_t units;
  size_t length;               // how much was read
  bool concatenates, divides;  // uses `..`, uses `%`
} compile_price;
// Stops reading when the price is beyond `most`.
compile_price price_of_compiling(const char *text, size_t length, uint64_t most);

// require.c
void require_source(lua_State *L, size_t source);

// lazy.c
void lazy_install(lua_State *L);
void lazy_push(lua_State *L, size_t index, clua_argument packed);
void lazy_retire(lua_State *L);
// True if the table at `index` was lazy; it is filled and plain afterwards.
bool lazy_settle(lua_State *L, int index);

// probe.c
int probe_install(lua_State *L);
bool probe_allocate(clua_evaluator *e, uint32_t count);
void probe_reset(clua_evaluator *e);
void probe_free(clua_evaluator *e);

#pragma GCC visibility pop

#endif
