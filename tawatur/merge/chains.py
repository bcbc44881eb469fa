"""The chain graph of a happening: which report is whose, through whom it has what it tells, and the origin that all of it goes back to.

report → outlet, report → nearest teller → … → last teller → origin, and a line from each copy to the report it took from
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from tawatur.merge.records import Chains, Copy, Edge, Node, Origin, Telling


def chain_graph(tellings: Iterable[Telling], *, copies: Iterable[Copy], origins: Iterable[Origin]) -> Chains:
    """Nodes and edges for the claims of one happening, each once, in the order of their ids."""
    origin_of = {claim: origin for origin in origins for claim in origin.claims}
    nodes: dict[str, Node] = {}
    edges: dict[tuple[str, str], Edge] = {}
    for telling in tellings:
        origin = origin_of[telling.claim]
        way = [Node(id=f"report:{telling.report}", sort="report", words=telling.report)]
        way.extend(
            Node(id=f"teller:{telling.report}:{link.id or link.words}", sort="teller", words=link.words)
            for link in telling.chain
        )
        way.append(Node(id=f"origin:{origin.id}", sort="origin", words=origin.who))
        if telling.outlet is not None:
            outlet = Node(id=f"outlet:{telling.outlet}", sort="outlet", words=telling.outlet)
            nodes[outlet.id] = outlet
            edges[way[0].id, outlet.id] = Edge(a=way[0].id, b=outlet.id, sort="published by")
        for node in way:
            nodes.setdefault(node.id, node)
        for here, there in pairwise(way):
            if here.id != there.id:
                edges[here.id, there.id] = Edge(
                    a=here.id, b=there.id, sort="goes back to" if there.sort == "origin" else "tells after"
                )
    known = [*edges.values(), *_copies(copies, nodes=nodes)]
    return Chains(
        nodes=tuple(sorted(nodes.values(), key=lambda node: node.id)),
        edges=tuple(sorted(known, key=lambda edge: (edge.a, edge.b, edge.sort))),
    )


def _copies(copies: Iterable[Copy], *, nodes: Mapping[str, Node]) -> Iterator[Edge]:
    """From each copy to what it took from; where that is not known, from the later key to the earlier."""
    for copy in copies:
        source = copy.first or copy.a
        taker = copy.b if source == copy.a else copy.a
        here, there = f"report:{taker}", f"report:{source}"
        if here in nodes and there in nodes:
            yield Edge(a=here, b=there, sort="copy", reason=copy.reason)
