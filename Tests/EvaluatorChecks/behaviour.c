// What rules can do, what they cannot, and what each error says.
#include <stdio.h>
#include <string.h>

#include "check.h"

// The body of a function(draft, facts), and how calling it ends.
typedef struct behaviour {
  const char *body, *ending;
} behaviour;

static const behaviour arguments[] = {
  {"return 1,2.5,'x',true,nil", "[1,2.5,\"x\",true,nil]"},
  {"return draft.party, draft.name, draft.none, facts.load.covers, #facts.closures",
   "[4,\"Ada Lovelace\",nil,10,2]"},
  {"draft.party=nil return draft.party", "[nil]"},
  {"local p=draft.party draft.party=nil return draft.party", "[nil]"},
  {"local p=draft.party draft.party=nil draft.zz=1 return draft.party, draft.time, draft.zz",
   "[nil,\"19:30\",1]"},
  {"local o={} for k in pairs(draft) do o[#o+1]=k end return table.concat(o,',')",
   "[\"date,email,name,notes,party,time\"]"},
  {"return facts.service, facts.closures", "[{closes=1380,key=\"dinner\",opens=1050},[1,true]]"},
  {"return facts.load, next(draft), #draft, type(facts)", "[{covers=10,max_covers=40},\"date\",0,\"table\"]"},
  {"facts.load.covers=99 facts.extra={1} return facts.load.covers, facts.extra", "[99,[1]]"},
};

// The library stays what it is, and leaves out what could hurt.
static const behaviour tampering[] = {
  {"x=1", "!runtime ops.lua:1 assignment to global 'x': write `local x = ...` instead"},
  {"math.floor=1", "!runtime ops.lua:1 the library is read-only: 'math.floor' cannot be replaced"},
  {"refuse=1", "!runtime ops.lua:1 'refuse' cannot be replaced: write `local refuse = ...` to use the name"},
  {"_ENV={} return 1", "[1]"},
  {"string.foo=1", "!runtime ops.lua:1 the library is read-only: 'string.foo' cannot be replaced"},
  {"table.insert(math,1)", "!runtime ops.lua:1 the library is read-only"},
  {"table.sort(string)", "!runtime ops.lua:1 the library is read-only"},
  {"return pcall,load,rawset,setmetatable,getmetatable,coroutine,os,io", "[nil,nil,nil,nil,nil,nil,nil,nil]"},
  {"return string.dump, math.random, _G, debug, print, collectgarbage, ('').__index, dofile",
   "[nil,nil,nil,nil,nil,nil,nil,nil]"},
};

// `pairs` and `next` have one order.
static const behaviour order[] = {
  {"local a for k,v in pairs{[3]='c',[1]='a',[2.5]='b',z=1,a=2,[true]=1,[false]=2,[-1]=0} do "
   "a=(a or '')..tostring(k)..' ' end return a",
   "[\"-1 1 2.5 3 a z false true \"]"},
  {"for k in pairs{[{}]=1} do end",
   "!runtime ops.lua:1 a table with keys that are not numbers, text or booleans has no defined order to go through it"},
  {"local t={a=1,b=2,c=3} local o='' for k in pairs(t) do o=o..k t.b=nil end return o", "[\"ac\"]"},
  {"local t={a=1,b=2} local k=next(t) local k2=next(t,k) return k,k2,next(t,k2),next{}",
   "[\"a\",\"b\",nil,nil]"},
  {"local n=0 for k in pairs(math) do n=n+1 end return n", "[25]"},
};

// Errors name their line, and no address.
static const behaviour errors[] = {
  {"error({})", "!runtime ops.lua:1 the rule raised an error that is not text (a table)"},
  {"error()", "!runtime ops.lua:1 the rule raised an error without a message"},
  {"error('boo')", "!runtime ops.lua:1 boo"},
  {"error('boo\\0\\255x\\nz')", "!runtime ops.lua:1 boo ?x z"},
  {"\n\nlocal x = nil + 1", "!runtime ops.lua:3 attempt to perform arithmetic on a nil value"},
  {"assert(false,'no')", "!runtime ops.lua:1 no"},
  {"assert(nil)", "!runtime ops.lua:1 assertion failed!"},
  {"return assert(1,2)", "[1,2]"},
  {"math.floor('x')", "!runtime ops.lua:1 bad argument #1 to 'floor' (number expected, got string)"},
  {"(nil).x=1", "!runtime ops.lua:1 attempt to index a nil value"},
  {"goto a", "!syntax ops.lua:1 no visible label 'a' for <goto> at line 1"},
  {"local x <close> = draft", "!runtime ops.lua:1 variable 'x' got a non-closable value"},
  {"nosuch()", "!runtime ops.lua:1 attempt to call a nil value (global 'nosuch')"},
};

// What comes back is checked.
static const behaviour results[] = {
  {"return 0/0", "!result ops.lua:1 the value is not a finite number"},
  {"return {a={b=1/0}}", "!result ops.lua:1 'a.b' is not a finite number"},
  {"return {a={1,{x='\\255'}}}", "!result ops.lua:1 'a[2].x' is not valid UTF-8 text"},
  {"return {a='x\\0y'}", "!result ops.lua:1 'a' is a text with a zero byte in it"},
  {"local t={} t.t=t return t", "!result ops.lua:1 't.t.t.t.t.t.t.t.t.t.t.t.t.t.t.t' is nested too deeply"},
  {"return {1,2,x=3}", "!result ops.lua:1 the value mixes names and positions"},
  {"return {1,nil,3}",
   "!result ops.lua:1 the value is a list with gaps: its positions are not 1, 2, 3 and so on"},
  {"return {[true]=1}", "!result ops.lua:1 the value has a key that is not text"},
  {"return {}, 4.0, -0.0, math.mininteger", "[{},4.0,-0.0,-9223372036854775808]"},
  {"return function() end", "!result ops.lua:1 the value is a function, which cannot be taken here"},
  {"return math", "!result ops.lua:1 'abs' is a function, which cannot be taken here"},
  {"return {}+1", "!runtime ops.lua:1 attempt to perform arithmetic on a table value"},
};

// The functions of the host, and `require`.
static const behaviour host[] = {
  {"return at_least('host'), at_least('manager')", "[true,false]"},
  {"at_least('boss')",
   "!runtime ops.lua:1 at_least: there is no 'boss': it is one of none, server, host, manager, owner"},
  {"email('x')", "!runtime ops.lua:1 `email` can only be called in effects"},
  {"refuse('c','m',nil) refuse{a=1} return 1", "[1]"},
  {"require 'lib.x'", "!runtime ops.lua:1 there is no lib/x.lua"},
  {"require '../../etc/passwd'",
   "!runtime ops.lua:1 require: a module name is made of a-z, 0-9 and _, with dots between, as in \"lib.contact\""},
  {"require 'op'", "!runtime ops.lua:1 there is no op.lua; did you mean ops.lua?"},
};

// The library does what Lua 5.4 does.
static const behaviour library[] = {
  {"return tostring({}), tostring(print), tostring(math.floor), string.format('%s',{}), tostring(1.5), tostring(nil)",
   "[\"table\",\"nil\",\"function\",\"table\",\"1.5\",\"nil\"]"},
  {"return string.format('%p',{})", "!runtime ops.lua:1 '%p' is not available: values have no address here"},
  {"local t={5,3,1,4} table.sort(t) return t", "[[1,3,4,5]]"},
  {"local t={5,3,1,4} table.sort(t,function(a,b) return a>b end) return t", "[[5,4,3,1]]"},
  {"local t={5,'a',1} table.sort(t) return t", "!runtime ops.lua:1 attempt to compare string with number"},
  {"local t={} for i=1,100 do t[i]=i end table.sort(t,function() return true end) return #t", "[100]"},
  {"return '10'+1, '3'*'4', -'2', 10 ..''", "[11,12,-2,\"10\"]"},
  {"return 'x'+1", "!runtime ops.lua:1 attempt to perform arithmetic on a string value"},
  {"return tonumber('0x10'),tonumber('z',36),tonumber('  12  '),tonumber('1e1'),tonumber('x'),"
   "tonumber('7fffffffffffffff',16),tonumber('-ff',16)",
   "[16,35,12,10.0,nil,9223372036854775807,-255]"},
  {"return select('#',1,nil,nil), select(2,'a','b','c'), select(-1,1,2)", "[3,\"b\",2]"},
  {"return math.mininteger // -1, 1//0", "!runtime ops.lua:1 attempt to divide by zero"},
  {"return utf8.char(72,228,8364,128512), utf8.len('äö'), utf8.codepoint('ä',1), "
   "utf8.offset('aäb',3), utf8.len('\\255')",
   "[\"Hä€😀\",2,228,4,nil,1]"},
  {"local o={} for p,c in utf8.codes('aä€') do o[#o+1]=p..':'..c end return table.concat(o,' ')",
   "[\"1:97 2:228 4:8364\"]"},
  {"return string.pack('<i4',7):byte(1,-1)", "[7,0,0,0]"},
  {"return string.unpack('<i4','\\7\\0\\0\\0')", "[7,5]"},
  {"local t={1,2,3} table.insert(t,2,9) table.remove(t,1) return t, table.unpack{7,8}", "[[9,2,3],7,8]"},
  {"return table.move({1,2,3},2,3,1), table.pack(1,nil,3).n, table.concat({1,2,3},'-',2)",
   "[[2,3,3],3,\"2-3\"]"},
};

// Limits end what would not end, and leave room for what would.
static const behaviour limits[] = {
  {"string.rep('x',1e9)", "!limit_memory ops.lua:1 the rule uses too much memory"},
  {"local s='x' while true do s=s..s end", "!limit_memory ops.lua:1 the rule uses too much memory"},
  {"while true do end", "!limit_work ops.lua:1 the rule takes too long: its budget of work is spent"},
  {"local function f() return 1+f() end f()", "!limit_stack ops.lua:1 calls are nested too deeply"},
  {"local function f(...) return f(1,...) end f()",
   "!limit_work ops.lua:1 the rule takes too long: its budget of work is spent"},
  {"local function f(x) return ('x'):gsub('x',f) end f()",
   "!limit_stack ops.lua:1 calls are nested too deeply"},
  {"local t={} for k=1,66000 do t[k*131071]=k end",
   "!limit_work ops.lua:1 the rule takes too long: its budget of work is spent"},
  {"local a,b=1e308,3e-308 while true do local x=a%b end",
   "!limit_work ops.lua:1 the rule takes too long: its budget of work is spent"},
  {"return ('x'):rep(300000)", "!limit_output ops.lua:1 the rule returns or records too much"},
  {"local n=0 for i=1,20000 do n=n+1 end return n", "[20000]"},
  {"local t={} for i=1,4000 do t[i]=i..'' end table.sort(t) return #t", "[4000]"},
};

static void check_one(const behaviour *b) {
  static char source[8192], got[TEXT_CAPACITY];
  snprintf(source, sizeof source, "return {f=function(draft,facts) %s end}", b->body);
  clua_evaluator *e = create_evaluator(&standard_limits);
  clua_status status = load_text(e, source, strlen(source));
  // Twice: the second decision must not notice the first.
  for (int i = 0; i < 2; i++) {
    if (status == CLUA_OK || i > 0) {
      if (clua_begin(e, LEVEL_HOST) == CLUA_OK) status = call_plainly(e, 1, GROUP_CHECK, 8);
    }
    write_ending(e, status, got, sizeof got);
    check_text(b->body, got, b->ending);
    if (clua_spent(e).image == 0) break;  // it did not load
  }
  clua_destroy(e);
}

#define CHECK_ALL(list) \
  for (size_t i = 0; i < sizeof list / sizeof *list; i++) check_one(&list[i])

void check_behaviour(void) {
  CHECK_ALL(arguments);
  CHECK_ALL(tampering);
  CHECK_ALL(order);
  CHECK_ALL(errors);
  CHECK_ALL(results);
  CHECK_ALL(host);
  CHECK_ALL(library);
  CHECK_ALL(limits);
}
