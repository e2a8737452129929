package interchange

import (
	"bytes"
	"encoding/csv"
	"strings"

	"entangle/data/query"
	"entangle/data/resolve"
)

// Table is one table of a view.
type Table struct {
	Name   string // of the file, without its ending
	header []string
	rows   [][]cell
}

// cell is a text, or a number that is written as one.
type cell struct {
	text   string
	number bool
}

// Tables returns the tables of a view by name: ties, statements, parties,
// sources.
func Tables(web *resolve.Web, r *query.Result) []Table {
	d := web.Dataset()
	return []Table{tiesTable(d, r), statementsTable(r), partiesTable(d, r), sourcesTable(d, r)}
}

// CSV writes the table by RFC 4180, in UTF-8, with a header and lines that end
// in a line feed.
//
// A text that a spreadsheet could take for a formula stays a text: one that
// begins with = + - @, a tab or a line break, or with such a sign after
// apostrophes, gets an apostrophe before it. Whoever reads the file takes one
// apostrophe off where one of those follows it. Numbers are written as numbers.
func (t Table) CSV() ([]byte, error) { return t.csv() }

func (t Table) csv() ([]byte, error) {
	var b bytes.Buffer
	w := csv.NewWriter(&b)
	if err := w.Write(t.header); err != nil {
		return nil, err
	}
	for _, row := range t.rows {
		record := make([]string, len(row))
		for i, c := range row {
			if record[i] = c.text; !c.number {
				record[i] = harmless(c.text)
			}
		}
		if err := w.Write(record); err != nil {
			return nil, err
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// harmless keeps a spreadsheet from taking a text for a formula.
func harmless(text string) string {
	if bare := strings.TrimLeft(text, "'"); bare != "" && strings.ContainsRune("=+-@\t\r\n＝＋－＠", []rune(bare)[0]) {
		return "'" + text
	}
	return text
}

// add appends a row.
func (t *Table) add(cells ...cell) { t.rows = append(t.rows, cells) }

// texts makes cells of texts.
func texts(values ...string) []cell {
	cells := make([]cell, len(values))
	for i, v := range values {
		cells[i] = cell{text: v}
	}
	return cells
}

// values and names take attributes apart.
func values(attributes []attribute) []cell {
	cells := make([]cell, len(attributes))
	for i, a := range attributes {
		cells[i] = cell{a.value, a.number}
	}
	return cells
}

func names(attributes []attribute) []string {
	list := make([]string, len(attributes))
	for i, a := range attributes {
		list[i] = a.name
	}
	return list
}
