package paper

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
)

// undated takes the time of writing out of a @font-face rule with an embedded
// face, so that the same picture is always the same file: the library dates
// every face that it writes.
func undated(rule []byte) ([]byte, error) {
	head, rest, ok := bytes.Cut(rule, []byte(";base64,"))
	content, tail, closed := bytes.Cut(rest, []byte("'"))
	if !ok || !closed {
		return nil, fmt.Errorf("the face is not embedded as expected")
	}
	face, err := base64.StdEncoding.AppendDecode(nil, content)
	if err != nil {
		return nil, fmt.Errorf("reading an embedded face: %w", err)
	}
	if err := clearDate(face); err != nil {
		return nil, err
	}
	out := append(bytes.Clone(head), ";base64,"...)
	return append(append(base64.StdEncoding.AppendEncode(out, face), '\''), tail...), nil
}

// clearDate sets the date of change of a TrueType file to its date of creation,
// and its checksums to what they then are.
func clearDate(face []byte) error {
	const directory, record, created, modified = 12, 16, 20, 28
	for at := directory; at+record <= len(face) && at < directory+record*tables(face); at += record {
		if string(face[at:at+4]) != "head" {
			continue
		}
		from := int(binary.BigEndian.Uint32(face[at+8:]))
		to := from + int(binary.BigEndian.Uint32(face[at+12:])+3)&^3
		if from < 0 || to < from+modified+8 || to > len(face) {
			break
		}
		copy(face[from+modified:from+modified+8], face[from+created:])
		adjustment := face[from+8 : from+12]
		clear(adjustment)
		binary.BigEndian.PutUint32(face[at+4:], checksum(face[from:to]))
		binary.BigEndian.PutUint32(adjustment, 0xB1B0AFBA-checksum(face))
		return nil
	}
	return fmt.Errorf("an embedded face has no head")
}

func tables(face []byte) int {
	if len(face) < 6 {
		return 0
	}
	return int(binary.BigEndian.Uint16(face[4:]))
}

// checksum is that of the tables of TrueType files, whose length is a multiple
// of four.
func checksum(b []byte) uint32 {
	var sum uint32
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	return sum
}
