package brief

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"entangle/data/query"
	"entangle/ui/scene"
)

func TestThePageOfPaths(t *testing.T) {
	s := subject(t, web)
	b := Paths(s, query.FindPaths(s.Dataset, s.Result, "lab", "chips", 4, 10), 0)
	assert.Equal(t, "How Lab depends on Chips", b.Title)
	assert.Equal(t, "1 path of up to 4 hops, following who needs whom, the shortest first.", b.Lead)
	section := sectionOf(t, b, "Lab needs Chips")
	assert.Equal(t, "1 hop", section.Aside)
	assert.Equal(t, "Lit on the map.", section.Text)
	assert.Equal(t, scene.Ref{Kind: scene.Tie, ID: "silicon"}, section.Rows[0].Ref)
	assert.Equal(t, "Lab needs Chips", section.Rows[0].Aside)
	assert.Equal(t, "in force · An undated digest · undated", plainPieces(section.Rows[0].Quote), "its status and who says so")
	assert.Equal(t, "How Chips depends on Lab", rowOf(t, b, Act{PathsTo, "chips", "lab"}).Words)
	assert.Equal(t, "Paths of up to 5 hops", rowOf(t, b, Act{PathsUpTo, "", "5"}).Words)

	for lead, p := range map[string]query.Paths{
		"Both are of one firm.": {From: "lab", To: "lab"},
		"No path of up to 4 hops leads from the one to the other, following who needs whom.": {From: "lab", To: "alone", Longest: 4},
		"The search among paths of up to 9 hops was ended before it found one.":              {From: "lab", To: "alone", Longest: 9, Cut: true},
	} {
		assert.Equal(t, lead, Paths(s, p, 0).Lead)
	}
	p := query.FindPaths(s.Dataset, s.Result, "lab", "chips", 4, 10)
	p.More, p.Cut = 7, true
	assert.Equal(t, "More than 8 paths of up to 4 hops, following who needs whom; the search was ended there. 7 are not listed.", Paths(s, p, 0).Lead)
	assert.Equal(t, "Light it on the map", rowOf(t, Paths(s, p, 1), Act{LightPath, "", "0"}).Words)
}
