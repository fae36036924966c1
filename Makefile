# Saqta. `make` lists what can be made; the work itself is in scripts/, where each step can be run alone.

SHELL := /bin/bash
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
TARGET := $(or $(CARGO_TARGET_DIR),target)

# Options of `saqta demo`, e.g. make demo ARGS="--listen 0.0.0.0:8080".
ARGS ?=
# Steps of `make test`, e.g. make test STEPS="clippy nextest"; empty: all, set-up included.
STEPS ?=
# Seconds for each target of `make fuzz`.
SECONDS_EACH ?= 60

.PHONY: help demo build test bench fuzz fmt clean

help: ## list the targets
	@echo "Saqta: what can be made"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: ## set up what is missing, build, start with demo data, print address and sign-ins
	@scripts/demo.sh $(ARGS)

build: ## the release binary with the screens inside
	@scripts/build.sh

test: ## set up what is missing, run every check and test
	@scripts/test.sh $(STEPS)

bench: ## measure rates and latencies beside other software (see bench/README.md)
	@scripts/setup.sh bench
	@scripts/build.sh
	@bench/run.sh

fuzz: ## run each fuzz target for a minute (needs a nightly toolchain)
	@scripts/fuzz.sh $(SECONDS_EACH)

fmt: ## format Rust and web sources
	@cargo fmt --all
	@npm --prefix web run format

clean: ## remove what was built; installed tools and node modules stay
	@cargo clean
	@rm -rf fuzz/target web/test-results web/playwright-report
	@find web/dist -mindepth 1 ! -name .gitkeep -delete
