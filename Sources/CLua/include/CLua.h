// CLua: a sandboxed, deterministic Lua 5.4 evaluator.
//
// An evaluator holds one loaded program (an entry file and the files it may `require`) and calls the
// functions that program returned. It knows nothing of what the functions are about: the host names the
// functions that record things, and reads back what they recorded.
//
// Three ideas carry it:
//
// 1. Everything that can raise runs inside `lua_pcall`, in C. No entry point of this header jumps out,
//    so Swift frames are never crossed by a longjmp.
// 2. The whole Lua state lives in memory of its own. After loading, its bytes are kept as an image;
//    `clua_begin` copies the image back. Whatever a decision did to the state (globals, upvalues,
//    half-built tables, an error at any point) is gone, because the memory is what it was.
//    The collector is off: a decision spends its memory limit and is then rewound.
//    What decisions only read (short strings, compiled code, the library's tables) lies apart and is put back
//    only after a decision that may have written there; how that is known is said in budget.c. Compiled with
//    CLUA_CHECKS, as the checks and the fuzzers are, every rewind compares it with its image.
// 3. Time is counted, not measured: VM instructions, and units of work inside C functions, are charged
//    to one budget. The same call with the same values ends the same way on any machine.
//    A unit stands for some 50 ns at worst. An instruction costs 8 units; 16 in a program that uses `..`,
//    40 in one that uses `%`, because the slowest of these take a microsecond; and more once there are
//    very large texts, tables or argument lists, which one instruction may have to go through.
//
// An evaluator is used by one thread at a time; different evaluators are independent.
#ifndef CLUA_H
#define CLUA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Packed values: how values cross between host and evaluator, in both directions.
// All integers little-endian. A value is a tag byte and its payload:
//   0 nil | 1 false | 2 true | 3 integer: int64 | 4 number: IEEE 754 double
//   5 text: u32 length, bytes
//   6 list: u32 size in bytes of what follows the count, u32 count, values
//   7 record: u32 size in bytes of what follows the count, u32 count, then for each entry
//     u16 key length, key bytes, value
//   8 function (only from the evaluator): u32 handle, u32 line, u32 parameters it takes (255 when any
//     number), u16 source length, source bytes. What a function does not take need not be passed.
// Records from the evaluator have their keys in byte order. An empty table arrives as an empty record.
enum {
  CLUA_NIL = 0, CLUA_FALSE = 1, CLUA_TRUE = 2, CLUA_INTEGER = 3, CLUA_NUMBER = 4,
  CLUA_TEXT = 5, CLUA_LIST = 6, CLUA_RECORD = 7, CLUA_FUNCTION = 8
};

// Why a load or a call ended. Limits cannot be caught by the program.
typedef enum clua_status {
  CLUA_OK = 0,
  CLUA_SYNTAX,        // a file does not compile, or is not text
  CLUA_RUNTIME,       // the program raised an error
  CLUA_RESULT,        // what the program returned or recorded cannot be taken (depth, NaN, bad UTF-8, ...)
  CLUA_LIMIT_WORK,    // instructions and charged work
  CLUA_LIMIT_MEMORY,  // bytes allocated since the image
  CLUA_LIMIT_STACK,   // nested calls
  CLUA_LIMIT_OUTPUT,  // bytes of results and records
  CLUA_NO_MEMORY,     // the host machine had no memory to give
  CLUA_USAGE          // the host called out of order
} clua_status;

// The limits of one decision (from `clua_begin` on) and of a load. All are deterministic.
typedef struct clua_limits {
  uint64_t load_work;     // units for `clua_load`
  uint64_t call_work;     // units for all calls after one `clua_begin`
  size_t load_memory;     // bytes the loaded image may take
  size_t call_memory;     // bytes a decision may allocate in total, freed or not
  size_t output;          // bytes of packed results and records of one decision
  uint32_t call_depth;    // nested Lua calls
  uint32_t result_depth;  // nesting of a table that is returned
  uint32_t result_nodes;  // values in a table that is returned
  // For tests: the Nth allocation from the creation on fails (1 is the first; 0 never).
  uint64_t fail_allocation_at;
} clua_limits;

// A function the program may call to record something. It takes any number of scalars and tables of
// scalars; what it was given is kept with the file and line of the call.
typedef struct clua_recorder {
  const char *name;
  uint32_t group;       // one bit: which calls may use it, see `clua_call`
  const char *allowed;  // where it may be called, for the error: "check"
} clua_recorder;

// One source file. `name` is its path in the rule directory ("ops.lua", "lib/contact.lua").
typedef struct clua_source {
  const char *name;
  const char *text;
  size_t length;
} clua_source;

// The last failure: what, in a sentence without addresses, and where ("" and 0 when unknown).
typedef struct clua_error {
  clua_status status;
  char message[512];
  char source[128];
  int line;
} clua_error;

typedef struct clua_evaluator clua_evaluator;

// Creates an evaluator with the restricted library, the recorders, and `levels`: the ordered names that
// `at_least(name)` compares with the level given to `clua_begin`. Strings are copied. NULL when there
// is no memory.
clua_evaluator *clua_create(const clua_limits *limits,
                            const clua_recorder *recorders, size_t recorder_count,
                            const char *const *levels, size_t level_count);
void clua_destroy(clua_evaluator *evaluator);

// Compiles and runs `sources[entry]`, packs the value it returned (see `clua_result`; functions in it
// become handles), loads every other source too, so that a broken file is found now, and takes the image.
// `require "lib.contact"` means the source named "lib/contact.lua". To be called once.
clua_status clua_load(clua_evaluator *evaluator, const clua_source *sources, size_t count, size_t entry);

// For a program that describes data rather than deciding: `absent` becomes the name of a constant that is
// packed as nil, so that a table can say that something is to be taken away (in a table of Lua's, nil is no
// entry at all); and a table may mix names and positions, which arrive as the names "1", "2" and so on.
// To be called before `clua_load`, if at all.
clua_status clua_describe(clua_evaluator *evaluator, const char *absent);

// Starts a decision: the state is as it was after loading, budgets are full, nothing is recorded.
// `level` indexes `levels`.
clua_status clua_begin(clua_evaluator *evaluator, size_t level);

// Arguments are packed values; at most this many to a call.
#define CLUA_MAX_ARGUMENTS 4
typedef struct clua_argument {
  const uint8_t *bytes;
  size_t length;
} clua_argument;

// Calls a function by its handle. Each argument that is a record is presented as a table of its own,
// filled as it is read. Recorders whose group is not in `groups` raise an error. The values returned
// (at most `max_results`) are in `clua_result`, as a list. The arguments' bytes must stay valid during the
// call; a table that the program keeps beyond it raises an error when it is read.
// After CLUA_RUNTIME, CLUA_RESULT or CLUA_USAGE other functions may still be called in the same decision;
// after a limit or CLUA_NO_MEMORY only `clua_begin` (or `clua_destroy`) is left.
clua_status clua_call(clua_evaluator *evaluator, uint32_t function,
                      const clua_argument *arguments, size_t argument_count,
                      uint32_t groups, size_t max_results);

// The packed result of the last load or call; valid until the next call on this evaluator.
clua_argument clua_result(const clua_evaluator *evaluator);

// What was recorded since `clua_begin`: for each, in order, u32 index of the recorder, u32 line,
// u16 source length, source bytes, then the arguments as a packed list.
clua_argument clua_records(const clua_evaluator *evaluator);

// The last failure of this evaluator; `status` is CLUA_OK when the last call succeeded.
const clua_error *clua_last_error(const clua_evaluator *evaluator);

// What the current decision (or the load) has spent so far.
typedef struct clua_usage {
  uint64_t work;
  uint64_t allocations;  // allocator calls since creation, for `fail_allocation_at`
  size_t memory;         // bytes allocated since the image
  size_t image;          // bytes of the image
} clua_usage;
clua_usage clua_spent(const clua_evaluator *evaluator);

// Tracing: a host that puts calls of these two functions into a program's text is told afterwards which of
// them ran, and with what. They are there only in evaluators with probes.
//   __reached(probe)         counts a visit
//   __seen(probe, values…)   counts a visit, keeps the first value, and returns the values as they are
// What happens while loading is not counted. A call costs a unit.
#define CLUA_REACHED "__reached"
#define CLUA_SEEN "__seen"
#define CLUA_MAX_PROBES 65536

// Gives the evaluator probes, numbered from 0. Once, before `clua_load`.
clua_status clua_set_probes(clua_evaluator *evaluator, uint32_t count);

// How often each probe has been visited since `clua_begin`; NULL when there are none.
const uint32_t *clua_probe_counts(const clua_evaluator *evaluator);

// The last value that a probe has seen since `clua_begin`, packed: a scalar, where a text of more than 80
// bytes is cut and ends in an ellipsis (and may not be valid UTF-8), an empty record for a table, a function
// without a handle for a function. Without bytes when nothing was seen.
clua_argument clua_probe_value(const clua_evaluator *evaluator, uint32_t probe);

#endif
