# Everything here needs Go and nothing else; `eval` also needs the annotated
# pages and their scorer.

EVAL     ?= ../shared/eval
FUZZTIME ?= 30s
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2

.PHONY: build test lint fuzz bench eval train check

build:
	go build -o bin/shuck ./cmd/shuck

test:
	go test ./...

lint:
	@test -z "$$(gofmt -l .)" || { echo "not formatted:"; gofmt -l .; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...
	go run ./cmd/shuck rules test

# Each target alone, as `go test -fuzz` wants it.
fuzz:
	@set -e; for pkg in $$(go list ./...); do \
		for target in $$(go test -list '^Fuzz' $$pkg | grep '^Fuzz' || true); do \
			echo "$$pkg $$target"; \
			go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$pkg; \
		done; \
	done

bench:
	go test -run '^$$' -bench . -benchmem ./...

eval: build
	$(EVAL)/score residual --cmd bin/shuck
	$(EVAL)/score loss --cmd bin/shuck
	$(EVAL)/score flat --cmd 'bin/shuck --profile page'
	$(EVAL)/score html --cmd bin/shuck

# Where the unpacked pages are; see clean/model/README.md.
PAGES ?= $(or $(TMPDIR),/tmp)/shuck-eval

train:
	go run ./cmd/train -data $(PAGES) -out clean/model/weights.txt

# What continuous integration runs. Fuzzing is counted, not timed: where a
# machine is slow, the time can be over before the seeds have run, which fails.
check: build lint test
	go test -tags invariants -short ./clean ./clean/stage
	go test -tags invariants -run 'Scripts|Readme' ./cmd/shuck
	go test -race -short ./clean ./rules/... ./cmd/shuck
	$(MAKE) fuzz FUZZTIME=1000x
