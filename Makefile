# Every target works on a fresh machine with CPython 3.11+, git and make: the
# virtual environment is made when it is missing and refreshed when it is stale.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PYTEST := pytest
# Most tests wait for a server, a child process or a clock; the slow ones also fill the machine. Who is done
# takes tests from another, so that no long file is left at the end.
SPREAD := -n 4 --dist worksteal
SPREAD_SLOW := -n 3 --dist worksteal
# What failed beside others is looked at once more, alone, and its first failure stays in the output: a rule
# that is broken fails again, a machine that was too crowded for so many servers does not.
ALONE  = $(BIN)/$(PYTEST) --last-failed --last-failed-no-failures none
PIP    := $(BIN)/python -m pip --disable-pip-version-check --quiet
LOCK   := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes \
          --no-header --no-emit-index-url --no-annotate --quiet

.DEFAULT_GOAL := help
.PHONY: help setup run test test-slow test-all coverage report lint typecheck bench chaos memcheck screenshots fmt lock clean

help:  ## what each target does
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-11s %s\n", $$1, $$2}'

setup: $(VENV)/.dev  ## make .venv with the crossroads command and every tool

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Crossroads needs CPython 3.11 or newer; $(PYTHON) is older. Try: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@echo "Making $(VENV) (once, about a minute)"
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: $(BIN)/python pyproject.toml requirements/build.txt requirements/run.txt
	@$(PIP) install --require-hashes -r requirements/build.txt
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@touch $@

run: $(VENV)/.run  ## serve the bot where Slack is configured; else the playground, with no account and no key
	@if $(BIN)/python -c 'import sys; from bot.settings import load; sys.exit(not load().has_slack)'; then \
	  exec $(BIN)/crossroads serve; \
	else \
	  exec $(BIN)/crossroads playground; \
	fi

test: $(VENV)/.dev  ## the unit, contract and scenario tests
	@$(BIN)/$(PYTEST) -m "not slow" $(SPREAD) || $(ALONE) -m "not slow"

test-slow: $(VENV)/.dev  ## the suites that kill, storm, crowd and look through a browser: ten minutes
	@$(BIN)/$(PYTEST) -m slow $(SPREAD_SLOW) --ignore tests/browser || $(ALONE) -m slow --ignore tests/browser
	@$(BIN)/$(PYTEST) -m slow -n 2 --dist loadfile tests/browser || $(ALONE) -m slow tests/browser

test-all: test test-slow  ## every test

coverage: $(VENV)/.dev  ## every test, with branch coverage and its floors
	@$(BIN)/coverage erase
	@$(MAKE) --no-print-directory test-all PYTEST="coverage run -m pytest"
	@$(MAKE) --no-print-directory report

report: $(VENV)/.dev  ## the branch coverage of the runs before, and its floors
	@$(BIN)/coverage combine --quiet
	@$(BIN)/coverage report --skip-covered
	@$(BIN)/coverage report --include='core/graph/*,core/pipeline/*' --fail-under=100 --skip-covered

lint: $(VENV)/.dev  ## format, lint, import contracts, unused dependencies, spelling
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports
	@$(BIN)/deptry .
	@$(BIN)/codespell

typecheck: $(VENV)/.dev  ## mypy, strict
	@$(BIN)/mypy

bench: $(VENV)/.dev  ## the speed and memory figures beside their targets
	@$(BIN)/python -m tests.perf.bench

chaos: $(VENV)/.dev  ## kill -9 the server at twenty-one points of its work, 20 times each (half an hour)
	@$(BIN)/pytest tests/chaos --rounds 20 -n 3 --dist worksteal

memcheck: $(VENV)/.dev  ## 300 drafts with files in one process: memory must level off
	@$(BIN)/python -m tests.perf.memcheck

screenshots: $(VENV)/.dev  ## take the pictures in docs/images again, of the real playground
	@$(BIN)/python -m tests.browser.shooting

fmt: $(VENV)/.dev  ## format and mend what can be mended
	@$(BIN)/ruff format .
	@$(BIN)/ruff check --fix .

lock: $(VENV)/.dev  ## write requirements/*.txt again from pyproject.toml
	@$(PIP) install uv
	@$(LOCK) --group build -o requirements/build.txt
	@$(LOCK) pyproject.toml -o requirements/run.txt
	@$(LOCK) pyproject.toml --extra scale -c requirements/run.txt -o requirements/scale.txt
	@$(LOCK) pyproject.toml --extra cjk -c requirements/run.txt -o requirements/cjk.txt
	@$(LOCK) pyproject.toml --group dev -c requirements/run.txt -o requirements/dev.txt

clean:  ## remove .venv and everything generated
	rm -rf $(VENV) out build .coverage* .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info
