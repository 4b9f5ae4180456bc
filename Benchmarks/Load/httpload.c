// Asks a server over keep-alive connections, each again as soon as it is answered, and says how many answers came
// in a second and how long they took.
//
//   httpload PORT CONNECTIONS SECONDS REQUESTS_FILE [HEADER...]
//
// A line of the file is a request, "METHOD PATH [BODY]"; connections go round the lines, each from its own place on.
// In PATH and BODY, {n} stands for a number that no other request has.
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "answer.h"

enum { MOST_LINES = 65536, MOST_BYTES = 16384 };

static char *lines[MOST_LINES];
static size_t line_count;
static char headers[4096];
static int port;
static double seconds;
static atomic_ulong numbers;

typedef struct client {
  pthread_t thread;
  unsigned long place;
  double *times;  // of the answers that were as they should be, in seconds
  size_t count, room, failed, bytes;
  int status;     // of the last answer that was not
} client;

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int connect_to_server(void) {
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int s = socket(AF_INET, SOCK_STREAM, 0), one = 1;
  setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
  struct timeval patience = {.tv_sec = 30};
  setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (s < 0 || connect(s, (struct sockaddr *)&address, sizeof address) == 0) return s;
  close(s);
  return -1;
}

// Copies `from` with every {n} replaced; returns the length.
static size_t fill(char *into, const char *from, unsigned long number) {
  size_t length = 0;
  while (*from && length < MOST_BYTES - 24) {
    if (strncmp(from, "{n}", 3) == 0) {
      length += (size_t)sprintf(into + length, "%lu", number);
      from += 3;
    } else {
      into[length++] = *from++;
    }
  }
  into[length] = 0;
  return length;
}

static size_t write_request(char *into, const char *line) {
  static _Thread_local char text[MOST_BYTES];
  fill(text, line, atomic_fetch_add(&numbers, 1));
  char *path = strchr(text, ' '), *body = path ? strchr(path + 1, ' ') : NULL;
  if (path) *path++ = 0;
  if (body) *body++ = 0;
  return (size_t)snprintf(into, 2 * MOST_BYTES,
                          "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\n%sContent-Type: application/json\r\n"
                          "Content-Length: %zu\r\n\r\n%s",
                          text, path ? path : "/", headers, body ? strlen(body) : 0, body ? body : "");
}

static void keep(client *c, double time) {
  if (c->count == c->room) {
    c->room = c->room ? 2 * c->room : 4096;
    c->times = realloc(c->times, c->room * sizeof *c->times);
    if (!c->times) abort();
  }
  c->times[c->count++] = time;
}

static void *ask_again_and_again(void *argument) {
  client *c = argument;
  static _Thread_local char request[2 * MOST_BYTES];
  int s = connect_to_server();
  for (double end = now() + seconds; now() < end;) {
    size_t length = write_request(request, lines[c->place++ % line_count]);
    double start = now();
    answer a = {0};
    bool whole = s >= 0 && write(s, request, length) == (ssize_t)length && read_answer(s, &a);
    if (whole && a.status >= 200 && a.status < 300) {
      keep(c, now() - start);
      c->bytes += a.body_bytes;
    } else {
      c->failed++;
      c->status = a.status;
    }
    if (whole && !a.closes) continue;
    if (s >= 0) close(s);
    s = connect_to_server();
  }
  if (s >= 0) close(s);
  return NULL;
}

static void read_lines(const char *path) {
  FILE *f = fopen(path, "r");
  char *line = NULL;
  size_t room = 0;
  while (f && line_count < MOST_LINES && getline(&line, &room, f) > 0) {
    line[strcspn(line, "\n")] = 0;
    if (*line && strlen(line) < MOST_BYTES / 2) lines[line_count++] = strdup(line);
  }
  free(line);
  if (f) fclose(f);
}

static int by_length(const void *a, const void *b) {
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void report(client *clients, size_t count, double took) {
  client all = {0};
  for (size_t i = 0; i < count; i++) {
    for (size_t k = 0; k < clients[i].count; k++) keep(&all, clients[i].times[k]);
    all.failed += clients[i].failed;
    all.bytes += clients[i].bytes;
    if (clients[i].status) all.status = clients[i].status;
  }
  if (all.count) qsort(all.times, all.count, sizeof *all.times, by_length);
  double p50 = all.count ? all.times[(all.count - 1) / 2] : 0;
  double p99 = all.count ? all.times[(all.count - 1) * 99 / 100] : 0;
  printf("{\"connections\":%zu,\"answers\":%zu,\"failed\":%zu,\"failedStatus\":%d,\"seconds\":%.3f,\"perSecond\":%.1f,"
         "\"p50ms\":%.3f,\"p99ms\":%.3f,\"bodyBytes\":%zu}\n",
         count, all.count, all.failed, all.status, took, (double)all.count / took, p50 * 1e3, p99 * 1e3,
         all.count ? all.bytes / all.count : 0);
}

int main(int count, char **arguments) {
  if (count >= 5) read_lines(arguments[4]);
  size_t connections = count >= 5 ? strtoul(arguments[2], NULL, 10) : 0;
  if (!line_count || !connections) {
    fprintf(stderr, "usage: httpload PORT CONNECTIONS SECONDS REQUESTS_FILE [HEADER...]\n");
    return 64;
  }
  port = atoi(arguments[1]);
  seconds = atof(arguments[3]);
  for (int i = 5; i < count; i++) {
    size_t length = strlen(headers);
    snprintf(headers + length, sizeof headers - length, "%s\r\n", arguments[i]);
  }
  // Numbers of another run are other numbers.
  atomic_init(&numbers, (unsigned long)(now() * 1e6));
  client *clients = calloc(connections, sizeof *clients);
  double start = now();
  for (size_t i = 0; i < connections; i++) {
    clients[i].place = i * 7919;
    if (pthread_create(&clients[i].thread, NULL, ask_again_and_again, &clients[i])) return 1;
  }
  for (size_t i = 0; i < connections; i++) pthread_join(clients[i].thread, NULL);
  report(clients, connections, now() - start);
  return 0;
}
