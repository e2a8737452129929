package mapview

import (
	"context"
	"time"
)

// pause is how long the wheel is still before a motion counts as ended.
const pause = 180 * time.Millisecond

// wheel counts the turns of the wheel, to tell when it rests.
type wheel struct {
	turns   int
	waiting bool
}

func (v *View) moving() {
	if v.OnMoving != nil {
		v.OnMoving()
	}
}

func (v *View) rested() {
	if v.OnRest != nil {
		v.OnRest()
	}
}

// restSoon ends the motion when the wheel has not been turned for a while.
func (v *View) restSoon() {
	v.wheel.turns++
	v.awaitRest()
}

func (v *View) awaitRest() {
	if v.OnRest == nil || v.wheel.waiting {
		return
	}
	v.wheel.waiting = true
	turns := v.wheel.turns
	v.run("waiting for the wheel to rest", func(ctx context.Context) (func(), error) {
		select {
		case <-time.After(pause):
		case <-ctx.Done():
		}
		return func() {
			v.wheel.waiting = false
			if v.wheel.turns == turns {
				v.rested()
			} else {
				v.awaitRest()
			}
		}, nil
	})
}
