package resolve_test

import (
	"encoding/json"
	"testing"

	"entangle/data"
	"entangle/data/resolve"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Rule 5: the ladder.
func TestStatus(t *testing.T) {
	check(t, []example{
		{name: "a later higher rung replaces", text: "a @2024 announced\nb @2025 signed", want: "status signed(b); in force true", stand: "a superseded<b>; b stands"},
		{name: "a later lower rung corroborates", text: "a @2024 signed\nb @2025 reported", want: "status signed(a,b); in force true", stand: "a stands; b stands"},
		{name: "together the higher stands", text: "a @2025 reported\nb @2025 letter-of-intent", want: "status letter-of-intent(a,b)", stand: "a stands; b stands"},
		{name: "terminated replaces an earlier rung", text: "a @2024 in-force\nb @2025 terminated", want: "status terminated(b)", stand: "a superseded<b>; b stands"},
		{name: "lapsed", text: "a @2024 signed\nb @2025 lapsed", want: "status lapsed(b)"},
		{name: "absent", text: "a @2024 rumoured\nb @2025 absent", want: "status absent(b)"},
		{name: "disputes a rung that is together with it", text: "a @2025 signed\nb @2025 absent", want: "status signed(a)|absent(b); disputed status; in force maybe"},
		{name: "and the lower ones beside the higher", text: "a @2025 signed\nb @2025 absent\nc @2025 rumoured", want: "status signed(a,c)|absent(b); disputed status; in force maybe"},
		{name: "a later rung, however low, replaces it", text: "a @2025 terminated\nb @2026 rumoured", want: "status rumoured(b)"},
		{name: "what it replaced stays replaced", text: "a @2024 signed\nb @2025 terminated\nc @2026 rumoured", want: "status rumoured(c)", stand: "a superseded<b>; b superseded<c>; c stands"},
		{name: "two endings that are together", text: "a @2025 lapsed\nb @2025 terminated", want: "status lapsed(a)|terminated(b); disputed status"},
		{name: "a later ending replaces another", text: "a @2024 lapsed\nb @2025 terminated", want: "status terminated(b)"},
		{name: "three rungs, the middle one vague", text: "a @2024 planned\nb @2024/2025 signed\nc @2025 announced", want: "status signed(b,c); in force true", stand: "a superseded<c>; b stands; c stands"},
	})
	ladder := data.Ladder()
	for i, high := range ladder {
		for _, low := range ladder[:i] {
			e := example{text: "a @2025 " + string(low) + "\nb @2025 " + string(high)}
			value, one := e.state().StatusValue()
			assert.True(t, one)
			assert.Equal(t, high, value)
		}
	}
}

// Rule 6: in force.
func TestInForce(t *testing.T) {
	for _, c := range []struct {
		text, on string
		want     resolve.Truth
	}{
		{"a signed", "2026-06-01", resolve.True},
		{"a in-force", "2026-06-01", resolve.True},
		{"a announced", "2026-06-01", resolve.False},
		{"a letter-of-intent", "2026-06-01", resolve.False},
		{"a terminated", "2026-06-01", resolve.False},
		{"a start=2020 end=2030", "2026-06-01", resolve.False}, // status unknown
		{"a signed start=2026-06-01", "2026-06-01", resolve.True},
		{"a signed start=2026-06-02", "2026-06-01", resolve.False},
		{"a signed end=2026-06-01", "2026-06-01", resolve.True},
		{"a signed end=2026-05-31", "2026-06-01", resolve.False},
		{"a signed start=2026", "2025-12-31", resolve.False},
		{"a signed start=2026", "2026-01-01", resolve.Maybe},
		{"a signed start=2026", "2026-12-30", resolve.Maybe},
		{"a signed start=2026", "2026-12-31", resolve.True},
		{"a signed end=2032", "2031-12-31", resolve.True},
		{"a signed end=2032", "2032-01-01", resolve.True}, // no end lies before it
		{"a signed end=2032", "2032-01-02", resolve.Maybe},
		{"a signed end=2032", "2032-12-31", resolve.Maybe},
		{"a signed end=2032", "2033-01-01", resolve.False},
		{"a signed start=2026-02/..", "2026-03-01", resolve.Maybe},
		{"a signed start=../2026-02", "2026-01-01", resolve.Maybe},
		{"a signed start=../2026-02", "2026-02-28", resolve.True},
		{"a signed end=2030/..", "2040-01-01", resolve.Maybe},
		{"a signed end=2030/..", "2029-12-31", resolve.True},
		{"a signed end=../2030", "2029-01-01", resolve.Maybe},
		{"a signed start=2026 end=2026", "2026-06-01", resolve.Maybe},
		{"a signed start=2027 end=2026", "2026-06-01", resolve.False},
		{"a signed end=2026\nb end=2030", "2029-01-01", resolve.Maybe},
		{"a signed end=2026\nb end=2030", "2025-01-01", resolve.True},
		{"a signed end=2026\nb end=2030", "2031-01-01", resolve.False},
		{"a signed\nb absent", "2025-01-01", resolve.Maybe},
		{"a signed end=2024\nb absent", "2025-01-01", resolve.False},
		{"a signed\nb in-force dis:a", "2025-01-01", resolve.True},
		{"a signed\nb dis:a", "2025-01-01", resolve.True},
	} {
		assert.Equal(t, c.want, example{text: c.text, asOf: c.on}.state().InForce, "%s on %s", c.text, c.on)
	}
	s := example{text: "a signed end=2032"}.state()
	assert.Equal(t, resolve.False, s.InForceOn(day("2033")))
}

// Rule 7: disputes across ties, ties that do not count.
func TestAcrossTies(t *testing.T) {
	text := "a @2025 signed $5\nb @2025 end=2030\ntie u\nc @2025 signed $7 dis:a\nnote n\nd @2025 dis:c"
	check(t, []example{
		{name: "one end", text: text, want: "status signed(a); end 2030(b); $ 5(a); disputed holds; in force true", stand: "a disputed; b stands"},
		{name: "the other, also of a note", of: "u", text: text, want: "status signed(c); $ 7(c); disputed holds; in force true", stand: "c disputed"},
		{name: "a note", of: "note n", text: text, want: "disputed holds", stand: "d disputed"},
		{name: "until one is withdrawn", text: text + "\ne @2026 wd:c", want: "status signed(a); end 2030(b); $ 5(a); in force true", stand: "a stands; b stands"},
		{name: "not for its being amended", text: text + "\ntie u\ne @2026 in-force $9", want: "status signed(a); end 2030(b); $ 5(a); disputed holds; in force true", stand: "a disputed; b stands"},
	})
	early := example{text: "a @2030 signed"}.state()
	assert.False(t, early.Counts)
	assert.True(t, example{text: "a @2030 signed\nb @2025"}.state().Counts)
}

// The filter --status of contracts.md 2.
func TestReaches(t *testing.T) {
	all := resolve.AllStatuses
	for _, c := range []struct {
		text     string
		yes, no  []data.Status
		yesWords []data.Status // of measures, where they differ from yes
	}{
		{text: "a signed", yes: []data.Status{all, data.Rumoured, data.Reported, data.Signed, data.InForce}, yesWords: []data.Status{all, data.Signed}},
		{text: "a in-force", yes: []data.Status{all, data.Signed, data.InForce}},
		{text: "a announced", yes: []data.Status{all, data.Reported, data.Planned, data.Announced}, no: []data.Status{data.LetterOfIntent, data.Signed, data.InForce}},
		{text: "a rumoured", yes: []data.Status{all, data.Rumoured}, no: []data.Status{data.Reported}},
		{text: "a in-force end=2020", yes: []data.Status{all, data.Signed}, no: []data.Status{data.InForce}, yesWords: []data.Status{data.Signed, data.InForce}},
		{text: "a in-force end=2026", yes: []data.Status{data.InForce}},
		{text: "a in-force\nb absent", yes: []data.Status{all, data.Reported, data.InForce}},
		{text: "a absent", yes: []data.Status{all}, no: []data.Status{data.Rumoured, data.Reported, data.Signed, data.InForce}},
		{text: "a @2024 signed\nb @2025 absent", yes: []data.Status{all}, no: []data.Status{data.Rumoured, data.Signed}},
		{text: "a $5", yes: []data.Status{all}, no: []data.Status{data.Rumoured, data.InForce}},
		{text: "a @2024 announced\nb @2025 lapsed", yes: []data.Status{all, data.Reported, data.Announced}, no: []data.Status{data.Signed, data.InForce}},
		{text: "a @2024 signed\nb @2025 terminated", yes: []data.Status{all, data.Reported, data.Signed}, no: []data.Status{data.InForce}},
		{text: "a @2025 terminated", yes: []data.Status{all, data.Rumoured, data.Reported, data.Signed}, no: []data.Status{data.InForce}},
		{text: "a @2025 lapsed\nb @2030 rumoured", yes: []data.Status{data.Signed}},
		{text: "a @2030 signed", no: []data.Status{all, data.Reported, data.InForce}},
	} {
		s := example{text: c.text}.state()
		for _, rung := range c.yes {
			assert.True(t, s.Reaches(rung), "%s reaches %s", c.text, rung)
		}
		for _, rung := range c.no {
			assert.False(t, s.Reaches(rung), "%s does not reach %s", c.text, rung)
			if rung != data.InForce {
				assert.False(t, s.ReachesWord(rung), "%s does not reach the word %s", c.text, rung)
			}
		}
		for _, rung := range c.yesWords {
			assert.True(t, s.ReachesWord(rung), "%s reaches the word %s", c.text, rung)
		}
	}
	assert.False(t, example{text: "a signed"}.state().ReachesWord(data.InForce))
	assert.True(t, example{text: "a absent"}.state().Reaches(data.Absent))
	assert.False(t, example{text: "a signed"}.state().Reaches(data.Absent))
	assert.Equal(t, resolve.True, example{text: "a lapsed\nb absent"}.state().StatusEnded())
	assert.Equal(t, resolve.Maybe, example{text: "a lapsed\nb signed"}.state().StatusEnded())
	assert.Equal(t, resolve.False, example{text: "a $5"}.state().StatusEnded())
}

func TestTruthInJSON(t *testing.T) {
	got, err := json.Marshal([]resolve.Truth{resolve.False, resolve.Maybe, resolve.True})
	require.NoError(t, err)
	assert.Equal(t, "[false,null,true]", string(got))
}
