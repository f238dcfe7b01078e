# Milieu: what one can ask for. `make demo` and `make test` are the two that a newcomer needs; each
# installs what is missing first (see Scripts/install-needs.sh).

SWIFT ?= swift
DATASET := datasets/romans-2016
DEMO := demo-output
MILIEU := .build/release/milieu

.PHONY: help demo test check bench format export documentation needs test-needs release clean

help:
	@echo "make demo     the Romans dataset: checked, measured, scored, drawn and exported"
	@echo "make test     builds everything without a warning and runs every test"
	@echo "make check    what the landing runs: make test from a clean state of mind"
	@echo "make export   writes notebooks-export/romans-2016 anew"
	@echo "make documentation  writes Documentation/ anew: the pages of all measures"
	@echo "make bench    times the kernels against igraph and NetworKit"
	@echo "make format   formats the Swift sources"

needs:
	@sh Scripts/install-needs.sh build

test-needs:
	@sh Scripts/install-needs.sh tests

release: needs
	@echo "Building Milieu (a first build takes a few minutes) ..."
	@$(SWIFT) build -c release --product milieu 2>&1 | tail -n 1

demo: release
	@sh Scripts/demo.sh $(MILIEU) $(DATASET) $(DEMO)

test: test-needs
	@sh Scripts/test.sh

check: test

export: release
	@$(MILIEU) export $(DATASET) -o notebooks-export/romans-2016

documentation: release
	@for lang in en fr; do $(MILIEU) measure --page --lang $$lang -o Documentation/measures.$$lang.md; done

bench: release
	@$(MAKE) -C Benchmarks

format:
	@$(SWIFT) format --in-place --recursive Sources Tests Package.swift

clean:
	@rm -rf .build $(DEMO)
