package ui

import (
	"runtime/debug"
	"runtime/metrics"
)

// ownMemory is from how many bytes on garbage is collected as often as it takes to
// stay below: the toolkit and OpenGL come on top, with 150 MB where that is computed
// by the processor. It is a third more than a huge web needs. Without a limit the
// program would take twice what it needs before it collects.
const ownMemory = 210 << 20

// giveRoom moves the limit when so much is in use that collecting would take the
// processors from all else, as while a huge web is followed through time: then two
// days of it are in use, and two pictures. Before a step there is room for the step.
func giveRoom(stepping bool) {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	debug.SetMemoryLimit(limitFor(int64(live[0].Value.Uint64()), stepping))
}

// limitFor returns the limit, in bytes, where so many are in use: with a third more a step
// of the timeline need not wait for collecting, which took three times as long. A huge
// web that is opened and looked at has less in use, and keeps the limit.
func limitFor(live int64, stepping bool) int64 {
	const beside = 28 << 20  // stacks, and gaps between what is in use
	const opened = 115 << 20 // from here on the room grows twice as fast as what is in use
	room := live + live/3 + beside
	if !stepping {
		room = min(room, 2*live-opened)
	}
	return max(ownMemory, room)
}
