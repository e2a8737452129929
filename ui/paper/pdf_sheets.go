package paper

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// A page with very many marks is drawn on several sheets, each a page for the
// library, which then packs them one by one. Afterwards they are laid on one page:
// otherwise the whole content would lie in memory several times, unpacked.

// sheetPieces is about how many steps of paths and letters a sheet has: a
// megabyte or two, packed within some hundredths of a second.
const sheetPieces = 30_000

// pageObject is how the library writes a page: its links, its content, its size and
// what it needs.
var pageObject = regexp.MustCompile(`(?s)^<</Type/Page(?:/Annots\[(.*)\])?/Contents (\d+) 0 R(/Group<<.*>>)/MediaBox(\[[^\]]*\])/Parent 3 0 R/Resources(<<.*>>)>>$`)

const pagesObject = 2

// pageAt is a page among the objects, and its content.
type pageAt struct{ page, content int }

// drawn lists the pages of the library in their order.
func (o objects) drawn() ([]pageAt, error) {
	var out []pageAt
	for i := range o {
		if m := pageObject.FindSubmatch(o[i]); m != nil {
			content, _ := strconv.Atoi(string(m[2]))
			if content < 1 || content > len(o) {
				return nil, errPDF
			}
			out = append(out, pageAt{i, content - 1})
		}
	}
	return out, nil
}

// gather lays so many sheets on each page, and returns the pages.
func (o *objects) gather(sheets []int) ([]pageAt, error) {
	all, err := o.drawn()
	if err != nil {
		return nil, err
	}
	var pages []pageAt
	var kids []string
	for _, n := range sheets {
		if n < 1 || n > len(all) {
			return nil, errPDF
		}
		page := all[0]
		if n > 1 {
			if page, err = o.lay(all[:n]); err != nil {
				return nil, err
			}
		}
		all = all[n:]
		pages = append(pages, page)
		kids = append(kids, fmt.Sprintf("%d 0 R", page.page+1))
	}
	if len(all) > 0 || len(*o) <= pagesObject {
		return nil, errPDF
	}
	(*o)[pagesObject] = fmt.Appendf(nil, "<</Type/Pages/Count %d/Kids[%s]>>", len(kids), strings.Join(kids, " "))
	return pages, nil
}

// lay makes pages into pictures on the first of them.
func (o *objects) lay(sheets []pageAt) (pageAt, error) {
	var links [][]byte
	var group, box []byte
	var names, draws strings.Builder
	for k, at := range sheets {
		m := pageObject.FindSubmatch((*o)[at.page])
		dict, _, ok := streamOf((*o)[at.content])
		if !ok {
			return pageAt{}, errPDF
		}
		if len(m[1]) > 0 {
			links = append(links, m[1])
		}
		group, box = m[3], m[4]
		form := fmt.Appendf(nil, "<</Type/XObject/Subtype/Form/BBox%s/Resources%s", m[4], m[5])
		(*o)[at.content] = append(append(form, dict[len("<<"):]...), (*o)[at.content][len(dict):]...)
		fmt.Fprintf(&names, "/X%d %d 0 R", k, at.content+1)
		fmt.Fprintf(&draws, "/X%d Do\n", k)
	}
	annots := ""
	if len(links) > 0 {
		annots = "/Annots[" + string(bytes.Join(links, []byte(" "))) + "]"
	}
	content := o.add("<</Length %d>>stream\n%s\nendstream", draws.Len(), draws.String())
	for _, at := range sheets[1:] {
		(*o)[at.page] = []byte("null")
	}
	first := sheets[0].page
	(*o)[first] = fmt.Appendf(nil, "<</Type/Page%s/Contents %s%s/MediaBox%s/Parent 3 0 R/Resources<</XObject<<%s>>>>>>", annots, content, group, box, names.String())
	return pageAt{first, len(*o) - 1}, nil
}
