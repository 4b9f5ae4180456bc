#include "answer.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { ROOM = 65536 };

typedef struct input {
  int socket;
  size_t at, end;
  char bytes[ROOM];
} input;

static bool refill(input *in) {
  ssize_t count = read(in->socket, in->bytes, ROOM);
  in->at = 0;
  in->end = count > 0 ? (size_t)count : 0;
  return count > 0;
}

// A line without its end; what does not fit is left out.
static bool read_line(input *in, char *line, size_t room) {
  size_t length = 0;
  for (;;) {
    if (in->at == in->end && !refill(in)) return false;
    char c = in->bytes[in->at++];
    if (c == '\n') break;
    if (c != '\r' && length < room - 1) line[length++] = c;
  }
  line[length] = 0;
  return true;
}

static bool skip(input *in, size_t count) {
  while (count > 0) {
    if (in->at == in->end && !refill(in)) return false;
    size_t there = in->end - in->at, taken = there < count ? there : count;
    in->at += taken;
    count -= taken;
  }
  return true;
}

static bool read_chunks(input *in, answer *a) {
  char line[128];
  for (;;) {
    if (!read_line(in, line, sizeof line)) return false;
    size_t size = strtoul(line, NULL, 16);
    a->body_bytes += size;
    if (!skip(in, size) || !read_line(in, line, sizeof line)) return false;
    if (size == 0) return true;
  }
}

bool read_answer(int socket, answer *a) {
  static _Thread_local input in;
  in.socket = socket;
  in.at = in.end = 0;
  char line[2048];
  size_t length = 0;
  bool is_chunked = false;
  if (!read_line(&in, line, sizeof line) || strlen(line) < 12) return false;
  a->status = atoi(line + 9);
  while (read_line(&in, line, sizeof line)) {
    if (!*line) {
      if (is_chunked) return read_chunks(&in, a);
      a->body_bytes = length;
      return skip(&in, length);
    }
    if (strncasecmp(line, "content-length:", 15) == 0) length = strtoul(line + 15, NULL, 10);
    if (strncasecmp(line, "transfer-encoding: chunked", 26) == 0) is_chunked = true;
    if (strncasecmp(line, "connection: close", 17) == 0) a->closes = true;
  }
  return false;
}
