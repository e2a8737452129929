package picture

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/deals"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/layout"
	"entangle/layout/geom"
	"entangle/layout/graphviz"
	"entangle/ui/scene"
	"entangle/ui/style"
)

// web40 is a web of deals of forty parties and a hundred and twenty ties, in an
// arrangement, with boxes of one role together or not.
func web40(seed uint64, a Arrangement, roles bool) *Subject {
	d := deals.Make(deals.Size{Parties: 40, Ties: 120, Statements: 200}, seed)
	v := query.Default(d, data.DayOf(2026, 5, 1))
	v.Status = query.StatusAll
	return Look(resolve.At(d, v.Moment()), View{View: v, Arrangement: a, Roles: roles})
}

func TestLabelsAtFortyParties(t *testing.T) {
	r := newRuler(t)
	for seed := range uint64(6) {
		for _, look := range []View{{Arrangement: Web}, {Arrangement: Stack}, {Arrangement: Web, Roles: true}} {
			name := fmt.Sprint(look.Arrangement, " ", seed, " by role: ", look.Roles)
			s := web40(seed, look.Arrangement, look.Roles)
			placed, err := Place(t.Context(), graphviz.Layout, s.Graph(r))
			require.NoError(t, err)
			sc := s.Compose(placed, scene.Look{Palette: style.Of(style.Light)}, r)
			labels := sc.Labels()
			assert.Len(t, labels, sc.Shown.Labels)
			most := len(s.Drawing.Bundles) / 20
			if look.Roles {
				most = len(s.Drawing.Bundles) / 12 // frames take room, and their names too
			}
			assert.LessOrEqual(t, sc.Shown.Bare, most, "%s: next to all lines have a label", name)
			for i, l := range labels {
				for _, o := range labels[i+1:] {
					assert.False(t, l.Rect.Intersects(o.Rect), "%s: label of %s on that of %s", name, l.Ref.ID, o.Ref.ID)
				}
				sc.Boxes(func(ref scene.Ref, box geom.Rect) {
					assert.False(t, l.Rect.Intersects(box), "%s: label of %s on the box of %s", name, l.Ref.ID, ref.ID)
				})
				assert.True(t, sc.Frame.ContainsRect(l.Rect), "%s: label of %s leaves the page", name, l.Ref.ID)
				assert.Equal(t, l.Ref, sc.At(l.Rect.Center(), 1), "%s: a click on a label picks its line", name)
			}
			throughBoxes(t, name, s, placed)
		}
	}
}

// throughBoxes checks that no line touches a box other than those at its ends.
func throughBoxes(t *testing.T, name string, s *Subject, placed layout.Placed) {
	t.Helper()
	ends := map[string][2]data.PartyID{}
	for _, b := range s.Placed.Bundles {
		ends[b.ID] = [2]data.PartyID{b.From, b.To}
	}
	for _, l := range placed.Lines {
		for _, b := range placed.Boxes {
			if e := ends[l.ID]; b.ID != string(e[0]) && b.ID != string(e[1]) {
				assert.False(t, l.Path.Meets(b.Rect, 0.01), "%s: %s touches %s", name, l.ID, b.ID)
			}
		}
	}
}
