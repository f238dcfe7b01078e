# Milieu: what one can ask for. `make demo` and `make test` are the two that a newcomer needs; each
# installs what is missing first (see Scripts/install-needs.sh).

SWIFT ?= swift
export SWIFT
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
DATASET := datasets/romans-2016
DEMO := demo-output
EXPORT := notebooks-export/romans-2016
MILIEU := .build/release/milieu

.PHONY: help demo test quick check bench spark format export docs measure-pages validation install needs test-needs release portable wheel dist clean

help:
	@echo "make demo     the Romans dataset: checked, measured, scored, drawn and exported"
	@echo "make test     builds everything without a warning and runs every test"
	@echo "make quick    the tests of one target, in a debug build: make quick TARGET=Measures"
	@echo "make check    what the landing runs: make test from a clean state of mind"
	@echo "make export   writes notebooks-export/romans-2016 anew"
	@echo "make install  puts milieu, its manual and its completions below PREFIX (/usr/local)"
	@echo "make wheel    the package for Python with the program in it, in dist"
	@echo "make dist     a release in dist: wheel, archive, Debian package, sources, formula, package for R"
	@echo "make docs     the documentation as a site, both languages and the modules' references, in .build/docs"
	@echo "make measure-pages  writes the pages of all measures in Documentation/ anew"
	@echo "make validation  scores the panel of known territories and writes its pages in Documentation/ anew"
	@echo "make bench    times the kernels against igraph and NetworKit, and the score"
	@echo "make spark    areas on Apache Spark against one machine, byte by byte (installs Spark, 450 MB)"
	@echo "make format   formats the Swift sources"

needs:
	@bash Scripts/install-needs.sh build

test-needs:
	@bash Scripts/install-needs.sh tests

release: needs
	@echo "Building Milieu (a first build takes a few minutes) ..."
	@bash Scripts/build.sh program

demo: release
	@bash Scripts/demo.sh $(MILIEU) $(DATASET) $(DEMO)

test: test-needs
	@bash Scripts/test.sh

# While one writes: only what changed is compiled, and only one target's tests run.
TARGET ?= NetworkModel
quick: needs
	@$(SWIFT) build --build-tests --explicit-target-dependency-import-check error
	@$(SWIFT) test --skip-build --filter '^$(TARGET)Tests\.'

check: test

# The example that visitors see: the export of Romans, its notebooks run.
export: release test-needs
	@bash Scripts/python.sh
	@mkdir -p "$(dir $(EXPORT))"
	@rm -rf "$(EXPORT)"
	@$(MILIEU) export $(DATASET) -o $(EXPORT)
	@.build/venv/bin/python Scripts/run-notebooks.py $(EXPORT)

MODULES := Milieu Vocabulary Tabular NetworkModel Files GraphKernels Interchange Measures TieModels TerritoryScoring Fieldwork Figures TieStudies Reporting Areas Studio
docs: release test-needs
	@rm -rf .build/docs
	@python3 Scripts/site.py $(MILIEU) .build/docs --reference
	@bash Scripts/references.sh .build/docs/reference $(MODULES)
	@echo "The site is in .build/docs; the references want to be served: python3 -m http.server -d .build/docs"

PREFIX ?= /usr/local
install: release
	@bash Scripts/install-needs.sh install
	@bash Scripts/install-program.sh $(MILIEU) "$(DESTDIR)$(PREFIX)"
	@bash Scripts/manual.sh $(MILIEU) "$(DESTDIR)$(PREFIX)/share/man/man1"
	@bash Scripts/manual.sh $(MILIEU) "$(DESTDIR)$(PREFIX)/share/man/fr/man1" fr
	@bash Scripts/install-completions.sh $(MILIEU) "$(DESTDIR)$(PREFIX)/share"
	@echo "milieu, its manual and its completions are below $(DESTDIR)$(PREFIX)."

# For machines without Swift: the program with Swift's library in it, and what is made of it.
portable:
	@bash Scripts/install-needs.sh dist
	@echo "Building Milieu with Swift's library in it (some ten minutes) ..."
	@bash Scripts/portable.sh build
	@bash Scripts/portable.sh stage .build-dist/stage

wheel: portable
	@bash Scripts/dist.sh wheel
	@bash Scripts/check-wheel.sh

dist: wheel
	@for part in archive debian source r; do bash Scripts/dist.sh $$part; done
	@lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs dist/milieu_*.deb
	@ls -l dist

measure-pages: release
	@for lang in en fr; do $(MILIEU) measure --page --lang $$lang -o Documentation/measures.$$lang.md; done

validation: release
	@python3 Scripts/validation.py $(MILIEU)

bench: needs
	@$(MAKE) -C Benchmarks

spark: release
	@bash Scripts/spark.sh

format:
	@$(SWIFT) format --in-place --recursive Sources Tests Package.swift

clean:
	@rm -rf .build .build-dist dist "$(DEMO)"
