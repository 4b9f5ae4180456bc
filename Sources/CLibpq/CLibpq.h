// PostgreSQL's client library, as the machine has it: only with the package trait `Postgres`.
#include <libpq-fe.h>
