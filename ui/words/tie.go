package words

import (
	"strings"

	"entangle/data"
)

// Party returns the name of a party, or its id when the dataset lacks it.
func Party(d *data.Dataset, id data.PartyID) string {
	if p := d.Party(id); p != nil && p.Name != "" {
		return p.Name
	}
	return string(id)
}

// Parties returns the names of parties.
func Parties(d *data.Dataset, ids []data.PartyID) []string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = Party(d, id)
	}
	return names
}

// Kind returns the name of a kind of tie, as shown: cloud commitment.
func Kind(d *data.Dataset, id data.KindID) string {
	if k, ok := d.Kind(id); ok && k.Name != "" {
		return k.Name
	}
	return strings.ReplaceAll(string(id), "-", " ")
}

// Layer returns the name of a layer, as shown: models and IP.
func Layer(d *data.Dataset, id data.LayerID) string {
	if l, ok := d.Layer(id); ok && l.Name != "" {
		return l.Name
	}
	return string(id)
}

// Title returns the title of a tie, or the name of its kind where it has none.
func Title(d *data.Dataset, t *data.Tie) string {
	if t.Title != "" {
		return t.Title
	}
	return Capital(Kind(d, t.Kind))
}

// Sentence says who does what to whom: OpenAI buys cloud services from
// Microsoft. Further parties stand behind the first: SoftBank (with MGX)
// invests in OpenAI.
func Sentence(d *data.Dataset, t *data.Tie) string {
	k, _ := d.Kind(t.Kind)
	says := k.Says
	if !strings.Contains(says, "{from}") || !strings.Contains(says, "{to}") {
		says = Capital(Kind(d, t.Kind)) + " from {from}" + role(k.From) + " to {to}" + role(k.To)
	}
	from := Party(d, t.From)
	if len(t.With) > 0 {
		from += " (with " + List(Parties(d, t.With)) + ")"
	}
	return strings.NewReplacer("{from}", from, "{to}", Party(d, t.To)).Replace(says)
}

func role(name string) string {
	if name == "" {
		return ""
	}
	return " (" + name + ")"
}

// Ends writes the two ends of a tie with an arrow: OpenAI → Microsoft.
func Ends(d *data.Dataset, t *data.Tie) string {
	from := append([]data.PartyID{t.From}, t.With...)
	return List(Parties(d, from)) + " → " + Party(d, t.To)
}

// Basis says in words what a tie rests on.
func Basis(b data.Basis) string {
	return map[data.Basis]string{
		data.Contractual: "contractual: it can be renegotiated",
		data.Technical:   "technical: negotiation alone does not undo it",
		data.BothBases:   "contractual and technical: the contract can be renegotiated, the engineering cannot",
	}[b]
}

// BasisName names a basis: contractual, technical, contractual and technical.
func BasisName(b data.Basis) string {
	if b == data.BothBases {
		return "contractual and technical"
	}
	return string(b)
}

// Status writes a status: in force, letter of intent, said not to exist. No
// status at all is not recorded.
func Status(s data.Status) string {
	switch s {
	case "":
		return NotRecorded
	case data.Absent:
		return "absent: the source says that there is no such tie"
	}
	return strings.ReplaceAll(string(s), "-", " ")
}

// SourceKind names what sort of document a source is: law firm note.
func SourceKind(k data.SourceKind) string { return strings.ReplaceAll(string(k), "-", " ") }

// Stance says in which voice a source speaks.
func Stance(s data.Stance) string {
	return map[data.Stance]string{
		data.Fact:             "as a fact",
		data.CompanyStatement: "as a company statement",
		data.Report:           "as a report",
		data.AnalystView:      "as an analyst’s view",
		data.Opinion:          "as an opinion",
	}[s]
}

// Substitutability says how hard a technical tie is to replace.
func Substitutability(s data.Substitutability) string {
	return map[data.Substitutability]string{
		"not-substitutable": "cannot be substituted",
		"highly-complex":    "highly complex to substitute",
		"medium":            "can be substituted with some effort",
		"easy":              "easy to substitute",
	}[s]
}
