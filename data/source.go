package data

// SourceKind is what sort of document a source is.
type SourceKind string

// SourceKinds is the closed list of source kinds.
func SourceKinds() []SourceKind {
	return []SourceKind{
		"news", "digest", "filing", "press-release", "official", "research", "law-firm-note", "own-note",
	}
}

// Source is a document that makes statements.
type Source struct {
	ID          SourceID
	Title       string
	Publisher   string
	Author      string
	Kind        SourceKind
	Published   Date
	Known       Date // from when it counts as known; zero means Published, else always
	URL         string
	Retrieved   Date
	Archive     string
	SHA256      string
	Reliability string // Admiralty A-F
}

// KnownFrom returns the date from which "as known on" counts the source, zero
// when it always does.
func (s *Source) KnownFrom() Date {
	if !s.Known.IsZero() {
		return s.Known
	}
	return s.Published
}

// Agreement is a package that several ties belong to.
type Agreement struct {
	ID      AgreementID
	Title   string
	Parties []PartyID
	Date    Date
}

// Note is what is no tie between two parties: an aggregate, a forecast, an
// opinion, rivalry, exposure, background. It is never drawn as a line and never
// summed.
type Note struct {
	ID         NoteID
	About      []string // ids of parties, ties, sources or notes
	Topic      string
	Title      string
	Statements []Statement
}

// Story is a presentation. Its steps are kept as they were written.
type Story struct {
	ID    string
	Title string
	Rest  map[string]any
}

// SavedView is a view that was saved by name, kept as it was written.
type SavedView struct {
	ID    string
	Title string
	Rest  map[string]any
}
