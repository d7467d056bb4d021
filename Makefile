# Two commands for a fresh machine that has only Python and make:
#   make demo    its own environment, the example corpus, a search, tags and a summary, and how to open the page
#   make test    what the tests need, and the tests
# Windows without make: see "Without make" in README.md.

PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
RECIPE = pyproject.toml setup.cfg $(wildcard setup.py minutesnlp/indexing/*.pyx minutesnlp/indexing/*.pxd minutesnlp/indexing/*.h)

.PHONY: demo test check lint quality bench notebooks docs clean

demo: $(VENV)/installed
	$(BIN)/minutesnlp demo
	@echo
	@echo "Open the page over these minutes:  $(BIN)/minutesnlp serve   and then http://127.0.0.1:8010/ in a browser."

test: $(VENV)/installed-dev
	$(BIN)/python -m pytest --cov=minutesnlp --cov-report=term:skip-covered $(PYTEST_ARGS)

check: lint test

lint: $(VENV)/installed-dev
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m ruff check .
	$(BIN)/python -m mypy

# The search engine beside others, 100,000 paragraphs: benchmarks/RESULTS.md. ARGS='--size 1000000' for more: it takes
# some half an hour and 16 GB, which rank-bm25 needs.
bench: $(VENV)/installed-bench
	$(BIN)/python benchmarks/search $(ARGS)

# The table of what the library's answers are worth, beside named peers. ARGS=--update raises the floors.
quality: $(VENV)/installed-bench
	cd tests && $(abspath $(BIN))/python -m quality $(ARGS)

# The documentation, into site/; a warning ends it. The theme's notice about its own successor is no warning of ours.
docs: $(VENV)/installed-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet

# Run the notebooks from empty kernels, and keep what they show; nothing of this machine is kept.
notebooks: $(VENV)/installed-dev
	cd notebooks && $(abspath $(BIN))/python -m nbconvert --to notebook --execute --inplace \
	  --ClearMetadataPreprocessor.enabled=True \
	  --ClearMetadataPreprocessor.preserve_nb_metadata_mask='{("language_info", "name"), "kernelspec"}' *.ipynb

$(VENV)/installed: $(RECIPE)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e '.[web]'
	@echo done > $@

$(VENV)/installed-dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	@echo done > $@

$(VENV)/installed-bench: $(VENV)/installed-dev
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	@echo done > $@

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
