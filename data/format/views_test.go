package format

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/seeds"
)

// newView has every sort of value that a view may have.
func newView() data.SavedView {
	return data.SavedView{ID: "mine", Title: "Mine: a \"view\" # of it", Rest: map[string]any{
		"as_of": "2026-05-01", "hops": json.Number("2"), "products": true, "nothing": nil, "word": "no", "text": "two words",
		"parties": []any{"a", "2026", "true"}, "camera": map[string]any{"zoom": json.Number("-1.25"), "middle": []any{json.Number("1e3"), json.Number("2")}},
		"pins": map[string]any{"a": []any{json.Number("1"), json.Number("2")}, "b": []any{}, "c.d-e": map[string]any{}, "true": "x", "z": "ü\u2028"},
	}}
}

const viewsHead = "# a head\nformat: entangle/1 # as it is\ntitle:   Odd spaces\n"

// Each text with what stands before and behind its views, which has to stay.
func TestPutAndDropAView(t *testing.T) {
	one, two := "  # of one\n  - {id: one, parties: [a]}   # behind\n", "  -   id: two\n      title: Two\n      more:\n        - x\n"
	for name, c := range map[string]struct{ before, views, after string }{
		"none":              {viewsHead, "", ""},
		"no end of line":    {viewsHead + "sources: []", "", ""},
		"empty":             {viewsHead, "views: []\n", "sources: [] # after\n"},
		"null":              {viewsHead, "views:\n", "\n# comment of what follows\nsources: []\n"},
		"flow":              {viewsHead, "views: [{id: one}, {id: two,\n  title: Two}]\n", "sources: []\n"},
		"a list":            {viewsHead, "views: # ours\n" + one + "\n" + two, "\n# about sources\nsources: []\n"},
		"a list at the end": {viewsHead, "views:\n" + one + two, ""},
		"not set in":        {viewsHead, "views:\n- id: one\n- id: two\n", "sources: []\n"},
		"a marker":          {"---\n" + viewsHead, "views:\n" + one, "...\n"},
		"json":              {"{\"format\": \"entangle/1\",\n \"title\" : \"T\", \"views\": ", "[ {\"id\" : \"one\", \"x\": 1.50} ]", ", \"sources\": [ ] }\n"},
		"json without":      {"{\"format\": \"entangle/1\", \"title\": \"T\"", "", "}"},
	} {
		t.Run(name, func(t *testing.T) {
			for _, crlf := range []bool{false, true} {
				before, views, after := c.before, c.views, c.after
				if crlf {
					before, views, after = carriage(before), carriage(views), carriage(after)
				}
				content := []byte(before + views + after)
				old, err := Parse("f", content)
				require.NoError(t, err)
				got, err := PutView(content, newView())
				require.NoError(t, err)
				assert.True(t, strings.HasPrefix(string(got), before), "%s", got)
				assert.True(t, strings.HasSuffix(string(got), after), "%s", got)
				now, err := Parse("f", got)
				require.NoError(t, err, "%s", got)
				require.Len(t, now.Views, len(old.Views)+1)
				assert.Equal(t, flow(record(newView())), flow(record(now.Views[len(old.Views)])))
				if strings.Contains(views, "- ") {
					assert.Contains(t, string(got), strings.TrimRight(views, "\n\r"), "the other views stay as they are written")
				}
				json := strings.HasPrefix(name, "json") // its ends of lines are white space like any other
				assert.Equal(t, crlf && !json, strings.Count(string(got), "\r\n") == strings.Count(string(got), "\n") && strings.Contains(string(got), "\n"))

				changed := newView()
				changed.Title, changed.Rest = "Other", nil
				again, err := PutView(got, changed)
				require.NoError(t, err)
				now, err = Parse("f", again)
				require.NoError(t, err)
				assert.Len(t, now.Views, len(old.Views)+1, "in the place of the one before")
				back, err := DropView(again, "mine")
				require.NoError(t, err)
				if strings.Contains(views, "- ") {
					assert.Equal(t, string(content), string(back), "taking it out leaves no trace")
				}
				for _, v := range old.Views {
					back, err = DropView(back, v.ID)
					require.NoError(t, err)
				}
				now, err = Parse("f", back)
				require.NoError(t, err)
				assert.Empty(t, now.Views)
				assert.True(t, strings.HasPrefix(string(back), before))
				assert.True(t, strings.HasSuffix(string(back), after))
			}
		})
	}
}

func carriage(s string) string { return strings.ReplaceAll(s, "\n", "\r\n") }

func TestAViewInTheMiddle(t *testing.T) {
	content := []byte(viewsHead + "views:\n  - id: one\n  # of mine\n  - id: mine\n    long: |\n      text\n\n      # in it\n  # of three\n  - id: three\n")
	got, err := PutView(content, data.SavedView{ID: "mine", Title: "Short"})
	require.NoError(t, err)
	assert.Equal(t, viewsHead+"views:\n  - id: one\n  # of mine\n  - id: mine\n    title: Short\n  # of three\n  - id: three\n", string(got))
	got, err = DropView(content, "nobody")
	require.NoError(t, err)
	assert.Equal(t, string(content), string(got))
}

func TestBuiltinDatasetsTakeViews(t *testing.T) {
	for _, content := range [][]byte{seeds.FrontierAI, seeds.Example} {
		got, err := PutView(content, newView())
		require.NoError(t, err)
		back, err := DropView(got, "mine")
		require.NoError(t, err)
		if strings.Contains(string(content), "\nviews:") {
			assert.Equal(t, string(content), string(back))
		}
	}
}

func TestTextsThatTakeNoView(t *testing.T) {
	for _, content := range []string{
		"", "- a\n", "format: entangle/1\ntitle: T\nparties: [{}]\n", "{format: entangle/1, title: T}\n",
		"format: entangle/1\ntitle: T\nviews: &v\n  - id: one\n    x: &x [1]\n  - id: two\n    x: *x\nstories: [{id: s, x: *x}]\n",
		"\xff",
	} {
		_, err := PutView([]byte(content), newView())
		if strings.Contains(content, "&v") && err == nil {
			continue // it was put behind, and all that is named is still there
		}
		require.Error(t, err, content)
		_, err = DropView([]byte(content), "one")
		if strings.Contains(content, "&v") {
			require.Error(t, err, "what is named elsewhere cannot go")
		}
	}
}

// Whatever is in a file, putting a view in either fails or changes nothing else;
// taking it out again brings the views back that there were.
func FuzzPutView(f *testing.F) {
	for _, seed := range []string{
		viewsHead, viewsHead + "views: []\n", viewsHead + "views:\n- id: one\n", viewsHead + "views:\n  - id: one\n    x: |\n     a\n\n     # b\nsources: []\n",
		`{"format":"entangle/1","title":"T","views":[{"id":"one"}]}`, "\ufeff" + viewsHead, carriage(viewsHead), "? title\n: T\nformat: entangle/1\n",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, content []byte) {
		old, err := Parse("f", content)
		if err != nil {
			return
		}
		got, err := PutView(content, newView())
		if err != nil {
			return
		}
		now, err := Parse("f", got)
		require.NoError(t, err)
		require.True(t, sameButViews(old, now))
		if back, err := DropView(got, "mine"); err == nil {
			again, err := Parse("f", back)
			require.NoError(t, err)
			want := old.Views
			for i, v := range want {
				if v.ID == "mine" {
					want = append(want[:i:i], want[i+1:]...)
					break
				}
			}
			require.True(t, sameViews(want, again.Views))
		}
	})
}
