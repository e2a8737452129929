package find

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"entangle/data"
)

// large is a web of so many ties, each with two statements of some twenty words
// out of a vocabulary that grows with it.
func large(ties int) *data.Dataset {
	r := rand.New(rand.NewPCG(1, 2))
	vocabulary := make([]string, 20000)
	for i := range vocabulary {
		b := make([]byte, 3+r.IntN(9))
		for j := range b {
			b[j] = "etaoinshrdlucmfwypvbgkqjxz"[min(r.IntN(26), r.IntN(26))]
		}
		vocabulary[i] = string(b)
	}
	says := func() string {
		words := make([]string, 20)
		for i := range words {
			words[i] = vocabulary[min(r.IntN(len(vocabulary)), r.IntN(len(vocabulary)))]
		}
		return strings.Join(words, " ")
	}
	d := &data.Dataset{Sources: []data.Source{{ID: "s", Title: "A source"}}}
	for i := range ties / 3 {
		d.Parties = append(d.Parties, data.Party{ID: data.PartyID(fmt.Sprint("p", i)), Name: fmt.Sprint("Firm ", vocabulary[i%len(vocabulary)], i), Kind: data.Cloud})
	}
	kinds := data.BuiltinKinds()
	for i := range ties {
		t := data.Tie{ID: data.TieID(fmt.Sprint("t", i)), Kind: kinds[r.IntN(len(kinds))].ID, Title: says()[:20]}
		t.From, t.To = d.Parties[r.IntN(len(d.Parties))].ID, d.Parties[r.IntN(len(d.Parties))].ID
		for j := range 2 {
			t.Statements = append(t.Statements, data.Statement{ID: data.StatementID(fmt.Sprint(t.ID, ".", j)), Source: "s", Says: says()})
		}
		d.Ties = append(d.Ties, t)
	}
	return d.Build()
}

func BenchmarkIndex30000(b *testing.B) {
	d := large(30000)
	for b.Loop() {
		New(d, written)
	}
}

// BenchmarkSearch30000 asks what is typed, letter by letter and misspelt.
func BenchmarkSearch30000(b *testing.B) {
	x := New(large(30000), written)
	for _, question := range []string{"f", "fi", "firm", "firm cloud", "cloud commitment", "clooud comitment", "qzxv"} {
		b.Run(strings.ReplaceAll(question, " ", "_"), func(b *testing.B) {
			for b.Loop() {
				x.Search(question, 40)
			}
		})
	}
}
