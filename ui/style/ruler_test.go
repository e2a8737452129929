package style

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ruler(t testing.TB) *Ruler {
	t.Helper()
	r, err := NewRuler()
	require.NoError(t, err)
	return r
}

// texts are what a ruler has to live with: plain words, letters of other
// scripts and directions, letters that the face lacks, and broken bytes.
var texts = []string{
	"", " ", "Alpha", "Azure commitment · $250 bn", "AVAToWa fi ffl — “quoted” 10⁶",
	"שלום עולם", "مرحبا بالعالم", "OpenAI שלום Oracle", "Zoë Łódź Ångström Ελλάδα Москва",
	"e\u0301a\u0308", "日本語のテキスト", "👩‍💻🙂", "a\xffb\xc3", "tab\tand\nbreak",
	strings.Repeat("compute ", 256), strings.Repeat("x", 2048), strings.Repeat("ш", 1024),
}

func TestWidth(t *testing.T) {
	r := ruler(t)
	assert.Zero(t, r.Width("", 13, false))
	a, b := r.Width("Alpha", 13, false), r.Width("Beta", 13, false)
	assert.InDelta(t, 35, a, 1, "about half an em a letter")
	assert.Greater(t, r.Width("AlphaBeta", 13, false)+1, a+b)
	assert.Greater(t, r.Width("Alpha", 13, true), a, "bold is wider")
	assert.InDelta(t, 2*a, r.Width("Alpha", 26, false), 1e-9, "widths grow with the size")
	for _, text := range texts {
		w := r.Width(text, 13, false)
		assert.GreaterOrEqual(t, w, 0.0)
		assert.InDelta(t, w, r.Width(text, 13, false), 0, "the same when it is remembered")
	}
}

// What is taken for one part is as wide as its parts are.
func TestLatinTextIsOnePart(t *testing.T) {
	r := ruler(t)
	signs := []rune("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-–—…·×$€%&()[]/\\\"'“”‘’†ßäéñÅ~+=<>#@!?|_^{}§°")
	random := rand.New(rand.NewPCG(1, 1))
	some := 0
	for range 3000 {
		text := make([]rune, 1+random.IntN(24))
		for i := range text {
			text[i] = signs[random.IntN(len(signs))]
		}
		for _, bold := range []bool{false, true} {
			for _, span := range r.faces.Spans(string(text), bold) {
				if runes := []rune(span.Text); latin(runes) {
					some++
					require.InDelta(t, r.parts(span.Face.Font(), runes), r.shape(span.Text, bold), 0.02, "%q", span.Text)
				}
			}
		}
	}
	assert.Greater(t, some, 4000)
	for _, no := range []string{"", "12", "аb", "שלום a", "e\u0301", "日本 a", "a\u00adb", "a\tb"} {
		assert.False(t, latin([]rune(no)), "%q", no)
	}
}

func BenchmarkWidth(b *testing.B) {
	r := ruler(b)
	for b.Loop() {
		r.shape("Azure commitment · $250 bn", false)
	}
}

func TestARulerForgets(t *testing.T) {
	r := ruler(t)
	for i := range maxRemembered + 10 {
		r.remembered[measured{text: string(rune('a' + i%26)), bold: i%2 == 0}] = 1
		r.remembered[measured{text: strings.Repeat("a", i%100) + string(rune(0x4e00+i))}] = 1
	}
	r.Width("one more", 13, false)
	assert.LessOrEqual(t, len(r.remembered), maxRemembered)
}

// isCutOf says whether a text is the beginning of another with an ellipsis.
func isCutOf(cut, whole string) bool {
	head, ok := strings.CutSuffix(cut, Ellipsis)
	return ok && strings.HasPrefix(whole, head)
}

func TestFit(t *testing.T) {
	r := ruler(t)
	least := r.Width(Ellipsis, 13, false)
	for _, text := range texts {
		whole := r.Width(text, 13, false)
		assert.Equal(t, text, r.Fit(text, 13, false, whole), "what fits stays")
		for _, width := range []float64{0, 5, least, 20, 33.3, 80, 250, whole - 0.01} {
			got := r.Fit(text, 13, false, width)
			if whole <= width {
				assert.Equal(t, text, got)
				continue
			}
			assert.Truef(t, isCutOf(got, text), "%q is no beginning of %q", got, text)
			assert.True(t, utf8.ValidString(got) || !utf8.ValidString(text), "no letter is split")
			assert.NotContains(t, got, " "+Ellipsis)
			if width >= least {
				assert.LessOrEqual(t, r.Width(got, 13, false), width, text)
			}
		}
	}
}

func TestFitIsAsLongAsCanBe(t *testing.T) {
	r := ruler(t)
	const text = "Distribution agreement of the second kind"
	got := r.Fit(text, 13, false, 120)
	n := len(strings.TrimSuffix(got, Ellipsis))
	longer := strings.TrimRight(text[:n+2], " ") + Ellipsis
	assert.Greater(t, r.Width(longer, 13, false), 120.0, "%q would have fitted", longer)
}

func TestWrap(t *testing.T) {
	r := ruler(t)
	for _, text := range texts {
		for _, width := range []float64{40, 230} {
			for _, most := range []int{1, 2, 1000} {
				lines, cut := r.Wrap(text, 16, true, width, most)
				require.NotEmpty(t, lines)
				require.LessOrEqual(t, len(lines), most)
				for _, line := range lines {
					assert.LessOrEqualf(t, r.Width(line, 16, true), width, "%q", line)
					assert.True(t, utf8.ValidString(line) || !utf8.ValidString(text), "no letter is split")
				}
				assert.Equal(t, cut, strings.HasSuffix(lines[len(lines)-1], Ellipsis))
				if !cut {
					assert.Equal(t, letters(text), letters(strings.Join(lines, "")), "nothing is lost")
				}
				if most == 1000 {
					assert.False(t, cut, "there was room for all of %.40q", text)
				}
			}
		}
	}
}

func letters(s string) string { return strings.Join(strings.Fields(s), "") }

func TestWrapBreaksAtSpaces(t *testing.T) {
	r := ruler(t)
	lines, cut := r.Wrap("  National   Infrastructure\nCoordination ", 16, true, 230, 2)
	assert.Equal(t, []string{"National Infrastructure", "Coordination"}, lines)
	assert.False(t, cut)

	lines, cut = r.Wrap("The Very Long Name of a Consortium of Many Firms and Two Governments", 16, true, 230, 2)
	require.Len(t, lines, 2)
	assert.True(t, cut)
	assert.True(t, strings.HasSuffix(lines[1], Ellipsis))
}

// A word that is wider than the line is broken, and what follows it is not lost.
func TestWrapBreaksAWordThatIsTooLong(t *testing.T) {
	r := ruler(t)
	word := strings.Repeat("abcdefghij", 8)
	lines, cut := r.Wrap("see https://"+word+" and then on", 11, false, 150, 200)
	assert.False(t, cut)
	assert.Equal(t, "seehttps://"+word+"andthenon", letters(strings.Join(lines, "")))
	assert.Equal(t, "see", lines[0], "a word begins on a line of its own before it is broken")
	for _, line := range lines {
		assert.LessOrEqual(t, r.Width(line, 11, false), 150.0)
	}
}

func TestWrapRandomText(t *testing.T) {
	r := ruler(t)
	random := rand.New(rand.NewPCG(1, 2))
	alphabet := []rune("abc   WMi\u0301é日ш🙂·")
	for range 300 {
		text := make([]rune, random.IntN(60))
		for i := range text {
			text[i] = alphabet[random.IntN(len(alphabet))]
		}
		width, most := 30+random.Float64()*200, 1+random.IntN(4)
		lines, cut := r.Wrap(string(text), 13, false, width, most)
		for _, line := range lines {
			require.LessOrEqualf(t, r.Width(line, 13, false), width, "%q in %.1f", string(text), width)
		}
		if joined := letters(strings.Join(lines, "")); cut {
			require.True(t, isCutOf(joined, letters(string(text))), "%q of %q", joined, string(text))
		} else {
			require.Equal(t, letters(string(text)), joined)
		}
	}
}

func TestARulerServesManyAtOnce(t *testing.T) {
	shared, own := ruler(t), ruler(t)
	want := make([]float64, len(texts))
	for i, text := range texts {
		want[i] = own.Width(text, 16, true)
	}
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for i, text := range texts {
				assert.InDelta(t, want[i], shared.Width(text, 16, true), 0)
				shared.Wrap(text, 13, false, 100, 3)
			}
		})
	}
	group.Wait()
}

func TestAnAccentStaysWithItsLetter(t *testing.T) {
	r := ruler(t)
	text := strings.Repeat("e\u0301", 60)
	for width := 10.0; width < 60; width++ {
		lines, _ := r.Wrap(text, 13, false, width, 100)
		for _, line := range append(lines, r.Fit(text, 13, false, width)) {
			assert.False(t, strings.HasPrefix(line, "\u0301"), line)
			assert.NotContains(t, line, "e"+Ellipsis)
		}
	}
}

func BenchmarkWrapLong(b *testing.B) {
	text := strings.Repeat("a source with a title, a publisher and a date; ", 400)
	r := ruler(b)
	for b.Loop() {
		clear(r.remembered)
		r.Wrap(text, 11, false, 800, 200)
	}
}

func TestALazyRulerMeasuresTheSame(t *testing.T) {
	eager, err := NewRuler()
	require.NoError(t, err)
	lazy := LazyRuler()
	for _, text := range []string{"Azure commitment · $250 bn", "Nvidia", "×12", "iiiiiiii", "WWWWWWWW"} {
		for _, bold := range []bool{false, true} {
			assert.Equal(t, eager.Width(text, SizeName, bold), lazy.Width(text, SizeName, bold), text)
		}
	}
}
