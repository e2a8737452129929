package resolve

import "entangle/data"

// Prepared is a dataset made ready to be resolved at any number of moments: the
// links looked up, the dates and fields of every statement laid out. It is
// immutable and may be shared.
type Prepared struct {
	dataset  *data.Dataset
	claims   []claim // every statement of the file, in file order, ties first
	subjects []subject
	ties     map[data.TieID]int // index into subjects
	notes    map[data.NoteID]int
}

// subject is a tie or a note: what statements are about.
type subject struct {
	tie    *data.Tie
	note   *data.Note
	first  int32 // its claims are claims[first : first+n]
	n      int32
	fields []field // status, start, end, substitutability, amounts by name; only those spoken of
	linked bool    // a link from or to one of its claims exists
}

// claim is a statement with what no moment changes.
type claim struct {
	*data.Statement
	opinion bool

	dated       bool // false: earlier than every dated one, on every day
	first, last data.Day
	known       data.Day // last day of its source's known; MinDay when always known

	spoken     int32    // of how many fields of rule 2 it speaks
	replacers  []link   // the claims that supersede or withdraw it
	supersedes []int32  // the claims that it supersedes
	disputes   []rivals // the claims that a `disputes` joins to it
}

// link is what another claim does to this one.
type link struct {
	by        int32
	withdraws bool // replaces it in all fields, not only in those that it speaks of
}

// rivals is the other end of a `disputes` link.
type rivals struct {
	other   int32
	own     bool // the link is written in this claim
	subject int32
}

// counts is rule 1.
func (c *claim) counts(m Moment) bool { return c.isKnown(m) && c.isEffective(m) }

func (c *claim) isKnown(m Moment) bool { return c.known <= m.KnownOn }

func (c *claim) isEffective(m Moment) bool { return !c.dated || c.first <= m.AsOf }

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
		s.fields = layOut.fields(p.claims[s.first : s.first+s.n])
	}
	return p
}

func (p *Prepared) addTie(tie *data.Tie) {
	if _, taken := p.ties[tie.ID]; !taken {
		p.ties[tie.ID] = len(p.subjects)
	}
	p.add(subject{tie: tie}, tie.Statements)
}

func (p *Prepared) add(s subject, statements []data.Statement) {
	s.first, s.n = int32(len(p.claims)), int32(len(statements))
	p.subjects = append(p.subjects, s)
	for i := range statements {
		p.claims = append(p.claims, p.claimOf(&statements[i]))
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

// link looks up every link of the file and enters it at both of its ends.
func (p *Prepared) link() {
	find := p.finder()
	for i := range p.subjects {
		s := &p.subjects[i]
		for by := s.first; by < s.first+s.n; by++ {
			c := &p.claims[by]
			for _, id := range c.Supersedes {
				if to, ok := find(id); ok && to != by {
					c.supersedes = appendNew(c.supersedes, to)
					p.claims[to].replacers = appendNew(p.claims[to].replacers, link{by: by})
				}
			}
			for _, id := range c.Withdraws {
				if to, ok := find(id); ok && to != by {
					p.claims[to].replacers = appendNew(p.claims[to].replacers, link{by: by, withdraws: true})
				}
			}
			for _, id := range c.Disputes {
				if to, ok := find(id); ok && to != by {
					p.dispute(int32(i), by, to)
				}
			}
		}
	}
	p.markLinked()
}

// dispute enters a `disputes` link from a claim of a subject to another claim.
func (p *Prepared) dispute(subject, by, to int32) {
	from, target := &p.claims[by], &p.claims[to]
	from.disputes = appendNew(from.disputes, rivals{other: to, own: true, subject: p.subjectOf(to)})
	target.disputes = appendNew(target.disputes, rivals{other: by, subject: subject})
}

func (p *Prepared) markLinked() {
	for i := range p.subjects {
		s := &p.subjects[i]
		for j := range s.n {
			c := &p.claims[s.first+j]
			if len(c.replacers)+len(c.supersedes)+len(c.disputes) > 0 {
				s.linked = true
			}
		}
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

func appendNew[T comparable](list []T, x T) []T {
	for _, y := range list {
		if x == y {
			return list
		}
	}
	return append(list, x)
}
