package picture

import (
	"fmt"
	"slices"
	"strings"

	"entangle/data"
	"entangle/data/query"
	"entangle/data/resolve"
	"entangle/ui/scene"
	"entangle/ui/words"
)

// Comparison is what changed from the second day of a view to its as-of day, by
// what is known on the same day.
type Comparison struct {
	*query.Diff
	Before *query.Result // what is in view on the second day
	Web    *resolve.Web  // what holds on it
	of     map[data.TieID]scene.Change
}

// Comparing says whether the view compares two days.
func (v View) Comparing() bool { return v.Since != 0 }

// compare compares the web of a view with that of its second day.
func compare(web *resolve.Web, now *query.Result, v View) *Comparison {
	then := v.Shown()
	then.AsOf = v.Since
	c := &Comparison{Web: web.At(then.Moment()), of: map[data.TieID]scene.Change{}}
	c.Before = query.Apply(c.Web, then)
	c.Diff = query.Compare(c.Before, now)
	for change, list := range map[scene.Change][]query.TieDiff{
		scene.Added: c.Added, scene.Ended: c.Ended, scene.Amended: c.Amended, scene.Unchanged: c.Unchanged,
	} {
		for _, t := range list {
			c.of[t.ID] = change
		}
	}
	return c
}

// drawn is everything that a comparison draws: what is in view now, and what was.
func (c *Comparison) drawn(now *query.Result) *query.Result {
	all := &query.Result{View: now.View, Ties: now.Ties[:len(now.Ties):len(now.Ties)]}
	there := map[data.TieID]bool{}
	for _, s := range now.Ties {
		there[s.Tie.ID] = true
	}
	parties := map[data.PartyID]bool{}
	for _, p := range now.Parties {
		parties[p] = true
	}
	all.Parties = now.Parties[:len(now.Parties):len(now.Parties)]
	for _, s := range c.Before.Ties {
		if there[s.Tie.ID] {
			continue
		}
		all.Ties = append(all.Ties, s)
		for _, p := range s.Tie.Parties() {
			if !parties[p] {
				parties[p] = true
				all.Parties = append(all.Parties, p)
			}
		}
	}
	slices.Sort(all.Parties)
	return all
}

// Of says what became of a tie; a tie in force on neither day was not compared.
func (c *Comparison) Of(id data.TieID) scene.Change { return c.of[id] }

// Changed counts how many ties changed in any way.
func (c *Comparison) Changed() int { return len(c.Added) + len(c.Ended) + len(c.Amended) }

// Counts says how many ties were added, ended, amended and unchanged.
func (c *Comparison) Counts() string {
	return fmt.Sprintf("%d added, %d ended, %d amended, %d unchanged", len(c.Added), len(c.Ended), len(c.Amended), len(c.Unchanged))
}

// mark says on a line what became of its ties: of one sort of change in its
// pattern, of several as amended. The label is that of a tie that changed.
func (c *Comparison) mark(s *Subject, b *query.Bundle, l *scene.Line) {
	count := map[scene.Change]int{}
	var lead *resolve.State
	for _, t := range b.Ties {
		change := c.Of(t.Tie.ID)
		count[change]++
		if lead == nil && change.Mark() != "" {
			lead = t
		}
	}
	if lead == nil {
		if l.Change = scene.Unchanged; count[scene.Unchanged] == 0 {
			l.Change, l.Faint = scene.NotCompared, true // in force on neither day
		}
		return
	}
	l.Label = words.Plain(s.Numbers.Chip(s.Dataset, lead))
	l.Change, l.Tag = c.tag(count, len(b.Ties))
}

// tag is the words of a line of n ties that changed.
func (c *Comparison) tag(count map[scene.Change]int, n int) (scene.Change, string) {
	change, sorts := scene.NotCompared, 0
	var parts []string
	for _, sort := range []scene.Change{scene.Added, scene.Ended, scene.Amended} {
		if count[sort] == 0 {
			continue
		}
		change, sorts = sort, sorts+1
		part := sort.Mark() + " " + sort.Word()
		if n > 1 {
			part = fmt.Sprintf("%s%d %s", sort.Mark(), count[sort], sort.Word())
		}
		parts = append(parts, part)
	}
	if sorts > 1 || count[change] < n {
		change = scene.Amended // the line as a whole
	}
	return change, strings.Join(parts, " ")
}
