package format

import (
	"bytes"
	"fmt"
)

// realistic makes a dataset of about size bytes as people write them.
func realistic(size int) []byte {
	var b bytes.Buffer
	b.WriteString("format: entangle/1\ntitle: A large example\nas_of: 2026-05-01\nsources:\n")
	for i := range 50 {
		fmt.Fprintf(&b, "  - id: s%d\n    title: Document number %d\n    publisher: The Publisher\n    kind: news\n    published: 2026-04-%02d\n    url: https://example.org/%d\n    reliability: B\n", i, i, 1+i%28, i)
	}
	b.WriteString("parties:\n")
	for i := range 200 {
		fmt.Fprintf(&b, "  - {id: p%d, name: Party %d, kind: cloud, aliases: [P%d], offers: [{layer: cloud, needs: [chips]}]}\n", i, i, i)
	}
	b.WriteString("ties:\n")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "  - id: t%d\n    kind: cloud-commitment\n    from: p%d\n    to: p%d\n    title: Purchase of services\n    statements:\n", i, i%200, (i+1)%200)
		for j := range 2 {
			fmt.Fprintf(&b, "      - id: t%d.%d\n        source: s%d\n        locator: \"¶%d\"\n        says: \"The firm agreed to buy services worth %d billion dollars over some years.\"\n        stance: report\n        effective: 2025-1%d\n        status: signed\n        amount: {exact: %de9, unit: USD, kind: committed}\n        end: 2032\n", i, j, (i+j)%50, i%30, i%300, j, i%300)
		}
	}
	return b.Bytes()
}

// compactJSON makes a dataset of about size bytes as a program writes it, in one
// line and with short statements.
func compactJSON(size int) []byte {
	var b bytes.Buffer
	b.WriteString(`{"format":"entangle/1","sources":[{"id":"s","title":"S"}],"parties":[{"id":"a","name":"A","kind":"cloud"},{"id":"b","name":"B","kind":"cloud"}],"ties":[`)
	for i := 0; b.Len() < size; i++ {
		if i > 0 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"id":"t%d","kind":"equity","from":"a","to":"b","statements":[`, i)
		for j := range 10 {
			if j > 0 {
				b.WriteByte(',')
			}
			fmt.Fprintf(&b, `{"id":"t%d.%d","source":"s","says":"A invests %d in B","status":"signed"}`, i, j, i)
		}
		b.WriteString("]}")
	}
	b.WriteString("]}")
	return b.Bytes()
}

// tiniest makes a valid dataset of about size bytes of the shortest statements
// there can be.
func tiniest(size int) []byte {
	var b bytes.Buffer
	b.WriteString("{format: entangle/1,sources: [{id: s,title: s}],notes: [{id: n,statements: [")
	for i := 0; b.Len() < size; i++ {
		fmt.Fprintf(&b, "{id: %x,source: s,says: x},", i)
	}
	b.WriteString("]}]}")
	return b.Bytes()
}
