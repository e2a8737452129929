package resolve_test

import (
	"fmt"

	"entangle/data"
	"entangle/data/resolve"
)

func ExampleAt() {
	d := dataset(`
		a @2019 in-force $1e9/paid
		b @2025-10-28 signed $250e9 end=2032
		c @2026-04 +$100e9 sup:b
		d @2026-04 $300e9`)
	web := resolve.At(d, resolve.Moment{AsOf: data.DayOf(2032, 6, 1), KnownOn: data.MaxDay})
	tie := web.Tie("t")
	fmt.Println("in force:", tie.InForce)
	for _, field := range tie.Amounts {
		for _, r := range field.Readings {
			fmt.Println(field.Field, *r.Value.Exact/1e9, r.Statements)
		}
	}
	fmt.Println("disputed:", tie.Disputed)
	for _, v := range tie.Verdicts {
		fmt.Println(v.Statement.ID, v.Standing, v.ReplacedBy)
	}
	// Output:
	// in force: maybe
	// amount/USD/committed/one-off 350 [b c]
	// amount/USD/committed/one-off 300 [d]
	// amount/USD/paid/one-off 1 [a]
	// disputed: [amount/USD/committed/one-off]
	// a stands []
	// b disputed [c]
	// c disputed []
	// d disputed []
}
