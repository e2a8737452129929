"""Reads a view back with parsers that Entangle did not write, and prints it as JSON.

    readback.py json|csv|graphml|gexf|bib < FILE
"""
import csv
import io
import json
import sys


def graph(g):
    """The nodes and lines of a graph of networkx, each with its attributes."""
    return {
        "graph": dict(g.graph),
        "nodes": {n: dict(a) for n, a in g.nodes(data=True)},
        "edges": [{"from": a, "to": b, **c} for a, b, c in g.edges(data=True)],
    }


def graphml(content):
    import networkx

    return graph(networkx.parse_graphml(content.decode()))


def gexf(content):
    import networkx

    # This networkx knows the name of version 1.2 alone.
    old = content.replace(b"http://gexf.net/1.3", b"http://www.gexf.net/1.2draft").replace(b'version="1.3"', b'version="1.2"')
    g = networkx.read_gexf(io.BytesIO(old))
    for _, _, a in g.edges(data=True):
        # It writes an open side as the word None.
        if "spells" in a:
            a["spells"] = [[None if end == "None" else end for end in spell] for spell in a["spells"]]
    return graph(g)


def table(content):
    return list(csv.DictReader(io.StringIO(content.decode(), newline=""), strict=True))


def bib(content):
    from pybtex.database import parse_string

    entries = parse_string(content.decode(), "bibtex").entries
    return {
        key: {**dict(e.fields), **{role: [str(p) for p in people] for role, people in e.persons.items()}}
        for key, e in entries.items()
    }


read = {"json": json.loads, "csv": table, "graphml": graphml, "gexf": gexf, "bib": bib}[sys.argv[1]]
json.dump(read(sys.stdin.buffer.read()), sys.stdout)
