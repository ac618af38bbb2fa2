# Two commands do everything: `make demo` and `make test`. The rest is for those who work on the code.
PYTHON ?= python3
BIN := .venv/bin
LOCKED := .venv/.locked
READY := .venv/.ready

.PHONY: demo test pictures lint lock accept scores notebooks clean system-packages
.DEFAULT_GOAL := demo

demo: $(READY)
	@$(BIN)/python -m nhiemvu.demo

test: $(READY) system-packages lint
	$(BIN)/pytest -n 2 --dist loadgroup

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Writes the expected output of the samples anew; `git diff` is the review.
accept: $(READY)
	$(BIN)/python -m tests.accept

# How well the annotated documents are read, beside docs/scores.json. It fails if a figure fell; ACCEPT=1 writes the
# file anew; MISSES=NAME prints what was missed and added in the documents with NAME in their names.
scores: $(READY)
	@$(BIN)/python -m bench.scores $(if $(ACCEPT),--accept) $(if $(MISSES),--misses '$(MISSES)')

# The lock names no host: packages come from wherever pip is set up to find them.
lock: $(READY)
	CUSTOM_COMPILE_COMMAND="make lock" $(BIN)/pip-compile --quiet --extra dev --build-deps-for=editable \
	  --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --output-file requirements.lock pyproject.toml

# Runs the notebooks and writes down what they show; `git diff` is the review. NAME=02_the_corpus runs one.
notebooks: $(READY)
	$(BIN)/python -m notebooks.run $(NAME)

# The pictures of the web app in docs/pictures, taken anew.
pictures: $(READY) system-packages
	$(BIN)/python docs/make_pictures.py $(NAMES)

clean:
	rm -rf .venv demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

system-packages:
	@.ci/system-packages

# The environment is made again only when the lock file or pyproject.toml changes.
$(READY): $(LOCKED) pyproject.toml
	$(BIN)/pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

$(LOCKED): requirements.lock
	@.ci/check-python $(PYTHON)
	@echo "Đang cài môi trường .venv, khoảng một phút / Setting up .venv, about a minute"
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -qq --disable-pip-version-check --require-hashes --requirement requirements.lock
	@touch $@
