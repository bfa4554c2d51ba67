# Everything that a reader of README.md is told to run. `make` alone prints the list.

PYTHON ?= python3
BIN := .venv/bin
# Lets `make test` use the cores there are, within reason.
SPREAD := -n auto --maxprocesses=4 --dist=worksteal
# `make lock UPGRADE=--upgrade` takes the newest versions within the bounds of pyproject.toml.
UPGRADE ?=

.DEFAULT_GOAL := help
.PHONY: help install site check serve test slow bench lock clean

help: ## print this list
	@sed -n "s/^\([a-z]*\):.*## /  make \1	/p" Makefile

install: ## bring .venv up to date (the other targets do it themselves)
	@"$(PYTHON)" install.py

site: install ## check the briefings and build the site into site/
	@"$(BIN)/spravka" check
	@"$(BIN)/spravka" build

check: install ## check the briefings only
	@"$(BIN)/spravka" check

serve: install ## show the site on this machine and rebuild it on every change
	@"$(BIN)/spravka" serve

test: install ## lint, types and tests
	"$(BIN)/ruff" check
	"$(BIN)/ruff" format --check
	"$(BIN)/mypy"
	"$(BIN)/pytest" $(SPREAD)

# Exit code 5 of pytest: nothing to run.
slow: install ## the long test batteries, which `make test` leaves out
	@"$(BIN)/pytest" -m slow --collect-only -qq >/dev/null; \
	if [ $$? -eq 5 ]; then echo "There are no slow tests."; else "$(BIN)/pytest" -m slow $(SPREAD); fi

bench: install ## how fast briefings are typeset, beside WeasyPrint where it is installed
	"$(BIN)/python" benchmarks/typesetting.py

# A venv of its own: uv writes the lock and is needed for nothing else.
lock: ## write requirements.lock anew from pyproject.toml
	"$(PYTHON)" -m venv .build/lock
	.build/lock/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.13,<0.14"
	.build/lock/bin/uv pip compile pyproject.toml --extra test --universal --python-version 3.11 --generate-hashes \
		--no-config --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
		--quiet $(UPGRADE) --output-file requirements.lock

clean: ## remove what was made: the site, the build folder, .venv and caches
	rm -rf site .build .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
