package interchange

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"entangle/data"
	"entangle/data/query"
)

// The annex has every statement that counts once, under the number of its
// source.
func TestAnnex(t *testing.T) {
	w, r := look(web(t))
	content, err := Annex(w, r).CSV()
	require.NoError(t, err)
	rows, err := csv.NewReader(bytes.NewReader(content)).ReadAll()
	require.NoError(t, err)
	column := map[string]int{}
	for i, name := range rows[0] {
		column[name] = i
	}
	want := map[string]bool{}
	for _, s := range append(r.Ties, r.Notes...) {
		for _, st := range query.Counting(s) {
			want[string(st.ID)] = true
		}
	}
	for _, row := range rows[1:] {
		id := row[column["statement"]]
		assert.True(t, want[id], "%s is once in the annex", id)
		delete(want, id)
		assert.Equal(t, strconv.Itoa(r.Number(data.SourceID(row[column["source"]]))), row[column["number"]])
		assert.NotEqual(t, "0", row[column["number"]])
		assert.True(t, (row[column["tie"]] == "") != (row[column["note"]] == ""))
	}
	assert.Empty(t, want)
}
