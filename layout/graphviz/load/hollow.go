package load

import (
	"bytes"
	"encoding/binary"
	"errors"
)

// hollowed returns a WebAssembly module that has the functions that the given one
// exports for go-graphviz, with empty bodies: those that return something return a
// small number. It is ready in a moment, and all that the initialiser of go-graphviz
// does with it succeeds. It returns nil for a module that it does not understand.
//
// There is one function for every signature, exported under all the names.
func hollowed(module []byte) []byte {
	sections, err := split(module)
	if err != nil {
		return nil
	}
	types, err := readTypes(sections[typeSection])
	if err != nil {
		return nil
	}
	signatures, err := readSignatures(sections)
	if err != nil {
		return nil
	}
	exports, err := readExports(sections[exportSection], signatures)
	if err != nil {
		return nil
	}
	out := []byte(header)
	out = section(out, typeSection, sections[typeSection])
	functions, code := number(nil, len(types)), number(nil, len(types))
	for i, results := range types {
		functions = number(functions, i)
		body := emptyBody(results)
		code = append(number(code, len(body)), body...)
	}
	out = section(out, functionSection, functions)
	out = section(out, memorySection, []byte{1, 0, 1}) // one memory of one page
	out = section(out, exportSection, exports)
	return section(out, codeSection, code)
}

const header = "\x00asm\x01\x00\x00\x00"

// Sections of a module by their numbers.
const (
	typeSection     = 1
	importSection   = 2
	functionSection = 3
	memorySection   = 5
	exportSection   = 7
	codeSection     = 10
)

// section appends a section.
func section(out []byte, id byte, content []byte) []byte {
	return append(number(append(out, id), len(content)), content...)
}

// number appends a number the way WebAssembly writes it.
func number(out []byte, n int) []byte { return binary.AppendUvarint(out, uint64(n)) }

// emptyBody returns the body of a function with these results. No result is 0: it
// might be taken for a missing object.
func emptyBody(results []byte) []byte {
	body := []byte{0} // no local variables
	for _, kind := range results {
		switch kind {
		case 0x7f: // i32
			body = append(body, 0x41, 8)
		case 0x7e: // i64
			body = append(body, 0x42, 8)
		case 0x7d: // f32
			body = append(body, 0x43, 0, 0, 0, 0)
		default: // f64
			body = append(body, 0x44, 0, 0, 0, 0, 0, 0, 0, 0)
		}
	}
	return append(body, 0x0b)
}

var errModule = errors.New("not a WebAssembly module that is understood")

// split returns the sections of a module by their numbers.
func split(module []byte) (map[byte][]byte, error) {
	rest, ok := bytes.CutPrefix(module, []byte(header))
	if !ok {
		return nil, errModule
	}
	sections := make(map[byte][]byte)
	r := reader{rest: rest}
	for len(r.rest) > 0 && !r.bad {
		id := r.byte()
		sections[id] = r.bytes(r.number())
	}
	if r.bad {
		return nil, errModule
	}
	return sections, nil
}

// readTypes returns the results of every signature.
func readTypes(content []byte) ([][]byte, error) {
	r := reader{rest: content}
	types := make([][]byte, 0, 256)
	for range r.number() {
		if r.byte() != 0x60 || r.bad {
			return nil, errModule
		}
		r.bytes(r.number()) // parameters
		types = append(types, r.bytes(r.number()))
	}
	if r.bad {
		return nil, errModule
	}
	return types, nil
}

// readSignatures returns the signature of every function, imported ones first.
func readSignatures(sections map[byte][]byte) ([]int, error) {
	var signatures []int
	r := reader{rest: sections[importSection]}
	for range r.number() {
		r.bytes(r.number()) // module
		r.bytes(r.number()) // name
		if r.byte() != 0 || r.bad {
			return nil, errModule // not a function
		}
		signatures = append(signatures, r.number())
	}
	f := reader{rest: sections[functionSection]}
	for range f.number() {
		if f.bad {
			return nil, errModule
		}
		signatures = append(signatures, f.number())
	}
	if r.bad || f.bad {
		return nil, errModule
	}
	return signatures, nil
}

// readExports returns an export section in which the functions that go-graphviz
// may call have become those of their signatures.
func readExports(content []byte, signatures []int) ([]byte, error) {
	r := reader{rest: content}
	var kept []byte
	count := 1
	for range r.number() {
		name, kind, index := r.bytes(r.number()), r.byte(), r.number()
		if r.bad {
			return nil, errModule
		}
		if kind != 0 || !called(name) {
			continue
		}
		if index >= len(signatures) {
			return nil, errModule
		}
		kept = append(append(number(kept, len(name)), name...), 0)
		kept = number(kept, signatures[index])
		count++
	}
	const memory = "\x06memory\x02\x00"
	return append(append(number(nil, count), memory...), kept...), nil
}

// called says whether go-graphviz may call a function of that name. Its own are
// many, and the rest is all of C.
func called(name []byte) bool {
	return bytes.HasPrefix(name, []byte("wasm_bridge_")) || string(name) == "malloc" || string(name) == "free"
}

// reader reads a section. After bad everything it returns is empty.
type reader struct {
	rest []byte
	bad  bool
}

func (r *reader) byte() byte {
	b := r.bytes(1)
	if len(b) == 0 {
		return 0
	}
	return b[0]
}

func (r *reader) bytes(n int) []byte {
	if r.bad || n > len(r.rest) {
		r.bad = true
		return nil
	}
	b := r.rest[:n]
	r.rest = r.rest[n:]
	return b
}

func (r *reader) number() int {
	n, size := binary.Uvarint(r.rest)
	if r.bad || size <= 0 || n > 1<<31-1 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}
