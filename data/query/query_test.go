package query

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/resolve"
)

func ptr(x float64) *float64 { return &x }

func date(t testing.TB, text string) data.Date {
	t.Helper()
	if text == "" {
		return data.Date{}
	}
	d, err := data.ParseDate(text)
	require.NoError(t, err)
	return d
}

// says makes a statement with a status of an undated source.
func says(id string, status data.Status) data.Statement {
	return data.Statement{ID: data.StatementID(id), Source: "s1", Says: id, Status: status}
}

func tie(id, from, to string, kind data.KindID, statements ...data.Statement) data.Tie {
	return data.Tie{ID: data.TieID(id), From: data.PartyID(from), To: data.PartyID(to), Kind: kind, Statements: statements}
}

func usd(kind data.AmountKind, exact float64) data.Amount {
	return data.Amount{Exact: ptr(exact), Unit: "USD", Kind: kind}
}

// web is the dataset of this package's tests: o and a are labs, m and z clouds
// with the products az (of m) and br (of z's unit w), n makes chips.
func web(t testing.TB) *data.Dataset {
	commitment := says("t1a", data.Signed)
	commitment.Amounts = []data.Amount{usd(data.Committed, 250e9)}
	larger := says("t2a", data.InForce)
	larger.Amounts = []data.Amount{{Max: ptr(50e9), Unit: "USD", Kind: data.Promised}}
	other := says("t2b", data.InForce)
	other.Source = "s2"
	over := says("t3a", data.Signed)
	over.End = date(t, "2025")
	lapsed := says("t4b", data.Lapsed)
	lapsed.Effective = date(t, "2026-01")
	signed := says("t4a", data.Signed)
	signed.Effective = date(t, "2024")
	future := says("t8a", data.Signed)
	future.Effective = date(t, "2027")
	hidden := says("t9a", data.Rumoured)
	d := &data.Dataset{
		AsOf: date(t, "2026-05-01"),
		Sources: []data.Source{
			{ID: "s1", Title: "One"},
			{ID: "s2", Title: "Two"},
			{ID: "s3", Title: "Three"},
			{ID: "s4", Title: "Four"},
		},
		Parties: []data.Party{
			{ID: "o", Kind: data.AILab},
			{ID: "a", Kind: data.AILab},
			{ID: "m", Kind: data.Cloud},
			{ID: "az", Kind: data.Product, Parent: "m"},
			{ID: "z", Kind: data.Cloud},
			{ID: "w", Kind: data.Cloud, Parent: "z"},
			{ID: "br", Kind: data.Product, Parent: "w"},
			{ID: "n", Kind: data.ChipMaker},
			{ID: "g", Kind: data.Investor},
		},
		Ties: []data.Tie{
			tie("t1", "o", "m", "cloud-commitment", commitment),
			tie("t2", "z", "o", "equity", larger, other),
			tie("t3", "o", "m", "exclusivity", over),
			tie("t4", "o", "m", "first-launch", signed, lapsed),
			tie("t5", "n", "o", "silicon-supply", says("t5a", data.InForce)),
			tie("t6", "a", "br", "distribution", says("t6a", data.InForce)),
			tie("t7", "m", "az", "hosting", says("t7a", data.InForce)),
			tie("t8", "a", "m", "cloud-commitment", future),
			tie("t9", "n", "a", "equity", hidden),
			tie("ta", "o", "m", "partnership", data.Statement{ID: "taa", Source: "s1", Says: "x"}),
			tie("tb", "o", "w", "ip-licence", says("tba", data.Absent)),
			tie("tc", "m", "az", "integration", says("tca", data.InForce)),
		},
		Notes: []data.Note{
			{ID: "n1", About: []string{"o"}, Statements: []data.Statement{{ID: "n1a", Source: "s3", Says: "x"}}},
			{ID: "n2", About: []string{"n1"}, Statements: []data.Statement{{ID: "n2a", Source: "s3", Says: "x"}}},
			{ID: "n3", About: []string{"g"}, Statements: []data.Statement{{ID: "n3a", Source: "s4", Says: "x"}}},
			{ID: "n4", About: []string{"t1"}, Statements: []data.Statement{{ID: "n4a", Source: "s4", Says: "x", Effective: date(t, "2030")}}},
		},
	}
	d.Ties[1].With = []data.PartyID{"g"}
	return d.Build()
}

func look(t testing.TB, d *data.Dataset, change func(*View)) *Result {
	t.Helper()
	v := Default(d, data.DayOf(2020, 1, 1))
	if change != nil {
		change(&v)
	}
	return Apply(resolve.At(d, v.Moment()), v)
}

func ids(ties []*resolve.State) string {
	out := ""
	for _, s := range ties {
		out += " " + string(s.Tie.ID)
	}
	return out
}

func TestFilters(t *testing.T) {
	d := web(t)
	for name, c := range map[string]struct {
		change func(*View)
		want   string
	}{
		"reported is the default; lapsed ties were signed": {nil, " t1 t2 t3 t4 t5 t6 t7 tc"},
		"signed":                {func(v *View) { v.Status = "signed" }, " t1 t2 t3 t4 t5 t6 t7 tc"},
		"in force":              {func(v *View) { v.Status = StatusInForce }, " t1 t2 t5 t6 t7 tc"},
		"rumoured":              {func(v *View) { v.Status = "rumoured" }, " t1 t2 t3 t4 t5 t6 t7 t9 tc"},
		"all":                   {func(v *View) { v.Status = StatusAll }, " t1 t2 t3 t4 t5 t6 t7 t9 ta tb tc"},
		"another day":           {func(v *View) { v.AsOf = data.DayOf(2028, 1, 1) }, " t1 t2 t3 t4 t5 t6 t7 t8 tc"},
		"kinds":                 {func(v *View) { v.Kinds = []data.KindID{"equity", "hosting"} }, " t2 t7"},
		"technical":             {func(v *View) { v.Basis = data.Technical }, " t5 tc"},
		"contractual":           {func(v *View) { v.Basis = data.Contractual }, " t1 t2 t3 t4 t6 t7"},
		"two parties":           {func(v *View) { v.Parties = []data.PartyID{"o", "m"} }, " t1 t3 t4 t7 tc"},
		"a party with products": {func(v *View) { v.Parties = []data.PartyID{"a", "z"} }, " t6"},
		"further parties":       {func(v *View) { v.Parties = []data.PartyID{"g", "z"} }, " t2"},
		"one party alone":       {func(v *View) { v.Parties = []data.PartyID{"o"} }, ""},
	} {
		assert.Equal(t, c.want, ids(look(t, d, c.change).Ties), name)
	}
}

func TestFocus(t *testing.T) {
	d := web(t)
	for name, c := range map[string]struct {
		focus data.PartyID
		hops  int
		dir   Direction
		want  string
	}{
		"no hop":                              {"o", 0, Both, ""},
		"one hop":                             {"o", 1, Both, " t1 t2 t3 t4 t5"},
		"out follows the arrow":               {"o", 1, Out, " t1 t3 t4"},
		"in goes against it":                  {"o", 1, In, " t2 t5"},
		"a party stands for its products":     {"m", 1, In, " t1 t3 t4 t7 tc"},
		"and for those of its units":          {"z", 1, In, " t6"},
		"a further party gives":               {"g", 1, Out, " t2"},
		"two hops":                            {"g", 2, Both, " t1 t2 t3 t4 t5"},
		"a product reached is its firm":       {"br", 2, Both, " t6"},
		"the focus itself is only what it is": {"az", 1, Out, ""},
		"against the arrow to all givers":     {"o", 2, In, " t2 t5 t6"},
	} {
		got := look(t, d, func(v *View) { v.Focus, v.Hops, v.Direction = c.focus, c.hops, c.dir })
		assert.Equal(t, c.want, ids(got.Ties), name)
	}
}

func TestResultTellsWhatIsInViewAndWhatIsNot(t *testing.T) {
	d := web(t)
	r := look(t, d, func(v *View) { v.Kinds = []data.KindID{"cloud-commitment", "equity"}; v.Focus = "m"; v.Direction = In })
	assert.Equal(t, " t1", ids(r.Ties))
	assert.Equal(t, []data.PartyID{"m", "o"}, r.Parties)
	assert.Equal(t, Hidden{Ties: 10, Parties: 7, By: []Reason{{"status", 3}, {"kinds", 6}, {"focus", 1}}}, r.Hidden)
	assert.Equal(t, []data.SourceID{"s1", "s3"}, r.Sources)
	require.Len(t, r.Notes, 2, "a note about a note in view is in view; one that does not count yet is not")
	assert.Equal(t, data.NoteID("n2"), r.Notes[1].Note.ID)
}

func TestCheckNamesWhatTheDatasetLacks(t *testing.T) {
	d := web(t)
	assert.Empty(t, View{Kinds: []data.KindID{"equity"}, Parties: []data.PartyID{"o"}, Focus: "m"}.Check(d))
	assert.Len(t, View{Kinds: []data.KindID{"x"}, Parties: []data.PartyID{"x", "y"}, Focus: "x"}.Check(d), 4)
}

func TestDefaultDay(t *testing.T) {
	today := data.DayOf(2026, 6, 1)
	for asOf, want := range map[string]string{"": "2026-06-01", "2026-05": "2026-05-31", "../2030": "2030-12-31", "2026-02/..": "2026-06-01"} {
		assert.Equal(t, want, Default(&data.Dataset{AsOf: date(t, asOf)}, today).AsOf.String(), asOf)
	}
}
