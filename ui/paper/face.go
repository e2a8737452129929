package paper

import (
	"encoding/binary"
	"fmt"
)

// clearDate sets the date of change of a TrueType file to its date of creation,
// and its checksums to what they then are: the library dates every face that it writes, and the
// same picture has to be the same file.
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
