package find

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// FuzzSearch asks anything of a text of any sort: nothing breaks, and what is
// said to answer lies within the text, in order, on whole characters.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{"Müller", "e\u0301\u0301a", "İstanbul ſ ﬁ", "\xff\xfe", "漢字かな", strings.Repeat("a", 3000)} {
		f.Add(s, s)
		f.Add("Microsoft", s)
	}
	f.Fuzz(func(t *testing.T, text, question string) {
		d := sample()
		d.Parties[0].Name = text
		x := New(d, written)
		for _, h := range x.Search(question, 5).Hits {
			at := 0
			for _, s := range h.Spans {
				assert.True(t, s.From >= at && s.To > s.From && s.To <= len(h.Field.Text), "%v in %q", s, h.Field.Text)
				at = s.To
				if utf8.ValidString(h.Field.Text) {
					assert.True(t, utf8.ValidString(h.Field.Text[s.From:s.To]), "%v in %q", s, h.Field.Text)
				}
			}
		}
	})
}
