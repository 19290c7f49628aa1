# Nếp: `make run` to try it, `make test` to check it. Swift 6.2 or later must be there already.

SWIFT ?= swift
BUILD := $(SWIFT) build -c release
# Without testable imports the tests link the very objects that are shipped, and nothing is built twice.
TEST := $(SWIFT) test -c release --disable-testable-imports
PREFIX ?= /usr/local
# Root needs no sudo, and a container often has none.
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

.PHONY: run build test check-shared bench install reference lint fmt clean libraries demonstration

## run: builds, answers three questions on the demonstration data, and on a terminal opens the prompt
run: build
	@scripts/tour

## build: the command, in release
build: libraries
	$(BUILD) --product nep

## test: the whole suite, on the release build; needs nothing beside the checkout
test: libraries
	$(TEST) --skip SharedTests

## check-shared: the contract's cases and the survey, from the folder ../shared
check-shared: libraries
	@test -d ../shared/spec/cases || { echo "../shared is missing: these checks read the contract and its data there"; exit 1; }
	$(TEST) --filter SharedTests

## bench: parse, load and ten queries, against DuckDB on the same files
bench: build
	Benchmarks/run

## install: the command and the demonstration data, under PREFIX (/usr/local)
install: build
	install -d "$(DESTDIR)$(PREFIX)/bin" "$(DESTDIR)$(PREFIX)/share/nep"
	install -m 755 "$$($(BUILD) --show-bin-path)/nep" "$(DESTDIR)$(PREFIX)/bin/nep"
	rm -rf "$(DESTDIR)$(PREFIX)/share/nep/demo"
	cp -R examples/data/2023 "$(DESTDIR)$(PREFIX)/share/nep/demo"

## reference: writes docs/reference.md from the declarations
reference: build
	@"$$($(BUILD) --show-bin-path)/nep" help --reference > docs/reference.md

## lint: the form of the sources
lint:
	$(SWIFT) format lint --strict --recursive Sources Tests Package.swift

## fmt: puts the sources in that form
fmt:
	$(SWIFT) format --in-place --recursive Sources Tests Package.swift

clean:
	$(SWIFT) package clean

# The C library of the prompt: looked for, and installed where apt can.
libraries:
	@SUDO="$(SUDO)" scripts/install-libraries
