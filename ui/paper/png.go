package paper

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image"
	"math"

	"entangle/layout/geom"
	"entangle/ui/pace"
)

// MaxSide is the longest side of an exported picture, in pixels.
const MaxSide = 16_000

// stripBytes is about how much memory the part of a picture takes that is drawn
// and packed at a time: the whole of the largest one would take a gigabyte.
const stripBytes = 24 << 20

// PNG draws a page as a PNG of its size times scale, strip by strip, with its
// resolution.
func PNG(pg *Page, scale float64, pc pace.Pace) (*File, error) {
	w, h := int(pg.Width*scale+0.5), int(pg.Height*scale+0.5)
	if w < 1 || h < 1 || w > MaxSide || h > MaxSide {
		return nil, fmt.Errorf("a picture of %d × %d pixels cannot be drawn; the longest side is %d: give a smaller size or scale", w, h, MaxSide)
	}
	return drawPNG(pg, scale, w, h, max(stripBytes/(4*w), 16), pc)
}

// drawPNG draws a page of w × h pixels so many rows at a time.
func drawPNG(pg *Page, scale float64, w, h, rows int, pc pace.Pace) (*File, error) {
	p, err := NewPainter()
	if err != nil {
		return nil, err
	}
	var out pile
	enc := newPNG(&out, w, h, scale*PointsPerInch, pg.Background.A == 255)
	k := newInk(image.NewRGBA(image.Rect(0, 0, w, min(rows, h)))) // one for all strips
	for y := 0; y < h; y += rows {
		n := min(rows, h-y)
		strip := pc.Part(float64(y)/float64(h), float64(y+n)/float64(h))
		img, err := p.strip(k.sheet(n), pg, scale, y, strip.Part(0, 0.5))
		if err != nil {
			return nil, err
		}
		if err := enc.strip(img, strip.Part(0.5, 1)); err != nil {
			return nil, err
		}
	}
	enc.close()
	return p.file(out.between(nil, nil)), pc.At(1)
}

// strip draws rows of a page, from the y-th on.
func (p *Painter) strip(k *ink, pg *Page, scale float64, y int, pc pace.Pace) (*image.RGBA, error) {
	wash(k.img, pg.Background)
	for i, part := range pg.shares(pc) {
		l := &pg.Layers[i]
		s := l.Scale * scale
		v := View{Origin: geom.Point{X: -l.At.X / l.Scale, Y: -l.At.Y/l.Scale + float64(y)/s}, Scale: s}
		if err := p.inkAll(k, l, v, part); err != nil {
			return nil, err
		}
	}
	return k.img, nil
}

// pngWriter packs rows into a PNG as they come; the encoder of the standard
// library wants the whole picture at once, and writes no resolution.
type pngWriter struct {
	out         *pile
	pack        *zlib.Writer
	packed      bytes.Buffer
	channels    int // 3, or 4 with transparency
	row, before []byte
}

func newPNG(out *pile, w, h int, perInch float64, opaque bool) *pngWriter {
	e := &pngWriter{out: out, channels: 4}
	colour := byte(6)
	if opaque {
		e.channels, colour = 3, 2
	}
	e.row, e.before = make([]byte, 1+w*e.channels), make([]byte, 1+w*e.channels)
	out.WriteString("\x89PNG\r\n\x1a\n")
	head := binary.BigEndian.AppendUint32(nil, uint32(w))
	head = binary.BigEndian.AppendUint32(head, uint32(h))
	e.chunk("IHDR", append(head, 8, colour, 0, 0, 0))
	perMetre := uint32(math.Round(perInch / 0.0254))
	density := binary.BigEndian.AppendUint32(nil, perMetre)
	e.chunk("pHYs", append(binary.BigEndian.AppendUint32(density, perMetre), 1))
	e.pack, _ = zlib.NewWriterLevel(&e.packed, zlib.BestSpeed) // the level is a good one
	return e
}

func (e *pngWriter) chunk(name string, content []byte) {
	sum := crc32.NewIEEE()
	_, _ = sum.Write([]byte(name)) // a sum takes everything
	_, _ = sum.Write(content)
	_ = binary.Write(e.out, binary.BigEndian, uint32(len(content)))
	e.out.WriteString(name)
	e.out.Write(content)
	_ = binary.Write(e.out, binary.BigEndian, sum.Sum32())
	e.out.settle()
}

// strip packs the rows of an image. Each is written as what it differs by from
// the one above, which in drawings is mostly nothing.
func (e *pngWriter) strip(img *image.RGBA, pc pace.Pace) error {
	const up = 2
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	now, filtered := make([]byte, w*e.channels), e.row
	for y := range h {
		if err := pc.Step(y, h); err != nil {
			return err
		}
		e.pixels(now, img.Pix[y*img.Stride:y*img.Stride+4*w])
		filtered[0] = up
		for i, b := range now {
			filtered[1+i] = b - e.before[1+i]
		}
		copy(e.before[1:], now)
		_, _ = e.pack.Write(filtered) // memory takes everything
	}
	_ = e.pack.Flush()
	e.chunk("IDAT", e.packed.Bytes())
	e.packed.Reset()
	return nil
}

// pixels writes a row as PNG has it: without transparency, or with colours that
// are not multiplied by it.
func (e *pngWriter) pixels(to, from []byte) {
	if e.channels == 3 {
		for i, k := 0, 0; i < len(from); i, k = i+4, k+3 {
			to[k], to[k+1], to[k+2] = from[i], from[i+1], from[i+2]
		}
		return
	}
	for i := 0; i < len(from); i += 4 {
		a := uint32(from[i+3])
		switch a {
		case 0:
			to[i], to[i+1], to[i+2] = 0, 0, 0
		case 255:
			to[i], to[i+1], to[i+2] = from[i], from[i+1], from[i+2]
		default:
			for c := range 3 {
				to[i+c] = byte(min((uint32(from[i+c])*255+a/2)/a, 255))
			}
		}
		to[i+3] = from[i+3]
	}
}

func (e *pngWriter) close() {
	_ = e.pack.Close()
	e.chunk("IDAT", e.packed.Bytes())
	e.chunk("IEND", nil)
}
