package syntax

import (
	"strconv"
	"strings"
)

// anchor is a node that aliases may name.
type anchor struct {
	node   Node
	before int // nodes when it began
	size   int // its nodes with aliases written out; 0 while it is open
}

// props are the anchor and the tag before a node.
type props struct {
	anchor  string
	tag     string // of the core schema, without its prefix; "!" is str
	tagText string // as written
	at      place
}

func (p props) empty() bool { return p.anchor == "" && p.tagText == "" }

// fits says whether the tag is one for a node of that kind.
func (p props) fits(kind Kind) bool {
	switch p.tag {
	case "":
		return true
	case "seq":
		return kind == List
	case "map":
		return kind == Map
	default:
		return kind == Scalar || p.tagText == "!"
	}
}

// with joins the props of a node that stand on two lines.
func (r *reader) join(p, q props) (props, bool) {
	if (p.anchor != "" && q.anchor != "") || (p.tagText != "" && q.tagText != "") {
		return p, r.failAt(q.at, "a second anchor or tag for the same value; keep one")
	}
	if p.empty() {
		p.at = q.at
	}
	if q.anchor != "" {
		p.anchor = q.anchor
	}
	if q.tagText != "" {
		p.tag, p.tagText = q.tag, q.tagText
	}
	return p, true
}

// property reads the anchor or tag at the cursor.
func (r *reader) property() (props, bool) {
	p := props{at: r.here()}
	if r.peek() == '&' {
		r.pos++
		p.anchor = r.word()
		if p.anchor == "" {
			return p, r.failAt(p.at, "an anchor without a name; write &name, or put the text in quotes")
		}
		return p, true
	}
	from := r.pos
	if strings.HasPrefix(r.src[r.pos:], "!<") {
		for !blankAt(r.src, r.pos) && r.src[r.pos] != '>' {
			r.pos++
		}
		if r.peek() == '>' {
			r.pos++
		}
	} else {
		r.word()
	}
	p.tagText = r.src[from:r.pos]
	tag, ok := coreTag(p.tagText)
	if !ok {
		r.faultAt(p.at, "the tag %s is not part of the format; leave it out, or put the text in quotes", cut(p.tagText))
	}
	p.tag = tag
	return p, true
}

// coreTag returns the tag of YAML's core schema that text stands for.
func coreTag(text string) (string, bool) {
	if text == "!" {
		return "str", true
	}
	name, ok := strings.CutPrefix(text, "!!")
	if !ok {
		name, ok = strings.CutPrefix(strings.TrimSuffix(text, ">"), "!<tag:yaml.org,2002:")
	}
	if !ok {
		return "", false
	}
	switch name {
	case "str", "int", "float", "bool", "null", "seq", "map":
		return name, true
	}
	return "", false
}

// word reads up to the next blank, line break or bracket.
func (r *reader) word() string {
	from := r.pos
	for !blankAt(r.src, r.pos) && !flowSign(r.src[r.pos]) {
		r.pos++
	}
	return r.src[from:r.pos]
}

// alias reads the alias at the cursor as a scalar that may be a key.
func (r *reader) alias() (scalar, bool) {
	s := scalar{place: r.here(), alias: true}
	r.pos++
	name := r.word()
	a, known := r.anchors[name]
	switch {
	case name == "":
		return s, r.failAt(s.place, "an alias without a name; write *name, or put the text in quotes")
	case !known:
		return s, r.failAt(s.place, "there is no anchor &%s before this; define it, or put the text in quotes", cut(name))
	case a.size == 0:
		return s, r.failAt(s.place, "the alias *%s stands inside of what it names; write the value out", cut(name))
	}
	r.expanded += a.size - 1
	if r.expanded >= MaxExpanded {
		return s, r.stop(s.place, "aliases make the file %d values longer than it is written, %d are allowed; write the values out", r.expanded, MaxExpanded-1)
	}
	s.start = int(a.node)
	return s, true
}

// cut shortens a word for a message and escapes what cannot be seen.
func cut(s string) string {
	const most = 40
	end := ""
	if len(s) > most {
		s, end = s[:most], "…"
	}
	quoted := strconv.Quote(s)
	return quoted[1:len(quoted)-1] + end
}
