package format

import (
	"encoding/json"
	"reflect"
	"testing"

	"entangle/data"
)

func TestAmountRules(t *testing.T) {
	amount := func(fields string) string { return statement("amount: " + fields) }
	checkRules(t, []rule{
		{"bare number", amount("§250e9"), []string{"x | amount | an amount is a map; write {exact: 250e9, unit: USD, kind: committed}"}},
		{"bare word", amount("§billions"), []string{"x | amount | {unknown: true, text: \"billions\"}"}},
		{"no form", amount("§{unit: USD, kind: paid}"), []string{"x | amount | no number is given; an amount has one of exact, min and/or max, over, under, or unknown: true"}},
		{"two forms", amount("{exact: 5, over: §3, unit: USD, kind: paid}"), []string{"x | amount.over | exact, over stand together"}},
		{"min and over", amount("{min: 5, over: §3, unit: USD, kind: paid}"), []string{"x | amount.over | min, over stand together"}},
		{"exact and unknown", amount("{exact: 5, unknown: §true, text: z, unit: USD, kind: paid}"), []string{"x | amount.unknown | exact, unknown stand together"}},
		{"min above max", amount("{min: 5, max: §3, unit: USD, kind: paid}"), []string{"x | amount.max | max is less than min"}},
		{"no unit and no kind", amount("§§{exact: 5}"), []string{"x | amount.unit | unit is missing; write USD", "x | amount.kind | kind is missing; write paid, committed, announced, option or valuation"}},
		{"unknown without its word", amount("§{unknown: true}"), []string{"x | amount.text | text is missing; an unknown amount gives the source's word"}},
		{"unknown that is not true", amount("§{unknown: false, unit: USD, kind: paid}"), []string{"x | amount | no number is given"}},
		{"unknown in quotes", amount("{exact: 1, unknown: §\"true\", unit: USD, kind: paid}"), []string{"x | amount.unknown | write true or false, without quotes"}},
		{"yes", amount("{exact: 1, about: §yes, unit: USD, kind: paid}"), []string{"x | amount.about | \"yes\" is no truth value"}},
		{"increase", amount("{exact: 1, increase: §on, unit: USD, kind: paid}"), []string{"x | amount.increase | \"on\" is no truth value"}},
		{"kind", amount("{exact: 1, kind: §pledged, unit: USD}"), []string{"x | amount.kind | paid, committed, announced, option or valuation"}},
		{"unknown key", amount("{exact: 1, kind: paid, unit: USD, §uint: USD}"), []string{"x | amount.uint | did you mean unit?"}},
		{"second of a list", amount("[{exact: 1, unit: USD, kind: paid}, {exact: §x, unit: USD, kind: paid}]"), []string{"x | amount[1].exact | is no number"}},
		{"list in a list", amount("[§[]]"), []string{"x | amount[0] | an amount is expected"}},
		{"text in a list", amount("[§5]"), []string{"x | amount[0] | an amount is expected; write {exact: …"}},
	})
}

func TestNumbers(t *testing.T) {
	exact := func(n string) string { return statement("amount: {exact: §" + n + ", unit: USD, kind: paid}") }
	wrong := map[string]string{
		"-5": "is negative", "1e999": "too large", "\"5\"": "without quotes; write 5", "250_000": "write 250000",
		"0x10": "no number", "0o17": "no number", ".inf": "not finite", "-.inf": "not finite", ".nan": "not finite",
		"$5": "write 5", "'5'": "without quotes", "5 %": "write 5", "many": "write digits as in 27, 0.5", "1e": "no number",
		"\"250,000\"": "write 250000", ".": "no number", "Infinity": "no number", "5bn": "no number", "true": "no number",
	}
	for n, part := range wrong {
		checkRules(t, []rule{{n, exact(n), []string{"x | amount.exact | " + part}}})
	}
	right := map[string]float64{
		"250e9": 250e9, "1.4e12": 1.4e12, "27": 27, ".5": .5, "5.": 5, "+5": 5, "1E3": 1000, "1e-3": .001, "007": 7, "-0": 0, "0": 0, "625E+9": 625e9,
	}
	for n, want := range right {
		text, _ := unmark(exact(n))
		d, err := Parse("x.yaml", []byte(text))
		if err != nil {
			t.Errorf("%s: %v", n, err)
			continue
		}
		if got := *d.Ties[0].Statements[0].Amounts[0].Exact; got != want {
			t.Errorf("%s is read as %v", n, got)
		}
	}
}

func TestHorizons(t *testing.T) {
	amount := func(horizon string) string {
		return statement("amount: {exact: 1, unit: USD, kind: paid, horizon: " + horizon + "}")
	}
	checkRules(t, []rule{
		{"word", amount("§yearly"), []string{"x | amount.horizon | write one-off, {years: 8}, {years: {min: 5, max: 6}} or {per: year}"}},
		{"number", amount("§8"), []string{"x | amount.horizon | \"8\" is no horizon"}},
		{"no years", amount("{years: §0}"), []string{"x | amount.horizon.years | 0 years"}},
		{"negative", amount("{years: §-1}"), []string{"x | amount.horizon.years | negative"}},
		{"min above max", amount("{years: {min: 6, max: §5}}"), []string{"x | amount.horizon.years.max | less than min"}},
		{"min of none", amount("{years: {min: §0, max: 5}}"), []string{"x | amount.horizon.years.min | more than 0"}},
		{"only min", amount("{years: §{min: 6}}"), []string{"x | amount.horizon.years.max | missing"}},
		{"per month", amount("{per: §month}"), []string{"x | amount.horizon.per | write year"}},
		{"both", amount("§{years: 1, per: year}"), []string{"x | amount.horizon | either years or per"}},
		{"neither", amount("§{}"), []string{"x | amount.horizon | either years or per"}},
	})
	for horizon, want := range map[string]data.Horizon{
		"one-off": {}, "\"\"": {}, "~": {}, "{years: 8}": {MinYears: 8, MaxYears: 8},
		"{years: {min: 5, max: 6.5}}": {MinYears: 5, MaxYears: 6.5}, "{per: year}": {PerYear: true},
	} {
		d, err := Parse("x.yaml", []byte(amount(horizon)))
		if err != nil {
			t.Errorf("%s: %v", horizon, err)
		} else if got := d.Ties[0].Statements[0].Amounts[0].Horizon; got != want {
			t.Errorf("%s is read as %+v", horizon, got)
		}
	}
}

func TestDisclosures(t *testing.T) {
	party := func(fields string) string {
		return "format: entangle/1\nparties: [{id: a, name: A, kind: cloud, disclosed: [" + fields + "]}]"
	}
	checkRules(t, []rule{
		{"of", party("{of: §profit, share: 4, counterparty: a}"), []string{"a | disclosed[0].of | backlog, revenue or cost"}},
		{"neither", party("§{of: cost}"), []string{"a | disclosed[0] | neither amount nor share"}},
		{"both", party("{of: cost, share: §4, counterparty: a, amount: {exact: 1, unit: USD}}"), []string{"a | disclosed[0].share | write two disclosures"}},
		{"whose share", party("§{of: cost, share: 4}"), []string{"a | disclosed[0].counterparty | counterparty is missing"}},
		{"above all", party("{of: cost, share: §101, counterparty: a}"), []string{"a | disclosed[0].share | from 0 to 100"}},
		{"amount", party("{of: cost, amount: §{exact: 1}}"), []string{"a | disclosed[0].amount.unit | unit is missing"}},
		{"several amounts", party("{of: cost, amount: §[{exact: 1, unit: USD}]}"), []string{"a | disclosed[0].amount | an amount is expected"}},
	})
}

func TestAmountsAreReadInAllForms(t *testing.T) {
	text := `[{exact: 0, unit: USD, kind: paid},
      {min: 1, unit: USD, kind: committed}, {max: 50e9, unit: "%", kind: announced, condition: if all goes well},
      {min: 1, max: 1, unit: GW, kind: option, about: true}, {over: 3, unit: chips, kind: valuation, increase: True},
      {under: 4, unit: USD, kind: paid}, {unknown: true, text: billions}, {unknown: TRUE, text: some, unit: USD, kind: paid}]`
	d, err := Parse("x.yaml", []byte(statement("amount: "+text)))
	if err != nil {
		t.Fatal(err)
	}
	n := func(x float64) *float64 { return &x }
	want := []data.Amount{
		{Exact: n(0), Unit: "USD", Kind: data.Paid},
		{Min: n(1), Unit: "USD", Kind: data.Committed},
		{Max: n(50e9), Unit: "%", Kind: data.Promised, Condition: "if all goes well"},
		{Min: n(1), Max: n(1), Unit: "GW", Kind: data.Option, About: true},
		{Over: n(3), Unit: "chips", Kind: data.Valuation, Increase: true},
		{Under: n(4), Unit: "USD", Kind: data.Paid},
		{Unknown: true, Text: "billions"},
		{Unknown: true, Text: "some", Unit: "USD", Kind: data.Paid},
	}
	if got := d.Ties[0].Statements[0].Amounts; !reflect.DeepEqual(got, want) {
		a, _ := json.Marshal(got)
		t.Errorf("read as %s", a)
	}
}
