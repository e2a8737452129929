package scene

import "entangle/layout/geom"

// nearLabels are the labels that are read from close by alone, as a patch has them.
type nearLabels struct {
	kept  []drawnChip // of lines that are as they were
	wiped []drawnChip // of lines that are not
	now   []drawnChip // of those of these that say what they said
}

// labelsNear lists the labels of an area that are on the picture below the patch. It
// waits for none that somebody is looking for.
func (p *Patch) labelsNear(area geom.Rect, scale float64) nearLabels {
	var out nearLabels
	for _, c := range p.base.added(p.base.close.placed(area, scale)) {
		if !p.changed[c.ref] {
			out.kept = append(out.kept, c)
			continue
		}
		out.wiped = append(out.wiped, c)
		if i, ok := p.said[c.ref]; ok {
			c.faint, c.halo = p.lines[i].faint, p.lines[i].halo
			out.now = append(out.now, c)
		}
	}
	return out
}
