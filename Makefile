# Everything a person or a machine does with this repository, by name. `make` alone lists it.
# Only `python3` (3.11 or newer) is needed beforehand; what is missing is set up in .venv/ and .cache/.

PYTHON ?= python3
VENV_PYTHON := .venv/bin/python
MANAGE := $(VENV_PYTHON) manage.py
# The address the demo is served at; all of it may be set: make demo PORT=9000 DEMO_TODAY=2026-12-24
PORT ?= 8000
export PORT

.DEFAULT_GOAL := help
.PHONY: help demo demo-data run setup test lint format types layers migrations check bench lock python runtime dev

help: ## Show what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "  Settings from the environment: PORT, BASE_DOMAIN, DATABASE_URL, DEMO_TODAY (see deploy/env.example)."

demo: python ## Build the example network and serve it (one command, on an empty machine too)
	@started=$$(date +%s) && $(PYTHON) requirements/install.py runtime && \
	DEMO_STARTED_AT=$$started DEMO_INSTALL_SECONDS=$$(( $$(date +%s) - started )) exec $(MANAGE) demo

demo-data: runtime ## Build or complete the example network without serving it
	@exec $(MANAGE) demo --no-serve

run: runtime ## Serve what is there, without building anything
	@exec $(MANAGE) runserver --insecure $(PORT)

setup: dev ## Set up everything that developing and testing needs
	@exec $(VENV_PYTHON) -m tests.toolchain setup

test: dev ## Set up what is missing, then run all tests on SQLite and on PostgreSQL
	@exec $(VENV_PYTHON) -m tests.toolchain test

lint: dev ## Look for mistakes and for unformatted code
	$(VENV_PYTHON) -m ruff check .
	$(VENV_PYTHON) -m ruff format --check .

format: dev ## Format the code and mend what can be mended by itself
	$(VENV_PYTHON) -m ruff check --fix .
	$(VENV_PYTHON) -m ruff format .

types: dev ## Check the types of the pure modules, strictly
	$(VENV_PYTHON) -m mypy

layers: dev ## Check that no import goes against the layers
	@.venv/bin/lint-imports --cache-dir .cache/import-linter

migrations: dev ## Check that every model change has its migration
	DJANGO_SETTINGS_MODULE=sites.settings.test $(MANAGE) makemigrations --check --dry-run

check: lint types layers migrations ## All checks that run no test (about half a minute)

SIZES ?= 10 1000
bench: dev ## What pages cost in small and large networks (SIZES="10 10000"; queries, times, growth)
	@exec $(VENV_PYTHON) -m bench report --sizes $(SIZES)

lock: dev ## Pin what requirements/*.in and package.json ask for (UPGRADE=1: newest versions)
	@exec $(VENV_PYTHON) -m tests.toolchain lock $(if $(UPGRADE),--upgrade)

# What the targets above stand on.
python:
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 or newer is needed, and '$(PYTHON)' is not on this machine." >&2; exit 1; }

runtime: python
	@$(PYTHON) requirements/install.py runtime

dev: python
	@$(PYTHON) requirements/install.py dev
