// Has Redis decide the spread: 20 connections over a unix socket, 16 EVALSHA calls under way on each.
//
//   pipeline SOCKET SHA COUNT       how many decisions a second, as one line of JSON
//   pipeline SOCKET SHA --show      the 64 answers
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

#include "spread.h"

enum { CONNECTIONS = 20, PIPELINED = 16, ARGUMENTS = 16, ROOM = 65536 };

typedef struct connection {
  int socket;
  size_t next;       // the case that is sent next
  int under_way;
  size_t length;
  char input[ROOM];
} connection;

static char requests[SPREAD][2048];
static size_t request_lengths[SPREAD];
static int shows;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void add(size_t i, const char *text) {
  request_lengths[i] += (size_t)snprintf(requests[i] + request_lengths[i], sizeof requests[i] - request_lengths[i],
                                         "$%zu\r\n%s\r\n", strlen(text), text);
}

static void add_number(size_t i, int number) {
  char text[16];
  snprintf(text, sizeof text, "%d", number);
  add(i, text);
}

static void write_request(size_t i, const char *sha) {
  booking_case c = spread_case(i);
  request_lengths[i] = (size_t)sprintf(requests[i], "*%d\r\n", 3 + ARGUMENTS);
  add(i, "EVALSHA");
  add(i, sha);
  add(i, "0");
  add_number(i, c.minute);
  add_number(i, spread_notice_minutes(&c));
  add_number(i, c.party);
  add(i, c.name);
  add(i, c.email ? c.email : "");
  add(i, c.phone ? c.phone : "");
  add(i, c.notes ? c.notes : "");
  add(i, "");
  add_number(i, SPREAD_OPENS);
  add_number(i, SPREAD_CLOSES);
  add_number(i, SPREAD_DINNER_OPENS);
  add_number(i, SPREAD_DINNER_CLOSES);
  add_number(i, c.covers);
  add_number(i, SPREAD_MAX_COVERS);
  add(i, "host");
  add(i, "");
}

static int connect_to(const char *path) {
  struct sockaddr_un address = {.sun_family = AF_UNIX};
  snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
  int s = socket(AF_UNIX, SOCK_STREAM, 0);
  if (s >= 0 && connect(s, (struct sockaddr *)&address, sizeof address) == 0) return s;
  perror(path);
  exit(1);
}

static void send_pipeline(connection *c) {
  static char output[PIPELINED * sizeof requests[0]];
  size_t length = 0;
  for (; c->under_way < PIPELINED; c->under_way++) {
    size_t i = c->next++ % SPREAD;
    memcpy(output + length, requests[i], request_lengths[i]);
    length += request_lengths[i];
  }
  for (size_t sent = 0; sent < length;) {
    ssize_t count = write(c->socket, output + sent, length - sent);
    if (count <= 0) exit(1);
    sent += (size_t)count;
  }
}

// How many bytes the first whole answer takes; 0 when it is not whole yet.
static size_t answer_length(const char *input, size_t length) {
  const char *end = memchr(input, '\n', length);
  if (!end) return 0;
  if (*input != '$') {
    fprintf(stderr, "%.*s\n", (int)(end - input), input);
    exit(1);
  }
  size_t whole = (size_t)(end + 1 - input) + strtoul(input + 1, NULL, 10) + 2;
  if (whole > length) return 0;
  if (shows) printf("%.*s", (int)(whole - (size_t)(end + 1 - input)), end + 1);
  return whole;
}

static size_t take_answers(connection *c) {
  ssize_t count = read(c->socket, c->input + c->length, ROOM - c->length);
  if (count <= 0) exit(1);
  c->length += (size_t)count;
  size_t at = 0, taken = 0;
  for (size_t n; c->under_way > 0 && (n = answer_length(c->input + at, c->length - at)) > 0; taken++) {
    at += n;
    c->under_way--;
  }
  memmove(c->input, c->input + at, c->length - at);
  c->length -= at;
  return taken;
}

static void decide(const char *path, size_t wanted, int connections) {
  static connection all[CONNECTIONS];
  struct pollfd polled[CONNECTIONS];
  for (int i = 0; i < connections; i++) {
    all[i] = (connection){.socket = connect_to(path), .next = connections > 1 ? (size_t)i * 3 : 0};
    polled[i] = (struct pollfd){.fd = all[i].socket, .events = POLLIN};
    send_pipeline(&all[i]);
  }
  size_t done = 0;
  double start = now();
  while (done < wanted) {
    poll(polled, (nfds_t)connections, -1);
    for (int i = 0; i < connections; i++) {
      if (!(polled[i].revents & POLLIN)) continue;
      done += take_answers(&all[i]);
      if (all[i].under_way == 0 && done < wanted) send_pipeline(&all[i]);
    }
  }
  double took = now() - start;
  if (shows) return;
  printf("{\"decisions\":%zu,\"seconds\":%.3f,\"decisionsPerSecond\":%.0f}\n", done, took, (double)done / took);
}

int main(int count, char **arguments) {
  if (count != 4) {
    fprintf(stderr, "usage: pipeline SOCKET SHA COUNT|--show\n");
    return 64;
  }
  shows = strcmp(arguments[3], "--show") == 0;
  for (size_t i = 0; i < SPREAD; i++) write_request(i, arguments[2]);
  decide(arguments[1], shows ? SPREAD : strtoul(arguments[3], NULL, 10), shows ? 1 : CONNECTIONS);
  return 0;
}
