package format

import (
	"bytes"
	"errors"
	"reflect"
	"strings"
	"testing"
)

// FuzzParse makes sure that nothing makes the reader panic or hang, that it
// says the same of the same file, and that what it says has a place.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		contractExample, everything, preamble, "",
		strings.Repeat("[", 1000), strings.Repeat("{a: ", 1000), strings.Repeat("- ", 1000), strings.Repeat("? ", 200), strings.Repeat(" a:\n ", 200),
		"a: &a [b, b]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: &d [*c, *c]\ne: [*d, *d]\n", "a: &a [*a]", "a: &a {b: *a}",
		"title: " + strings.Repeat("a", 1<<16), "title: |\n" + strings.Repeat(" a\n", 1<<12), "title: \"" + strings.Repeat("\\n", 1<<12),
		"title: \xff\xfe", "\xff\xfet\x00", "title: a\x00b", "\x00", "title: \"\\0\\u0007\\ud800\"", "\ufeffformat: entangle/1",
		"title: a\ntitle: b\n", "as_of: 2026-02-30\n", statement("start: 2026-02-30, amount: {exact: -1e999}"),
		statement("supersedes: [x], end: 1999, start: 2000"), "<<: {a: b}", "!!binary a", "%TAG ! x\n---\n...\n", "--- a\n--- b\n",
		`{"format":"entangle/1","ties":[{"id":"\ud83d\ude00"}]}`, "{a, b: [c, d: e], ? f : g, \"h\":i}", "a: 'b\nc: \"d\ne: [f\n- {g\n",
		string(compactJSON(2000)), string(tiniest(1000)), "parties:\n- {id: a, parent: b}\n- {id: b, parent: a}\n",
		"stories: [{id: a, b: {c: [~, 1, true, x]}}]\nviews: [{id: a}]",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		before := bytes.Clone(content)
		d, err := Parse("x.yaml", content)
		if !bytes.Equal(before, content) {
			t.Fatal("the content was changed")
		}
		again, err2 := Parse("x.yaml", content)
		if !reflect.DeepEqual(d, again) || !reflect.DeepEqual(err, err2) {
			t.Fatalf("read twice:\n%v\n%v", err, err2)
		}
		if err == nil {
			Warnings(d)
			return
		}
		var problems Problems
		if d != nil || !errors.As(err, &problems) || len(problems) == 0 {
			t.Fatalf("dataset %v with error %v", d, err)
		}
		for i, p := range problems {
			if p.File != "x.yaml" || p.Message == "" || (p.Line > 0) != (p.Column > 0) {
				t.Errorf("problem without file, message or place: %+v", p)
			}
			if strings.ContainsFunc(p.String()+p.Excerpt, func(r rune) bool { return r < ' ' || r == 0x7f }) {
				t.Errorf("control character in %q, %q", p.String(), p.Excerpt)
			}
			if i > 0 && p.Line > 0 && byPlace(problems[i-1], p) > 0 {
				t.Errorf("out of order: %v after %v", p, problems[i-1])
			}
		}
	})
}

func BenchmarkParse(b *testing.B) {
	for name, content := range map[string][]byte{"yaml": realistic(10 << 20), "json": compactJSON(10 << 20)} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(content)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Parse("x.yaml", content); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
