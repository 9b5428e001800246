# Two commands: `make demo` shows the program at work, `make test` runs every test.
# Both create .venv and install what they need; a second run starts at once.

PYTHON ?= python3
ARGS ?=

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PY := $(BIN)/python
# Each worker begins with a whole part of the tests, so that what the tests of a file share is made once, not in
# every worker; who is done takes over from the others.
PARALLEL := --numprocesses auto --dist worksteal
PIP_INSTALL := $(PY) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable
CODE := $(wildcard src tests tools bench)
STRICT := core claims solving checks

export PYTHONUTF8 := 1

# The tests begin many programs: what one of them compiled the next need not compile again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test lint types contracts unit postgresql frontend format

demo: .venv/.runtime frontend
	$(PY) tools/demo.py $(ARGS)

# Two at a time, once everything is installed and built: the types beside the first tests, then one database beside the
# other. Tests wait for other programs now and then, so one part by itself leaves a third of two cores idle.
test: .venv/.dev frontend
	$(MAKE) --jobs=2 lint types contracts unit postgresql POSTGRESQL_TOO="$(shell $(PY) tools/postgresql.py)"

# --- what `make test` consists of ---

lint: .venv/.dev
	$(PY) -m ruff check $(CODE)
	$(PY) -m ruff format --check $(CODE)

types: .venv/.dev
	$(PY) -m mypy $(CODE)
	$(PY) tools/frontend.py check

contracts: .venv/.dev
	$(BIN)/lint-imports

# Measuring coverage makes a test up to three times as slow: it is on where a figure is demanded. Which tests run on one
# database alone is told in tests/web/databases.py.
unit: .venv/.dev frontend
	$(PY) -m pytest $(addprefix tests/,$(STRICT)) $(PARALLEL) --cov --cov-report= $(ARGS)
	$(PY) -m coverage report --fail-under=95
	$(PY) -m pytest $(addprefix --ignore=tests/,$(STRICT)) $(PARALLEL) $(if $(POSTGRESQL_TOO),-m "not browser") $(ARGS)

postgresql: .venv/.dev frontend
	$(PY) tools/postgresql.py $(PY) -m pytest tests/web -m "not sqlite" $(PARALLEL) $(ARGS)

# --- helpers ---

frontend: .venv/.runtime
	@$(PY) tools/frontend.py
	@$(PY) tools/english_words.py

format: .venv/.dev
	$(PY) -m ruff check --fix --show-fixes $(CODE)
	$(PY) -m ruff format $(CODE)

.venv/.python:
	@$(PYTHON) -c "import sys; (3, 11) <= sys.version_info < (3, 14) or sys.exit('jixiao needs Python 3.11 to 3.13, and $(PYTHON) is ' + sys.version.split()[0] + '. Name another: make PYTHON=python3.12 ...')"
	$(PYTHON) -m venv .venv
	touch $@

.venv/.runtime: .venv/.python pyproject.toml constraints.txt
	$(PIP_INSTALL) '.[web]'
	touch $@

.venv/.dev: .venv/.python pyproject.toml constraints.txt
	$(PIP_INSTALL) '.[dev]'
	touch $@ .venv/.runtime
