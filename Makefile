# make run         opens the window, after building and installing what that needs
# make test        runs every test, those that open a real window too
# make build       builds ./entangle
# make bench       measures the parts, then the whole program in its window with
#                  webs of four sizes, and puts a table of that into the README
# make fuzz        runs every fuzz target for a while:     make fuzz FUZZTIME=5m
# make pictures    makes the pictures of the README anew
# make clean       removes what the others made
#
# Arguments for the program:     make run ARGS="--as-of 2026-03 my.yaml"

GO       ?= go
FUZZTIME ?= 20s
VERSION  := $(shell git describe --tags --always --dirty 2>/dev/null)
# Where git does not answer (no repository, or somebody else's) none is stamped.
STAMP    := $(if $(VERSION),-ldflags "-X main.version=$(VERSION)",-buildvcs=false)

# Our code is written for Fyne's rule that the user interface is touched by one
# goroutine; the tag says so. With ci Fyne needs no display: for all tests but
# those of the real window. no_emoji leaves a font of colour pictures out, which took
# a tenth of a second to read at every start.
TAGS     := migrated_fynedo,no_emoji
HEADLESS := -tags ci,$(TAGS)
WINDOW   := ./ui/e2e

# Where the benchmark of the window keeps its datasets and answers, and what gives
# it a window where there is no display.
FIGURES  := dist/bench
DESK     := $(if $(DISPLAY)$(WAYLAND_DISPLAY),,xvfb-run -a -s "-screen 0 1600x1000x24")

# Where goroutines meet.
RACED    := ./data/resolve ./layout/worker ./ui/state ./ui/mapview ./ui

# Words that the toolkit brings itself follow the language of the system.
test headless raced window bench fuzz pictures: export LANG := en_US.UTF-8
test headless raced window bench fuzz pictures: export LC_ALL :=

.PHONY: run build test headless raced window foreign needed bench fuzz pictures clean

run:
	@.ci/need display
	@$(MAKE) --no-print-directory build
	@./entangle $(ARGS)

build:
	@.ci/need build
	@test -x entangle || echo "Building; the first time this takes some minutes."
	@$(GO) build -tags $(TAGS) $(STAMP) -o entangle .

test: headless raced window foreign

headless: needed
	$(GO) test $(HEADLESS) $$($(GO) list $(HEADLESS) ./... | grep -v '/ui/e2e$$')

raced: needed
	$(GO) test -race $(HEADLESS) $(RACED)

# The go command cannot see what this test builds: it must not remember results.
window: needed
	$(GO) test -tags $(TAGS) -count 1 $(WINDOW)

# Another program's parser, which is no package of Debian's.
foreign: build
	@.ci/graphology

needed:
	@.ci/need test

bench: build needed
	$(GO) test $(HEADLESS) -run '^$$' -bench . -benchmem ./...
	@mkdir -p $(FIGURES)
	$(GO) run ./data/deals/make -to $(FIGURES)
	rm -rf $(FIGURES)/cache $(FIGURES)/answers
	for round in new known; do for size in 40-90 200-500 1000-3000 10000-30000; do \
		XDG_CACHE_HOME=$(CURDIR)/$(FIGURES)/cache $(DESK) ./entangle bench $(FIGURES)/$$size.yaml >> $(FIGURES)/answers || exit 1; \
	done; done
	$(GO) run ./ui/e2e/table -page README.md < $(FIGURES)/answers

fuzz:
	@.ci/need build
	@GO="$(GO)" .ci/fuzz $(FUZZTIME) $(HEADLESS)

CORE     := openai,anthropic,microsoft,amazon,google,nvidia
SHOWN    := assets/pictures

pictures: needed build
	@mkdir -p $(SHOWN)
	$(GO) test -tags $(TAGS) -count 1 $(WINDOW) -run Pictures -pictures
	./entangle export -o $(SHOWN)/web.svg --theme light --parties $(CORE)
	./entangle export -o $(SHOWN)/stack.png --layout stack --theme dark --size 1280x800 --parties $(CORE)
	./entangle export -o - --format pdf --layout matrix --annex --theme light --size 794x1123 --parties $(CORE) | pdftoppm -r 72 -png -l 2 - $(SHOWN)/pages
	convert $(SHOWN)/pages-*.png +append $(SHOWN)/evidence.png
	rm $(SHOWN)/pages-*.png

clean:
	rm -rf entangle dist
	find . -path '*/testdata/failed' -prune -exec rm -rf {} +
