# The words of daily work. Each one first makes what it needs, and does nothing twice.
.DEFAULT_GOAL := help
.PHONY: help run setup test test-all lint format messages requirements screenshots bench pictures

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: ## Start the web server and the background worker (PORT=8000)
	@scripts/setup && exec .venv/bin/python scripts/run.py

setup: ## Make the virtual environment, the npm packages and the system libraries
	@scripts/setup

test: ## Checks and tests on SQLite, and on PostgreSQL those that ask the database
	@scripts/setup test && exec .venv/bin/python scripts/run_tests.py

test-all: ## The same with the long proofs
	@scripts/setup test && exec .venv/bin/python scripts/run_tests.py --all

lint: ## Style and types only
	@scripts/setup test && exec .venv/bin/python scripts/run_tests.py --lint

format: ## Put the code in the project's form
	@scripts/setup test && .venv/bin/ruff format . && .venv/bin/ruff check --fix .

messages: ## Collect the texts for translation into locale/da
	@scripts/setup && .venv/bin/python scripts/messages.py

screenshots: ## Take the README's pictures of the main pages again
	@scripts/setup test && .venv/bin/python scripts/screenshots.py

bench: ## Measure against the limits, on SQLite and PostgreSQL (MODULE=importing for one)
	@scripts/setup test && .venv/bin/python bench $(MODULE)

pictures: ## Take a picture of every page at three widths, into var/pictures
	@scripts/setup test && .venv/bin/python scripts/pictures.py

requirements: ## Compile requirements/*.in again (needs uv); no index address is written
	cd requirements && for name in base dev; do uv pip compile --quiet --upgrade --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate $$name.in -o $$name.txt; done
	cd requirements && uv pip compile --quiet --upgrade --no-deps --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate verapdf.in -o verapdf.txt
