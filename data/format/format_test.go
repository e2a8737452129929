package format

import (
	"testing"
)

// contractExample is the example of the format's description.
const contractExample = `format: entangle/1
title: A small example
as_of: 2026-05-01
sources:
  - id: s1
    title: Where Dependence Sits
    publisher: BCLP
    author: Richard Werner
    kind: law-firm-note
    published: 2026-04-23
    known: 2026-04-23
    url: https://example.org/where # http, https or mailto
    retrieved: 2026-05-01
    archive: ""
    sha256: ""
    reliability: B
parties:
  - id: openai
    name: OpenAI
    kind: ai-lab
    parent: ""
    aliases: [Open AI]
    identifiers: {ticker: "", lei: ""}
    offers:
      - layer: models
        needs: [cloud]
        own: []
    disclosed:
      - {of: backlog, amount: {exact: 625e9, unit: USD}, date: 2026-01, source: s1, locator: "¶3"}
      - {of: backlog, counterparty: openai, share: 45, date: 2026-01, source: s1, locator: "¶3"}
  - {id: microsoft, name: Microsoft, kind: cloud}
  - {id: amazon, name: Amazon, kind: cloud}
  - {id: azure, name: Azure, kind: product, parent: microsoft}
agreements:
  - {id: feb-2026, title: Package of February 2026, parties: [openai, amazon], date: 2026-02}
ties:
  - id: openai-azure-commitment
    kind: cloud-commitment
    from: openai
    to: microsoft
    with: []
    agreement: ""
    basis: contractual
    layer: cloud
    title: Azure purchase commitment
    assets: [azure]
    substitutability: ""
    statements:
      - id: a1
        source: s1
        locator: "¶9"
        says: "OpenAI committed to buy 250 billion dollars of Azure services."
        by: ""
        stance: fact
        effective: 2025-10
        status: signed
        amount: {exact: 250e9, unit: USD, kind: committed}
        start: 2025-10
        end: 2032
        scope: {text: "stateless APIs", products: [], customers: [], clouds: []}
        condition: ""
        change: neutral
        supersedes: []
        withdraws: []
        disputes: []
        confidence: 2
notes:
  - {id: n1, about: [openai], topic: aggregate, title: The 1.4 trillion, statements: [{id: n1a, source: s1, says: "…", amount: {exact: 1.4e12, unit: USD, kind: announced}}]}
layers: [{id: data, name: Data}]
kinds: []
stories: []
views: []
`

func TestContractExampleIsRead(t *testing.T) {
	d, err := Parse("x.yaml", []byte(contractExample))
	if err != nil {
		t.Fatal(err)
	}
	tie := d.Tie("openai-azure-commitment")
	if tie == nil || tie.Statements[0].Says == "" || *tie.Statements[0].Amounts[0].Exact != 250e9 {
		t.Fatalf("read as %+v", tie)
	}
	if got := d.Source("s1").Published.String(); got != "2026-04-23" {
		t.Errorf("published is %q", got)
	}
	if got := tie.Statements[0].Confidence; got != 2 {
		t.Errorf("confidence is %d", got)
	}
}
