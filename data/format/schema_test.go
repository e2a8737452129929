package format

import (
	"encoding/json"
	"slices"
	"testing"
)

// object is a map of the format as the schema describes it.
type object struct {
	Required             []string
	Properties           map[string]map[string]any
	AdditionalProperties any
}

// compareShape checks that the schema knows the same keys as the reader, the
// same of them as required, and the same words.
func compareShape[T any](t *testing.T, o object, s *shape[T]) {
	t.Helper()
	var names, required []string
	for _, f := range s.fields {
		names = append(names, f.name)
		if f.required {
			required = append(required, f.name)
		}
		if f.words != nil {
			compareWords(t, f.name, o.Properties[f.name], f.words)
		}
	}
	for name := range o.Properties {
		if !slices.Contains(names, name) {
			t.Errorf("%s: the schema knows %q, the reader does not", s.what, name)
		}
	}
	for _, name := range names {
		if _, ok := o.Properties[name]; !ok {
			t.Errorf("%s: the reader knows %q, the schema does not", s.what, name)
		}
	}
	if !slices.Equal(o.Required, required) {
		t.Errorf("%s: the schema requires %q, the reader %q", s.what, o.Required, required)
	}
	if o.AdditionalProperties != false {
		t.Errorf("%s: the schema lets unknown keys pass", s.what)
	}
}

func compareWords(t *testing.T, name string, property map[string]any, words []string) {
	t.Helper()
	var have []string
	list, _ := property["enum"].([]any)
	if c, ok := property["const"]; ok {
		list = []any{c}
	}
	for _, w := range list {
		if s, ok := w.(string); ok && s != "" {
			have = append(have, s)
		}
	}
	if !slices.Equal(have, words) {
		t.Errorf("%s: the schema knows %q, the reader %q", name, have, words)
	}
}

func TestSchemaAgreesWithReader(t *testing.T) {
	var schema struct {
		object
		Defs map[string]object `json:"$defs"`
	}
	if err := json.Unmarshal(Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	s := newShapes()
	compareShape(t, schema.object, s.file)
	compareShape(t, schema.Defs["source"], s.source)
	compareShape(t, schema.Defs["party"], s.party)
	compareShape(t, schema.Defs["identifiers"], s.names)
	compareShape(t, schema.Defs["offer"], s.offer)
	compareShape(t, schema.Defs["disclosure"], s.disclosure)
	compareShape(t, schema.Defs["agreement"], s.agreement)
	compareShape(t, schema.Defs["tie"], s.tie)
	compareShape(t, schema.Defs["statement"], s.statement)
	compareShape(t, schema.Defs["scope"], s.scope)
	compareShape(t, schema.Defs["amount"], s.amount)
	compareShape(t, schema.Defs["disclosedAmount"], s.disclosed)
	compareShape(t, schema.Defs["horizon"], s.horizon)
	compareShape(t, schema.Defs["years"], s.years)
	compareShape(t, schema.Defs["note"], s.note)
	compareShape(t, schema.Defs["layer"], s.layer)
	compareShape(t, schema.Defs["kind"], s.kind)
}
