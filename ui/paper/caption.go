package paper

import (
	"strconv"

	"entangle/data"
	"entangle/layout/geom"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Caption is what is printed with a picture so that it can be cited.
type Caption struct {
	Title   string
	Dates   string   // as of, known on
	Lines   []string // what is shown and hidden; the dataset
	Sources []Footnote
	Legend  []scene.Entry
	Layer   func(data.LayerID) string // the name of a layer, for the legend
	Palette *style.Palette
	Ruler   *style.Ruler
}

// Footnote is a numbered source.
type Footnote struct {
	Number int
	Text   string
	Link   string // http, https or mailto; "" for none
}

// captionShare is how much of the height of a page of fixed size the caption
// takes at the most.
const captionShare = 0.6

// A program that has none of our faces draws a wider one: lines of the caption
// leave it this share of their width.
const spare = 0.1

// stage is a caption as it is set: what stands above and below the picture, how
// much room that takes (that of other captions too), and how much smaller it has
// to be drawn.
type stage struct {
	top, bottom         block
	above, below, small float64
}

// captions sets a caption so that it and those beside it leave room for the
// picture.
func captions(c *Caption, beside []*Caption, width, height float64, natural bool) stage {
	if c == nil {
		return stage{small: 1}
	}
	for small := 1.0; ; small *= 0.9 {
		s := stage{top: c.head(width / small), bottom: c.foot(width / small), small: small}
		s.above, s.below = s.top.height, s.bottom.height
		for _, other := range beside {
			s.above = max(s.above, other.head(width/small).height)
			s.below = max(s.below, other.foot(width/small).height)
		}
		if natural || small < 0.1 || (s.above+s.below)*small <= captionShare*height {
			return s
		}
	}
}

// block is text and signs with a height.
type block struct {
	marks  []scene.Mark
	links  map[int]string
	height float64
}

func (c *Caption) head(width float64) block {
	var b block
	for _, line := range wrapAll(c.Ruler, c.Title, style.SizeTitle, true, width) {
		b.line(c.Ruler, line, 0, style.SizeTitle, true, c.Palette.Ink)
	}
	for _, line := range wrapAll(c.Ruler, c.Dates, style.SizeText, false, width) {
		b.line(c.Ruler, line, 0, style.SizeText, false, c.Palette.Muted)
	}
	b.height += 16
	return b
}

func (c *Caption) foot(width float64) block {
	b := block{height: 16, links: map[int]string{}}
	legend := scene.Legend(c.Legend, c.Layer, width, c.Palette, c.Ruler)
	for m := range legend.Marks() {
		b.marks = append(b.marks, scene.Moved(m, geom.Point{Y: b.height}))
	}
	b.height += legend.Bounds.Max.Y + 8
	for _, text := range c.Lines {
		for _, line := range wrapAll(c.Ruler, text, style.SizeSmall, false, width) {
			b.line(c.Ruler, line, 0, style.SizeSmall, false, c.Palette.Muted)
		}
	}
	if len(c.Sources) > 0 {
		c.sources(&b, width)
	}
	return b
}

// columnWidth is the least that a column of sources is wide, and sourceIndent
// where its text begins behind the number.
const (
	columnWidth  = 440.0
	columnGap    = 24.0
	sourceIndent = 24.0
)

// sources sets the numbered list of sources, in as many columns as there is
// room for.
func (c *Caption) sources(b *block, width float64) {
	b.height += 6
	b.line(c.Ruler, "Sources", 0, style.SizeSmall, true, c.Palette.Ink)
	columns := max(min(int((width+columnGap)/(columnWidth+columnGap)), len(c.Sources)), 1)
	each := (width - columnGap*float64(columns-1)) / float64(columns)
	rows := (len(c.Sources) + columns - 1) / columns
	start, lowest := b.height, b.height
	for i, s := range c.Sources {
		if i%rows == 0 {
			b.height = start
		}
		left := float64(i/rows) * (each + columnGap)
		c.source(b, s, left, each)
		lowest = max(lowest, b.height)
	}
	b.height = lowest
}

func (c *Caption) source(b *block, s Footnote, left, width float64) {
	y := b.height
	b.line(c.Ruler, strconv.Itoa(s.Number), left, style.SizeSmall, true, c.Palette.Ink)
	b.height = y
	for _, line := range wrapAll(c.Ruler, s.Text, style.SizeSmall, false, width-sourceIndent) {
		if s.Link != "" {
			b.links[len(b.marks)] = s.Link
		}
		b.line(c.Ruler, line, left+sourceIndent, style.SizeSmall, false, c.Palette.Muted)
	}
}

func (b *block) line(r *style.Ruler, text string, left, size float64, bold bool, col style.Colour) {
	step := size * style.LineHeight
	b.marks = append(b.marks, scene.TextMark(r, text, geom.Point{X: left, Y: b.height + step*0.78}, size, bold, col))
	b.height += step
}

// wrapAll wraps text into as many lines as it needs.
func wrapAll(r *style.Ruler, text string, size float64, bold bool, width float64) []string {
	if text == "" {
		return nil
	}
	lines, _ := r.Wrap(text, size, bold, width*(1-spare), 200)
	return lines
}
