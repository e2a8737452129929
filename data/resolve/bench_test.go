package resolve_test

import (
	"testing"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/resolve"
)

// BenchmarkResolve is a step of the timeline on the largest web that is promised
// to work, with as many statements to a tie as the built-in dataset has: from one
// day to another some months later, and back. A figure to reach: under 50 ms.
func BenchmarkResolve(b *testing.B) {
	web := resolve.At(deals.Make(deals.Spoken(), 1), resolve.On(day("2025-01-01")))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		web = web.At(resolve.On(day("2025-01-01") + data.Day(i*97%700)))
	}
}

func benchmarkAt(b *testing.B, size deals.Size) {
	p := resolve.Prepare(deals.Make(size, 1))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		p.At(resolve.On(day("2025-06-01") + data.Day(i%700)))
	}
}

// At a date, whatever was resolved before: of the built-in dataset's size, and of
// the largest web that is promised to work.
func BenchmarkAtBuiltInSize(b *testing.B) { benchmarkAt(b, builtIn) }
func BenchmarkAtLargest(b *testing.B)     { benchmarkAt(b, deals.Spoken()) }

var (
	builtIn = deals.Size{Parties: 40, Ties: 100, Statements: 300}
	oneTie  = deals.Size{Parties: 2, Ties: 1, Statements: 3000}
)

// From day to day most ties stay as they are.
func BenchmarkAtNextDayLargest(b *testing.B) {
	web := resolve.At(deals.Make(deals.Spoken(), 1), resolve.On(day("2023-06-01")))
	b.ReportAllocs()
	for b.Loop() {
		web = web.At(resolve.On(web.Moment().AsOf + 1))
	}
}

func BenchmarkPrepareBuiltInSize(b *testing.B) { benchmarkPrepare(b, builtIn) }
func BenchmarkPrepareLargest(b *testing.B)     { benchmarkPrepare(b, deals.Spoken()) }

func benchmarkPrepare(b *testing.B, size deals.Size) {
	d := deals.Make(size, 1)
	b.ReportAllocs()
	for b.Loop() {
		resolve.Prepare(d)
	}
}

// One tie with very many statements (the list of what replaced each is the square of that).
func BenchmarkAtOneTie(b *testing.B) { benchmarkAt(b, oneTie) }
