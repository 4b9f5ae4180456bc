// Counts what holds and what does not, and says what does not.
#ifndef CHECK_H
#define CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "host.h"

enum { TEXT_CAPACITY = 1 << 17 };

void check(bool holds, const char *what, ...) __attribute__((format(printf, 2, 3)));
void check_text(const char *what, const char *got, const char *wanted);
// Prints "N passed, M failed"; the exit status of the program.
int report(void);

// How a load or call ended: the result as text, or "!status file:line message".
void write_ending(const clua_evaluator *e, clua_status status, char *text, size_t capacity);
clua_status call_plainly(clua_evaluator *e, uint32_t function, uint32_t groups, size_t max_results);

// The parts, each in a file of its name.
void check_behaviour(void);
void check_loading(void);
void check_decisions(void);
void check_rewinding(void);
void check_compile_price(void);
void check_malformed_values(void);
void check_allocation_failures(void);
void check_probes(void);
void check_against_stock_lua(long cases);
void check_attacks(const char *directory, bool show_times);

#endif
