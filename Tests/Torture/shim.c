// Lets the Nth write to the store fail, and turns the clock: preloaded before host-cli, and steered by a small file
// (TORTURE_ORDERS), which is read again for every call, so that a running server can be put right.
//
//   write N ERRNO    the Nth pwrite to the store fails, and all later ones until the orders change
//   write1 N ERRNO   only the Nth
//   sync N ERRNO     the same of fsync and fdatasync
//   clock SECONDS    the time of day is that much later
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static atomic_long writes, syncs;

struct orders { char kind[16]; long number; long error; };

static int read_orders(struct orders *orders) {
  const char *path = getenv("TORTURE_ORDERS");
  if (!path) return 0;
  int file = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return 0;
  char text[128] = {0};
  long count = syscall(SYS_read, file, text, sizeof text - 1);
  syscall(SYS_close, file);
  orders->number = orders->error = 0;
  return count > 0 && sscanf(text, "%15s %ld %ld", orders->kind, &orders->number, &orders->error) >= 2;
}

static int is_store(int file) {
  char link[64], path[512];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "booking.sqlite") != NULL;
}

// Whether this call is to fail; then errno is set.
static int is_hit(const char *kind, atomic_long *counter, int file) {
  struct orders orders;
  if (!is_store(file) || !read_orders(&orders)) return 0;
  int once = strncmp(orders.kind, kind, strlen(kind)) == 0 && orders.kind[strlen(kind)] == '1';
  if (!once && strcmp(orders.kind, kind) != 0) return 0;
  long mine = atomic_fetch_add(counter, 1) + 1;
  if (once ? mine != orders.number : mine < orders.number) return 0;
  errno = (int)orders.error;
  return 1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  if (is_hit("write", &writes, file)) return -1;
  return syscall(SYS_pwrite64, file, bytes, count, offset);
}
ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) {
  return pwrite64(file, bytes, count, offset);
}
ssize_t write(int file, const void *bytes, size_t count) {
  if (is_hit("write", &writes, file)) return -1;
  return syscall(SYS_write, file, bytes, count);
}
int fsync(int file) {
  if (is_hit("sync", &syncs, file)) return -1;
  return (int)syscall(SYS_fsync, file);
}
int fdatasync(int file) {
  if (is_hit("sync", &syncs, file)) return -1;
  return (int)syscall(SYS_fdatasync, file);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
  REAL(clock_gettime);
  int result = real(clock, now);
  struct orders orders;
  if (result == 0 && clock == CLOCK_REALTIME && read_orders(&orders) && strcmp(orders.kind, "clock") == 0)
    now->tv_sec += orders.number;
  return result;
}
