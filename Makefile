# Two commands on a fresh machine with Python 3.11 or newer: `make run` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
VNU := build/checker/node_modules/vnu-jar/build/dist/vnu.jar
# Compiled code is kept, whatever the shell says: each test process and each started server loads in half the time.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test core full soak sweeps browser postgresql chromium poppler checker check fix data refresh draft indicator audit pack packs bench test-spark lock clean

$(STAMP): requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

run: $(STAMP)          ## serve the office view on http://127.0.0.1:8050
	$(BIN)/python -m dashboard run

test: $(STAMP) postgresql chromium poppler checker ## everything, in one run: each process has something to do until the end
	$(BIN)/python -m pytest -n 3  # on two cores: one of them mostly waits for a browser or for what it kills

core: $(STAMP) postgresql poppler ## fast tests, no browser
	$(BIN)/python -m pytest -n 2 --ignore=tests/browser -m "not full and not soak"

full: $(STAMP) postgresql poppler checker ## sweeps over every region and indicator, builds, refreshes, kills; no browser
	$(BIN)/python -m pytest -n 3 --ignore=tests/browser -m "full and not soak"

soak: $(STAMP)         ## twenty minutes of it all at once: swaps, kills, a full disk, hostile and honest readers
	$(BIN)/python -m pytest -s -m soak tests/soak/test_all_together.py

sweeps: $(STAMP) chromium ## simulations and sweeps of many minutes, and long runs one by one; in no other run
	$(BIN)/python -m pytest -n 2 -s -m soak --deselect tests/soak/test_all_together.py

browser: $(STAMP) chromium ## tests in headless Chromium
	$(BIN)/python -m pytest -n 2 tests/browser

postgresql:            # the record's tests use one of their own; installed through apt where none is found
	@ls "$$(pg_config --bindir 2>/dev/null)"/initdb >/dev/null 2>&1 || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
		(apt-get update -qq && apt-get install -y -qq postgresql) || \
		echo "PostgreSQL cannot be installed here: its tests are skipped and say so"

chromium:              # installed through apt where none is found
	@command -v chromium chromium-browser google-chrome >/dev/null || \
		(apt-get update -qq && apt-get install -y -qq chromium)

poppler:               # the words of a PDF in their order, and its pages as pictures
	@command -v pdftotext >/dev/null || (apt-get update -qq && apt-get install -y -qq poppler-utils) || \
		echo "Poppler cannot be installed here: what PDFs say is read less well, and their tests may fail"

checker: $(VNU)        # the Nu Html Checker, which the W3C's validator runs: a Java program in an npm package
$(VNU):
	@command -v java >/dev/null || (apt-get update -qq && apt-get install -y -qq default-jre-headless) || true
	@command -v npm >/dev/null && npm install --silent --no-audit --no-fund --prefix build/checker vnu-jar@26.9.27 || \
		echo "The Nu Html Checker cannot be installed here: its tests are skipped and say so"

check: $(STAMP)        ## style, types, packages, generated docs
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pip check
	$(BIN)/python -m dashboard document --check
	$(BIN)/python -m tests.architecture --check

fix: $(STAMP)          ## mend what ruff can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python -m dashboard document
	$(BIN)/python -m tests.architecture

data: $(STAMP)         ## assemble the datastores from data/<audience>/*.parquet
	$(BIN)/python -m dashboard build

refresh: $(STAMP)      ## fetch the sources and publish what changed; FROM=folder reads files, ARGS="--dry-run"
	$(BIN)/python -m dashboard refresh $(if $(FROM),--from $(FROM)) $(ARGS) || [ $$? -eq 3 ]  # 3: nothing new

draft: $(STAMP)        ## look at a new file and write its entry: make draft FILE=../sources/council/bins.xlsx ARGS="--write"
	$(BIN)/python -m dashboard draft "$(FILE)" $(ARGS)

indicator: $(STAMP)    ## check one query in seconds: make indicator QUERY=transport/bus_journeys
	$(BIN)/python -m dashboard indicator "$(QUERY)" $(ARGS)

audit: $(STAMP)        ## how good and how complete the data assets are; ARGS="--json"
	$(BIN)/python -m dashboard audit $(ARGS)

.PHONY: example no-example
example: $(STAMP)     ## a worked example in an empty record, for the first day; REGION=E47000001
	$(BIN)/python -m dashboard example load

no-example: $(STAMP)  ## take the worked example away again, whole
	$(BIN)/python -m dashboard example remove

pack: $(STAMP) ## a briefing pack: make pack BRIEF=mayor-monthly PLACE=E47000001 FORMAT=pdf,pptx ANNEX=1
	$(BIN)/python -m dashboard pack --brief "$(BRIEF)" --place "$(PLACE)" --theme "$(THEME)" \
		--format $(or $(FORMAT),pdf) --out $(or $(OUT),build/packs) $(if $(ANNEX),--annex) $(if $(AS_OF),--as-of $(AS_OF))

packs: $(STAMP) ## every pack of data/briefs/schedule.toml, with what changed since the last
	$(BIN)/python -m dashboard pack --schedule $(if $(OUT),--out $(OUT))

bench: $(STAMP)        ## measure beside named baselines into docs/bench.md; ARGS="--quick" for a short run
	$(BIN)/python -m tests.bench $(ARGS)

test-spark: $(STAMP)   ## every query on a real Spark cluster of three processes; needs Java 17
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-spark.txt
	$(BIN)/python -m pytest tests/engine

.PHONY: mutants
mutants: $(STAMP)      ## break the code in one place at a time, list what no test notices (docs/mutants.md); ARGS="markup --minutes 20"
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-mutants.txt
	OPENBLAS_NUM_THREADS=1 nice -n 10 $(BIN)/python -m tests.mutants $(ARGS)

PIN := build/lock/bin/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras --no-annotate --no-header \
	--no-emit-index-url --no-emit-find-links --output-file
lock: | $(STAMP)       ## pin what runs with its hashes (requirements.lock, and what mcp adds), and list it for auditors (build/sbom.json, CycloneDX)
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check pip-tools==7.6.2 cyclonedx-bom==7.5.0
	sed '/^# Tests/,$$d' requirements.txt > build/requirements.in
	$(PIN) requirements.lock build/requirements.in
	sed -n 's/ \\$$//;/^[a-z0-9._-]*==/p' requirements.lock > build/constraints.txt
	(grep '^mcp==' requirements-mcp.txt; echo '-c constraints.txt') > build/requirements-mcp.in
	$(PIN) requirements-mcp.lock build/requirements-mcp.in
	build/lock/bin/cyclonedx-py requirements requirements.lock --output-file build/sbom.json

clean:
	rm -rf $(VENV) data/*/builds data/*/datastore.duckdb
