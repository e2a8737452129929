// Package data says what the web of dependence is: parties, the ties between
// them, and the statements that sources make about each tie. It holds plain
// values with the meaning of the file format; it must not know of files on
// disk, of drawing, of Graphviz or of any user interface.
//
// A loaded *Dataset is immutable: whoever wants another one makes another one.
package data

// Identifiers are distinct types, so that a party cannot be passed for a tie.
type (
	PartyID     string
	TieID       string
	StatementID string
	SourceID    string
	NoteID      string
	AgreementID string
	LayerID     string
	KindID      string
)

// Dataset is one file's content, in file order.
type Dataset struct {
	Title      string
	AsOf       Date // zero when the file states none
	Sources    []Source
	Parties    []Party
	Agreements []Agreement
	Ties       []Tie
	Notes      []Note
	Layers     []Layer // further layers, beside the built-in ones
	Kinds      []Kind  // further kinds, beside the built-in ones
	Stories    []Story
	Views      []SavedView
	Digest     string // SHA-256 of the file, 64 hexadecimal digits; "" when it was read from none

	index index
}

type index struct {
	sources    map[SourceID]int
	parties    map[PartyID]int
	agreements map[AgreementID]int
	ties       map[TieID]int
	notes      map[NoteID]int
	statements map[StatementID]StatementPlace
	kinds      map[KindID]Kind
	layers     map[LayerID]Layer
}

// StatementPlace says where a statement stands: in a tie or in a note, and as
// which of its statements.
type StatementPlace struct {
	Tie   *Tie
	Note  *Note
	Index int
}

// Statement returns the statement at the place.
func (p StatementPlace) Statement() *Statement {
	if p.Tie != nil {
		return &p.Tie.Statements[p.Index]
	}
	return &p.Note.Statements[p.Index]
}

// Build makes the look-up tables and returns d. The loader calls it once; after
// that the dataset must not be changed any more. Of records with the same id
// the first is found (the loader reports the others).
func (d *Dataset) Build() *Dataset {
	x := index{
		sources: map[SourceID]int{}, parties: map[PartyID]int{}, agreements: map[AgreementID]int{},
		ties: map[TieID]int{}, notes: map[NoteID]int{}, statements: map[StatementID]StatementPlace{},
		kinds: map[KindID]Kind{}, layers: map[LayerID]Layer{},
	}
	for i := range d.Sources {
		putFirst(x.sources, d.Sources[i].ID, i)
	}
	for i := range d.Parties {
		putFirst(x.parties, d.Parties[i].ID, i)
	}
	for i := range d.Agreements {
		putFirst(x.agreements, d.Agreements[i].ID, i)
	}
	for i := range d.Ties {
		tie := &d.Ties[i]
		putFirst(x.ties, tie.ID, i)
		for j := range tie.Statements {
			putFirst(x.statements, tie.Statements[j].ID, StatementPlace{Tie: tie, Index: j})
		}
	}
	for i := range d.Notes {
		note := &d.Notes[i]
		putFirst(x.notes, note.ID, i)
		for j := range note.Statements {
			putFirst(x.statements, note.Statements[j].ID, StatementPlace{Note: note, Index: j})
		}
	}
	for _, k := range append(BuiltinKinds(), d.Kinds...) {
		putFirst(x.kinds, k.ID, k)
	}
	for _, l := range append(BuiltinLayers(), d.Layers...) {
		putFirst(x.layers, l.ID, l)
	}
	d.index = x
	return d
}

func putFirst[K comparable, V any](m map[K]V, k K, v V) {
	if _, taken := m[k]; !taken {
		m[k] = v
	}
}

// Source returns the source of that id, or nil.
func (d *Dataset) Source(id SourceID) *Source { return at(d.Sources, d.index.sources, id) }

// Party returns the party of that id, or nil.
func (d *Dataset) Party(id PartyID) *Party { return at(d.Parties, d.index.parties, id) }

// Agreement returns the agreement of that id, or nil.
func (d *Dataset) Agreement(id AgreementID) *Agreement {
	return at(d.Agreements, d.index.agreements, id)
}

// Tie returns the tie of that id, or nil.
func (d *Dataset) Tie(id TieID) *Tie { return at(d.Ties, d.index.ties, id) }

// Note returns the note of that id, or nil.
func (d *Dataset) Note(id NoteID) *Note { return at(d.Notes, d.index.notes, id) }

// Statement says where the statement of that id stands.
func (d *Dataset) Statement(id StatementID) (StatementPlace, bool) {
	p, ok := d.index.statements[id]
	return p, ok
}

// Kind returns the kind of that id, built in or of the file.
func (d *Dataset) Kind(id KindID) (Kind, bool) {
	k, ok := d.index.kinds[id]
	return k, ok
}

// Layer returns the layer of that id, built in or of the file.
func (d *Dataset) Layer(id LayerID) (Layer, bool) {
	l, ok := d.index.layers[id]
	return l, ok
}

func at[K comparable, V any](list []V, index map[K]int, id K) *V {
	if i, ok := index[id]; ok {
		return &list[i]
	}
	return nil
}

// Top returns the topmost parent of a party: the firm that a unit or product
// belongs to. A party that is not held is its own top.
func (d *Dataset) Top(id PartyID) PartyID {
	for range len(d.Parties) {
		p := d.Party(id)
		if p == nil || p.Parent == "" {
			return id
		}
		id = p.Parent
	}
	return id
}

// LayerOf returns the layer of a tie: its own, else its kind's.
func (d *Dataset) LayerOf(t *Tie) LayerID {
	if t.Layer != "" {
		return t.Layer
	}
	k, _ := d.Kind(t.Kind)
	return k.Layer
}

// BasisOf returns the basis of a tie: its own, else its kind's.
func (d *Dataset) BasisOf(t *Tie) Basis {
	if t.Basis != "" {
		return t.Basis
	}
	k, _ := d.Kind(t.Kind)
	return k.Basis
}
