package typeface

import (
	"strings"
	"testing"

	"github.com/go-text/typesetting/font"
	"github.com/go-text/typesetting/fontscan"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// none is a machine without fonts.
func none(rune, bool) *Face { return nil }

func families(spans []Span) string {
	var out []string
	for _, s := range spans {
		out = append(out, s.Text+"="+strings.TrimPrefix(s.Face.Family, "Noto Sans"))
	}
	return strings.Join(out, "|")
}

func TestSpans(t *testing.T) {
	s := newSet(none)
	for text, want := range map[string]string{
		"":                  "",
		"OpenAI, $250 bn":   "OpenAI, $250 bn=",
		"Ελλάδα Москва Zoë": "Ελλάδα Москва Zoë=",
		"שלום":              "שלום= Hebrew",
		"AI שלום labs":      "AI =|שלום= Hebrew| labs=",
		"مرحبا":             "مرحبا= Arabic",
		"(مرحبا)":           "(=|مرحبا= Arabic|)=",
		"שָׁלוֹם":           "שָׁלוֹם= Hebrew",  // points stay with their letters
		"م\u200dك":          "م\u200dك= Arabic", // and so does what joins
		"e\u0301":           "e\u0301=",
	} {
		for _, bold := range []bool{false, true} {
			got := s.Spans(text, bold)
			joined := ""
			for _, span := range got {
				joined += span.Text
				assert.Equal(t, bold, span.Face.Bold)
				assert.NoError(t, span.Face.err)
			}
			assert.Equal(t, text, joined, "nothing is lost")
			assert.Equal(t, want, families(got), "%q", text)
		}
	}
	assert.Empty(t, s.Missing())
	assert.Empty(t, s.FromSystem())
}

func TestLettersWithoutAFaceAreReported(t *testing.T) {
	s := newSet(none)
	assert.Equal(t, "a=", families(s.Spans("a", false)))
	assert.Equal(t, "日本 \u202ea=", families(s.Spans("日本 \u202ea", false)), "drawn as boxes of the main face")
	assert.Equal(t, []rune("日本"), s.Missing(), "in order, each once, without what has no shape")
}

func TestOtherScriptsTakeAFaceOfTheSystem(t *testing.T) {
	asked := 0
	s := newSet(func(r rune, bold bool) *Face {
		asked++
		f := embedded(bold)[2]            // plays a face of the system that has Arabic alone
		f.Family, f.System = "noto", true // gets the name that people know
		return f
	})
	s.faces[0], s.faces[1] = s.faces[0][:1], s.faces[1][:1]
	assert.Equal(t, "a =|مرحبا= Arabic|日=", families(s.Spans("a مرحبا日", false)))
	assert.Equal(t, []string{"Noto Sans Arabic"}, s.FromSystem())
	assert.Equal(t, []rune{'日'}, s.Missing(), "a face without the letter does not help")
	before := asked
	s.Spans("مرحبا日", false)
	assert.Equal(t, before, asked, "what was found is remembered")
}

func TestTheBestFaceOfTheSystem(t *testing.T) {
	print := func(family, file string, weight font.Weight, style font.Style) fontscan.Footprint {
		p := fontscan.Footprint{Family: family, Aspect: font.Aspect{Weight: weight, Style: style}}
		p.Location.File = file
		p.Runes.Add('日')
		return p
	}
	list := []fontscan.Footprint{
		print("slanted", "1", font.WeightNormal, font.StyleItalic),
		print("someserif", "2", font.WeightNormal, font.StyleNormal),
		print("zen", "4", font.WeightNormal, font.StyleNormal),
		print("gothic", "3", font.WeightNormal, font.StyleNormal),
		print("gothic", "5", font.WeightBold, font.StyleNormal),
	}
	assert.Equal(t, "3", best(list, '日', false).path)
	assert.Equal(t, "5", best(list, '日', true).path)
	list = append(list, print(font.NormalizeFamily("Noto Sans CJK JP"), "6", font.WeightNormal, font.StyleNormal))
	assert.Equal(t, "6", best(list, '日', false).path)
	assert.Nil(t, best(list, 'a', false))
	assert.Nil(t, best(nil, '日', false))
}

func TestAFaceThatCannotBeRead(t *testing.T) {
	for what, f := range map[string]*Face{
		"no file": {Family: "F", path: "testdata/none.ttf"},
		"not one": {Family: "F", file: []byte("not a font")},
		"too few": {Family: "F", file: embedded(false)[0].file, index: 3},
		"nothing": {Family: "F", file: []byte{}},
	} {
		_, _, err := f.File()
		require.ErrorContains(t, err, "reading the font F", what)
		assert.False(t, f.Has('a'), what)
	}
}
