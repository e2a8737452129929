package resolve_test

import (
	"math"
	"testing"

	"entangle/data"
	"entangle/data/resolve"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// 1.2: an increase on top of what it supersedes.
func TestIncrease(t *testing.T) {
	check(t, []example{
		{name: "on top of one amount", text: "a @2024 $38\nb @2025 +$100 sup:a", want: "$ 138(a,b)", stand: "a superseded<b>; b stands"},
		{name: "on top of nothing", text: "b @2025 +$100", want: "$ [100..(b)"},
		{name: "on top of what has no amount", text: "a @2024 signed\nb @2025 +$100 sup:a", want: "status signed(a); $ [100..(b); in force true"},
		{name: "on top of another field", text: "a @2024 $38/paid\nb @2025 +$100 sup:a", want: "$ [100..(b); $paid/one-off 38(a)"},
		{name: "on top of an unknown one", text: "a @2024 $?\nb @2025 +$100 sup:a", want: "$ [100..(b)"},
		{name: "on top of two", text: "a @2024 $38\nb @2025 +$100 sup:a,c\nc @2024 $40", want: "$ [100..(b)"},
		{name: "two equal ones are two", text: "a @2024 $38\nb @2025 +$100 sup:a,c\nc @2024 $38", want: "$ [100..(b)"},
		{name: "two in one statement are two", text: "a @2024 $38 $40\nb @2025 +$100 sup:a", want: "$ [100..(b)"},
		{name: "one of two statements has one", text: "a @2024 $38\nb @2025 +$100 sup:a,c\nc @2024 $40/paid", want: "$ 138(a,b); $paid/one-off 40(c)"},
		{name: "on top of what is not known yet", known: "2025", text: "a @2024 k2026 $38\nb @2025 +$100 sup:a", want: "$ [100..(b)"},
		{name: "withdrawing is not superseding", text: "a @2024 $38\nb @2025 +$100 wd:a", want: "$ [100..(b)"},
		{name: "only a later one is not superseding", text: "a @2024 $38\nb @2025 +$100", want: "$ [100..(b)"},
		{name: "a chain", text: "a @2024 $38\nb @2025 +$100 sup:a\nc @2026 +$7 sup:b", want: "$ 145(a,b,c)", stand: "a superseded<b>; b superseded<c>; c stands"},
		{name: "a chain on nothing", text: "b @2025 +$100\nc @2026 +$7 sup:b", want: "$ [107..(b,c)"},
		{name: "a chain through an unknown increase", text: "a @2024 $38\nb @2025 +$? sup:a\nc @2026 +$7 sup:b", want: "$ [45..(a,b,c)"},
		{name: "a chain on an unknown increase", text: "b @2025 +$?\nc @2026 +$7 sup:b", want: "$ [7..(c)"},
		{name: "end by end", text: "a @2024 $30-40\nb @2025 +$100 sup:a", want: "$ [130..140](a,b)"},
		{name: "up to on top", text: "a @2024 $38\nb @2025 +$-50 sup:a", want: "$ [38..88](a,b)"},
		{name: "over", text: "a @2024 $>38\nb @2025 +$100 sup:a", want: "$ (138..(a,b)"},
		{name: "under", text: "a @2024 $<38\nb @2025 +$100 sup:a", want: "$ [100..138)(a,b)"},
		{name: "over and under", text: "a @2024 $<38\nb @2025 +$>100 sup:a", want: "$ (100..(a,b)"},
		{name: "an unknown increase", text: "a @2024 $38\nb @2025 +$? sup:a", want: "$ [38..(a,b)"},
		{name: "up to, on top of nothing", text: "b @2025 +$-50", want: "$ [0..(b)"},
		{name: "under, on top of nothing", text: "b @2025 +$<50", want: "$ [0..(b)"},
		{name: "over, on top of nothing", text: "b @2025 +$>50", want: "$ (50..(b)"},
		{name: "the total by another source corroborates", text: "a @2024 $38\nb @2025 +$100 sup:a\nc @2025 $138", want: "$ 138(a,b,c)"},
		{name: "and is equal to it", text: "a @2024 $38\nb @2025 +$100 sup:a\nc @2025 $138 dis:b", want: "$ 138(a,b,c); disputed holds"},
		{name: "decimal fractions", text: "a @2024 $0.1\nb @2025 +$0.2 sup:a", want: "$ 0.3(a,b)"},
		{name: "on top of a statement of another tie", of: "u", text: "a @2024 $38\ntie u\nb @2025 +$100 sup:a", want: "$ 138(a,b)"},
		{name: "on top of what a third one replaced", text: "a @2024 $38\nb @2025 +$100 sup:a\nc @2025 wd:a", want: "$ 138(a,b)", stand: "a superseded<b,c>; b stands; c stands"},
	})
}

func TestSumIsWrittenOut(t *testing.T) {
	value := func(text string) (data.Amount, resolve.AmountReading) {
		f := example{text: text}.state().Amount("amount/USD/committed/one-off")
		require.NotNil(t, f)
		assert.False(t, f.Disputed())
		assert.Equal(t, f.Readings[0].Interval, f.Interval)
		return f.Readings[0].Value, f.Readings[0]
	}
	usd := data.Amount{Unit: "USD", Kind: data.Committed}
	at := func(x float64) *float64 { return &x }

	sum, r := value("a @2024 $38e9\nb @2025 +$100e9 sup:a")
	want := usd
	want.Exact = at(138e9)
	assert.Equal(t, want, sum)
	assert.Equal(t, []data.StatementID{"a"}, r.OnTopOf)

	sum, _ = value("a @2024 $38\nb @2025 +$-50 sup:a")
	want = usd
	want.Min, want.Max = at(38), at(88)
	assert.Equal(t, want, sum)

	sum, _ = value("a @2024 $-38\nb @2025 +$-50 sup:a")
	want = usd
	want.Max = at(88)
	assert.Equal(t, want, sum)

	sum, _ = value("a @2024 $<38\nb @2025 +$100 sup:a")
	want = usd
	want.Min, want.Under = at(100), at(138)
	assert.Equal(t, want, sum)

	sum, _ = value("a @2024 $0-\nb @2025 +$? sup:a")
	want = usd
	want.Min = at(0)
	assert.Equal(t, want, sum)

	sum, r = value("b @2025 +$100")
	want = usd
	want.Exact, want.Increase = at(100), true
	assert.Equal(t, want, sum, "as written")
	assert.Equal(t, data.Interval{Min: 100, Max: math.Inf(1)}, r.Interval)
	assert.Empty(t, r.OnTopOf)
	assert.Nil(t, example{text: "a signed"}.state().Amount("amount/USD/committed/one-off"))
}

// Conditions and "about" of the summands are not lost.
func TestSumKeepsConditions(t *testing.T) {
	d := dataset("a @2024 $38\nb @2025 +$100 sup:a\nc @2026 +$7 sup:b")
	for i, condition := range []string{"approval", "approval", "an offering"} {
		d.Ties[0].Statements[i].Amounts[0].Condition = condition
	}
	d.Ties[0].Statements[0].Amounts[0].About = true
	got := resolve.At(d, resolve.On(day("2026-06-01"))).Tie("t").Amounts[0].Readings[0]
	assert.Equal(t, "approval; an offering", got.Value.Condition)
	assert.True(t, got.Value.About)
	assert.Equal(t, []data.StatementID{"a", "b"}, got.OnTopOf)
}

// Files that the loader refuses must not hang or panic.
func TestCyclesAndDuplicates(t *testing.T) {
	check(t, []example{
		{name: "a cycle of increases", text: "a @2024 +$1 sup:b\nb @2024 +$2 sup:a", want: "", stand: "a superseded<b>; b superseded<a>"},
		{name: "one that feeds on a cycle", text: "a @2024 +$1 sup:b\nb @2024 +$2 sup:a\nc @2024 $5 +$4 sup:a", want: "$ 5(c)", stand: "a superseded<b,c>; b superseded<a>; c stands"},
		{name: "the same id twice", text: "a @2024 $5\na @2025 $7\nb @2025 $9/paid wd:a", want: "$ 7(a); $paid/one-off 9(b)"},
	})
	big := example{text: "a @2024 $1.7e308\nb @2025 +$1.7e308 sup:a"}.state().Amounts[0].Interval
	assert.Equal(t, math.MaxFloat64, big.Min, "a number beyond all numbers")
	assert.True(t, math.IsInf(big.Max, 1))
}

// How hard a tie is to replace, by statement or else by the tie itself.
func TestSubstitutability(t *testing.T) {
	check(t, []example{
		{name: "by a statement", text: "a sub=easy", want: "sub easy(a)"},
		{name: "the later one", text: "a @2024 sub=easy\nb @2025 sub=medium", want: "sub medium(b)", stand: "a stands; b stands"},
		{name: "two are no dispute", text: "a @2025 sub=easy\nb @2025 sub=medium", want: "sub easy(a)|medium(b)", stand: "a stands; b stands"},
		{name: "superseded", text: "a sub=easy\nb sub=medium sup:a", want: "sub medium(b)", stand: "a superseded<b>; b stands"},
		{name: "withdrawn", text: "a sub=easy\nb wd:a", want: "", stand: "a superseded<b>; b stands"},
		{name: "an opinion beside a report", text: "a sub=easy opinion\nb sub=medium", want: "sub medium(b)"},
	})
	d := dataset("a @2025 signed\ntie u\nb @2030 sub=easy")
	d.Ties[0].Substitutability, d.Ties[1].Substitutability = "medium", "medium"
	web := resolve.At(d, resolve.On(day("2026")))
	value, one := web.Tie("t").SubstitutabilityValue()
	assert.True(t, one)
	assert.Equal(t, data.Substitutability("medium"), value)
	assert.Empty(t, web.Tie("t").Substitutability[0].Statements)
	assert.Equal(t, data.Substitutability("easy"), web.At(resolve.On(day("2030"))).Tie("u").Substitutability[0].Value)
}
