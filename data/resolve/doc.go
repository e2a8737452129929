// Package resolve says what holds on a day: the state of every tie and note as
// of one day, as known on another (contracts.md 1.4). It is pure: a dataset and
// a moment in, immutable values out, the same ones whatever the order of the
// file. It must not know of files, of filters other than the status ladder, of
// drawing or of any user interface.
//
// How the rules are read where the text leaves room:
//
// Counting (rule 1). Whether a statement counts depends on its own dates alone.
// One that does not count is as good as not written: it replaces nothing,
// disputes nothing, and is no part of a sum. Two statements without any date
// are together.
//
// Links (rule 2). They work over the whole file. A statement of another tie, or
// of a note, that supersedes or withdraws one of this tie replaces it in the
// same way as one of its own; its values stay readings of its own tie only.
// `later` works inside one tie or note. Since what is replaced keeps what it
// replaced, every replacement is decided between two statements and never by
// what became of them otherwise: what a withdrawn statement replaced stays
// replaced, and of two statements each may replace the other (one by a link, the
// other by being later), so that a field can be left without a reading although
// statements speak of it. A link to itself says nothing.
//
// Opinions (rule 3). An opinion is replaced as anything else is. Where a value
// of another stance remains in a field, an opinion is no reading of the field
// and is not listed as corroborating it, unless it disputes, by a link of its
// own, such a value that is not equal to its own.
//
// Readings (rule 4). A value corroborates every reading with whose value it is
// compatible, so that a vague one (“billions”) does not lend its weight to one
// side of a dispute by chance. Two values that `disputes` sets apart never share
// a reading. A width is that of the interval: "up to 50" is 50 wide, since no
// amount is negative. Two statements differ in a field that both speak of and in
// which their values are not equal; where they have no such field, `disputes`
// marks `holds`. That mark stays until one of the two is withdrawn (it is
// replaced "in all"), or superseded by a link while it speaks of no field.
//
// Status (rule 5). Rungs are compatible: the higher is the value, whichever
// comes later, and `disputes` sets two apart as it does with amounts. Two of
// lapsed, terminated and absent are different values like any others.
// `disputes` keeps a later value from replacing an earlier one here too.
//
// In force (rule 6). A tie without any status is not in force: none of its
// readings says so.
//
// Standing (2.1). A statement is disputed when a field that it speaks of is,
// also where its own value was replaced there but stands in another field.
//
// Sums (1.2). "What it supersedes" is the amounts of the same unit, kind and
// horizon in the statements that it supersedes and that count; two equal ones
// are two. What it supersedes may be a sum itself. A sum lists the statements of
// its summands too, and is no `increase` any more.
package resolve
