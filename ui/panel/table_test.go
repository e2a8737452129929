package panel

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/ui/brief"
	"entangle/ui/golden"
	"entangle/ui/palette"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// sheet is a table of n ties; the third is chosen nowhere, the second disputed.
func sheet(n int) *brief.Sheet {
	lines := make([]brief.Line, n)
	for i := range lines {
		lines[i] = brief.Line{
			Ref: scene.Ref{Kind: scene.Tie, ID: fmt.Sprint("t", i)}, Parties: []string{fmt.Sprint("p", i%3)},
			Layer: data.LayerCloud, Disputed: i == 1, Faint: i == 2,
		}
	}
	columns := []brief.Column{{Name: "From", Share: 2}, {Name: "What", Share: 3}, {Name: "Amount", Share: 1, Right: true}}
	return brief.SheetOf(brief.Ties, columns, lines, func(line, column int) string {
		return [...]string{fmt.Sprint("Party ", line%3), fmt.Sprintf("Tie number %d, the name of which is far too long for the column", line), fmt.Sprintf("$%d bn", line*7)}[column]
	})
}

// tabled is a table in a window of its own, and what it has been told to pick.
func tabled(t *testing.T, choice palette.Choice, n int) (*Table, fyne.Window, *[]scene.Ref) {
	t.Helper()
	test.NewTempApp(t)
	look := palette.Theme{Choice: choice}
	test.ApplyTheme(t, look)
	ruler, err := style.NewRuler()
	require.NoError(t, err)
	table := NewTable(ruler)
	w := test.NewTempWindow(t, table.Object())
	w.SetPadded(false)
	w.Resize(fyne.NewSize(620, 240))
	var picked []scene.Ref
	table.OnPick = func(r scene.Ref) { picked = append(picked, r) }
	table.Show(sheet(n), -1, false, scene.Ref{}, look.Palette(0))
	return table, w, &picked
}

func TestTheTableAsItIsSet(t *testing.T) {
	for _, choice := range []palette.Choice{palette.Light, palette.Dark} {
		for _, width := range []float32{620, 380} {
			table, w, _ := tabled(t, choice, 12)
			w.Resize(fyne.NewSize(width, 200))
			table.Show(sheet(12), 1, true, scene.Ref{Kind: scene.Tie, ID: "t1"}, table.pal)
			golden.Text(t, fmt.Sprintf("table-%s-%.0f.xml", choice, width), test.RenderObjectToMarkup(table.Object()))
		}
	}
}

func TestALineLeadsToItsRecord(t *testing.T) {
	table, w, picked := tabled(t, palette.Light, 12)
	test.TapCanvas(w.Canvas(), fyne.NewPos(200, headHeight+lineHeight*2.2))
	require.Len(t, *picked, 1)
	w.Canvas().Focus(table.Focus())
	at := table.lines.at
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyReturn} {
		table.lines.TypedKey(&fyne.KeyEvent{Name: key})
	}
	require.Len(t, *picked, 2)
	assert.Equal(t, fmt.Sprint("t", at+2), (*picked)[1].ID)
	table.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	table.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnter})
	assert.Equal(t, "t11", (*picked)[2].ID)
	left := false
	table.OnCancel = func() { left = true }
	table.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.True(t, left)
}

// What is chosen elsewhere is scrolled to and marked; a party marks all its ties.
func TestWhatIsChosenIsMarked(t *testing.T) {
	table, _, _ := tabled(t, palette.Light, 500)
	table.Choose(scene.Ref{Kind: scene.Tie, ID: "t400"})
	marked := func() (out []int) {
		for _, l := range all[*tableLine](table.Object()) {
			if l.ground.FillColor == table.pal.Halo {
				out = append(out, l.at)
			}
		}
		return out
	}
	assert.Equal(t, []int{400}, marked())
	table.Choose(scene.Ref{Kind: scene.Party, ID: "p1"})
	assert.Greater(t, len(marked()), 1)
	for _, i := range marked() {
		assert.Equal(t, 1, i%3)
	}
	table.Choose(scene.Ref{})
	assert.Empty(t, marked())
}

func TestHeadsSort(t *testing.T) {
	table, _, _ := tabled(t, palette.Light, 5)
	var asked []int
	table.OnSort = func(c int) { asked = append(asked, c) }
	heads := all[*palette.Button](table.Object())
	require.Len(t, heads, 3)
	test.Tap(heads[2])
	assert.Equal(t, []int{2}, asked)
	table.Show(sheet(5).Sorted(2, true), 2, true, scene.Ref{}, table.pal)
	heads = all[*palette.Button](table.Object())
	assert.Equal(t, theme.MenuDropDownIcon(), heads[2].Icon)
	assert.Nil(t, heads[1].Icon)
}

// A long sheet makes no more lines than are visible, and its numbers line up.
func TestOnlyVisibleLinesAreMade(t *testing.T) {
	table, w, _ := tabled(t, palette.Light, 30_000)
	table.lines.jump(29_999)
	table.lines.jump(15_000)
	lines := all[*tableLine](table.Object())
	assert.Less(t, len(lines), 16)
	right := map[float32]bool{}
	for _, l := range lines {
		c := l.cells[2]
		right[float32(int(c.Position().X+c.Size().Width+0.5))] = true
	}
	assert.Len(t, right, 1, "amounts end at one place")
	w.Resize(fyne.NewSize(300, 200))
	assert.Equal(t, 30_000, table.Rows())
	empty := sheet(0)
	table.Show(empty, -1, false, scene.Ref{Kind: scene.Tie, ID: "t1"}, table.pal)
	table.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	table.lines.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
}

// Where a table is too narrow for its columns those that matter least are left out,
// and said; the others have room for a word.
func TestColumnsThatHaveNoRoom(t *testing.T) {
	table, w, _ := tabled(t, palette.Light, 5)
	var told []string
	table.OnColumns = func(names []string) { told = names }
	columns := []brief.Column{
		{Name: "From", Share: 12},
		{Name: "What", Share: 20},
		{Name: "Basis", Share: 12, Rank: 2},
		{Name: "Kind", Share: 12, Rank: 1},
		{Name: "Layer", Share: 12, Rank: 2},
	}
	s := sheet(5)
	table.Show(brief.SheetOf(brief.Ties, columns, s.Lines, func(line, column int) string { return columns[column].Name }), -1, false, scene.Ref{}, table.pal)
	for width, want := range map[float32][]string{
		620: nil, 500: {"Layer"}, 420: {"Basis", "Layer"}, 340: {"Basis", "Kind", "Layer"}, 100: {"Basis", "Kind", "Layer"},
	} {
		w.Resize(fyne.NewSize(width, 240))
		assert.Equal(t, want, told, "%v", width)
		var heads, cells []string
		end := float32(0)
		for _, b := range all[*palette.Button](table.Object()) {
			if b.Visible() {
				heads = append(heads, b.Text)
				assert.GreaterOrEqual(t, b.Position().X, end-0.01, "heads keep apart")
				end = b.Position().X + b.Size().Width
			}
		}
		for _, c := range table.lines.lineAt(t).cells {
			if c.Visible() {
				cells = append(cells, c.Text)
			}
		}
		assert.Len(t, heads, len(columns)-len(want))
		assert.Len(t, cells, len(heads), "%v: a line has what the head has", width)
	}
}

// lineAt is a line that can be seen.
func (l *lineList) lineAt(t *testing.T) *tableLine {
	lines := all[*tableLine](l)
	require.NotEmpty(t, lines)
	return lines[0]
}

// The keyboard stays at the head that it pressed when the sorted sheet comes, for which
// the heads are made anew, and goes to the lines when its column has no room any more.
func TestTheKeyboardStaysAtAHead(t *testing.T) {
	table, w, _ := tabled(t, palette.Light, 12)
	enter := &fyne.KeyEvent{Name: fyne.KeyReturn}
	w.Canvas().Focus(table.head.Objects[1].(fyne.Focusable))
	for range 2 {
		w.Canvas().Focused().TypedKey(enter)
		table.Show(sheet(12), 1, false, scene.Ref{}, table.pal)
		assert.Equal(t, table.head.Objects[1], w.Canvas().Focused())
	}
	narrow := sheet(12)
	narrow.Columns[1].Rank, narrow.Columns[1].Share = 1, 900
	table.Show(narrow, 0, false, scene.Ref{}, table.pal)
	assert.Equal(t, table.Focus(), w.Canvas().Focused())
	w.Canvas().Unfocus()
	table.Show(sheet(12), 0, false, scene.Ref{}, table.pal)
	assert.Nil(t, w.Canvas().Focused())
}
