# `make book` and `make test` are all a fresh machine needs; both use one debug build.

DATA ?= data
EXAMPLES ?= 150
KILLS ?= 12
PREFIX ?= /usr/local
SYSCONFDIR ?= /etc
CLI := .build/debug/host-cli

.PHONY: book test api-test mail-test browser-test screenshots build install torture postgres-test postgres-torture lint format bench fuzz sanitize tsan packages clean

## Installs what is missing, builds, sets up the demo and takes a walk-in.
book: build
	@./scripts/book-demo.sh $(CLI) $(DATA)

## Runs every test.
test: packages
	./Tests/EvaluatorChecks/run.sh
	swift build --build-tests
	./scripts/swift-test.sh --skip-build

## Sends thousands of made-up requests to a running server (schemathesis, from PyPI).
api-test: build
	EXAMPLES=$(EXAMPLES) ./scripts/api-test.sh $(CLI)

## Sends mail through msmtp to a real SMTP server, and to servers that misbehave; kills who delivers. KILLS=100
mail-test: build
	KILLS=$(KILLS) ./scripts/mail-test.sh $(CLI)

## Goes through the pages in chromium (chromium-driver, selenium and axe-core). ONLY=sign_in runs a part.
browser-test: build
	ONLY=$(ONLY) ./scripts/browser-test.sh

## Takes the README's pictures anew, from demo data.
screenshots: build
	PICTURES=1 ./scripts/browser-test.sh

build: packages
	swift build --build-tests

## Builds what is committed, for release, and installs it with its man pages, completions and systemd unit.
## PREFIX=/usr/local DESTDIR= SYSCONFDIR=/etc
install: packages
	PREFIX="$(PREFIX)" DESTDIR="$(DESTDIR)" SYSCONFDIR="$(SYSCONFDIR)" ./scripts/install.sh

## Kills, fails, fills and floods it, and says what held: half an hour. SHORT=1 takes two minutes; ONLY=kills a part.
torture: build
	SHORT=$(SHORT) ONLY=$(ONLY) ./scripts/torture.sh $(CLI)

## Runs the test suites against PostgreSQL, on a server of its own (needs postgresql and libpq-dev; docs/postgres.md).
## SUITES="Storage Desk" runs some folders of them.
postgres-test: packages
	./scripts/postgres-test.sh

## Takes PostgreSQL away under several hosts, and says what held. SHORT=1 takes two minutes; ONLY=crowds a part.
postgres-torture: packages
	SHORT=$(SHORT) ONLY=$(ONLY) ./scripts/postgres-torture.sh

## Says what is not as it should be, changing nothing.
lint:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	./scripts/check-imports.sh
	@if command -v luacheck >/dev/null; then cd rules && luacheck --quiet .; fi

## Puts the formatting right.
format:
	swift format --in-place --recursive --parallel Sources Tests Package.swift

## Measures decisions, bookings, reading and the tools against references, in one table (docs/performance.md): ten
## minutes. QUICK=1 takes two; ONLY=booking a part; FULL=1 reads from ten million bookings.
bench: packages
	./Benchmarks/run.sh

## Fuzzes the evaluator: rule files, packed values, patterns. SECONDS_EACH=60
fuzz: packages
	./Fuzz/run.sh $(or $(SECONDS_EACH),60)

## The evaluator's checks under the address, undefined-behaviour and thread sanitizers.
sanitize: packages
	./Tests/EvaluatorChecks/run.sh --sanitize
	./Tests/EvaluatorChecks/run.sh --threads

## The Swift tests under the thread sanitizer, in a build of its own (ten minutes the first time).
tsan: packages
	./scripts/thread-sanitizer.sh

packages:
	@./scripts/install-packages.sh

clean:
	rm -rf .build
