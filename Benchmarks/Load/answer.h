// Reads one HTTP/1.1 answer from a socket, no further.
#ifndef ANSWER_H
#define ANSWER_H

#include <stdbool.h>
#include <stddef.h>

typedef struct answer {
  int status;         // 0: none came
  size_t body_bytes;
  bool closes;        // the server ends the connection after it
} answer;

// False when the connection broke before the answer was whole.
bool read_answer(int socket, answer *a);

#endif
