# The commands of Siyaq. `make help` lists them.

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
PORT ?= 8080
HOST ?= 127.0.0.1
FUZZ_SECONDS ?= 60

# The tools that tools/setup compiled or fetched come first.
export PATH := $(shell tools/setup path):$(PATH)
export CARGO_TERM_COLOR ?= auto

# The tests of the rooms, of the tool and of the house; those in a browser have a command of their own.
NATIVE_TESTS := $(patsubst tests/%.rs,--test %,$(filter-out tests/wasm.rs,$(wildcard tests/*.rs)))
WASM_TESTS := $(patsubst tests/%.rs,--test %,$(wildcard tests/wasm.rs))
WASM := --target wasm32-unknown-unknown
say = @printf '\n== %s\n' "$(1)"

.PHONY: help run dev build test format lint native-tests wasm-tests browser-tests hosting hosting-if-there size accuracy bench fuzz clean

help: ## lists the commands
	@awk -F ': .*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: ## builds the site and serves it, at PORT=8080 unless told otherwise
	@tools/port-free $(HOST) $(PORT)
	@$(MAKE) --no-print-directory build
	@tools/serve dist $(HOST) $(PORT)

dev: ## the quick loop: rebuilds and reloads as files change; no service worker
	@tools/setup build
	@tools/port-free $(HOST) $(PORT)
	trunk serve --address $(HOST) --port $(PORT)

build: ## builds the site into dist/
	@tools/build-site

test: ## everything: format, lints, tests, the release build, its size, hosting, and the browsers
	@tools/setup test
	@$(MAKE) --no-print-directory format lint native-tests wasm-tests build size hosting-if-there browser-tests
	$(call say,all passed)

format: ## whether the code is formatted
	$(call say,format)
	@cargo fmt --check

lint: ## clippy, natively and for the browser
	$(call say,clippy)
	@cargo clippy --locked --all-targets -- -D warnings
	@cargo clippy --locked $(WASM) --lib --bin app $(WASM_TESTS) -- -D warnings
	@cargo clippy --locked $(WASM) --no-default-features --lib --bin analyst -- -D warnings

native-tests: ## the tests of the rooms and of the tool
	$(call say,native tests)
	@cargo test --locked --lib $(NATIVE_TESTS) --no-run
	@cargo test --locked --quiet --lib $(NATIVE_TESTS)
	@cargo test --locked --quiet --doc

wasm-tests: ## the tests that run as WebAssembly
	$(call say,wasm tests)
	@if [ -n "$(WASM_TESTS)" ]; then \
	  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test --locked $(WASM) $(WASM_TESTS); \
	else echo "none"; fi

browser-tests: ## the tests in Chromium, Firefox and WebKit, against dist/
	$(call say,browser tests)
	@cargo test --locked --test browser --no-run
	@SIYAQ_AXE="$$(tools/setup axe)" cargo test --locked --quiet --test browser

hosting: ## the snippets of docs/hosting.md, in Debian's nginx and Caddy, against dist/
	$(call say,hosting)
	@tools/try-hosting

hosting-if-there:
	$(call say,hosting)
	@tools/try-hosting --if-there

size: ## what an article's page weighs, against its budget (after make build)
	$(call say,size)
	@cargo run --locked --quiet --bin siyaq -- size dist

accuracy: ## how well the analysis reads, on the gold sets
	$(call say,accuracy)
	@cargo test --locked --test accuracy -- --nocapture

bench: ## how fast the analysis reads, and how its time grows; other date finders beside it, where pip has them
	$(call say,bench)
	@cargo run --locked --quiet --profile bench --example analysis_speed
	@tools/bench-instructions
	@tools/bench-peers

fuzz: ## feeds the analysis texts that nobody wrote, for FUZZ_SECONDS=60 unless told otherwise; needs cargo-fuzz
	$(call say,fuzz)
	@tools/fuzz "$(FUZZ_SECONDS)"

clean: ## removes what was built; the tools stay
	@rm -rf dist
	@cargo clean
