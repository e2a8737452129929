package resolve

import (
	"cmp"
	"slices"
	"sync"

	"entangle/data"
)

// Prepared is a dataset made ready to be resolved at any number of moments: the
// links looked up, the dates and fields of every statement laid out. It is
// immutable and may be shared.
type Prepared struct {
	dataset  *data.Dataset
	claims   []claim // every statement of the file, in file order, ties first
	subjects []subject
	ties     map[data.TieID]int // index into subjects
	notes    map[data.NoteID]int
	turns    func() *turns  // found when a second moment is asked for
	byID     func() []int32 // the order of the ties, found when it is asked for
}

// subject is a tie or a note: what statements are about.
type subject struct {
	tie    *data.Tie
	note   *data.Note
	first  int32 // its claims are claims[first : first+n]
	n      int32
	fields []field // status, start, end, substitutability, amounts by name; only those spoken of
	linked bool    // a link from or to one of its claims exists
	family int32   // subjects that links join have the same; alone: none join it
}

const alone int32 = -1

// claim is a statement with what no moment changes.
type claim struct {
	*data.Statement
	opinion bool

	dated       bool // false: earlier than every dated one, on every day
	first, last data.Day
	known       data.Day // last day of its source's known; MinDay when always known

	rank       int32    // its place among its subject's by id
	spoken     int32    // of how many fields of rule 2 it speaks
	replacers  []link   // the claims that supersede or withdraw it
	supersedes []int32  // the claims that it supersedes
	disputes   []rivals // the claims that a `disputes` joins to it, in file order
}

// link is what another claim does to this one.
type link struct {
	by        int32
	withdraws bool // replaces it in all fields, not only in those that it speaks of
}

// rivals is the other end of a `disputes` link.
type rivals struct {
	other int32
	own   bool // the link is written in this claim
}

// phase says whether a claim counts at a moment (rule 1), and if not, why.
type phase uint8

const (
	counting phase = iota
	unknown        // its source is not known yet
	ahead          // it is not effective yet
)

func (c *claim) phase(m Moment) phase {
	switch {
	case c.known > m.KnownOn:
		return unknown
	case c.dated && c.first > m.AsOf:
		return ahead
	default:
		return counting
	}
}

// laterThan is rule 3: its effective begins after the other's ends.
func (c *claim) laterThan(o *claim) bool {
	return c.dated && (!o.dated || c.first > o.last)
}

// Prepare makes a dataset ready. It takes time in proportion to the dataset;
// resolving at a moment afterwards takes less than a tenth of that.
func Prepare(d *data.Dataset) *Prepared { return prepare(d, nil) }

// prepare makes a dataset ready, with one tie in place of that of the same id
// when it is not nil.
func prepare(d *data.Dataset, draft *data.Tie) *Prepared {
	p := &Prepared{
		dataset: d, ties: make(map[data.TieID]int, len(d.Ties)+1), notes: make(map[data.NoteID]int, len(d.Notes)),
		subjects: make([]subject, 0, len(d.Ties)+len(d.Notes)+1),
	}
	p.claims = make([]claim, 0, count(d, draft))
	p.turns, p.byID = sync.OnceValue(p.findTurns), sync.OnceValue(p.tiesByID)
	for i := range d.Ties {
		tie := &d.Ties[i]
		if draft != nil && tie.ID == draft.ID {
			continue
		}
		p.addTie(tie)
	}
	if draft != nil {
		p.addTie(draft)
	}
	for i := range d.Notes {
		note := &d.Notes[i]
		if _, taken := p.notes[note.ID]; !taken {
			p.notes[note.ID] = len(p.subjects)
		}
		p.add(subject{note: note}, note.Statements)
	}
	p.link()
	layOut := newLayOut()
	for i := range p.subjects {
		s := &p.subjects[i]
		s.fields = layOut.of(p.claims[s.first : s.first+s.n])
	}
	return p
}

// count returns how many statements there may be.
func count(d *data.Dataset, draft *data.Tie) int {
	n := 0
	for i := range d.Ties {
		n += len(d.Ties[i].Statements)
	}
	for i := range d.Notes {
		n += len(d.Notes[i].Statements)
	}
	if draft != nil {
		n += len(draft.Statements)
	}
	return n
}

func (p *Prepared) addTie(tie *data.Tie) {
	if _, taken := p.ties[tie.ID]; !taken {
		p.ties[tie.ID] = len(p.subjects)
	}
	p.add(subject{tie: tie}, tie.Statements)
}

func (p *Prepared) add(s subject, statements []data.Statement) {
	s.first, s.n, s.family = int32(len(p.claims)), int32(len(statements)), alone
	p.subjects = append(p.subjects, s)
	for i := range statements {
		p.claims = append(p.claims, p.claimOf(&statements[i]))
	}
	rank(p.claims[s.first:])
}

// rank numbers the claims of a subject in the order of their ids.
func rank(claims []claim) {
	sorted := true
	for i := range claims {
		claims[i].rank = int32(i)
		sorted = sorted && (i == 0 || claims[i-1].ID < claims[i].ID)
	}
	if sorted {
		return
	}
	order := make([]int32, len(claims))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(a, b int32) int { return cmp.Compare(claims[a].ID, claims[b].ID) })
	for n, i := range order {
		claims[i].rank = int32(n)
	}
}

func (p *Prepared) claimOf(s *data.Statement) claim {
	c := claim{Statement: s, opinion: s.Stance == data.Opinion, known: data.MinDay}
	effective := s.Effective
	if source := p.dataset.Source(s.Source); source != nil {
		if effective.IsZero() {
			effective = source.Published
		}
		if known := source.KnownFrom(); !known.IsZero() {
			c.known = known.Last()
		}
	}
	if !effective.IsZero() {
		c.dated, c.first, c.last = true, effective.First(), effective.Last()
	}
	return c
}

// link looks up every link of the file and enters it at both of its ends, once.
func (p *Prepared) link() {
	find := p.finder()
	each := func(by int32, ids []data.StatementID, enter func(from, to *claim, other int32)) {
		for _, id := range ids {
			if to, ok := find(id); ok && to != by {
				enter(&p.claims[by], &p.claims[to], to)
			}
		}
	}
	for i := range p.claims {
		by := int32(i)
		each(by, p.claims[i].Supersedes, func(from, to *claim, other int32) {
			if enter(&to.replacers, link{by: by}) {
				from.supersedes = append(from.supersedes, other)
			}
		})
		each(by, p.claims[i].Withdraws, func(_, to *claim, _ int32) {
			enter(&to.replacers, link{by: by, withdraws: true})
		})
		each(by, p.claims[i].Disputes, func(from, to *claim, other int32) {
			if enter(&to.disputes, rivals{other: by}) {
				from.disputes = append(from.disputes, rivals{other: other, own: true})
			}
		})
	}
	for i := range p.claims {
		if d := p.claims[i].disputes; len(d) > 1 {
			slices.SortFunc(d, func(a, b rivals) int { return cmp.Compare(a.other, b.other) })
		}
	}
	p.markLinked()
}

// enter adds a link to the list of its target. The same link again comes right
// after it.
func enter[T comparable](list *[]T, x T) bool {
	if n := len(*list); n > 0 && (*list)[n-1] == x {
		return false
	}
	*list = append(*list, x)
	return true
}

// markLinked marks the subjects with links, and joins those that links across
// them join.
func (p *Prepared) markLinked() {
	join := func(claim, other int32) {
		if a, b := p.root(p.subjectOf(claim)), p.root(p.subjectOf(other)); a != b {
			p.subjects[max(a, b)].family = min(a, b)
			p.subjects[min(a, b)].family = min(a, b)
		}
	}
	for i := range p.subjects {
		s := &p.subjects[i]
		for by := s.first; by < s.first+s.n; by++ {
			c := &p.claims[by]
			s.linked = s.linked || len(c.replacers)+len(c.supersedes)+len(c.disputes) > 0
			for _, l := range c.replacers {
				join(by, l.by)
			}
			for _, r := range c.disputes {
				join(by, r.other)
			}
		}
	}
	for i := range p.subjects {
		if p.subjects[i].family != alone {
			p.subjects[i].family = p.root(int32(i))
		}
	}
}

// root follows families up to the one that stands for all.
func (p *Prepared) root(subject int32) int32 {
	for {
		up := p.subjects[subject].family
		if up == alone || up == subject {
			return subject
		}
		if top := p.subjects[up].family; top != alone {
			p.subjects[subject].family = top
		}
		subject = up
	}
}

// subjectOf finds the tie or note that a claim is about.
func (p *Prepared) subjectOf(claim int32) int32 {
	low, high := 0, len(p.subjects)-1
	for low < high {
		mid := (low + high + 1) / 2
		if p.subjects[mid].first <= claim {
			low = mid
		} else {
			high = mid - 1
		}
	}
	return int32(low)
}

// finder returns a look-up of claims by id that is only built when a link asks.
// Of statements with the same id the first is found.
func (p *Prepared) finder() func(data.StatementID) (int32, bool) {
	var byID map[data.StatementID]int32
	return func(id data.StatementID) (int32, bool) {
		if byID == nil {
			byID = make(map[data.StatementID]int32, len(p.claims))
			for i := len(p.claims) - 1; i >= 0; i-- {
				byID[p.claims[i].ID] = int32(i)
			}
		}
		i, ok := byID[id]
		return i, ok
	}
}
