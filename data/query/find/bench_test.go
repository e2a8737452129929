package find

import (
	"strings"
	"testing"

	"entangle/data/deals"
)

func BenchmarkIndex30000(b *testing.B) {
	d := deals.Make(deals.Spoken(), 1)
	for b.Loop() {
		New(d, written)
	}
}

// BenchmarkSearch30000 asks what is typed, letter by letter and misspelt.
func BenchmarkSearch30000(b *testing.B) {
	x := New(deals.Make(deals.Spoken(), 1), written)
	b.Logf("%d records, %d words", len(x.records), len(x.words))
	for _, question := range []string{"c", "cl", "cloud", "cloud commitment", "clowd comitment", "cldcmt", "qzxv", "1"} {
		b.Run(strings.ReplaceAll(question, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				x.Search(question, 40)
			}
		})
	}
}
