package resolve_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"entangle/data"
	"entangle/data/resolve"
)

// large makes a dataset of that many ties and statements: mostly short ties, as
// real files have, one statement in twenty with a link.
func large(ties, statements int) *data.Dataset {
	r := rand.New(rand.NewPCG(1, 2))
	d := &data.Dataset{Ties: make([]data.Tie, ties)}
	for i := range 500 {
		d.Sources = append(d.Sources, data.Source{
			ID: data.SourceID(fmt.Sprintf("s%d", i)), Published: date(fmt.Sprintf("%d-%02d-%02d", 2019+r.IntN(8), 1+r.IntN(12), 1+r.IntN(28))),
		})
	}
	rungs := data.Ladder()
	for i := range d.Ties {
		d.Ties[i].ID = data.TieID(fmt.Sprintf("tie-number-%d", i))
	}
	for i := range statements {
		tie := &d.Ties[i%ties]
		if i >= ties {
			tie = &d.Ties[r.IntN(1+r.IntN(ties))] // some ties have many
		}
		n := float64(1+r.IntN(9)) * 1e9
		s := data.Statement{
			ID: data.StatementID(fmt.Sprintf("%s.%d", tie.ID, len(tie.Statements))), Source: d.Sources[r.IntN(500)].ID,
			Stance: data.Stances()[r.IntN(5)], Status: rungs[r.IntN(len(rungs))],
		}
		if r.IntN(2) == 0 {
			s.Effective = date(fmt.Sprintf("%d-%02d", 2019+r.IntN(8), 1+r.IntN(12)))
		}
		if r.IntN(2) == 0 {
			s.Amounts = []data.Amount{{Exact: &n, Unit: "USD", Kind: data.Committed, Increase: r.IntN(20) == 0}}
		}
		if r.IntN(3) == 0 {
			s.Start, s.End = date("2024-03"), date(fmt.Sprint(2026+r.IntN(8)))
		}
		if before := len(tie.Statements); before > 0 && r.IntN(20) == 0 {
			s.Supersedes = []data.StatementID{tie.Statements[r.IntN(before)].ID}
		}
		if before := len(tie.Statements); before > 0 && r.IntN(40) == 0 {
			s.Disputes = []data.StatementID{tie.Statements[r.IntN(before)].ID}
		}
		tie.Statements = append(tie.Statements, s)
	}
	return d.Build()
}

func benchmarkAt(b *testing.B, ties, statements int) {
	p := resolve.Prepare(large(ties, statements))
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		i++
		p.At(resolve.On(day("2025-06-01") + data.Day(i%700)))
	}
}

// At a new date, as a slider asks: 100 ties of the built-in dataset's size, and
// the largest file that is promised to work.
func BenchmarkAtBuiltInSize(b *testing.B) { benchmarkAt(b, 100, 300) }
func BenchmarkAtLargest(b *testing.B)     { benchmarkAt(b, 30_000, 100_000) }

// From day to day most ties stay as they are.
func BenchmarkAtNextDayLargest(b *testing.B) {
	web := resolve.At(large(30_000, 100_000), resolve.On(day("2023-06-01")))
	b.ReportAllocs()
	for b.Loop() {
		web = web.At(resolve.On(web.Moment().AsOf + 1))
	}
}

func BenchmarkPrepareBuiltInSize(b *testing.B) { benchmarkPrepare(b, 100, 300) }
func BenchmarkPrepareLargest(b *testing.B)     { benchmarkPrepare(b, 30_000, 100_000) }

func benchmarkPrepare(b *testing.B, ties, statements int) {
	d := large(ties, statements)
	b.ReportAllocs()
	for b.Loop() {
		resolve.Prepare(d)
	}
}

// One tie with very many statements (the list of what replaced each is the square of that).
func BenchmarkAtOneTie(b *testing.B) { benchmarkAt(b, 1, 3000) }
