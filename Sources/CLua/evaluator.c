// The life of an evaluator, as CLua.h gives it: create, load, then any number of decisions.
//
// Each entry point checks that it is its turn, then does everything else inside one protected call.
#include "evaluator.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_SOURCE_NAME = 127, KEEP_SCRATCH = 1 << 20, MAX_ARENA = 1 << 30, MAX_DEPTH = 10000 };

static char *copy_string(clua_evaluator *e, const char *text) {
  size_t size = strlen(text) + 1;
  char *copy = budget_malloc(e, size);
  if (copy) memcpy(copy, text, size);
  return copy;
}

static void *make_array(clua_evaluator *e, size_t count, size_t size) {
  void *array = count > SIZE_MAX / size ? NULL : budget_malloc(e, count * size);
  if (array) memset(array, 0, count * size);
  return array;
}

// Runs `function` with `data`, protected. Whatever happens inside ends here.
static clua_status protect(clua_evaluator *e, lua_CFunction function, void *data) {
  lua_State *L = e->L;
  e->callbacks = 0;
  e->loading = NULL;
  e->scratch.length = 0;
  e->ended = CLUA_OK;
  e->starved = false;
  e->error.status = CLUA_OK;
  e->running = true;
  lua_settop(L, 0);
  lua_pushcfunction(L, failure_handler);
  lua_pushcfunction(L, function);
  lua_pushlightuserdata(L, data);
  int status = lua_pcall(L, 1, 0, 1);
  e->running = false;
  e->loading = NULL;
  lua_settop(L, 0);
  return failure_conclude(e, status);
}

static clua_status misuse(clua_evaluator *e, const char *message) {
  failure_set(e, CLUA_USAGE, message);
  e->error.source[0] = '\0';
  e->error.line = 0;
  e->result.length = 0;
  return CLUA_USAGE;
}

static clua_status lack_memory(clua_evaluator *e) {
  failure_set(e, CLUA_NO_MEMORY, "the machine has no memory to give");
  return CLUA_NO_MEMORY;
}

static bool copy_recorders(clua_evaluator *e, const clua_recorder *recorders, size_t count) {
  e->recorders = make_array(e, count, sizeof *e->recorders);
  if (!e->recorders) return false;
  e->recorder_count = count;
  for (size_t i = 0; i < count; i++) {
    e->recorders[i].group = recorders[i].group;
    e->recorders[i].name = copy_string(e, recorders[i].name);
    e->recorders[i].allowed = copy_string(e, recorders[i].allowed);
    if (!e->recorders[i].name || !e->recorders[i].allowed) return false;
  }
  return true;
}

static bool copy_levels(clua_evaluator *e, const char *const *levels, size_t count) {
  e->levels = make_array(e, count, sizeof *e->levels);
  if (!e->levels) return false;
  e->level_count = count;
  for (size_t i = 0; i < count; i++) {
    if (!(e->levels[i] = copy_string(e, levels[i]))) return false;
  }
  return true;
}

static int install(lua_State *L) {
  library_install(L);
  return 0;
}

static size_t at_most(size_t value, size_t most) {
  return value < most ? value : most;
}

// Blocks are at most a quarter larger than asked for, or 15 bytes; untouched pages cost nothing.
static bool map_arenas(clua_evaluator *e) {
  size_t constants = 2 * e->limits.load_memory + ((size_t)4 << 20);
  if (budget_injects_failure(e) || !arena_map(&e->constants, constants)) return false;
  return !budget_injects_failure(e) && arena_map(&e->arena, constants + 2 * e->limits.call_memory);
}

static bool make_state(clua_evaluator *e) {
  if (!map_arenas(e)) return false;
  budget_note_operators(e, false, false);
  e->L = lua_newstate(budget_allocate, e);
  if (!e->L) return false;
  *(clua_evaluator **)lua_getextraspace(e->L) = e;
  lua_gc(e->L, LUA_GCSTOP);
  return protect(e, install, NULL) == CLUA_OK;
}

clua_evaluator *clua_create(const clua_limits *limits, const clua_recorder *recorders, size_t recorder_count,
                            const char *const *levels, size_t level_count) {
  clua_evaluator *e = limits->fail_allocation_at == 1 ? NULL : calloc(1, sizeof *e);
  if (!e) return NULL;
  e->allocations = 1;
  e->limits = *limits;
  e->limits.load_memory = at_most(limits->load_memory, MAX_ARENA);
  e->limits.call_memory = at_most(limits->call_memory, MAX_ARENA);
  if (e->limits.call_depth > MAX_DEPTH) e->limits.call_depth = MAX_DEPTH;
  budget_start(e, UINT64_MAX / 2, e->limits.load_memory);
  if (copy_recorders(e, recorders, recorder_count) && copy_levels(e, levels, level_count)
      && make_state(e)) return e;
  clua_destroy(e);
  return NULL;
}

static int add_absent(lua_State *L) {
  const char *name = lua_touserdata(L, 1);
  lua_settop(L, 0);
  library_add_absent(L, name);
  return 0;
}

clua_status clua_describe(clua_evaluator *e, const char *absent) {
  if (e->phase != CREATED) return misuse(e, "clua_describe comes before clua_load");
  e->describes = true;
  return protect(e, add_absent, (void *)absent);
}

clua_status clua_set_probes(clua_evaluator *e, uint32_t count) {
  if (e->phase != CREATED || e->probe_count > 0 || count == 0 || count > CLUA_MAX_PROBES) {
    return misuse(e, "clua_set_probes is called once, before clua_load, with a number of probes");
  }
  return probe_allocate(e, count) ? protect(e, probe_install, NULL) : lack_memory(e);
}

static void free_sources(clua_evaluator *e) {
  for (size_t i = 0; i < e->source_count; i++) free(e->sources[i].name);
  free(e->sources);
}

void clua_destroy(clua_evaluator *e) {
  if (!e) return;
  arena_unmap(&e->arena);  // the Lua state is nothing but this memory
  arena_unmap(&e->constants);
  free(e->arena.image);
  free(e->constants.image);
  for (size_t i = 0; i < e->recorder_count; i++) {
    free(e->recorders[i].name);
    free(e->recorders[i].allowed);
  }
  free(e->recorders);
  for (size_t i = 0; i < e->level_count; i++) free(e->levels[i]);
  free(e->levels);
  free_sources(e);
  free(e->scratch.data);
  free(e->result.data);
  free(e->records.data);
  probe_free(e);
  free(e);
}

static clua_status copy_sources(clua_evaluator *e, const clua_source *sources, size_t count, size_t entry) {
  if (entry >= count) return misuse(e, "the entry is not one of the sources");
  for (size_t i = 0; i < count; i++) {
    if (strlen(sources[i].name) <= MAX_SOURCE_NAME) continue;
    return misuse(e, "a source's name is longer than 127 bytes");
  }
  e->sources = make_array(e, count, sizeof *e->sources);
  if (!e->sources) return lack_memory(e);
  e->source_count = count;
  for (size_t i = 0; i < count; i++) {
    e->sources[i] = (source_file){copy_string(e, sources[i].name), sources[i].text, sources[i].length};
    if (!e->sources[i].name) return lack_memory(e);
  }
  return CLUA_OK;
}

static bool is_limit(clua_status status) {
  return status >= CLUA_LIMIT_WORK && status <= CLUA_LIMIT_OUTPUT;
}

static int load_all(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  size_t entry = *(const size_t *)lua_touserdata(L, 1);
  lua_settop(L, 0);
  require_source(L, entry);
  pack_value(L, &e->result, 1, true);
  for (size_t i = 0; i < e->source_count; i++) {
    lua_settop(L, 0);
    require_source(L, i);
  }
  lua_settop(L, 0);
  image_move_stack(L);
  lua_gc(L, LUA_GCCOLLECT);
  lua_gc(L, LUA_GCSTOP);
  return 0;
}

static clua_status load_sources(clua_evaluator *e, const clua_source *sources, size_t count, size_t entry) {
  clua_status status = copy_sources(e, sources, count, entry);
  if (status) return status;
  budget_start(e, e->limits.load_work, e->limits.load_memory);
  e->phase = LOADING;
  lua_gc(e->L, LUA_GCRESTART);
  budget_set_hook(e);
  status = protect(e, load_all, &entry);
  if (status == CLUA_RESULT || (is_limit(status) && e->error.line == 0)) {
    strcpy(e->error.source, e->sources[entry].name);
    e->error.line = is_limit(status);  // the value of the whole file: its first line
  }
  if (status) return status;
  return image_take(e) ? CLUA_OK : lack_memory(e);
}

clua_status clua_load(clua_evaluator *e, const clua_source *sources, size_t count, size_t entry) {
  if (e->phase != CREATED) return misuse(e, "clua_load is called once");
  e->error = (clua_error){CLUA_OK, "", "", 0};
  e->output = 0;
  clua_status status = load_sources(e, sources, count, entry);
  for (size_t i = 0; i < e->source_count; i++) e->sources[i].text = NULL;
  e->phase = status ? BROKEN : LOADED;
  if (status) e->result.length = 0;
  return status;
}

clua_status clua_begin(clua_evaluator *e, size_t level) {
  if (e->phase != LOADED && e->phase != DECIDING) return misuse(e, "clua_begin needs a loaded evaluator");
  if (level > 0 && level >= e->level_count) return misuse(e, "clua_begin: there is no such level");
  image_put_back(e);
  if (e->scratch.capacity > KEEP_SCRATCH) {
    free(e->scratch.data);
    e->scratch = (bytes){NULL, 0, 0};
  }
  budget_start(e, e->limits.call_work, e->limits.call_memory);
  for (int i = 0; i < CLUA_MAX_ARGUMENTS; i++) e->lazy[i].live = false;
  e->phase = DECIDING;
  e->level = level;
  e->output = e->recorded = e->records.length = e->result.length = 0;
  probe_reset(e);
  e->error.status = CLUA_OK;
  return CLUA_OK;
}

typedef struct call {
  uint32_t function;
  const clua_argument *arguments;
  size_t argument_count, max_results;
} call;

static int call_function(lua_State *L) {
  clua_evaluator *e = evaluator_of(L);
  const call *c = lua_touserdata(L, 1);
  lazy_retire(L);
  lua_settop(L, 0);
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_HANDLES);
  lua_rawgeti(L, 1, c->function);
  lua_replace(L, 1);
  for (size_t i = 0; i < c->argument_count; i++) lazy_push(L, i, c->arguments[i]);
  lua_call(L, (int)c->argument_count, LUA_MULTRET);
  int count = lua_gettop(L), most = c->max_results < MAX_VALUES ? (int)c->max_results : MAX_VALUES;
  pack_list(L, &e->result, 1, count < most ? count : most);
  return 0;
}

// What cannot be taken has no line of its own; the function that returned it has.
static void locate_function(clua_evaluator *e, uint32_t function) {
  lua_Debug ar;
  lua_rawgeti(e->L, LUA_REGISTRYINDEX, SLOT_HANDLES);
  lua_rawgeti(e->L, -1, function);
  lua_getinfo(e->L, ">S", &ar);
  lua_settop(e->L, 0);
  e->error.line = ar.linedefined;
  strncpy(e->error.source, ar.source + (ar.source[0] == '@'), sizeof e->error.source - 1);
}

clua_status clua_call(clua_evaluator *e, uint32_t function, const clua_argument *arguments,
                      size_t argument_count, uint32_t groups, size_t max_results) {
  if (e->phase != DECIDING) return misuse(e, "clua_call comes after clua_begin");
  if (e->ended) return misuse(e, "a limit has ended this decision: begin another");
  if (function == 0 || function > e->handles) return misuse(e, "clua_call: there is no such function");
  if (argument_count > CLUA_MAX_ARGUMENTS) return misuse(e, "clua_call: too many arguments");
  e->groups = groups;
  e->result.length = 0;
  e->error.source[0] = '\0';
  e->error.line = 0;
  e->touched = true;
  call c = {function, arguments, argument_count, max_results};
  clua_status status = protect(e, call_function, &c);
  e->records.length = e->recorded;
  if (status) e->result.length = 0;
  if ((status == CLUA_RESULT || is_limit(status)) && e->error.line == 0) locate_function(e, function);
  return status;
}

clua_argument clua_result(const clua_evaluator *e) {
  return (clua_argument){e->result.data, e->result.length};
}

clua_argument clua_records(const clua_evaluator *e) {
  return (clua_argument){e->records.data, e->recorded};
}

const clua_error *clua_last_error(const clua_evaluator *e) {
  return &e->error;
}

clua_usage clua_spent(const clua_evaluator *e) {
  return (clua_usage){e->work, e->allocations, e->memory, e->arena.image_size + e->constants.image_size};
}
