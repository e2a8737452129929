package paper

import (
	"bytes"
	"compress/zlib"
	"errors"
	"fmt"
	"io"
	"strconv"
	"unicode/utf16"

	"entangle/ui/pace"
)

// objects are those of a PDF file, by their number less one, as they stand
// between "obj" and "endobj".
type objects [][]byte

var errPDF = errors.New("the file is not made as expected")

// parseObjects takes apart a file of the library, by its table of offsets.
func parseObjects(file []byte) (objects, error) {
	_, tail, ok := bytes.Cut(file[max(bytes.LastIndex(file, []byte("startxref\n")), 0):], []byte("startxref\n"))
	number, _, ok2 := bytes.Cut(tail, []byte("\n"))
	at, err := strconv.Atoi(string(number))
	if !ok || !ok2 || err != nil || at < 0 || at >= len(file) {
		return nil, errPDF
	}
	const entry = 20
	head, table, _ := bytes.Cut(file[at:], []byte("0000000000 65535 f \n"))
	var n int
	if _, err := fmt.Sscanf(string(head), "xref\n0 %d", &n); err != nil || len(table) < entry*(n-1) {
		return nil, errPDF
	}
	var out objects
	for i := range n - 1 {
		from, err := strconv.Atoi(string(table[i*entry : i*entry+10]))
		if err != nil || from < 0 || from >= len(file) {
			return nil, errPDF
		}
		body, ok := bytes.CutPrefix(file[from:], fmt.Appendf(nil, "%d 0 obj\n", i+1))
		if !ok {
			return nil, errPDF
		}
		if body, err = oneObject(body); err != nil {
			return nil, err
		}
		out = append(out, body)
	}
	return out, nil
}

// oneObject cuts what follows the end of an object off; a stream may hold any
// bytes, and says how many.
func oneObject(body []byte) ([]byte, error) {
	from := 0
	if dict, length, ok := streamOf(body); ok {
		from = len(dict) + len("stream\n") + length
	}
	if from > len(body) {
		return nil, errPDF
	}
	end := bytes.Index(body[from:], []byte("\nendobj\n"))
	if end < 0 {
		return nil, errPDF
	}
	return body[:from+end], nil
}

// streamOf returns the dictionary of a stream and how long its content is.
func streamOf(body []byte) (dict []byte, length int, ok bool) {
	if !bytes.HasPrefix(body, []byte("<<")) {
		return nil, 0, false
	}
	end := bytes.Index(body, []byte(">>stream\n"))
	if other := bytes.Index(body, []byte("\nendobj\n")); end < 0 || other >= 0 && other < end {
		return nil, 0, false
	}
	dict = body[:end+2]
	at := bytes.LastIndex(dict, []byte("/Length "))
	if at < 0 {
		return nil, 0, false
	}
	digits := dict[at+len("/Length "):]
	for length = 0; len(digits) > 0 && digits[0] >= '0' && digits[0] <= '9'; digits = digits[1:] {
		length = length*10 + int(digits[0]-'0')
	}
	return dict, length, true
}

// content returns what a stream holds, inflated.
func content(body []byte) (dict, plain []byte, err error) {
	dict, length, ok := streamOf(body)
	start := len(dict) + len("stream\n")
	if !ok || start+length > len(body) {
		return nil, nil, errPDF
	}
	plain = body[start : start+length]
	if !bytes.Contains(dict, []byte("/FlateDecode")) {
		return dict, plain, nil
	}
	r, err := zlib.NewReader(bytes.NewReader(plain))
	if err != nil {
		return nil, nil, err
	}
	plain, err = io.ReadAll(r)
	return dict, plain, err
}

// deflated makes a stream of what is given, piece by piece.
func deflated(pc pace.Pace, plain ...[]byte) ([]byte, error) {
	const piece = 256 << 10
	var packed bytes.Buffer
	w := zlib.NewWriter(&packed)
	var sizes []int
	for _, p := range plain {
		sizes = append(sizes, len(p))
	}
	for i, part := range pc.Shares(sizes...) {
		for from := 0; from < len(plain[i]); from += piece {
			if err := part.At(float64(from) / float64(len(plain[i]))); err != nil {
				return nil, err
			}
			_, _ = w.Write(plain[i][from:min(from+piece, len(plain[i]))]) // memory takes everything
		}
	}
	_ = w.Close()
	out := fmt.Appendf(nil, "<</Filter/FlateDecode/Length %d>>stream\n", packed.Len())
	return append(append(out, packed.Bytes()...), "\nendstream"...), nil
}

// add appends an object and returns a reference to it.
func (o *objects) add(format string, args ...any) string {
	*o = append(*o, fmt.Appendf(nil, format, args...))
	return fmt.Sprintf("%d 0 R", len(*o))
}

// write puts the objects into a file. id is in hexadecimal digits.
func (o objects) write(root, info, id string) []byte {
	size := 0
	for _, body := range o {
		size += len(body) + len("0000000 0 obj\n\nendobj\n0000000000 00000 n \n")
	}
	out := append(make([]byte, 0, size+1000), "%PDF-1.7\n%\xc5\xa6\xc7\x9f\n"...)
	offsets := make([]int, len(o))
	for i, body := range o {
		offsets[i] = len(out)
		out = fmt.Appendf(out, "%d 0 obj\n", i+1)
		out = append(out, body...)
		out = append(out, "\nendobj\n"...)
	}
	table := len(out)
	out = fmt.Appendf(out, "xref\n0 %d\n0000000000 65535 f \n", len(o)+1)
	for _, at := range offsets {
		out = fmt.Appendf(out, "%010d 00000 n \n", at)
	}
	return fmt.Appendf(out, "trailer\n<</Root %s/Info %s/Size %d/ID[<%s><%s>]>>\nstartxref\n%d\n%%%%EOF\n", root, info, len(o)+1, id, id, table)
}

// pdfText writes a text as a string of PDF.
func pdfText(s string) string {
	out := []byte("<FEFF")
	for _, unit := range utf16.Encode([]rune(s)) {
		out = fmt.Appendf(out, "%04X", unit)
	}
	return string(append(out, '>'))
}
