package paper

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"strings"

	"entangle/ui/pace"
	"entangle/ui/scene"
	"entangle/ui/typeface"
)

// SVG draws a page as SVG with real text in an embedded, subset face, one group
// for each party and tie with its id, links to sources, a title and a
// description. scale multiplies the stated size only. With outlines the letters
// are drawn as shapes.
func SVG(pg *Page, scale float64, outlines bool, pc pace.Pace) (*File, error) {
	p, err := NewPainter()
	if err != nil {
		return nil, err
	}
	w := &svgWriter{p: p, page: pg, outlines: outlines, letters: map[*typeface.Face]map[rune]bool{}, named: map[string]bool{}}
	for i, part := range pg.shares(pc.Part(0, 0.95)) {
		if err := w.layer(&pg.Layers[i], part); err != nil {
			return nil, err
		}
	}
	fonts, err := w.fontFaces(pc.Part(0.95, 1))
	if err != nil {
		return nil, fmt.Errorf("writing SVG: %w", err)
	}
	var out bytes.Buffer
	w.head(&out, scale)
	out.Write(fonts)
	if c := pg.Background; c.A > 0 {
		fmt.Fprintf(&out, `<rect width="100%%" height="100%%" fill="%s"/>`+"\n", hexColour(c))
	}
	return p.file(w.drawn.between(out.Bytes(), []byte("</svg>\n"))), pc.At(1)
}

// svgWriter writes the elements that the library does not: groups, links, text.
type svgWriter struct {
	p        *Painter
	page     *Page
	drawn    pile
	outlines bool
	letters  map[*typeface.Face]map[rune]bool
	named    map[string]bool // ids that have been given
}

func (w *svgWriter) head(out *bytes.Buffer, scale float64) {
	pg := w.page
	fmt.Fprintf(out, `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" xml:lang="en" `+
		`width="%s" height="%s" viewBox="0 0 %s %s" role="graphics-document document" stroke-linecap="round" stroke-linejoin="round"`, short(pg.Width*scale), short(pg.Height*scale), short(pg.Width), short(pg.Height))
	var says []string
	if pg.Title != "" {
		says = append(says, "_title")
	}
	if pg.Description != "" {
		says = append(says, "_desc")
	}
	if len(says) > 0 {
		fmt.Fprintf(out, ` aria-labelledby="%s"`, strings.Join(says, " "))
	}
	if !w.outlines {
		fmt.Fprintf(out, ` font-family="%s"`, families)
	}
	out.WriteString(">\n")
	element(out, "title", "_title", pg.Title)
	element(out, "desc", "_desc", pg.Description)
}

// layer draws a layer, a group around each run of marks of one record.
func (w *svgWriter) layer(l *Layer, pc pace.Pace) error {
	open := scene.Ref{}
	n, things := 0, l.things()
	for i, m := range l.each(nil) {
		if n++; n%stride == 0 {
			w.drawn.settle()
			if err := pc.At(float64(i) / float64(things)); err != nil {
				return err
			}
		}
		link := l.Links[i]
		if link == "" && m.Ref == open && w.p.shape.takes(&m, l) {
			continue
		}
		w.paths(l)
		if m.Ref != open {
			w.closeGroup(open)
			w.openGroup(m.Ref)
			open = m.Ref
		}
		linked := w.openLink(link)
		if s, ok := m.Shape.(scene.Text); !ok {
			w.p.shape.takes(&m, l)
		} else if w.outlines {
			w.outlined(s, l)
		} else {
			w.text(s, l, m.Ref.Kind != scene.None)
		}
		if linked {
			w.paths(l)
			w.drawn.WriteString("</a>")
		}
	}
	w.paths(l)
	w.closeGroup(open)
	return nil
}

// paths writes the marks that were taken so far.
func (w *svgWriter) paths(l *Layer) {
	if len(w.p.shape.within) > 0 {
		w.path(&w.p.shape, l.Scale)
		w.p.shape.clear()
	}
}

// openGroup opens the group of a record. The first one of a record has its id
// and says what it stands for; ids of a dataset never begin with an underscore,
// so they meet none of ours.
func (w *svgWriter) openGroup(ref scene.Ref) {
	if ref.Kind == scene.None {
		return
	}
	w.group(ref)
	if w.page.Behind != nil {
		for _, behind := range w.page.Behind(ref) {
			if !w.named[behind.ID] {
				w.group(behind)
				w.drawn.WriteString("</g>")
			}
		}
	}
	if w.page.Links != nil {
		w.openLink(w.page.Links(ref))
	}
}

// group writes the opening tag of a group and its title.
func (w *svgWriter) group(ref scene.Ref) {
	id := "data-id"
	first := !w.named[ref.ID]
	if first {
		w.named[ref.ID] = true
		id = "id"
	}
	w.drawn.WriteString(`<g class="` + refClass[ref.Kind] + `" ` + id + `="` + escaped(ref.ID) + `">`)
	if first && w.page.Names != nil {
		w.drawn.WriteString("<title>" + escaped(w.page.Names(ref)) + "</title>")
	}
}

func (w *svgWriter) closeGroup(ref scene.Ref) {
	if ref.Kind == scene.None {
		return
	}
	if w.page.Links != nil && safe(w.page.Links(ref)) {
		w.drawn.WriteString("</a>")
	}
	w.drawn.WriteString("</g>\n")
}

// openLink opens a link and says whether it did.
func (w *svgWriter) openLink(link string) bool {
	if !safe(link) {
		return false
	}
	w.drawn.WriteString(`<a xlink:href="` + escaped(link) + `" target="_blank">`)
	return true
}

// safe says whether a link may be written into a file.
func safe(link string) bool {
	for _, scheme := range []string{"https://", "http://", "mailto:"} {
		if len(link) > len(scheme) && strings.EqualFold(link[:len(scheme)], scheme) {
			return true
		}
	}
	return false
}

var refClass = map[scene.RefKind]string{scene.Party: "party", scene.Bundle: "ties", scene.Tie: "tie"}

func element(out *bytes.Buffer, name, id, text string) {
	if text != "" {
		fmt.Fprintf(out, `<%s id="%s">%s</%s>`+"\n", name, id, escaped(text), name)
	}
}

func escaped(text string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(text)) // a Builder takes everything
	return b.String()
}

func short(x float64) string { return fmt.Sprintf("%.6g", x) }
