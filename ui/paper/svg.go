package paper

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"

	"github.com/tdewolff/canvas/renderers/svg"

	"entangle/ui/scene"
)

// SVG draws a page as SVG with real text in an embedded, subset face, one group
// for each party and tie with its id, a title and a description. scale
// multiplies the stated size only. With outlines the letters are drawn as shapes.
func SVG(pg *Page, scale float64, outlines bool) ([]byte, error) {
	p, err := NewPainter()
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, `<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="%s" height="%s" viewBox="0 0 %s %s" role="img" aria-labelledby="title desc">`+"\n",
		short(pg.Width*scale), short(pg.Height*scale), short(pg.Width), short(pg.Height))
	element(&out, "title", "title", pg.Title)
	element(&out, "desc", "desc", pg.Description)
	body, fonts, err := svgBody(p, pg, !outlines)
	if err != nil {
		return nil, err
	}
	out.Write(fonts)
	if pg.Background.A > 0 {
		c := pg.Background
		fmt.Fprintf(&out, `<rect width="100%%" height="100%%" fill="#%02x%02x%02x"/>`+"\n", c.R, c.G, c.B)
	}
	out.Write(body)
	out.WriteString("</svg>\n")
	return out.Bytes(), nil
}

// svgBody draws the layers through the library's writer and returns them and
// the style element with the faces.
func svgBody(p *Painter, pg *Page, text bool) (body, fonts []byte, err error) {
	var drawn bytes.Buffer
	options := svg.DefaultOptions
	options.SubsetFonts, options.SizeUnits = true, ""
	r := svg.New(&drawn, pg.Width, pg.Height, &options)
	drawn.Reset() // its opening tag: ours says more
	for _, l := range pg.Layers {
		p.svgLayer(&drawn, r, l, pg, text)
	}
	if err := r.Close(); err != nil {
		return nil, nil, fmt.Errorf("writing SVG: %w", err)
	}
	if body, fonts, err = splitStyle(bytes.TrimSuffix(drawn.Bytes(), []byte("</svg>"))); err != nil {
		return nil, nil, fmt.Errorf("writing SVG: %w", err)
	}
	return body, fonts, nil
}

// svgLayer draws a layer, a group around each run of marks of one record.
func (p *Painter) svgLayer(drawn *bytes.Buffer, r *svg.SVG, l Layer, pg *Page, text bool) {
	open := scene.Ref{}
	view := l.view(pg.Height, 1, text)
	for i := range l.Marks {
		m := &l.Marks[i]
		if m.Ref != open {
			closeGroup(drawn, open)
			openGroup(drawn, m.Ref, pg.Names)
			open = m.Ref
		}
		p.Mark(r, m, view)
	}
	closeGroup(drawn, open)
}

func openGroup(out *bytes.Buffer, ref scene.Ref, names func(scene.Ref) string) {
	if ref.Kind == scene.None {
		return
	}
	out.WriteString(`<g class="` + refClass[ref.Kind] + `" data-id="`)
	_ = xml.EscapeText(out, []byte(ref.ID))
	out.WriteString(`">`)
	if names != nil {
		out.WriteString("<title>")
		_ = xml.EscapeText(out, []byte(names(ref)))
		out.WriteString("</title>")
	}
}

func closeGroup(out *bytes.Buffer, ref scene.Ref) {
	if ref.Kind != scene.None {
		out.WriteString("</g>\n")
	}
}

var refClass = map[scene.RefKind]string{scene.Party: "party", scene.Bundle: "ties", scene.Tie: "tie"}

// splitStyle takes the style element from the end of a drawing and puts its
// faces in a constant order, without a date: the library writes them as its map
// gives them.
func splitStyle(drawn []byte) (body, fonts []byte, err error) {
	at := bytes.LastIndex(drawn, []byte("<style>"))
	if at < 0 {
		return drawn, nil, nil
	}
	body, fonts = drawn[:at], drawn[at:]
	fonts = bytes.TrimSuffix(bytes.TrimPrefix(fonts, []byte("<style>")), []byte("\n</style>"))
	faces := bytes.Split(fonts, []byte("\n@font-face"))
	for i := range faces[1:] {
		if faces[i+1], err = undated(faces[i+1]); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(faces[1:], bytes.Compare)
	joined := append([]byte("<style>"), bytes.Join(faces, []byte("\n@font-face"))...)
	return body, append(joined, "\n</style>\n"...), nil
}

func element(out *bytes.Buffer, name, id, text string) {
	if text == "" {
		return
	}
	fmt.Fprintf(out, `<%s id="%s">`, name, id)
	_ = xml.EscapeText(out, []byte(text))
	fmt.Fprintf(out, "</%s>\n", name)
}

func short(x float64) string { return fmt.Sprintf("%.6g", x) }
