package paper

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"entangle/ui/pace"
)

// The objects that the library always has.
const (
	catalogObject = 0
	infoObject    = 1
)

// finishPDF does what the library leaves undone: the language, bookmarks in any
// letters, a text in place of each picture for those who do not see it, and the
// same bytes whatever the time is, in the file and in the faces within it. sheets
// says on how many of them each page is drawn.
func finishPDF(raw []byte, pages []*Page, sheets []int, pc pace.Pace) ([]byte, error) {
	all, err := parseObjects(raw)
	if err != nil {
		return nil, err
	}
	if len(all) <= infoObject || !bytes.HasPrefix(all[catalogObject], []byte("<</Type/Catalog")) {
		return nil, errPDF
	}
	drawn, err := all.gather(sheets)
	if err != nil {
		return nil, err
	}
	var sizes []int
	for i := range all {
		sizes = append(sizes, len(all[i]))
	}
	packing := pc.Shares(sizes...)
	var refs []string
	marked := map[int]bool{} // the contents of pages, which are packed then
	for n, at := range drawn {
		if err := all.mark(at.page, at.content, n, packing[at.content]); err != nil {
			return nil, err
		}
		marked[at.content] = true
		refs = append(refs, fmt.Sprintf("%d 0 R", at.page+1))
	}
	for i := range all {
		if marked[i] {
			continue
		}
		if err := all.repack(i, packing[i]); err != nil {
			return nil, err
		}
	}
	more := "/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>/MarkInfo<</Marked true>>/StructTreeRoot " + all.structure(refs, pages)
	if outlines := all.outlines(refs, pages); outlines != "" {
		more += "/PageMode/UseOutlines/Outlines " + outlines
	}
	all[catalogObject] = append([]byte("<</Type/Catalog"+more), all[catalogObject][len("<</Type/Catalog"):]...)
	summary, _, _ := strings.Cut(pages[0].Description, ". ")
	all[infoObject] = fmt.Appendf(nil, "<</Title %s/Subject %s/Creator(Entangle)/Producer(Entangle, tdewolff/canvas)>>",
		pdfText(pages[0].Title), pdfText(summary))
	sum := sha256.New()
	for _, body := range all {
		sum.Write(body)
	}
	return all.write("1 0 R", "2 0 R", hex.EncodeToString(sum.Sum(nil)[:16])), nil
}

// mark makes the content of a page a single marked part, which the structure of
// the document names.
func (o objects) mark(page, contents, n int, pc pace.Pace) error {
	_, plain, err := content(o[contents])
	if err != nil {
		return err
	}
	tag := "/Figure"
	if n > 0 {
		tag = "/Sect"
	}
	packed, err := deflated(pc, []byte(tag+" <</MCID 0>> BDC\n"), plain, []byte("\nEMC"))
	if err != nil {
		return err
	}
	o[contents] = packed
	o[page] = append(fmt.Appendf(nil, "<</Type/Page/StructParents %d", n), o[page][len("<</Type/Page"):]...)
	return nil
}

// repack packs a stream that is not, and takes the date out of an embedded face.
func (o objects) repack(i int, pc pace.Pace) error {
	dict, _, ok := streamOf(o[i])
	if !ok || bytes.HasPrefix(dict, []byte("<</Type/XObject/Subtype/Form")) {
		return nil
	}
	if !bytes.Contains(dict, []byte("/Filter")) {
		_, plain, err := content(o[i])
		if err == nil {
			o[i], err = deflated(pc, plain)
		}
		return err
	}
	_, plain, err := content(o[i])
	if err != nil {
		return err
	}
	if !bytes.HasPrefix(plain, []byte("\x00\x01\x00\x00")) && !bytes.HasPrefix(plain, []byte("OTTO")) {
		return nil
	}
	if err := clearDate(plain); err != nil {
		return err
	}
	packed, err := deflated(pc, plain)
	if err != nil {
		return err
	}
	if bytes.Contains(dict, []byte("/Subtype/OpenType")) {
		packed = append([]byte("<</Subtype/OpenType"), packed[len("<<"):]...)
	}
	o[i] = packed
	return nil
}

// structure says what each page is: a figure with the text that is read out in
// its place, or a section.
func (o *objects) structure(refs []string, pages []*Page) string {
	root := len(*o) + 1 // written last, after its parts
	root += len(pages)
	var parts, parents string
	for i, ref := range refs {
		tag := "Figure"
		if i > 0 {
			tag = "Sect"
		}
		alt := ""
		if pages[i].Description != "" {
			alt = "/Alt " + pdfText(pages[i].Description)
		}
		part := o.add("<</Type/StructElem/S/%s/P %d 0 R/Pg %s/K 0%s>>", tag, root, ref, alt)
		parts += part + " "
		parents += fmt.Sprintf("%d[%s]", i, part)
	}
	return o.add("<</Type/StructTreeRoot/K[%s]/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>", parts, parents, len(refs))
}

// outlines writes the bookmarks of all pages, "" when there are none.
func (o *objects) outlines(refs []string, pages []*Page) string {
	type item struct {
		Bookmark
		page, parent, first, last, next, prev, kids int // of items; -1 for none
	}
	var items []item
	top := -1 // the last one of level 0
	for i, pg := range pages {
		for _, b := range pg.Bookmarks {
			n := item{Bookmark: b, page: i, parent: -1, first: -1, last: -1, next: -1, prev: -1}
			at := len(items)
			if b.Level > 0 && top >= 0 {
				n.parent, n.prev = top, items[top].last
				if items[top].first < 0 {
					items[top].first = at
				}
				items[top].last = at
				items[top].kids++
			} else {
				n.prev, top = top, at
			}
			if n.prev >= 0 {
				items[n.prev].next = at
			}
			items = append(items, n)
		}
	}
	if len(items) == 0 {
		return ""
	}
	root := len(*o) + len(items) + 1
	base := len(*o) + 1
	key := func(name string, i int) string {
		if i < 0 {
			return ""
		}
		return fmt.Sprintf("/%s %d 0 R", name, base+i)
	}
	for _, n := range items {
		parent := fmt.Sprintf("/Parent %d 0 R", root)
		if n.parent >= 0 {
			parent = key("Parent", n.parent)
		}
		count := ""
		if n.kids > 0 {
			count = fmt.Sprintf("/Count %d", n.kids)
		}
		o.add("<</Title %s%s%s%s%s%s%s/Dest[%s/XYZ 0 %.2f null]>>", pdfText(n.Name), parent, key("Prev", n.prev), key("Next", n.next),
			key("First", n.first), key("Last", n.last), count, refs[n.page], (pages[n.page].Height-n.Y)*pdfPoints)
	}
	return o.add("<</Type/Outlines%s%s/Count %d>>", key("First", 0), key("Last", top), len(items))
}
