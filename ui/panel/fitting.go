package panel

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// fitting is which columns a table of some width has room for.
type fitting struct {
	width float32
	in    []bool // nil: not known
}

// least is how many units of the window a share of a column takes at least, where
// columns can be left out.
const least = 6.8

// shown says which columns a table of that width has: where they would be too narrow to
// be read, those that matter least are left out.
func (t *Table) shown(width float32) []bool {
	if t.fits.in != nil && t.fits.width == width && len(t.fits.in) == len(t.sheet.Columns) {
		return t.fits.in
	}
	in := slices.Repeat([]bool{true}, len(t.sheet.Columns))
	for {
		whole, last := 0.0, -1
		for i, c := range t.sheet.Columns {
			if !in[i] {
				continue
			}
			whole += c.Share
			if c.Rank > 0 && (last < 0 || c.Rank >= t.sheet.Columns[last].Rank) {
				last = i
			}
		}
		if last < 0 || float32(whole)*least <= roomOf(width) {
			t.fits = fitting{width, in}
			return in
		}
		in[last] = false
	}
}

// roomOf is what is left for columns in a table of that width.
func roomOf(width float32) float32 {
	return max(width-2*markWidth-theme.Size(theme.SizeNameScrollBar), 10)
}

// column is where a column begins and how wide it is, in a table of that width; one
// that is left out has no width.
func (t *Table) column(i int, width float32) (x, w float32) {
	in, whole := t.shown(width), 0.0
	for k, c := range t.sheet.Columns {
		if in[k] {
			whole += c.Share
		}
	}
	part := roomOf(width) / float32(whole)
	x = 2 * markWidth
	for k, c := range t.sheet.Columns[:i] {
		if in[k] {
			x += float32(c.Share) * part
		}
	}
	if !in[i] {
		return x, 0
	}
	return x, float32(t.sheet.Columns[i].Share) * part
}

// headLayout lays objects out in the columns of the sheet.
type headLayout struct{ t *Table }

func (c headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	var out []string
	for i, o := range objects {
		if i >= len(c.t.sheet.Columns) {
			break
		}
		x, w := c.t.column(i, size.Width)
		if w == 0 {
			o.Hide()
			out = append(out, c.t.sheet.Columns[i].Name)
			continue
		}
		o.Show()
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(w, size.Height))
	}
	if !slices.Equal(out, c.t.out) {
		c.t.out = out
		if c.t.OnColumns != nil {
			c.t.OnColumns(out)
		}
	}
}

func (c headLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, headHeight) }
