# Each target makes its own environment in .venv: all that is needed is make and Python 3.11 or newer.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: help demo test check eval bench examples clean
.DEFAULT_GOAL := help

help: ## this list
	@sed -n 's/^\([a-z]*\):[^#]*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

demo: $(READY) ## build a graph from examples/, ask it a few questions, draw it
	@$(BIN)/zhengmai demo -o out/demo

test: $(READY) ## run the tests; names what it skipped
	@$(BIN)/python -m pytest

check: $(READY) ## ruff and mypy --strict
	@$(BIN)/ruff check .
	@$(BIN)/mypy

eval: $(READY) ## the quality gate: figures against the floors of eval/floors.json
	@$(BIN)/python eval/gate.py

bench: $(READY) ## throughput against jieba, and start-up times
	@$(BIN)/python bench/bench.py

examples: $(READY) ## build examples/graph.trig anew
	@$(BIN)/zhengmai build examples/reports -o examples/graph.trig

$(READY): pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "zhengmai needs Python 3.11 or newer; say which: make PYTHON=python3.12")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) ..." >&2
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade -e '.[dev]'
	@touch $@

clean: ## remove the environment and what was built
	rm -rf $(VENV) out dist .pytest_cache .mypy_cache .ruff_cache
