"""The map: DOT source that dot itself accepts."""

import html
import re
import subprocess

from scenario import scenario
from zrs_p1 import Node


def text_of(svg):
    return html.unescape(svg).replace("\xa0", " ")


def draw(source):
    """Runs dot -Tsvg; gives the edges that it drew as (from, to, text), in the names that stand in the picture."""
    drawn = subprocess.run(["dot", "-Tsvg"], input=source.encode(), capture_output=True, timeout=60)
    assert drawn.returncode == 0, f"dot refuses\n{source}\n{drawn.stderr.decode()}"
    assert not drawn.stderr, f"dot complains of\n{source}\n{drawn.stderr.decode()}"
    group = r'class="(node|edge)">\s*<title>(.*?)</title>.*?<text[^>]*>(.*?)</text>'
    groups = re.findall(group, drawn.stdout.decode(), re.DOTALL)
    names = {text_of(title): text_of(text) for kind, title, text in groups if kind == "node"}
    edges = []
    for kind, title, text in groups:
        if kind == "edge":
            ends = [(a, b) for a in names for b in names if f"{a}->{b}" == text_of(title)]
            assert len(ends) == 1, f"{title!r} joins none of {sorted(names)}"
            edges.append((names[ends[0][0]], names[ends[0][1]], text_of(text)))
    return edges


@scenario()
def an_empty_map(master):
    with Node("n", master.port) as node:
        assert node.map().startswith("digraph G {"), node.map()
        assert draw(node.map()) == []


@scenario()
def an_edge_for_every_pair(master):
    with Node("p1.py", master.port) as p1, Node("p2.py", master.port) as p2:
        with Node("s1.py", master.port) as s1, Node("s2.py", master.port) as s2:
            for publisher in (p1, p2):
                publisher.register_publish("BARO")
            for subscriber in (s1, s2):
                subscriber.subscribe("BARO")
            s1.register_publish("TEMP")
            p1.subscribe("TEMP")
            p2.register_publish("UNHEARD")
            edges = draw(p1.map())
            expected = [(p, s, "BARO") for p in ("p1", "p2") for s in ("s1", "s2")] + [("s1", "p1", "TEMP")]
            assert sorted(edges) == expected, edges


@scenario()
def nodes_of_one_short_name_stay_two(master):
    with Node("./left/pub.py", master.port) as left, Node("./right/pub.py", master.port) as right:
        left.register_publish("BARO")
        right.subscribe("BARO")
        right.register_publish("TEMP")
        left.subscribe("TEMP")
        source = left.map()
        assert len(draw(source)) == 2, source
        assert len(re.findall(r"->", source)) == 2, source


@scenario()
def names_that_dot_would_trip_over(master):
    names = [
        "pub-1",
        "my node",
        'say "hi"',
        "back\\slash",
        "tail\\",
        "graph",
        "1st",
        "a{b}c;d",
        "<b>x",
        "&amp;",
        "名前",
        "a->b",
        "\\N",
        "x:y:z",
        "#7",
    ]
    nodes = [Node(name, master.port) for name in names]
    try:
        nodes[0].subscribe('to"pic-\\x')
        for node in nodes[1:]:
            node.register_publish('to"pic-\\x')
        edges = draw(nodes[0].map())
        expected = [(name, "pub-1", 'to"pic-\\x') for name in names[1:]]
        assert sorted(edges) == sorted(expected), sorted(set(expected) ^ set(edges))
    finally:
        for node in nodes:
            node.close()


@scenario()
def paths_are_drawn(master):
    names = ["./pub1.py", "../a b/sub-1.py", "/opt/x/.hidden", "dots.in.name.py", ".", ".."]
    nodes = [Node(name, master.port) for name in names]
    try:
        nodes[0].subscribe("T")
        for node in nodes[1:]:
            node.register_publish("T")
        edges = draw(nodes[0].map())
        assert len(edges) == len(names) - 1, nodes[0].map()
        assert {end for _, end, _ in edges} == {"pub1"}, edges
    finally:
        for node in nodes:
            node.close()
