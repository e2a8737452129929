package format

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"entangle/data"
)

// PutView puts a saved view into the text of a dataset, in the place of the one
// of the same id or as the last. Only the block of the views changes: every byte
// before and behind it stays, and in YAML those of the other views too. The error
// says why the text cannot be changed so; a text that is no dataset gives its
// Problems.
func PutView(content []byte, v data.SavedView) ([]byte, error) {
	return editViews(content, func(list []data.SavedView) (int, []data.SavedView) {
		i := slices.IndexFunc(list, func(o data.SavedView) bool { return o.ID == v.ID })
		if i < 0 {
			return len(list), append(list, v)
		}
		list[i] = v
		return i, list
	})
}

// DropView takes a saved view out of the text of a dataset, as PutView puts it
// in. One that is not there is no error.
func DropView(content []byte, id string) ([]byte, error) {
	return editViews(content, func(list []data.SavedView) (int, []data.SavedView) {
		i := slices.IndexFunc(list, func(o data.SavedView) bool { return o.ID == id })
		if i < 0 {
			return -1, list
		}
		return i, slices.Delete(list, i, i+1)
	})
}

// editViews changes the list of views at one place, and proves by reading the
// text that it made that it says what was meant.
func editViews(content []byte, change func([]data.SavedView) (int, []data.SavedView)) ([]byte, error) {
	before, err := Parse("the file", content)
	if err != nil {
		return nil, err
	}
	at, want := change(slices.Clone(before.Views))
	if at < 0 {
		return content, nil
	}
	e := viewsEdit{content: content, before: before.Views, after: want, at: at}
	var out []byte
	if json.Valid(bytes.TrimPrefix(content, []byte("\ufeff"))) {
		out, err = e.json()
	} else {
		out, err = e.yaml()
	}
	if err != nil {
		return nil, err
	}
	after, err := Parse("the file", out)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errShape, err)
	}
	if !sameViews(after.Views, want) || !sameButViews(before, after) {
		return nil, errShape
	}
	return out, nil
}

// errShape says that the block of views is written in a way that cannot be
// changed without touching what stands around it.
var errShape = errors.New("the views of this file are written in a way that the program does not change; write them as a list, each with a dash on a line of its own")

// viewsEdit is a change of the views of a text: of the one at a place.
type viewsEdit struct {
	content       []byte
	before, after []data.SavedView
	at            int
}

func sameViews(a, b []data.SavedView) bool {
	return slices.EqualFunc(a, b, func(v, w data.SavedView) bool {
		return flow(record(v)) == flow(record(w)) // an empty list is one, however it is held
	})
}

// sameButViews compares what else two readings of a file hold.
func sameButViews(a, b *data.Dataset) bool {
	return a.Title == b.Title && reflect.DeepEqual(a.Sources, b.Sources) && reflect.DeepEqual(a.Parties, b.Parties) &&
		reflect.DeepEqual(a.Ties, b.Ties) && reflect.DeepEqual(a.Notes, b.Notes) && reflect.DeepEqual(a.Stories, b.Stories) &&
		reflect.DeepEqual(a.Layers, b.Layers) && reflect.DeepEqual(a.Kinds, b.Kinds) && a.AsOf == b.AsOf
}

// record is a view as a map.
func record(v data.SavedView) map[string]any {
	out := map[string]any{"id": v.ID}
	for key, value := range v.Rest {
		out[key] = value
	}
	if v.Title != "" {
		out["title"] = v.Title
	}
	return out
}

// json replaces the value of "views", or adds it at the end of the file.
func (e viewsEdit) json() ([]byte, error) {
	list := []map[string]any{}
	for _, v := range e.after {
		list = append(list, record(v))
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent("  ", "  ")
	if err := enc.Encode(list); err != nil {
		return nil, err
	}
	value := bytes.TrimSpace(text.Bytes())
	from, to, found, err := viewsValue(e.content)
	if err != nil {
		return nil, err
	}
	if found {
		return slices.Concat(e.content[:from], value, e.content[to:]), nil
	}
	end := bytes.LastIndexByte(e.content, '}')
	if end < 0 {
		return nil, errShape
	}
	last := bytes.TrimRight(e.content[:end], " \t\r\n")
	comma := ","
	if bytes.HasSuffix(last, []byte("{")) {
		comma = ""
	}
	return slices.Concat(last, []byte(comma+"\n  \"views\": "), value, []byte("\n"), e.content[end:]), nil
}

// viewsValue finds the bytes of the value of "views" at the top of a JSON text.
func viewsValue(content []byte) (from, to int, found bool, err error) {
	skip := len(content) - len(bytes.TrimPrefix(content, []byte("\ufeff")))
	d := json.NewDecoder(bytes.NewReader(content[skip:]))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return 0, 0, false, errShape
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return 0, 0, false, err
		}
		from := skip + int(d.InputOffset())
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return 0, 0, false, err
		}
		if key == "views" {
			to := skip + int(d.InputOffset())
			return to - len(bytes.TrimSpace(value)), to, from < to, nil
		}
	}
	return 0, 0, false, nil
}
