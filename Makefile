# Two commands on a bare machine with Python >= 3.11: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin
DATA ?= ../shared/data

.PHONY: demo test lint eval train gazetteer forms wheel clean

$(VENV)/.ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $@

demo: $(VENV)/.ready  ## read the six example reports
	$(BIN)/tawatur read examples/reports.jsonl

test: $(VENV)/.ready lint  ## every test, on the checkout and on the built wheel
	$(BIN)/pytest

lint: $(VENV)/.ready
	$(BIN)/ruff check tawatur tests
	$(BIN)/mypy

train: ## rebuild the analyser's weights from the data
	training/train.sh $(DATA)

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache
