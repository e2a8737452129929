package deals

import (
	"bufio"
	"encoding/json"
	"io"
	"strconv"

	"entangle/data"
)

// WriteYAML writes a web as people write datasets: a block for a record, and
// what is short in one line. It knows the fields that Make fills.
func WriteYAML(to io.Writer, d *data.Dataset) error {
	out := bufio.NewWriter(to)
	for _, f := range tree(d) {
		if list, ok := f.value.([]fields); ok {
			out.WriteString(f.name + ":\n")
			writeRecords(out, list, "  ")
			continue
		}
		out.WriteString(f.name + ": ")
		writeFlow(out, f.value, true)
		out.WriteByte('\n')
	}
	return out.Flush()
}

// writeRecords writes a list of records as blocks.
func writeRecords(out *bufio.Writer, list []fields, indent string) {
	for _, record := range list {
		lead := indent + "- "
		for _, f := range record {
			out.WriteString(lead + f.name + ":")
			lead = indent + "  "
			if statements, ok := f.value.([]fields); ok && f.name == "statements" {
				out.WriteByte('\n')
				writeRecords(out, statements, lead+"  ")
				continue
			}
			out.WriteByte(' ')
			writeFlow(out, f.value, true)
			out.WriteByte('\n')
		}
	}
}

// WriteJSON writes a web as a program writes it, in one line.
func WriteJSON(to io.Writer, d *data.Dataset) error {
	out := bufio.NewWriter(to)
	writeFlow(out, tree(d), false)
	out.WriteByte('\n')
	return out.Flush()
}

// writeFlow writes a value in one line: as YAML, where words stand without
// quotes, or as JSON.
func writeFlow(out *bufio.Writer, value any, yaml bool) {
	between, after := ",", ":"
	if yaml {
		between, after = ", ", ": "
	}
	switch v := value.(type) {
	case fields:
		out.WriteByte('{')
		for i, f := range v {
			if i > 0 {
				out.WriteString(between)
			}
			writeFlow(out, word(f.name), yaml)
			out.WriteString(after)
			writeFlow(out, f.value, yaml)
		}
		out.WriteByte('}')
	case []fields:
		writeList(out, v, between, yaml)
	case []word:
		writeList(out, v, between, yaml)
	case []string:
		writeList(out, v, between, yaml)
	case word:
		if yaml {
			out.WriteString(string(v))
			return
		}
		writeFlow(out, string(v), yaml)
	case float64:
		out.WriteString(strconv.FormatFloat(v, 'g', -1, 64))
	default: // text, true, and whole numbers are written alike in both
		text, _ := json.Marshal(v)
		out.Write(text)
	}
}

func writeList[T any](out *bufio.Writer, list []T, between string, yaml bool) {
	out.WriteByte('[')
	for i, item := range list {
		if i > 0 {
			out.WriteString(between)
		}
		writeFlow(out, item, yaml)
	}
	out.WriteByte(']')
}
