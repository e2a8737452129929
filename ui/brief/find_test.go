package brief

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data/query/find"
	"entangle/ui/picture"
	"entangle/ui/scene"
	"entangle/ui/words"
)

func foundIn(t *testing.T, s *picture.Subject, question string) *Brief {
	t.Helper()
	return Found(s, question, find.New(s.Dataset, words.AmountWithKind).Search(question, 5), 0)
}

// marked writes pieces with what stands out in brackets.
func marked(list []Piece) string {
	var b strings.Builder
	for _, p := range list {
		if p.Lit {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestWhatWasFound(t *testing.T) {
	s := subject(t, web)
	for _, c := range []struct {
		question     string
		ref          scene.Ref
		words, aside string
		found, quote string
		faint        bool
	}{
		{"lab", scene.Ref{Kind: scene.Party, ID: "lab"}, "Lab", "AI lab", "[Lab]", "", false},
		{"the lab", scene.Ref{Kind: scene.Party, ID: "lab"}, "Lab", "AI lab", "", "also known as: [The] [Lab]", false},
		{"lab one", scene.Ref{Kind: scene.Party, ID: "lab-one"}, "Lab One", "product of Lab", "[Lab] [One]", "", false},
		{"alone", scene.Ref{Kind: scene.Party, ID: "alone"}, "Alone", "customer · not on the map", "[Alone]", "", true},
		{"clowd deal", scene.Ref{Kind: scene.Tie, ID: "deal"}, "Cloud deal", "Lab to Host", "[Cloud] [deal]", "", false},
		{"$40 bn", scene.Ref{Kind: scene.Tie, ID: "deal"}, "Cloud deal", "Lab to Host", "", "amount: $[40] [bn] committed", false},
		{"elsewhere", scene.Ref{Kind: scene.Tie, ID: "back"}, "Carve-out", "Host to Lab", "", "Host lets Lab go [elsewhere].", false},
		{"to come", scene.Ref{Kind: scene.Tie, ID: "later"}, "Equity", "Chips to Lab · not on the map", "", "An investment is [to] [come].", true},
		{"sits", scene.Ref{Kind: scene.Source, ID: "daily"}, "Where it sits", "source", "Where it [sits]", "", false},
		{"registry", scene.Ref{Kind: scene.Source, ID: "filing"}, "A later filing", "source", "", "publisher: [Registry]", false},
	} {
		b := foundIn(t, s, c.question)
		require.NotEmpty(t, b.Sections, c.question)
		r := b.Sections[0].Rows[0]
		assert.Equal(t, c.ref, r.Ref, c.question)
		assert.Equal(t, c.words, r.Words, c.question)
		assert.Equal(t, c.aside, r.Aside, c.question)
		assert.Equal(t, c.found, marked(r.Found), c.question)
		assert.Equal(t, c.quote, marked(r.Quote), c.question)
		assert.Equal(t, c.faint, r.Faint, c.question)
		assert.True(t, r.Chosen)
	}
}

func TestNothingFound(t *testing.T) {
	b := foundIn(t, subject(t, web), "xyzzy\x1b")
	assert.Empty(t, b.Sections)
	assert.Contains(t, b.Lead, "Nothing")
	assert.Equal(t, `“xyzzy\u001b”`, b.Title)
}

func TestMoreThanIsListed(t *testing.T) {
	s := subject(t, web)
	b := Found(s, "lab", find.New(s.Dataset, words.AmountWithKind).Search("lab", 2), 1)
	rows := b.Sections[0].Rows
	require.Len(t, rows, 3)
	assert.Contains(t, rows[2].Words, "more; another word narrows them down")
	assert.Equal(t, scene.Ref{}, rows[2].Ref)
	assert.True(t, rows[1].Chosen)
}

// A long text is cut to where it was found; what stands out is the same.
func TestExcerpt(t *testing.T) {
	text := strings.Repeat("before ", 40) + "Needle" + strings.Repeat(" after", 40)
	at := strings.Index(text, "Needle")
	short, spans := excerpt(text, []find.Span{{From: at, To: at + 6}})
	assert.Less(t, len(short), 260)
	assert.Contains(t, marked(pieces(short, spans)), "[Needle]")
	assert.True(t, strings.HasPrefix(short, "… before") && strings.HasSuffix(short, "after …"), short)
	endless := strings.Repeat("é", 400)
	short, spans = excerpt(endless, []find.Span{{From: 202, To: 204}})
	assert.Equal(t, "é", short[spans[0].From:spans[0].To])
	assert.Equal(t, strings.ToValidUTF8(short, ""), short)
}
