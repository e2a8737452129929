package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// inPieces reads a text in pieces as small as can be; nil when it cannot be cut.
func inPieces(text string) (*Tree, int) {
	shown, back := disguise(text)
	r := newReader(text)
	r.back = back
	if !r.inPieces(shown, 1) {
		return nil, 0
	}
	return r.b.finish(), len(cutUp(shown, 1))
}

func written(t *Tree) string {
	var b strings.Builder
	dump(t, t.Root(), &b)
	return b.String()
}

func TestPiecesMakeTheWhole(t *testing.T) {
	for _, c := range []struct {
		text   string
		pieces int // 0: has to be read in one
	}{
		{"a: b\nc: d\n", 2},
		{"a:\n  - b\n  - c\nd: e\n", 3},
		{"a:\n- b\n- c: d\n  e: f\n- g\n", 3},
		{"# first\na: 1\n\n# of b\nb:\n  # of c\n  - c\n  # of d\n  - d # d\n\ne: {f: g}\nh: [i,\n  j]\n", 5},
		{"a:\n  - id: x\n    says: |\n      - no item\n\n      b: no key\n  - id: y\n", 2},
		{"a:\n  - id: &x b\n    c: *x\n  - d\n", 2},
		{"a: &x b\nc: *x\n", 0},
		{"a:\n  - \"b\n  - c\"\n  - d\n", 0},
		{"a: [b,\n  - c]\nd: e\n", 0},
		{"a: \"b\nc: d\"\ne: f\n", 0},
		{"---\na: b\nc: d\n", 0},
		{"a: b\n...\nc: d\n", 0},
		{"a: b\r\nc: d\r\n", 0},
		{"a: b\n", 0},
		{"a:\nb:\n  - c\n", 2},
		{"a:\n  b:\n    - c\n    - d\ne: f\n", 2},
		{"a: |\n  b\n  c\nd: e\n", 2},
		{"a: b: c\nd: e\n", 0},
		{"{a: b}\nc: d\n", 0},
		{"a: !!seq\n  - b\n  - c\nd: e\n", 2},
		{"a: \u2028b\nc: d\n", 2},
	} {
		whole, faults := readYAML(c.text)
		pieced, n := inPieces(c.text)
		assert.Equal(t, c.pieces, n, "%q", c.text)
		if pieced != nil && assert.Empty(t, faults) {
			assert.Equal(t, written(whole), written(pieced), "%q", c.text)
		}
	}
}

// A long text is the same read in pieces and in one; so are its faults.
func TestLongTextsAreReadInPieces(t *testing.T) {
	long := "ties:\n" + strings.Repeat("  - id: a\n    says: \"Something: or other\"\n    amount: {exact: 5e9, unit: USD}\n", 10_000) + "notes:\n  - id: n\n"
	require.Greater(t, len(long), 4*pieceSize)
	require.Greater(t, len(cutUp(long, pieceSize)), 4)
	_, n := inPieces(long[:strings.LastIndexByte(long[:100_000], '\n')+1])
	assert.Greater(t, n, 1000)
	tree, faults := Parse([]byte(long))
	require.Empty(t, faults)
	assert.Equal(t, 10_000, tree.Len(tree.Value(tree.Root(), "ties")))
	assert.NotEqual(t, None, tree.Value(tree.Root(), "notes"))
	r := newReader(long)
	_, r.back = disguise(long)
	assert.True(t, r.inPieces(long, pieceSize))
	_, faults = Parse([]byte(long + "  - id: \"b\n"))
	require.Len(t, faults, 1)
	assert.Equal(t, 30_004, faults[0].Line)
}

func FuzzPieces(f *testing.F) {
	for _, s := range []string{
		"a: b\nc: d\n", "a:\n  - b\n  - c: d\n    e: |\n     - f\n  - g\nh: {i: j}\n", "a:\n- b\n- 'c\n- d'\n", "a: &x b\nc:\n - *x\n - d\n",
		"a:\n  - b\n # c\n  - d\n  e\nf: >\n g\n\nh: i\n", "a: [\nb: c\n]\n", "a:\n\n- \"b\\\n  c\"\n-\n- d\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if strings.HasPrefix(text, byteOrderMark) {
			t.Skip()
		}
		pieced, _ := inPieces(text)
		if pieced == nil {
			return
		}
		whole, faults := readYAML(text)
		if len(faults) > 0 || whole == nil {
			t.Fatalf("%q is read in pieces and not in one: %v", text, faults)
		}
		if written(whole) != written(pieced) {
			t.Errorf("%q\nin one:\n%sin pieces:\n%s", text, written(whole), written(pieced))
		}
	})
}
