package command

import (
	"errors"
	"fmt"
	"math"
	"os"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"

	"entangle/data"
	"entangle/data/interchange"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/words"
)

// DrawRequest asks for one picture of a view.
type DrawRequest struct {
	Dataset *data.Dataset
	Web     *resolve.Web // at the moment of the view
	View    query.View
	Result  *query.Result

	Format        string // svg, png or dot
	Layout        string // dot, neato, fdp, sfdp, circo, twopi, osage, stack, matrix; "" chooses
	Theme         string // light, dark or print; "" chooses
	Background    string // white, theme or none; "" chooses
	Width, Height int    // pixels; 0 fits the drawing
	Scale         float64
	Title         string // "" is the dataset's
	TitleGiven    bool   // with it an empty Title means none
	NoCaption     bool
	OutlineText   bool       // text as shapes
	Select        []string   // ids of the parties and ties that are drawn; the dataset holds them
	Since         data.Day   // the day that the view is compared with; 0 for none
	Annex         bool       // with the evidence behind it
	FrameOf       []data.Day // days whose pictures share size, scale and place with this one
}

// Drawn is a picture, and what a person should know of it.
type Drawn struct {
	Content []byte
	Notes   []string
}

// exportOptions is what the flags of export ask for.
type exportOptions struct {
	Out, Format string
	Draw        DrawRequest // without the dataset and view
	Transparent bool
}

func defaultExport() exportOptions { return exportOptions{Draw: DrawRequest{Scale: 1}} }

// formats lists the formats of contracts.md; those without a writer are not
// built yet. The longer ending stands first.
func (c *call) formats() []outputFormat {
	var picture func(*look, DrawRequest) ([]byte, error)
	if c.env.Draw != nil {
		picture = func(_ *look, r DrawRequest) ([]byte, error) { return c.picture(r) }
	}
	data := func(name string) outputFormat {
		return outputFormat{name, func(l *look, _ DrawRequest) ([]byte, error) { return interchange.Write(name, l.web, l.result) }}
	}
	return []outputFormat{
		data("csl.json"),
		data("json"),
		{"svg", picture},
		{"png", picture},
		{"dot", picture},
		data("csv"), data("graphml"), data("gexf"), data("bib"),
		{"pdf", picture},
		{"pptx", nil},
		{"html", nil},
	}
}

type outputFormat struct {
	name  string
	write func(*look, DrawRequest) ([]byte, error)
}

// exportFlags lists the flags of export.
func exportFlags() []flag {
	const of = "export"
	draw := func(o *options) *DrawRequest { return &o.Export.Draw }
	return []flag{
		{"o", "OUT", of, "the file to write; - is standard output, DIR/ takes the four tables of csv", func(o *options, v string) error { o.Export.Out = v; return nil }},
		{"format", "FORMAT", of, "svg, png, pdf, json, csv, dot, graphml, gexf, bib or csl.json; default from the ending of OUT", func(o *options, v string) error { o.Export.Format = v; return nil }},
		{"layout", "ENGINE", of, "dot, neato, fdp, sfdp, circo, twopi, osage, stack or matrix", setLayout},
		{"theme", "THEME", of, "light, dark or print", oneOf(func(o *options) *string { return &draw(o).Theme }, "light", "dark", "print")},
		{"size", "WxH", of, "width and height in pixels, as in 1600x900", setSize},
		{"scale", "N", of, "pixels for each pixel of the size; default 1", setScale},
		{"transparent", "", of, "no background", setTrue(func(o *options) *bool { return &o.Export.Transparent })},
		{"background", "WHAT", of, "white, theme or none", oneOf(func(o *options) *string { return &draw(o).Background }, "white", "theme", "none")},
		{"title", "TEXT", of, "the title above the picture", func(o *options, v string) error { draw(o).Title, draw(o).TitleGiven = v, true; return nil }},
		{"no-caption", "", of, "no title, legend, dates and sources around the picture", setTrue(func(o *options) *bool { return &draw(o).NoCaption })},
		{"since", "DATE", of, "compare with that day: what was added, ended, amended", setSince},
		{"select", "ID,ID", of, "draw only these ties, and these parties with their ties", list(func(o *options) *[]string { return &draw(o).Select })},
		{"outline-text", "", of, "write text as shapes", setTrue(func(o *options) *bool { return &draw(o).OutlineText })},
		{"annex", "", of, "add the evidence: pages after the picture in pdf, a table in csv", setTrue(func(o *options) *bool { return &draw(o).Annex })},
		{"frame-of", "D1..D2", of, "same size, scale and place as the pictures of these two days", setFrame},
		{"story", "ID", of, "", nil},
	}
}

// setLayout takes an engine of the web, the stack or the matrix.
func setLayout(o *options, value string) error {
	at := func(o *options) *string { return &o.Export.Draw.Layout }
	return oneOf(at, "dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage", "stack", "matrix")(o, value)
}

func setSince(o *options, value string) error {
	d, err := day(value)
	o.Export.Draw.Since = d.Last()
	return err
}

const largestSide = 16_000 // pixels of a picture, scaled

func setSize(o *options, value string) error {
	w, h, ok := strings.Cut(strings.ToLower(value), "x")
	width, err1 := strconv.ParseUint(w, 10, 31)
	height, err2 := strconv.ParseUint(h, 10, 31)
	if !ok || err1 != nil || err2 != nil || width == 0 || height == 0 || width > largestSide || height > largestSide {
		return fmt.Errorf("is no size; write WIDTHxHEIGHT in pixels up to %s, as in 1600x900", words.Number(largestSide))
	}
	o.Export.Draw.Width, o.Export.Draw.Height = int(width), int(height)
	return nil
}

func setScale(o *options, value string) error {
	x, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(x) || x < 0.1 || x > 16 {
		return errors.New("is no scale; write a number from 0.1 to 16")
	}
	o.Export.Draw.Scale = x
	return nil
}

// setFrame takes two days, whose pictures are laid out alike.
func setFrame(o *options, value string) error {
	first, second, ok := strings.Cut(value, "..")
	if !ok {
		return errors.New("names no two days; write D1..D2, as in 2025-10..2026-05")
	}
	o.Export.Draw.FrameOf = nil
	for _, text := range []string{first, second} {
		d, err := day(text)
		if err != nil {
			return err
		}
		o.Export.Draw.FrameOf = append(o.Export.Draw.FrameOf, d.Last())
	}
	return nil
}

// export writes the view, one file for each as-of day.
func (c *call) export(operands []string) error {
	file := operand(operands, 0)
	format, err := c.checkExport()
	if err != nil {
		return err
	}
	d, err := c.env.Load(file)
	if err != nil {
		return err
	}
	flags := c.options.View
	days := flags.AsOf
	if len(days) == 0 {
		days = []data.Date{{}}
	}
	var web *resolve.Web
	var files []output
	var shown []*query.Result
	for _, day := range days {
		if err := c.ctx.Err(); err != nil {
			return err
		}
		if flags.AsOf = nil; !day.IsZero() {
			flags.AsOf = []data.Date{day}
		}
		v, err := flags.View(d, c.env.Today())
		if err != nil {
			return fmt.Errorf("%s: %w", c.env.Name(file), err)
		}
		if web == nil {
			web = resolve.At(d, v.Moment())
		}
		web = web.At(v.Moment())
		l := &look{d, web, v, query.Apply(web, v)}
		made, err := c.draw(format, l, dated(c.options.Export.Out, day, d, v))
		if err != nil {
			return fmt.Errorf("writing %s as of %s: %w", format.name, v.AsOf, err)
		}
		files = append(files, made...)
		shown = append(shown, l.result)
	}
	if err := c.write(files, file); err != nil {
		return err
	}
	for _, r := range shown {
		c.sayHidden(r, format.name)
	}
	for _, note := range c.notes {
		c.note(note)
	}
	return nil
}

// draw makes what is written of one view: a file, or the tables in a folder.
func (c *call) draw(format outputFormat, l *look, out string) ([]output, error) {
	r := c.options.Export.Draw
	if err := checkSelection(l, r.Select); err != nil {
		return nil, err
	}
	if len(r.Select) > 0 {
		l.result = query.Narrow(l.result, l.web, r.Select)
	}
	if r.Annex && format.name == "csv" {
		content, err := interchange.Annex(l.web, l.result).CSV()
		return []output{{name: out, content: content}}, err
	}
	if info, err := os.Stat(out); format.name == "csv" && (isFolder(out) || (err == nil && info.IsDir())) {
		return tables(l, out)
	}
	r.Dataset, r.Web, r.View, r.Result, r.Format = l.dataset, l.web, l.view, l.result, format.name
	if c.options.Export.Transparent {
		r.Background = "none"
	}
	content, err := format.write(l, r)
	return []output{{name: out, content: content}}, err
}

// manyTies is from how many ties on drawing takes so much memory that its garbage is
// collected more often.
const manyTies = 1000

// picture draws a picture, and keeps what is to be said about it.
func (c *call) picture(r DrawRequest) ([]byte, error) {
	if len(r.Dataset.Ties) >= manyTies {
		defer debug.SetGCPercent(debug.SetGCPercent(40))
	}
	drawn, err := c.env.Draw(c.ctx, r)
	if err != nil {
		return nil, err
	}
	for _, note := range drawn.Notes {
		if !slices.Contains(c.notes, note) {
			c.notes = append(c.notes, note)
		}
	}
	return drawn.Content, nil
}

// checkExport checks how the flags go together and returns the format.
func (c *call) checkExport() (outputFormat, error) {
	e := c.options.Export
	days := c.options.View.AsOf
	switch {
	case e.Out == "":
		return outputFormat{}, misuse("export needs -o OUT; write entangle export -o out.svg, or -o - --format json")
	case e.Transparent && e.Draw.Background != "" && e.Draw.Background != "none":
		return outputFormat{}, misuse("--transparent and --background %s cannot both hold", e.Draw.Background)
	case len(days) > 1 && !strings.Contains(e.Out, "{date}"):
		return outputFormat{}, misuse("several days for --as-of need {date} in OUT, as in -o out-{date}.svg")
	case float64(max(e.Draw.Width, e.Draw.Height))*e.Draw.Scale > largestSide:
		return outputFormat{}, misuse("--size times --scale is more than %s pixels", words.Number(largestSide))
	}
	names := map[string]bool{}
	for _, d := range days {
		if strings.Contains(e.Out, "{date}") && (strings.Contains(d.String(), "/") || names[d.String()]) {
			return outputFormat{}, misuse("--as-of %q cannot stand in the name of a file of its own; write 2026-04-23, 2026-04 or 2026, each once", d.String())
		}
		names[d.String()] = true
	}
	f, err := c.format(e)
	if err == nil && e.Draw.Annex && f.name != "pdf" && f.name != "csv" {
		err = misuse("--annex goes with pdf, as pages after the picture, or csv, as a table; not with %s", f.name)
	}
	return f, err
}

// format finds the format that is asked for.
func (c *call) format(e exportOptions) (outputFormat, error) {
	var names []string
	for _, f := range c.formats() {
		if f.write != nil {
			names = append(names, f.name)
		}
		if e.Format == f.name || (e.Format == "" && strings.HasSuffix(strings.ToLower(e.Out), "."+f.name)) {
			if f.write == nil {
				return f, notBuilt("the format " + f.name)
			}
			return f, nil
		}
	}
	known := "the formats are " + strings.Join(names, ", ")
	switch {
	case e.Format != "":
		return outputFormat{}, misuse("--format %q is unknown%s; %s", e.Format, meant(e.Format, names, ""), known)
	case e.Out == "-":
		return outputFormat{}, misuse("-o - needs --format; %s", known)
	}
	return outputFormat{}, misuse("the ending of %q names no format; add --format; %s", e.Out, known)
}

// dated puts the day into the name of a file, as it was typed; without a flag
// as the dataset writes it, else today.
func dated(out string, day data.Date, d *data.Dataset, v query.View) string {
	text := day.String()
	if text == "" {
		text = d.AsOf.String()
	}
	if text == "" || strings.Contains(text, "/") {
		text = v.AsOf.String()
	}
	return strings.ReplaceAll(out, "{date}", text)
}

// checkSelection returns an error when the dataset lacks an id.
func checkSelection(l *look, ids []string) error {
	var wrong []error
	for _, id := range ids {
		if l.dataset.Party(data.PartyID(id)) == nil && l.dataset.Tie(data.TieID(id)) == nil {
			wrong = append(wrong, fmt.Errorf("--select: the dataset has no party or tie %q", id))
		}
	}
	return errors.Join(wrong...)
}

// sayHidden says beside the output what the filters hide; JSON says it itself.
func (c *call) sayHidden(r *query.Result, format string) {
	if line := words.HiddenLine(r.Hidden); line != "" && format != "json" {
		c.note(words.AsOf(r.View.AsOf, r.View.KnownOn) + ": " + line)
	}
}
