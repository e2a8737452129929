package resolve_test

import "testing"

// Rule 1: what counts.
func TestCounting(t *testing.T) {
	check(t, []example{
		{name: "from the first day of effective", asOf: "2026-01-01", text: "a @2026 signed", want: "status signed(a); in force true", stand: "a stands"},
		{name: "not a day before", asOf: "2025-12-31", text: "a @2026 signed", want: "", stand: "a not-yet-effective"},
		{name: "an open side is always past", asOf: "0001-01-01", text: "a @../2030 signed", want: "status signed(a); in force true"},
		{name: "effective defaults to published", asOf: "2025-12-31", text: "a p2026 signed", want: "", stand: "a not-yet-effective"},
		{name: "effective wins over published", asOf: "2025-12-31", text: "a @2024 p2026 signed", want: "status signed(a); in force true"},
		{name: "undated counts on every day", asOf: "0001-01-01", text: "a signed", want: "status signed(a); in force true"},
		{name: "known on the last day", known: "2026-03-31", text: "a @2024 k2026-03 signed", want: "status signed(a); in force true"},
		{name: "not a day before its last", known: "2026-03-30", text: "a @2024 k2026-03 signed", want: "", stand: "a not-yet-known"},
		{name: "known defaults to published", known: "2026-03-30", text: "a @2024 p2026-03 signed", want: "", stand: "a not-yet-known"},
		{name: "known wins over published", known: "2025-12-31", text: "a @2024 p2026 k2025 signed", want: "status signed(a); in force true"},
		{name: "undated is known always", known: "0001-01-01", text: "a signed", want: "status signed(a); in force true"},
		{name: "undated may be known from a day only", known: "2024", text: "a k2025 signed", want: "", stand: "a not-yet-known"},
		{name: "known without an upper end is never known under a limit", known: "9999-12-31", text: "a @2024 k2025/.. signed", want: "", stand: "a not-yet-known"},
		{name: "but without a limit it is", text: "a @2024 k2025/.. signed", want: "status signed(a); in force true"},
		{name: "not known comes before not effective", asOf: "2020", known: "2020", text: "a @2026 k2026 signed", stand: "a not-yet-known"},
		{
			name: "undated is earlier than every dated one", text: "a $5\nb @../2020 $7",
			want: "$ 7(b)", stand: "a superseded<b>; b stands",
		},
		{name: "two undated are together", text: "a $5\nb $7", want: "$ 5(a)|7(b); disputed $", stand: "a disputed; b disputed"},
	})
}

// Rule 2: fields and links.
func TestLinks(t *testing.T) {
	check(t, []example{
		{
			name: "supersedes replaces in the fields that it speaks of", text: "a @2025 signed $5 end=2030\nb @2025 $7 sup:a",
			want: "status signed(a); end 2030(a); $ 7(b); in force true", stand: "a stands<b>; b stands",
		},
		{
			name: "all of them makes it superseded", text: "a @2025 $5\nb @2025 $7 signed sup:a",
			want: "status signed(b); $ 7(b); in force true", stand: "a superseded<b>; b stands",
		},
		{
			name: "another kind is another field", text: "a @2025 $5\nb @2025 $7/paid sup:a",
			want: "$ 5(a); $paid/one-off 7(b)", stand: "a stands; b stands",
		},
		{
			name: "another horizon is another field", text: "a @2025 $5\nb @2025 $7/8y sup:a",
			want: "$committed/8y 7(b); $ 5(a)", stand: "a stands; b stands",
		},
		{
			name: "no unit and no kind is a field", text: "a @2025 $5\nb @2025 $?/-",
			want: "amount/-/-/one-off [0..(b); $ 5(a)",
		},
		{
			name: "withdraws replaces in all", text: "a @2025 signed $5 end=2030\nb @2025 $7 wd:a",
			want: "$ 7(b)", stand: "a superseded<b>; b stands",
		},
		{name: "withdrawing without saying anything", text: "a @2025 signed\nb @2025 wd:a", want: "", stand: "a superseded<b>; b stands"},
		{
			name: "superseding without saying anything replaces nothing", text: "a @2025 signed\nb @2025 sup:a",
			want: "status signed(a); in force true", stand: "a stands; b stands",
		},
		{
			name: "what speaks of nothing is superseded by any link", text: "a @2025\nb @2025 sup:a",
			want: "", stand: "a superseded<b>; b stands",
		},
		{name: "what speaks of nothing stands otherwise", text: "a @2025", want: "", stand: "a stands"},
	})
}

// What is replaced stays in the history; when a link works, and how far.
func TestReachOfLinks(t *testing.T) {
	check(t, []example{
		{
			name: "what is replaced replaces all the same", text: "a @2025 $5\nb @2025 $7 sup:a\nc @2025 $9 sup:b",
			want: "$ 9(c)", stand: "a superseded<b>; b superseded<c>; c stands",
		},
		{
			name: "also when it was withdrawn", text: "a @2025 $5\nb @2025 $7 sup:a\nc @2025 signed wd:b",
			want: "status signed(c); in force true", stand: "a superseded<b>; b superseded<c>; c stands",
		},
		{
			name: "not before it counts", asOf: "2025-06-01", text: "a @2025 $5\nb @2026 $7 sup:a",
			want: "$ 5(a)", stand: "a stands; b not-yet-effective",
		},
		{
			name: "not before it is known", known: "2025", text: "a @2024 $5\nb @2024 k2026 $7 wd:a",
			want: "$ 5(a)", stand: "a stands; b not-yet-known",
		},
		{
			name: "an earlier statement may supersede a compatible later one", text: "a @2026 $5-9\nb @2025 $7 sup:a",
			want: "$ 7(b)", stand: "a superseded<b>; b stands",
		},
		{
			name: "a lower rung by link", text: "a @2025 signed\nb @2026 announced sup:a",
			want: "status announced(b)", stand: "a superseded<b>; b stands",
		},
		{
			name: "from another tie", text: "a @2025 signed $5\ntie u\nb @2025 $7 sup:a",
			want: "status signed(a); in force true", stand: "a stands<b>",
		},
		{
			name: "withdrawn from a note", text: "a @2025 signed $5\nnote n\nb @2025 wd:a",
			want: "", stand: "a superseded<b>",
		},
		{name: "the link that stands elsewhere gives nothing here", of: "u", text: "a @2025 signed $5\ntie u\nb @2025 $7 sup:a", want: "$ 7(b)", stand: "b stands"},
		{
			name: "links are named before later ones", text: "a @2024 $5\nb @2026 $7\nc @2025 $9 sup:a",
			want: "$ 7(b)", stand: "a superseded<c>; b stands; c superseded<b>",
		},
		{
			name: "field by field", text: "a @2024 announced $5\nb @2026 signed\nc @2025 $9 sup:a",
			want: "status signed(b); $ 9(c); in force true", stand: "a superseded<b,c>; b stands; c stands",
		},
		{name: "links into nothing and to itself", text: "a @2024 $5 sup:z,a wd:y,a dis:x,a", want: "$ 5(a)", stand: "a stands"},
	})
}

// Rule 3: later and together, opinions.
func TestLater(t *testing.T) {
	check(t, []example{
		{name: "a later value replaces a different one", text: "a @2024 $5\nb @2025 $7", want: "$ 7(b)", stand: "a superseded<b>; b stands"},
		{name: "later begins after the other ends", text: "a @2025-06 $5\nb @2025 $7", want: "$ 5(a)|7(b); disputed $", stand: "a disputed; b disputed"},
		{name: "the day after is later", text: "a @2025-06 $5\nb @2025-07-01 $7", want: "$ 7(b)"},
		{name: "the last day is not", text: "a @2025-06 $5\nb @2025-06-30 $7", want: "$ 5(a)|7(b); disputed $"},
		{name: "nothing is later than what goes on", text: "a @2024/.. $5\nb @2026 $7", want: "$ 5(a)|7(b); disputed $"},
		{name: "a later value that is the same corroborates", text: "a @2024 $5\nb @2025 $5", want: "$ 5(a,b)", stand: "a stands; b stands"},
		{name: "the narrower is the value though it is earlier", text: "a @2024 $5\nb @2025 $>4", want: "$ 5(a,b)"},
		{name: "unless disputes links the two", text: "a @2024 $5\nb @2025 $7 dis:a", want: "$ 5(a)|7(b); disputed $", stand: "a disputed; b disputed"},
		{name: "from whichever side", text: "a @2024 $5 dis:b\nb @2025 $7", want: "$ 5(a)|7(b); disputed $"},
		{name: "of a status too", text: "a @2024 signed\nb @2025 terminated dis:a", want: "status signed(a)|terminated(b); disputed status; in force maybe"},
		{
			name: "also when it is itself replaced", text: "a @2023 $5\nb @2024 $7\nc @2025 $5 sup:b",
			want: "$ 5(c)", stand: "a superseded<b>; b superseded<c>; c stands",
		},
		{name: "all later ones are named", text: "a @2023 $5\nb @2024 $7\nc @2025 $9", want: "$ 9(c)", stand: "a superseded<b,c>; b superseded<c>; c stands"},
		{name: "a vague one may be together with two that are not", text: "a @2024 $5\nb @2024/2025 $6\nc @2025 $7", want: "$ 6(b)|7(c); disputed $"},
		{name: "dates of end", text: "a @2024 end=2030\nb @2025 end=2032", want: "end 2032(b)"},
		{name: "not across ties", text: "a @2024 $5\ntie u\nb @2025 $7", want: "$ 5(a)"},
		{name: "replaced in one field only", text: "a @2024 $5 end=2030\nb @2025 $7", want: "end 2030(a); $ 7(b)", stand: "a stands<b>; b stands"},
		{name: "one statement may hold two values", text: "a @2024 $5 $7", want: "$ 5(a)|7(a); disputed $", stand: "a disputed"},
		{name: "and lose one of them", text: "a @2024 $5 $7\nb @2025 $5-6", want: "$ 5(a,b)", stand: "a stands; b stands"},
		{name: "or both", text: "a @2024 $5 $7\nb @2025 $9", want: "$ 9(b)", stand: "a superseded<b>; b stands"},
		{name: "crossed: superseded by an earlier one, and later than it", text: "a @2025 $5 sup:b\nb @2026 $7", want: "", stand: "a superseded<b>; b superseded<a>"},
	})
}

func TestOpinions(t *testing.T) {
	check(t, []example{
		{name: "does not replace", text: "a @2024 $5\nb @2025 $7 opinion", want: "$ 5(a)", stand: "a stands; b stands"},
		{name: "does not dispute", text: "a @2025 $5\nb @2025 $7 opinion", want: "$ 5(a)"},
		{name: "does not narrow or corroborate", text: "a @2025 $4-9\nb @2025 $7 opinion", want: "$ [4..9](a)"},
		{name: "gives a field where no other stance does", text: "a @2025 signed\nb @2025 $7 opinion", want: "status signed(a); $ 7(b); in force true"},
		{name: "opinions replace opinions", text: "a @2024 $5 opinion\nb @2025 $7 opinion", want: "$ 7(b)", stand: "a superseded<b>; b stands"},
		{name: "and dispute them", text: "a @2025 $5 opinion\nb @2025 $7 opinion", want: "$ 5(a)|7(b); disputed $"},
		{name: "is replaced", text: "a @2024 $5 opinion\nb @2025 $7", want: "$ 7(b)", stand: "a superseded<b>; b stands"},
		{name: "replaces by its own link", text: "a @2025 $5\nb @2025 $7 opinion sup:a", want: "$ 7(b)", stand: "a superseded<b>; b stands"},
		{name: "disputes by its own link", text: "a @2025 $5\nb @2025 $7 opinion dis:a", want: "$ 5(a)|7(b); disputed $", stand: "a disputed; b disputed"},
		{name: "also what it is compatible with", text: "a @2025 $5-9\nb @2025 $7 opinion dis:a", want: "$ [5..9](a)|7(b); disputed $"},
		{name: "but not what says the same", text: "a @2025 signed $7\nb @2025 $7 absent opinion dis:a", want: "status signed(a)|absent(b); $ 7(a); disputed status; in force maybe"},
		{name: "not by the other's link", text: "a @2025 $5 dis:b\nb @2025 $7 opinion", want: "$ 5(a)", stand: "a stands; b stands"},
		{name: "only those whom it disputes hear it", text: "a @2025 $5 opinion dis:b\nb @2024 $6\nc @2025 $7", want: "$ 7(c)", stand: "a stands; b superseded<c>; c stands"},
		{name: "gives the field once the others are withdrawn", text: "a @2025 $5\nb @2025 $7 opinion\nc @2025 wd:a", want: "$ 7(b)"},
		{name: "no absence against a fact", text: "a @2024 signed\nb @2025 absent opinion", want: "status signed(a); in force true"},
		{name: "superseding one of two", text: "a @2025 $5\nb @2025 $7 opinion sup:a\nc @2025 $5", want: "$ 5(c)"},
	})
}

// Rule 4: readings.
func TestReadings(t *testing.T) {
	check(t, []example{
		{name: "the narrower is the value", text: "a @2025 $4-9\nb @2025 $5", want: "$ 5(a,b)", stand: "a stands; b stands"},
		{name: "unknown fits every number", text: "a @2025 $?\nb @2025 $5", want: "$ 5(a,b)"},
		{name: "unknown alone is a value", text: "a @2025 $?", want: "$ [0..(a)"},
		{name: "none is a number", text: "a @2025 $0\nb @2025 $5", want: "$ 0(a)|5(b); disputed $"},
		{name: "more than five is not five", text: "a @2025 $5\nb @2025 $>5", want: "$ 5(a)|(5..(b); disputed $"},
		{name: "five or more is", text: "a @2025 $5\nb @2025 $5-", want: "$ 5(a,b)"},
		{name: "under five is not five", text: "a @2025 $5\nb @2025 $<5", want: "$ 5(a)|[0..5)(b); disputed $"},
		{name: "a missing end is infinitely wide", text: "a @2025 $>6\nb @2025 $0-900", want: "$ [0..900](a,b)"},
		{name: "then the lower", text: "a @2025 $5-\nb @2025 $>4", want: "$ (4..(a,b)"},
		{name: "then by statement id", text: "b @2025 $5-\na @2025 $>5", want: "$ (5..(a,b)"},
		{name: "of equal width the lower", text: "a @2025 $5-7\nb @2025 $4-6", want: "$ [4..6](a,b)"},
		{name: "compatible is not carried on", text: "a @2025 $4-6\nb @2025 $6-8\nc @2025 $8-11", want: "$ [4..6](a,b)|[8..11](c); disputed $"},
		{name: "a vague one corroborates every reading that it fits", text: "a @2025 $5\nb @2025 $7\nc @2025 $?", want: "$ 5(a,c)|7(b,c); disputed $"},
		{name: "readings by first statement id", text: "b @2025 $5\na @2025 $7", want: "$ 7(a)|5(b); disputed $"},
		{name: "dates by overlap", text: "a @2025 end=2030\nb @2025 end=2030-12-31\nc @2025 end=2031", want: "end 2030-12-31(a,b)|2031(c); disputed end"},
		{name: "an open date is infinitely wide", text: "a @2025 start=2026-02/..\nb @2025 start=20XX", want: "start 20XX(a,b)"},
		{name: "disputes parts compatible values", text: "a @2025 $4-9\nb @2025 $5 dis:a", want: "$ [4..9](a)|5(b); disputed $"},
		{name: "but not equal ones", text: "a @2025 $5 end=2030\nb @2025 $5 end=2031 dis:a", want: "end 2030(a)|2031(b); $ 5(a,b); disputed end", stand: "a disputed; b disputed"},
		{name: "equal bounds in other words are equal", text: "a @2025 $5\nb @2025 $5-5 dis:a", want: "$ 5(a,b); disputed holds"},
		{name: "the same span in other words is equal", text: "a @2025 end=2026\nb @2025 end=2026-XX dis:a", want: "end 2026(a,b); disputed holds"},
		{name: "disputes parts rungs that are together", text: "a @2025 signed\nb @2025 announced dis:a", want: "status signed(a)|announced(b); disputed status; in force maybe"},
		{name: "disputes parts two that agree with a third", text: "a @2025 $5\nb @2025 $4-6\nc @2025 $3-9 dis:b", want: "$ 5(a,b)|[3..9](c); disputed $"},
		{name: "no common field: holds", text: "a @2025 signed\nb @2025 $5 dis:a", want: "status signed(a); $ 5(b); disputed holds; in force true", stand: "a disputed; b disputed"},
		{name: "equal in all: holds", text: "a @2025 signed\nb @2025 signed dis:a\nc @2025 signed", want: "status signed(a,b,c); disputed holds; in force true", stand: "a disputed; b disputed; c stands"},
		{name: "not before the link counts", asOf: "2025-06-01", text: "a @2025 signed\nb @2026 dis:a", want: "status signed(a); in force true", stand: "a stands; b not-yet-effective"},
		{name: "not before the other end counts", asOf: "2025-06-01", text: "a @2026 signed\nb @2025 dis:a", want: "", stand: "a not-yet-effective; b stands"},
		{name: "lifted by withdrawing", text: "a @2025 signed\nb @2025 dis:a\nc @2026 wd:b", want: "status signed(a); in force true", stand: "a stands; b superseded<c>; c stands"},
		{name: "lifted by superseding what speaks of nothing else", text: "a @2025 signed\nb @2025 dis:a\nc @2026 sup:b", want: "status signed(a); in force true", stand: "a stands; b superseded<c>; c stands"},
		{name: "not by replacing another field", text: "a @2025 announced\nb @2025 dis:a\nc @2026 signed", want: "status signed(c); disputed holds; in force true", stand: "a superseded<c>; b disputed; c stands"},
		{name: "settled in the field when one side is replaced", text: "a @2025 $5\nb @2025 $7 dis:a\nc @2026 $7 sup:a", want: "$ 7(b,c)", stand: "a superseded<c>; b stands; c stands"},
	})
}
