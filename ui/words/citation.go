package words

import (
	"strings"

	"entangle/data"
)

// Citation writes a statement for a paper: what it says in our own words, on
// which days that was read, and the source with its place and link. It is ""
// when the dataset lacks the statement.
func Citation(d *data.Dataset, id data.StatementID, asOf, knownOn data.Day) string {
	place, ok := d.Statement(id)
	if !ok {
		return ""
	}
	s := place.Statement()
	text := Plain(s.Says)
	if by := Asserter(d, s); by != "" {
		text += " (according to " + by + ")"
	}
	text += " [" + AsOf(asOf, knownOn) + "]"
	source := d.Source(s.Source)
	if source == nil {
		return text
	}
	return text + "\nSource: " + SourceCitation(source, s.Locator)
}

// SourceCitation writes a source in full: author, title, publisher, date,
// place, link, day of retrieval, archived copy.
func SourceCitation(s *data.Source, locator string) string {
	parts := []string{Apart(Plain(s.Author)), "“" + Apart(Plain(s.Title)) + "”", Apart(Plain(s.Publisher)), published(s), Plain(locator), SafeLink(s.URL)}
	if !s.Retrieved.IsZero() {
		parts = append(parts, "retrieved "+Date(s.Retrieved))
	}
	if link := SafeLink(s.Archive); link != "" {
		parts = append(parts, "archived at "+link)
	}
	return strings.Join(filled(parts), ", ")
}

// SourceLine writes a source in short, as under a card: BCLP · Richard Werner ·
// 23 Apr 2026 · ¶9. A source without a publisher is known by its title.
func SourceLine(s *data.Source, locator string) string {
	name := s.Publisher
	if name == "" {
		name = s.Title
	}
	return strings.Join(filled([]string{Apart(Plain(name)), Apart(Plain(s.Author)), published(s), Plain(locator)}), " · ")
}

// Asserter names who asserts a statement inside its source: a party by its
// name, anyone else as the file has it; "" when that is the source itself.
func Asserter(d *data.Dataset, s *data.Statement) string {
	if p := d.Party(data.PartyID(s.By)); p != nil {
		return Plain(p.Name)
	}
	return Plain(s.By)
}

// SafeLink returns a link that may be written or opened: http, https or mailto;
// any other is "".
func SafeLink(link string) string { return data.SafeLink(link) }

func published(s *data.Source) string {
	if s.Published.IsZero() {
		return "undated"
	}
	return Date(s.Published)
}

func filled(parts []string) []string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return out
}
