package scene

import (
	"math"

	"entangle/layout/geom"
)

// fanGap is how far apart parallel ties run when they are fanned out, in points.
const fanGap = 46.0

// bowSamples is how many points of a line are moved aside to bow it.
const bowSamples = 12

// bow bends a path aside by d points at its middle; its ends stay where they
// are. The moved points are joined by a smooth curve through all of them.
func bow(path geom.Path, d float64) geom.Path {
	if d == 0 {
		return path
	}
	length := path.Length()
	points := make([]geom.Point, bowSamples+1)
	for i := range points {
		t := float64(i) / bowSamples
		p, tangent := path.AtLength(t * length)
		points[i] = p.Add(tangent.Unit().Normal().Mul(d * math.Pow(math.Sin(math.Pi*t), 0.6)))
	}
	return through(points)
}

// through returns the Catmull-Rom spline through the points, as cubics.
func through(p []geom.Point) geom.Path {
	var out geom.Path
	at := func(i int) geom.Point { return p[min(max(i, 0), len(p)-1)] }
	for i := 0; i+1 < len(p); i++ {
		a, b, c, d := at(i-1), at(i), at(i+1), at(i+2)
		out = append(out, geom.Cubic{
			b,
			b.Add(c.Sub(a).Mul(1.0 / 6)),
			c.Sub(d.Sub(b).Mul(1.0 / 6)),
			c,
		})
	}
	return out
}
