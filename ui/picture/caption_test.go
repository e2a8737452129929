package picture

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
	"entangle/ui/paper"
	"entangle/ui/scene"
	"entangle/ui/style"
	"entangle/ui/words"
)

func captionOf(t *testing.T, s *Subject, title string) *paper.Caption {
	t.Helper()
	r, pal := newRuler(t), style.Of(style.Print)
	sc := scene.Compose(s.Diagram(r), placed(t, s, r), scene.Look{Palette: pal}, r)
	return s.Caption(s.title(Export{Title: title}), sc, pal, r)
}

func TestTheCaption(t *testing.T) {
	web := example(t)
	v := View{View: query.Default(web.Dataset(), today)}
	v.AsOf, v.KnownOn = data.DayOf(2025, 7, 1), data.DayOf(2025, 8, 1)
	v.Kinds = []data.KindID{"cloud-commitment", "equity"}
	s := Look(web, v)
	c := captionOf(t, s, "")
	assert.Equal(t, "An invented example", c.Title)
	assert.Equal(t, "As of 1 Jul 2025, as known on 1 Aug 2025", c.Dates)
	require.Len(t, c.Lines, 2)
	assert.Contains(t, c.Lines[0], fmt.Sprintf("%s.", strings.ToUpper(s.Counts()[:1])+s.Counts()[1:]))
	assert.Contains(t, c.Lines[0], fmt.Sprintf("%d ties hidden by filter:", s.Result.Hidden.Ties))
	assert.Contains(t, c.Lines[0], fmt.Sprintf("kinds (%d)", reason(s, "kinds")))
	assert.Regexp(t, `^Dataset: An invented example, as of .*, SHA-256 [0-9a-f]{16}…$`, c.Lines[1])
	require.Len(t, c.Sources, len(s.Result.Sources))
	for i, id := range s.Result.Sources {
		assert.Equal(t, i+1, c.Sources[i].Number)
		assert.Equal(t, i+1, s.Numbering()[id])
		assert.Contains(t, c.Sources[i].Text, "“"+s.Dataset.Source(id).Title+"”")
		assert.NotContains(t, c.Sources[i].Text, "side agreement", "what was not known is no source")
	}
	assert.Equal(t, "Mine", captionOf(t, s, "Mine").Title)
}

func TestTheCaptionOfEverything(t *testing.T) {
	s := everything(example(t))
	c := captionOf(t, s, "")
	assert.Equal(t, "As of 1 May 2026", c.Dates[:len("As of 1 May 2026")])
	assert.NotContains(t, c.Lines[0], "parties hidden")
	assert.Equal(t, "capital", c.Layer(data.LayerCapital))
}

func TestTheCaptionOfNothing(t *testing.T) {
	web := example(t)
	v := View{View: query.Default(web.Dataset(), today)}
	v.Kinds = []data.KindID{"merger"}
	c := captionOf(t, Look(web, v), "")
	assert.Contains(t, c.Lines[0], "0 parties, 0 ties.")
	assert.Contains(t, c.Lines[0], "No sources in view.")
	assert.Empty(t, c.Sources)
	assert.Empty(t, c.Legend)
}

func TestLinesWithoutALabelAreCounted(t *testing.T) {
	s := everything(example(t))
	sc := &scene.Scene{Shown: scene.Shown{Bare: 3}}
	assert.Contains(t, s.Caption("", sc, nil, nil).Lines[0], " 3 lines without a label for want of room.")
}

func TestHiddenWords(t *testing.T) {
	assert.Empty(t, HiddenWords(query.Hidden{}, words.Format{}))
	assert.Equal(t, "1 tie hidden", HiddenWords(query.Hidden{Ties: 1}, words.Format{}))
	assert.Equal(t, "2 parties and 3 ties hidden", HiddenWords(query.Hidden{Ties: 3, Parties: 2}, words.Format{}))
}

func TestUndated(t *testing.T) {
	assert.Empty(t, Undated(example(t).Dataset()))
	d := builtin(t).Dataset()
	n := 0
	for _, s := range d.Sources {
		if s.KnownFrom().IsZero() {
			n++
		}
	}
	require.Positive(t, n)
	assert.Equal(t, fmt.Sprintf("%d of %d sources undated", n, len(d.Sources)), Undated(d))
}
