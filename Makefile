# The commands of the house. Each is short; what needs more is in scripts/.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.PHONY: help run test test-all faults check bench openapi rulebook

help:
	@echo "make run    build and serve a practice office; prints its address"
	@echo "make test   all tests on SQLite and PostgreSQL; ends with 'N passed, N failed'"
	@echo "make test-all  the same at length: every story on both databases"
	@echo "make faults  kills, full disks, bombs, tampering, outages: what breaks, and what is left"
	@echo "make check  formatting, lints, documentation, supply chain, clients; quick"
	@echo "make bench  speed against baselines of the same run"
	@echo "make openapi  write openapi.json anew"
	@echo "make rulebook  write docs/rulebook.md anew, with what each rule was seen to refuse"

# The office's data stays in ./data, so that the next run finds the cases again.
run:
	scripts/portal
	cargo build -p guijia
	target/debug/guijia serve --demo --data data

test:
	scripts/prepare
	scripts/with-postgresql scripts/run-tests

# For the night: the stories too that `make test` tells on one database only.
test-all:
	scripts/prepare
	scripts/with-postgresql scripts/run-tests at-length

# On a debug build; FAULTS_PROFILE=release for the other, FAULTS_KILLS=200 for more kills.
faults:
	scripts/prepare
	TMPDIR="$${TMPDIR:-/tmp}" scripts/with-postgresql scripts/faults full

check:
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --workspace --no-deps
	scripts/supply-chain
	scripts/clients
	scripts/portal
	npm --prefix portal run check
	npm --prefix portal run sizes

bench:
	scripts/prepare
	cargo bench -p guijia-documents
	TMPDIR="$${TMPDIR:-/tmp}" scripts/with-postgresql scripts/bench

# Writes the description of the interface anew; a test keeps it equal to the program.
openapi:
	cargo build -p guijia
	target/debug/guijia openapi > openapi.json

# Writes what each rule was seen to refuse, and the rulebook; a test keeps both equal to the code.
rulebook:
	GUIJIA_WRITE_RULEBOOK=1 cargo test -p guijia-workflow the_rulebook_says
