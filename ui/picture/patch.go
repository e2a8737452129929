package picture

import (
	"slices"

	"entangle/data/query"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// Shown is a scene with what it shows.
type Shown struct {
	Scene   *scene.Scene
	Subject *Subject
	Look    scene.Look
}

// mostPatched is up to how many lines a patch draws: of more, composing and painting
// them takes longer than a frame should.
const mostPatched = 2500

// Patch returns what the picture of a subject has otherwise than the scene that is
// shown, when both lie on the same placement and it is a small part of it; else nil.
func (s *Subject) Patch(shown Shown, look scene.Look, ruler *style.Ruler) *scene.Patch {
	before := shown.Subject
	if s.View.Arranged() != Web || !s.PlacesLike(before) || s.View.Roles || shown.Look.Palette != look.Palette || shown.Look.Bare != look.Bare {
		return nil
	}
	if s.Compared != nil || before.Compared != nil || s.InFocus != nil || before.InFocus != nil || len(look.Lifted)+len(shown.Look.Lifted) > 0 {
		return nil
	}
	c := contrast{s: s, before: before, was: picksOf(before, shown.Look), now: picksOf(s, look)}
	if c.was.any && !c.now.any {
		return nil // everything stands out again
	}
	c.bundles()
	c.nodes()
	if len(c.part.Bundles) > mostPatched || len(c.d.Changed) > 2*mostPatched {
		return nil
	}
	c.d.Diagram = s.stripped().diagram(c.part, ruler)
	c.d.Picking, c.d.Veil = c.now.any, c.now.any && !c.was.any
	return shown.Scene.Patch(c.d, look, ruler)
}

// contrast finds what two pictures do not have in common.
type contrast struct {
	s, before *Subject
	was, now  picks
	d         scene.Difference
	part      query.Drawing // what of the picture is drawn
}

// bundles finds the lines that came, went, or look otherwise.
func (c *contrast) bundles() {
	old, now := c.before.Drawing.Bundles, c.s.Drawing.Bundles
	c.d.Labels = map[scene.Ref]bool{}
	for len(old) > 0 || len(now) > 0 {
		switch {
		case len(now) == 0 || len(old) > 0 && old[0].ID < now[0].ID:
			c.leaves(&old[0])
			old = old[1:]
		case len(old) == 0 || now[0].ID < old[0].ID:
			c.part.Bundles = append(c.part.Bundles, now[0])
			now = now[1:]
		default:
			c.bundle(&old[0], &now[0])
			old, now = old[1:], now[1:]
		}
	}
}

// bundle compares a line that is in both.
func (c *contrast) bundle(old, now *query.Bundle) {
	fanned := len(now.Ties) > 1 && (old.ID == c.before.View.Fanned) != (now.ID == c.s.View.Fanned)
	picked, haloed := c.now.line(now)
	wasPicked, wasHaloed := c.was.line(old)
	same := slices.Equal(old.Ties, now.Ties) && c.s.View.Ended == query.EndedDotted
	steps := picked != wasPicked || haloed != wasHaloed // and when all else steps back, that is the veil
	if !fanned && !steps && (same || c.alike(old, now)) {
		return
	}
	c.leaves(old)
	c.part.Bundles = append(c.part.Bundles, *now)
	if l := c.s.stripped().line(now); same && len(l.Fan) == 0 {
		c.d.Labels[l.Ref()] = true
	}
}

// alike says whether a line is drawn as it was, whatever its label says.
func (c *contrast) alike(old, now *query.Bundle) bool {
	a, b := c.before.stripped().line(old), c.s.stripped().line(now)
	return a.Ref() == b.Ref() && a.Layer == b.Layer && a.Dash == b.Dash && a.Faint == b.Faint && len(a.Ties) == len(b.Ties) &&
		len(a.Fan) == 0 && len(b.Fan) == 0
}

// leaves notes a line that is not there any more, or not as it was.
func (c *contrast) leaves(old *query.Bundle) {
	l := c.before.stripped().line(old)
	if len(l.Fan) == 0 {
		c.d.Changed = append(c.d.Changed, l.Ref())
	}
	for i := range l.Fan {
		c.d.Changed = append(c.d.Changed, l.Fan[i].Ref())
	}
}

// nodes finds the boxes that came, went, or stand out otherwise.
func (c *contrast) nodes() {
	c.d.Boxes = map[string]bool{}
	ends := map[string]bool{} // of the lines that are drawn
	for i := range c.part.Bundles {
		ends[string(c.part.Bundles[i].From)], ends[string(c.part.Bundles[i].To)] = true, true
	}
	old := c.before.Drawing.Nodes
	gone := func(n query.Node) {
		c.d.Changed = append(c.d.Changed, scene.Ref{Kind: scene.Party, ID: string(n.Party)})
	}
	for _, n := range c.s.Drawing.Nodes {
		for ; len(old) > 0 && old[0].Party < n.Party; old = old[1:] {
			gone(old[0])
		}
		id := string(n.Party)
		is := len(old) > 0 && old[0].Party == n.Party
		if is {
			old = old[1:]
		}
		switch lit := c.now.box(id); {
		case !is, lit && !c.was.box(id), c.now.halo(id) != c.was.halo(id), c.was.any && lit != c.was.box(id):
			if is {
				gone(n)
			}
			c.d.Boxes[id] = true
		case !ends[id]:
			continue
		}
		c.part.Nodes = append(c.part.Nodes, n)
	}
	for _, n := range old {
		gone(n)
	}
}

// picks says what of a picture is picked.
type picks struct {
	any    bool // anything that is drawn is
	chosen scene.Ref
	lit    map[string]bool
	ends   map[string]bool // the parties at the ends of picked lines
}

func picksOf(s *Subject, look scene.Look) picks {
	p := picks{chosen: look.Selected, lit: map[string]bool{}, ends: map[string]bool{}}
	for _, id := range look.Lit {
		p.lit[id] = true
	}
	if look.Selected.Kind == scene.None && len(look.Lit) == 0 {
		return p
	}
	for i := range s.Drawing.Bundles {
		b := &s.Drawing.Bundles[i]
		if picked, _ := p.line(b); picked {
			p.any = true
			p.ends[string(b.From)], p.ends[string(b.To)] = true, true
		}
	}
	for _, n := range s.Drawing.Nodes {
		p.any = p.any || p.halo(string(n.Party))
	}
	return p
}

// line says whether a line is picked, and whether it was picked itself, and not a party
// at its end.
func (p *picks) line(b *query.Bundle) (picked, itself bool) {
	if p.chosen.Kind == scene.None && len(p.lit) == 0 {
		return false, false
	}
	for _, t := range b.Ties {
		id := string(t.Tie.ID)
		itself = itself || p.lit[id] || p.chosen == scene.Ref{Kind: scene.Tie, ID: id}
	}
	itself = itself || p.chosen == scene.Ref{Kind: scene.Bundle, ID: b.ID}
	return itself || p.halo(string(b.From)) || p.halo(string(b.To)), itself
}

// halo says whether a party is picked itself.
func (p *picks) halo(party string) bool {
	return p.lit[party] || p.chosen == scene.Ref{Kind: scene.Party, ID: party}
}

// box says whether the box of a party stands out.
func (p *picks) box(party string) bool { return p.any && (p.halo(party) || p.ends[party]) }
