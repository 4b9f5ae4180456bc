// Times decisions one by one, and prints how many go into a second and how long the slow ones take.
#ifndef TIMING_H
#define TIMING_H

#include <stddef.h>

// Decides `index`; returns false when the rules fail.
typedef int (*decider)(void *context, size_t index);

// Warms up, decides `count` times, prints one line of JSON. Returns the exit status.
int time_decisions(decider decide, void *context, size_t count);

#endif
