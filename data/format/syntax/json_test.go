package syntax

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"testing"
)

// dumpJSON writes what encoding/json reads as dump does.
func dumpJSON(text string) string {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var b strings.Builder
	for {
		token, err := d.Token()
		if err != nil {
			return b.String()
		}
		switch v := token.(type) {
		case json.Delim:
			switch v {
			case '[':
				fmt.Fprintf(&b, "begin %d\n", List)
			case '{':
				fmt.Fprintf(&b, "begin %d\n", Map)
			default:
				b.WriteString("end\n")
			}
		case string:
			fmt.Fprintf(&b, "%q plain false\n", v)
		case nil:
			b.WriteString("\"null\" plain true\n")
		default:
			fmt.Fprintf(&b, "%q plain true\n", fmt.Sprint(v))
		}
	}
}

// dumpText is dump without places.
func dumpText(t *Tree, n Node, b *strings.Builder) {
	var all strings.Builder
	dump(t, n, &all)
	b.WriteString(regexp.MustCompile(`(?m)^\d+:\d+ `).ReplaceAllString(all.String(), ""))
}

// refusedInJSON are the faults that valid JSON may have.
var refusedInJSON = regexp.MustCompile(`control character|no UTF-8|stands for no character|levels deep|more than 1 MB|UTF-16`)

func FuzzAgreesWithJSON(f *testing.F) {
	for _, s := range []string{
		`{"a":[1,-2.5e+3,true,null,"x"],"b":{}}`, "[\n\t1 ,\r\n2]", `{"a\/b":"\ud83d\ude00é\"\\"}`, `{"a" : {"b":[[]]}}`,
		` {"a":"b: c, [d] # e"}`, `{"":""}`, "{\"a\":\t1\n,\"b\":2\n}", `[{"a":1},{"a":2}]`,
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !json.Valid([]byte(text)) || !looksLikeJSON(text) { // a lone scalar is read as YAML
			t.Skip()
		}
		tree, faults := Parse([]byte(text))
		for _, fault := range faults {
			if !refusedInJSON.MatchString(fault.Message) {
				t.Fatalf("%q: %v", text, faults)
			}
		}
		if len(faults) > 0 {
			return
		}
		var ours strings.Builder
		dumpText(tree, tree.Root(), &ours)
		if want := dumpJSON(text); ours.String() != want {
			t.Errorf("%q\nours:\n%sencoding/json:\n%s", text, ours.String(), want)
		}
	})
}
